"""A copy of this repository's data that a test may spoil as an editor would, and what is said about it."""

import shutil
from pathlib import Path

import pytest

from lavterskel.load import load
from lavterskel.problems import DataError, Severity
from lavterskel.rules import check
from lavterskel.site import Project

ROOT = Path(__file__).parent.parent


class Copy:
    """A copy of this repository's data that an editor adds to."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copytree(ROOT / "data", folder)

    def add(self, name, text):
        """Write a text last in a file; returns how many lines stand before it."""
        path = self.folder / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + text, encoding="utf-8")
        return before.count("\n")

    def check(self):
        return check(load(self.folder, cache=Project(ROOT).cache))

    def told(self, name, text):
        """File, line in the text, record, field and message of every error that a text gives."""
        before = self.add(name, text)
        with pytest.raises(DataError) as caught:
            self.check()
        return [
            (problem.file, problem.line - before, problem.record, problem.field, problem.message)
            for problem in caught.value.problems
            if problem.severity is Severity.ERROR
        ]
