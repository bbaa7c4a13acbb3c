"""What is going on, on a terminal; and at the end a table of what was made and how long each part took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table

QUIET_SECONDS = 2.0


@dataclass(slots=True)
class Part:
    """One part of the work: how many things it made, and how long it took.

    A part ``within`` another ran as a piece of it, so its time is in the other's already.
    """

    name: str
    count: int = 0
    seconds: float = 0.0
    within: str = ""


@dataclass(slots=True)
class Counter:
    """Counts what a part makes and, when it takes its time, says so on the terminal."""

    part: Part
    console: Console
    started: float
    _last_shown: float = 0.0

    def step(self, number: int = 1) -> None:
        """One more, or ``number`` more, is done."""
        self.part.count += number
        now = time.monotonic()
        if self.console.is_terminal and now - self.started > QUIET_SECONDS and now - self._last_shown > 0.2:
            self._last_shown = now
            self.console.file.write(f"\r  {self.part.name}: {self.part.count} … ")
            self.console.file.flush()


@dataclass(slots=True)
class Progress:
    """The parts of one run, in order."""

    console: Console = field(default_factory=lambda: Console(file=sys.stderr, highlight=False))
    parts: list[Part] = field(default_factory=list)
    within: str = ""

    @contextmanager
    def part(self, name: str) -> Iterator[Counter]:
        """Time one part of the work."""
        part = Part(name, within=self.within)
        self.parts.append(part)
        started = time.monotonic()
        counter = Counter(part, self.console, started)
        try:
            yield counter
        finally:
            part.seconds = time.monotonic() - started
            if counter._last_shown:
                self.console.file.write("\r" + " " * 60 + "\r")

    def add(self, name: str, seconds: float, count: int = 0) -> None:
        """A part that something else timed."""
        self.parts.append(Part(name, count, seconds))

    def show(self, title: str) -> None:
        """Print the table."""
        table = Table(title=title, title_justify="left")
        table.add_column("Del")
        table.add_column("Antall", justify="right")
        table.add_column("Sekunder", justify="right")
        for part in self.parts:
            name = f"  {part.name}" if part.within else part.name
            table.add_row(name, str(part.count) if part.count else "", f"{part.seconds:.2f}")
        table.add_section()
        table.add_row("i alt", "", f"{sum(part.seconds for part in self.parts if not part.within):.2f}")
        self.console.print(table)
