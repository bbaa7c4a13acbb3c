"""How well three engines serve the gold queries, as rows of one table: for the terminal, and for ``docs/slik-virker-soket.md``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .gold import PHENOMENA, Query, Score, score

DOCS = Path(__file__).parents[2] / "docs" / "slik-virker-soket.md"
BEGIN, END = "<!-- tabell: begynner -->", "<!-- tabell: slutt -->"
ROLES = {"resident": "innbyggere", "gp": "fastleger", "staff": "ansatte"}

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A group of queries, and each engine's score on it."""

    name: str
    scores: tuple[Score, ...]


def rows(queries: Sequence[Query], engines: Sequence[Answers]) -> list[Row]:
    """All queries, the two halves, each role and each phenomenon."""
    groups = {
        "alle": queries,
        "halvdelen vi stiller inn etter": [query for query in queries if not query.held_out],
        "halvdelen som er holdt utenfor": [query for query in queries if query.held_out],
        **{name: [query for query in queries if query.role == role] for role, name in ROLES.items()},
        **{name: [query for query in queries if one in query.phenomena] for one, name in PHENOMENA.items()},
    }
    return [Row(name, tuple(score(group, answers) for answers in engines)) for name, group in groups.items()]


def text(found: Sequence[Row], engines: Sequence[str]) -> list[str]:
    """Lines for the terminal."""
    head = f"{'':32}{'antall':>7}" + "".join(f"{engine:>24}" for engine in engines)
    under = f"{'':39}" + f"{'recall@5   MRR':>24}" * len(engines)
    return [head, under, *(_line(row) for row in found)]


def _line(row: Row) -> str:
    figures = "".join(f"{one.recall:>17.2f}   {one.mrr:.2f}" for one in row.scores)
    return f"{row.name:32}{row.scores[0].queries:>7}{figures}"


def markdown(found: Sequence[Row], engines: Sequence[str]) -> str:
    """The table as it stands in the documentation, with Norwegian commas."""
    head = "| Spørsmål | Antall | " + " | ".join(f"{engine}: recall@5 | MRR" for engine in engines) + " |"
    rule = "|---|--:|" + "--:|--:|" * len(engines)
    lines = [
        f"| {row.name} | {row.scores[0].queries} | "
        + " | ".join(f"{one.recall:.2f} | {one.mrr:.2f}" for one in row.scores).replace(".", ",")
        + " |"
        for row in found
    ]
    return "\n".join([head, rule, *lines])


def in_docs() -> dict[str, list[float]]:
    """The figures that the documentation states, by name of row."""
    table = DOCS.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    found = re.findall(r"^\| ([^|]+) \| \d+ \| (.+) \|$", table, re.MULTILINE)
    return {name: [float(cell.replace(",", ".")) for cell in cells.split(" | ")] for name, cells in found}


def write(found: Sequence[Row], engines: Sequence[str]) -> None:
    """Put the table in the documentation."""
    before, _, rest = DOCS.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    DOCS.write_text(f"{before}{BEGIN}\n\n{markdown(found, engines)}\n\n{END}{after}", encoding="utf-8")
