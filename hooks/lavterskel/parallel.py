"""Two pieces of work at once, where the machine has two cores and can fork."""

from __future__ import annotations

import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")
U = TypeVar("U")


class WorkerFailed(Exception):
    """The other process stopped; says why."""


def side_by_side(there: Callable[[], T], here: Callable[[], U]) -> tuple[T, U]:
    """Run ``there`` in a forked process while ``here`` runs in this one; the results of both.

    A fork shares what has been read and built so far and copies only what is changed, so the two need little more
    memory than one. What ``there`` returns must be picklable, and nothing else it does to objects is seen here.
    Without a second core, without fork, or beside other threads (as under ``mkdocs serve``), one runs after the other.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2 or threading.active_count() > 1 or sys.platform == "darwin":
        return there(), here()
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receiving)
        _answer(there, sending)
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        try:
            mine = here()
        finally:
            answer = pipe.read()
            os.waitpid(child, 0)
    if not answer:
        raise WorkerFailed("Den andre prosessen stoppet uten å si hvorfor.")
    theirs = pickle.loads(answer)
    if isinstance(theirs, BaseException):
        raise theirs
    return cast(T, theirs), mine


def _answer(work: Callable[[], object], sending: int) -> None:
    """Do the work in the forked process, send what came of it, and end without the parent's closing acts."""
    try:
        try:
            answer = pickle.dumps(work())
        except Exception as error:  # whatever it was, the parent is to tell of it
            answer = _pickled(error)
        with os.fdopen(sending, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)  # also when interrupted: nothing of the parent's may run here


def _pickled(error: Exception) -> bytes:
    """The error as it is, where it can travel; else in words."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # an error with a constructor of its own
        return pickle.dumps(WorkerFailed("".join(traceback.format_exception(error))))
    return pickle.dumps(error)
