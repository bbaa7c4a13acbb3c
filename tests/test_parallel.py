"""Two pieces of work at once."""

import threading

import pytest

from lavterskel.parallel import WorkerFailed, side_by_side
from lavterskel.render.shell import ShellError


class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(f"{one} og {two}")


def failing(error):
    def work():
        raise error

    return work


def test_both_results_come_back():
    assert side_by_side(lambda: [1, 2], lambda: "her") == ([1, 2], "her")


def test_a_large_answer_is_not_stuck_in_the_pipe():
    there, here = side_by_side(lambda: "x" * 5_000_000, lambda: 1)
    assert len(there) == 5_000_000 and here == 1


def test_what_goes_wrong_there_is_raised_here():
    with pytest.raises(ShellError, match="skallet"):
        side_by_side(failing(ShellError("skallet")), lambda: 1)


def test_what_goes_wrong_here_is_raised_and_no_process_is_left():
    with pytest.raises(ShellError, match="her"):
        side_by_side(lambda: 1, failing(ShellError("her")))


def test_an_error_that_cannot_travel_is_told_in_words():
    with pytest.raises((WorkerFailed, Odd), match="en og to"):
        side_by_side(failing(Odd("en", "to")), lambda: 1)


def test_a_process_that_is_interrupted_ends_without_running_anything_of_the_parent_s(tmp_path):
    try:
        with pytest.raises(WorkerFailed, match="stoppet"):
            side_by_side(failing(KeyboardInterrupt()), lambda: 1)
    finally:
        with (tmp_path / "etter").open("a") as file:
            file.write("x")
    assert (tmp_path / "etter").read_text() == "x"


def test_beside_other_threads_one_runs_after_the_other():
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        seen = []
        side_by_side(lambda: seen.append("der"), lambda: seen.append("her"))
        assert seen == ["der", "her"]
    finally:
        stop.set()
        other.join()
