"""axe-core in both colour schemes on phone and desktop, with what can be opened closed and open."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .results import Cells, judged
from .visit import SUGGESTIONS, UNFOLD, WIDTHS, Visitor, suggest

SCHEMES = {"light": "lys", "dark": "mørk"}
COLUMNS = [f"axe {words} {width}" for words in SCHEMES.values() for width in WIDTHS]

AXE = Axe()
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},  # off unless asked for
}


def violations(page: Page, part: str | None = None) -> set[str]:
    """What axe-core finds wrong on the page or a part of it."""
    found = AXE.run(page, part, OPTIONS).response["violations"]
    return {f"{one['id']}: {node['target'][0]} {node['html'][:160]}" for one in found for node in one["nodes"]}


def check(visitor: Visitor, kind: str) -> Cells:
    """One cell per scheme and width. What is closed is tried in light colours alone: the same is there when it is open."""
    found: dict[str, set[str]] = {column: set() for column in COLUMNS}
    for width in WIDTHS:
        with visitor.context(width=width) as context:
            page = visitor.open(context, kind)
            found[f"axe {SCHEMES['light']} {width}"] |= violations(page)
            page.evaluate(UNFOLD)
            _in_both(page, found, width)
            if suggest(page):
                _in_both(page, found, width, f".suggest:has({SUGGESTIONS})")
    return {column: judged(sorted(faults)) for column, faults in found.items()}


def _in_both(page: Page, found: dict[str, set[str]], width: int, part: str | None = None) -> None:
    for scheme, words in SCHEMES.items():
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found[f"axe {words} {width}"] |= violations(page, part)
