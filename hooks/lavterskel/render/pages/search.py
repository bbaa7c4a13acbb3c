"""``/sok/``: one field over everything; without JavaScript it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import sort_key
from ..context import Context
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The search page."""
    topics = sorted(context.graph.data.all("topic").values(), key=lambda topic: sort_key(topic.title))
    body = context.render("search.html", topics=topics)
    yield Page("sok/", "Søk", "Søk i tilbud, kommuner, temaer, programmer og aktører.", body)
