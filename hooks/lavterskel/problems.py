"""What can be wrong with the data, and how it is told to the one who edits it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a warning is shown and the build goes on."""

    ERROR = "feil"
    WARNING = "merk"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right.

    ``where`` is a line counted from 1 (0 means the file as a whole), or finds the line when somebody asks.
    """

    file: str
    where: int | Callable[[], int]
    message: str
    record: str = ""
    field: str = ""
    severity: Severity = Severity.ERROR

    @property
    def line(self) -> int:
        """The line it stands on."""
        return self.where if isinstance(self.where, int) else self.where()

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        about = " · ".join(part for part in (self.record, self.field) if part)
        return f"{self.severity.upper()} {place}{' · ' + about if about else ''}\n    {self.message}"


class DataError(Exception):
    """The data cannot be used. Carries every problem found, not the first only."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems, key=lambda problem: (problem.file, problem.line, problem.message))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, errors last so that they stand nearest the prompt, then a count."""
    ordered = sorted(problems, key=lambda problem: (problem.severity is Severity.ERROR, problem.file, problem.line))
    errors = sum(problem.severity is Severity.ERROR for problem in ordered)
    warnings = len(ordered) - errors
    lines = [str(problem) for problem in ordered]
    if ordered:
        lines.append(f"\n{errors} feil, {warnings} merknad{'er' if warnings != 1 else ''}.")
    return "\n".join(lines)
