"""``/kilder/`` and ``/kilder/<key>/``: every source, and everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...citations.bibliography import Work
from ...citations.style import label, year
from ...graph import Citation
from ...text import counted, sort_key
from ..addresses import FOLDERS, address
from ..context import Context
from ..page import Page


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A record that rests on a source, with the places in the source."""

    kind: str
    id: str
    title: str
    address: str
    places: list[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one kind that rest on a source."""

    heading: str
    items: list[CitedBy]


HEADINGS = {
    "offer": "Tilbud",
    "programme": "Programmer",
    "actor": "Aktører",
    "topic": "Temaer",
    "municipality": "Kommuner",
    "county": "Fylker",
}


def pages(context: Context) -> Iterator[Page]:
    """The list of sources, and each source."""
    works = context.graph.data.bibliography.works
    ordered = sorted(works.values(), key=lambda work: sort_key(label(work)))
    listed = [(work, context.works[work.key], len(context.graph.citations.get(work.key, []))) for work in ordered]
    body = context.render("references.html", listed=listed)
    yield Page(
        "kilder/",
        "Kilder",
        f"{counted(len(works), 'kilde', 'kilder')} som opplysningene bygger på, med hvor hver er brukt.",
        body,
    )
    for work in works.values():
        yield _work(context, work)


def _work(context: Context, work: Work) -> Page:
    groups = _groups(context, context.graph.citations.get(work.key, []))
    body = context.render(
        "reference.html", work=work, entry=Markup(context.works[work.key]), label=label(work), groups=groups
    )
    return Page(
        f"kilder/{work.key}/",
        f"Kilde: {context.work_names[work.key]} ({year(work)})",
        f"{label(work)}. Her står alt på siden som bygger på denne kilden.",
        body,
    )


def _groups(context: Context, citations: list[Citation]) -> list[Group]:
    found: dict[str, dict[str, CitedBy]] = {}
    for citation in citations:
        kind, identity = citation.node
        if kind not in FOLDERS:
            continue
        record = context.graph.record(citation.node)
        item = found.setdefault(kind, {}).setdefault(
            identity, CitedBy(kind, identity, record.title, address(kind, identity), [])
        )
        if citation.place and citation.place not in item.places:
            item.places.append(citation.place)
    return [
        Group(heading, sorted(found[kind].values(), key=lambda item: sort_key(item.title)))
        for kind, heading in HEADINGS.items()
        if kind in found
    ]
