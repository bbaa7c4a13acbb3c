"""Everything that is done in a browser of our own, for one kind of page: what each process of the audit works at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from playwright.sync_api import sync_playwright
from tests.conftest import CHROMIUM_FLAGS

from . import accessibility, keyboard, pictures, privacy, without_scripts
from .results import Cell, Cells
from .visit import Visitor

IN_BROWSER: dict[Callable[[Visitor, str], Cells], Sequence[str]] = {
    accessibility.check: accessibility.COLUMNS,
    keyboard.check: [keyboard.COLUMN],
    without_scripts.check: [without_scripts.COLUMN],
    privacy.check: [privacy.POLICY, privacy.STORAGE, privacy.REQUESTS],
}
"""The checks that visit a page, and the columns each fills."""


def examine(kind: str, site: str, chromium: str) -> Cells:
    """The cells of one kind of page. A check that breaks down is a fault, and the others are still made."""
    cells: Cells = {}
    with sync_playwright() as playwright:
        visitor = Visitor(playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS), site)
        for check, columns in IN_BROWSER.items():
            try:
                cells |= check(visitor, kind)
            except Exception as error:  # the rest of the table is still of use
                cells |= dict.fromkeys(columns, Cell("stoppet", (f"{type(error).__name__}: {error}"[:300],)))
        pictures.take(visitor, kind)
    return cells
