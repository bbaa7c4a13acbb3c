"""``/kilder/`` and ``/kilder/<key>/``: every source, and every page on the site that cites it, with the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from ...citations.bibliography import Bibliography, Work
from ...citations.formats import EXTENSIONS
from ...citations.style import label, year
from ...citations.tags import coins, highwire
from ...export.schema_org import absolute
from ...graph import Citation, Graph
from ...text import counted, slug, sort_key
from .. import labels
from ..addresses import FOLDERS, address
from ..collection import Collection, ListFacet, ListRow, Values, facet_pages, newest_first, worded
from ..context import Context
from ..page import Page

BASE = "kilder/"


@dataclass(frozen=True, slots=True)
class CitedBy:
    """A page that cites a source, with the places: in the source, and the heading on the page.

    A prose page is no record, and has neither kind nor id.
    """

    kind: str
    id: str
    title: str
    address: str
    places: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """The records of one kind that cite a source."""

    heading: str
    items: list[CitedBy]


HEADINGS = {
    "offer": "Tilbud",
    "recommendation": "Anbefalinger",
    "guidance": "Føringer",
    "law": "Lover og forskrifter",
    "provision": "Bestemmelser",
    "question": "Spørsmål",
    "checklist": "Sjekklister",
    "pathway": "Forløp",
    "instrument": "Verktøy",
    "rule": "Regler i veiviseren",
    "programme": "Programmer",
    "actor": "Aktører",
    "term": "Begreper",
    "topic": "Temaer",
    "municipality": "Kommuner",
    "county": "Fylker",
}
PROSE = "Andre sider"


def pages(context: Context) -> Iterator[Page]:
    """The list of sources, its facets, and each source."""
    listed = _collection(context)
    body = context.render("references.html", collection=listed, form=listed.form(context), formats=EXTENSIONS)
    yield Page(
        BASE,
        "Kilder",
        f"{counted(len(listed.rows), 'kilde', 'kilder')} som opplysningene bygger på eller viser til, med hvor hver er brukt.",
        body,
    )
    yield from facet_pages(
        context,
        listed,
        lambda ids: Markup('<ul class="rows reference-list">{}</ul>').format(listed.list_of(ids)),
    )
    citing = _citing(context.graph.data.bibliography)
    for work in context.graph.data.bibliography.works.values():
        yield _work(context, work, citing.get(work.key, []))


def _collection(context: Context) -> Collection[Work]:
    graph = context.graph
    works = sorted(graph.data.bibliography.works.values(), key=lambda work: sort_key(label(work)))
    facets: tuple[ListFacet[Work], ...] = (
        ListFacet("ar", "År", lambda work: worded(work.year or "uten år"), newest_first(work.year for work in works)),
        ListFacet("type", "Type", lambda work: worded(type_of(work))),
        ListFacet("utgiver", "Utgiver", lambda work: worded(work.issuer)),
        ListFacet("brukt", "Brukt av", lambda work: _used_by(graph, work)),
    )
    rows = [ListRow("reference", work.key, work, _inner(work, context)) for work in works]
    return Collection(BASE, "Kilder", "kilde", "kilder", facets, rows)


def type_of(work: Work) -> str:
    """The work's type as readers know it; a bare one has none."""
    return "Bare forfatter og år" if work.bare else labels.WORK_TYPE.get(work.type, "Annet")


def _used_by(graph: Graph, work: Work) -> Values:
    kinds = {citation.node[0] for citation in graph.citations.get(work.key, ())}
    words = [HEADINGS[kind] for kind in HEADINGS if kind in kinds]
    words += [PROSE] if work.key in graph.prose_citations else []
    return tuple((slug(word), word) for word in words) or (("ikke-brukt", "Ikke brukt på siden"),)


def _inner(work: Work, context: Context) -> Markup:
    uses = len(context.graph.citations.get(work.key, ())) + len(context.graph.prose_citations.get(work.key, ()))
    return Markup('<a href="~/kilder/{}/">{}</a> <span class="count">{}</span><p>{}</p>{}').format(
        work.key,
        work.title or label(work),
        counted(uses, "bruk", "bruk") if uses else "",
        context.works[work.key],
        coins(work),
    )


def _citing(bibliography: Bibliography) -> dict[str, list[Work]]:
    """For each source text, the works that it cites."""
    found: dict[str, list[Work]] = {}
    for work in bibliography.works.values():
        for cited in work.cited_in:
            found.setdefault(cited.key, []).append(work)
    return found


def _work(context: Context, work: Work, cites: list[Work]) -> Page:
    where = address("reference", work.key)
    body = context.render(
        "reference.html",
        work=work,
        entry=Markup(context.works[work.key]),
        label=label(work),
        groups=_groups(context, work.key),
        cites=sorted(cites, key=lambda one: sort_key(label(one))),
        formats=EXTENSIONS,
        aliases=[context.with_names(alias) for alias in work.aliases],
    )
    return Page(
        where,
        f"Kilde: {context.work_names[work.key]} ({year(work)})",
        f"{label(work)}. Her står alt på siden som bygger på denne kilden.",
        body,
        citation=highwire(work, absolute(context.site_url, where)),
    )


def _groups(context: Context, key: str) -> list[Group]:
    found: dict[str, dict[str, CitedBy]] = {}
    for citation in context.graph.citations.get(key, ()):
        kind, identity = citation.node
        if kind in FOLDERS:
            title = context.graph.record(citation.node).title
            item = found.setdefault(kind, {}).setdefault(
                identity, CitedBy(kind, identity, title, address(kind, identity))
            )
            item.places.update(dict.fromkeys(part for part in (citation.place, _heading(citation)) if part))
    groups = [
        Group(heading, sorted(found[kind].values(), key=lambda item: sort_key(item.title)))
        for kind, heading in HEADINGS.items()
        if kind in found
    ]
    prose: dict[str, CitedBy] = {}
    for used in context.graph.prose_citations.get(key, ()):
        page = prose.setdefault(used.address, CitedBy("", "", used.title, used.address))
        page.places.update(dict.fromkeys([used.heading] if used.heading else []))
    return [*groups, *([Group(PROSE, list(prose.values()))] if prose else [])]


def _heading(citation: Citation) -> str:
    """Where on the page the citation stands; nothing for the list of sources at its foot."""
    top = str(citation.at[0]) if citation.at else ""
    return labels.CITED_FROM.get(top, "" if top in ("sources", "") else "teksten")
