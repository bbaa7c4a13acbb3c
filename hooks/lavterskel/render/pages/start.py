"""``/``: one question, one place, three doors."""

from __future__ import annotations

from collections.abc import Iterator

from ...export.schema_org import site_jsonld
from ...text import sort_key
from ..context import Context
from ..page import Page
from .finder import municipality_choices


def pages(context: Context) -> Iterator[Page]:
    """The start page."""
    graph = context.graph
    chips = [topic for topic in graph.data.all("topic").values() if topic.chip]
    counties = sorted(graph.data.all("county").values(), key=lambda county: sort_key(county.title))
    body = context.render(
        "start.html",
        chips=chips,
        counties=counties,
        places=municipality_choices(context),
        offers=len(context.offers),
    )
    yield Page(
        "",
        "Lavterskel – hjelp nær deg, uten å vente på henvisning",
        "Finn tilbud innen psykisk helse og rus i kommunen din: hva det er, hvem det er for og hvordan du kommer i gang.",
        body,
        site_jsonld(context.site_url),
    )
