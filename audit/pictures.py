"""Pictures of every kind of page, for people to look at."""

from __future__ import annotations

from pathlib import Path

from .visit import WIDTHS, Visitor

FOLDER = Path(__file__).parent / "skjermbilder"
TALLEST = 4000


def take(visitor: Visitor, kind: str) -> None:
    """Write ``skjermbilder/tilbud-360.png`` and the like, the whole page up to a height that can still be looked at."""
    FOLDER.mkdir(exist_ok=True)
    for width in WIDTHS:
        with visitor.context(width=width) as context:
            page = visitor.open(context, kind)
            height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=FOLDER / f"{kind}-{width}.png")
