"""The table, and under it what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from .results import Cells

WIDE = 240
"""Columns of text where the output is no terminal."""

MOST = 8
"""Faults listed for one cell; the table has their number."""


def show(results: Mapping[str, Cells], columns: Sequence[str]) -> bool:
    """Print it all. Gives whether everything is green."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    table = Table(title="Kontroll av nettstedet", pad_edge=False)
    table.add_column("side", no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right")
    for kind, cells in results.items():
        row = [
            Text(cells[column].shown, "red" if cells[column].faults else "green") if column in cells else Text("")
            for column in columns
        ]
        table.add_row(kind, *row)
    console.print(table)
    bad = [
        (kind, column, cell.faults) for kind, cells in results.items() for column, cell in cells.items() if cell.faults
    ]
    for kind, column, faults in bad:
        console.print(Text(f"\n{kind}, {column}", "bold red"))
        for fault in faults[:MOST]:
            console.print(Text(f"  {fault}"), soft_wrap=True)
        if len(faults) > MOST:
            console.print(Text(f"  … og {len(faults) - MOST} til"))
    checked = sum(len(cells) for cells in results.values())
    console.print(Text(f"\n{checked - len(bad)} av {checked} kontroller er i orden.", "bold"))
    return not bad
