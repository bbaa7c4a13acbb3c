"""``/min-liste/``: what someone has put aside. The page is the same for all; the list lives in the browser."""

from __future__ import annotations

from collections.abc import Iterator

from ..context import Context
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The page."""
    description = "Tilbud og anbefalinger du har lagt til side. Listen ligger bare i nettleseren din."
    yield Page("min-liste/", "Min liste", description, context.render("my_list.html"))
