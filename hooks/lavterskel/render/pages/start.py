"""``/``: one question, one place, three doors."""

from __future__ import annotations

from collections.abc import Iterator

from ...export.schema_org import site_jsonld
from ...facets import municipality_title
from ...text import sort_key
from ..context import Context
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The start page."""
    graph = context.graph
    chips = [topic for topic in graph.data.all("topic").values() if topic.chip]
    counties = sorted(graph.data.all("county").values(), key=lambda county: sort_key(county.title))
    municipalities = [
        (
            county,
            sorted(
                (edge.source[1] for edge in graph.into("county", county.id) if edge.relation == "county"), key=sort_key
            ),
        )
        for county in counties
    ]
    body = context.render(
        "start.html",
        chips=chips,
        counties=counties,
        municipalities=municipalities,
        name=lambda identity: municipality_title(graph, identity),
        offers=len(context.offers),
    )
    yield Page(
        "",
        "Lavterskel – hjelp nær deg, uten å vente på henvisning",
        "Finn tilbud innen psykisk helse og rus i kommunen din: hva det er, hvem det er for og hvordan du kommer i gang.",
        body,
        site_jsonld(context.site_url),
    )
