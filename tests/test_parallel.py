"""Two pieces of work at once."""

import subprocess
import sys
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


INTERRUPTED = """
from lavterskel.parallel import WorkerFailed, side_by_side

def interrupted():
    raise KeyboardInterrupt

try:
    side_by_side(interrupted, lambda: 1)
except WorkerFailed:
    print("sagt fra")
finally:
    print("etter")
"""


def test_a_process_that_is_interrupted_ends_without_running_anything_of_the_parent_s():
    """In a process of its own: beside other threads, as in a whole test run, nothing is forked."""
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert done.stdout.split("\n") == ["sagt fra", "etter", ""]


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
