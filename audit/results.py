"""What the checks found: one cell per kind of page and check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """One check of one page: what the table shows, and in whole sentences what is wrong, nothing when all is well."""

    shown: str
    faults: tuple[str, ...] = ()


Cells = dict[str, Cell]
"""Column → cell."""


def judged(faults: Iterable[str], shown: str = "✓") -> Cell:
    """A cell that shows the number of faults, or ``shown`` where there are none."""
    found = tuple(faults)
    return Cell(str(len(found)) if found else shown, found)
