"""The report for editors: what is heaviest first, and how each kind of text stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from rich.table import Table

from ..text import counted
from .findings import Reading
from .readability import band

MOST_SHOWN = 20
"""How many records and pages are told of when nobody asks for one of them."""


def lines(readings: Sequence[Reading], asked: str) -> list[str]:
    """What to mend, worst first. ``asked`` is a file, a folder or an id; empty for the heaviest of all."""
    among = [one for one in readings if _is(one, asked)] if asked else list(readings)
    if not among:
        return [f"Fant ingen fil, mappe eller post som heter «{asked}»."]
    heaviest = sorted((one for one in among if one.findings), key=lambda one: (-one.weight, one.written.file))
    shown = heaviest if asked else heaviest[:MOST_SHOWN]
    told = [line for one in shown for line in _told(one)]
    left = len(heaviest) - len(shown)
    if left:
        told.append(f"{left} til har merknader. Skriv et filnavn eller en id etter kommandoen for å se dem.")
    if not heaviest:
        told.append("Ingen merknader.")
    return told


def table(readings: Iterable[Reading]) -> Table:
    """How each kind of text stands: median LIX and the share of long sentences."""
    kinds: dict[str, list[Reading]] = defaultdict(list)
    for one in readings:
        kinds[one.written.kind].append(one)
    shown = Table(box=None, pad_edge=False)
    shown.add_column("Slag", no_wrap=True)
    for heading in ("Antall", "Med LIX", "LIX", "Setninger", "Lange", "Andel", "Merknader"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for kind, found in sorted(kinds.items(), key=lambda item: -_lix(item[1])):
        sentences, long = sum(one.sentences for one in found), sum(one.long for one in found)
        measured = sum(one.lix is not None for one in found)
        shown.add_row(
            kind,
            str(len(found)),
            str(measured),
            str(round(_lix(found))) if measured else "–",
            str(sentences),
            str(long),
            f"{100 * long / sentences:.0f} %" if sentences else "–",
            str(sum(len(one.findings) for one in found)),
        )
    return shown


def _lix(readings: Iterable[Reading]) -> float:
    measured = [one.lix for one in readings if one.lix is not None]
    return median(measured) if measured else 0


def _is(reading: Reading, asked: str) -> bool:
    written = reading.written
    return asked in (written.identity, written.file) or written.file.startswith(asked.rstrip("/") + "/")


def _told(reading: Reading) -> list[str]:
    written = reading.written
    measured = "" if reading.lix is None else f", LIX {reading.lix} ({band(reading.lix)})"
    name = f"{written.identity} ({written.kind})" if written.identity else written.file
    told = [f"{name}: {counted(len(reading.findings), 'merknad', 'merknader')}{measured}"]
    for finding in sorted(reading.findings, key=lambda one: -one.weight):
        place = f"{written.file}:{finding.passage.line}"
        field = f" · {finding.passage.field}" if finding.passage.field else ""
        told += [f"  {place}{field}", f"    {finding.what}. {finding.suggestion}"]
    return [*told, ""]
