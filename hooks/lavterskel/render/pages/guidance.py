"""``/foringer/`` and ``/foringer/<id>/``: the documents, their standing, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...citations.inline import with_citations
from ...citations.tags import highwire
from ...export.schema_org import absolute, document_jsonld
from ...graph import Graph
from ...model.guidance import Checklist, GuidanceDocument, Question, Recommendation
from ...model.law import Law
from ...references import running_text
from ...text import counted, shortened, slug, sort_key
from .. import labels
from ..addresses import address
from ..collection import Collection, ListFacet, ListRow, facet_pages, newest_first, worded
from ..context import Context
from ..field import Field
from ..page import Page
from ..recommendations import document_name
from .recommendations import heading

BASE = "foringer/"
TITLE = "Føringer"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document or a law in the list of what guides the services."""

    record: GuidanceDocument | Law
    type: str
    issuer: str
    year: str
    standing: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a document with the recommendations in it."""

    id: str
    heading: str
    ids: list[str]


def pages(context: Context) -> Iterator[Page]:
    """The list, its facets, and each document."""
    listed = _collection(context.graph)
    by_type = {facet.name: facet for facet in listed.facets}["type"]
    groups = [(value, listed.ids_with(by_type, value.value)) for value in listed.values(by_type)]
    body = context.render("documents.html", collection=listed, form=listed.form(context), groups=groups)
    yield Page(
        BASE,
        "Nasjonale føringer og andre dokumenter",
        f"{counted(len(listed.rows), 'dokument', 'dokumenter')}: lover, retningslinjer, veiledere, rundskriv, strategier og planer, med hva som er kjent om status.",
        body,
    )
    yield from facet_pages(context, listed, lambda ids: Markup('<ul class="rows">{}</ul>').format(listed.list_of(ids)))
    for document in context.graph.data.all("guidance").values():
        yield _document(document, context)


def _collection(graph: Graph) -> Collection[Listed]:
    documents = [
        Listed(
            record,
            labels.DOCUMENT_TYPE[record.type],
            record.issuer or "",
            record.year or "",
            standing(record),
        )
        for record in graph.data.all("guidance").values()
    ]
    laws = [
        Listed(record, labels.LAW_TYPE[record.type], "", (record.date or "")[:4], standing(record))
        for record in graph.data.all("law").values()
    ]
    ordered = sorted([*documents, *laws], key=lambda one: sort_key(one.record.title))
    facets: tuple[ListFacet[Listed], ...] = (
        ListFacet("type", "Type", lambda one: worded(one.type)),
        ListFacet("utgiver", "Utgiver", lambda one: worded(one.issuer)),
        ListFacet("ar", "År", lambda one: worded(one.year), newest_first(one.year for one in ordered)),
        ListFacet("status", "Status", lambda one: worded(one.standing)),
    )
    return Collection(BASE, TITLE, "dokument", "dokumenter", facets, [_row(one, graph) for one in ordered])


def _row(one: Listed, graph: Graph) -> ListRow[Listed]:
    kind = "law" if isinstance(one.record, Law) else "guidance"
    asked = len(asked_by(graph, kind, one.record.id))
    facts = [one.type, one.issuer, one.year, *([counted(asked, "anbefaling", "anbefalinger")] if asked else [])]
    inner = Markup('<a href="~/{}">{}</a> {}<small class="row-meta">{}</small>').format(
        address(kind, one.record.id),
        one.record.title,
        standing_badge(one.record),
        " · ".join(fact for fact in facts if fact),
    )
    return ListRow(kind, one.record.id, one, inner)


def standing(record: GuidanceDocument | Law) -> str:
    """The word for a document's standing; «Ikke undersøkt» when nobody has looked."""
    return labels.STANDING[record.status] if record.status else labels.NOT_LOOKED_UP


def standing_badge(record: GuidanceDocument | Law) -> Markup:
    """The standing as a small label; nothing where nobody has looked, since that is most of them."""
    if record.status is None:
        return Markup("")
    return Markup('<span class="standing standing-{}">{}</span>').format(record.status.value, standing(record))


def asked_by(graph: Graph, kind: str, identity: str) -> list[str]:
    """Ids of the recommendations of a document or a law, in the order of the files."""
    relation = "said_in_law" if kind == "law" else "document"
    return graph.recommendations_pointing_at(kind, identity, relation)


def chapters(document: GuidanceDocument, items: list[Recommendation]) -> list[Chapter]:
    """Recommendations under the chapter they stand in; those without a place come last."""
    titles = {section.number: section.title for section in document.sections}
    found: dict[str, list[str]] = {}
    retold = [item.id for item in items if item.sources[0].ref != document.reference and not item.url]
    for item in items:
        if item.id not in retold:
            number = (item.section or "").split(".")[0]
            found.setdefault(number if number in titles else "", []).append(item.id)
    named = [
        Chapter(f"kapittel-{slug(number)}", heading(number, titles[number]), ids)
        for number, ids in found.items()
        if number
    ]
    rest = [Chapter("andre", "Uten oppgitt kapittel" if named else "", found[""])] if "" in found else []
    told = [Chapter("gjengitt", "Gjengitt i andre kilder", retold)] if retold else []
    return named + rest + told


def _document(document: GuidanceDocument, context: Context) -> Page:
    graph = context.graph
    named = graph.data.all
    ids = asked_by(graph, "guidance", document.id)
    items = [named("recommendation")[identity] for identity in ids]
    work = graph.data.bibliography.works.get(document.reference or "")
    where = address("guidance", document.id)
    body = context.render(
        "document.html",
        document=document,
        type=labels.DOCUMENT_TYPE[document.type],
        standing=standing(document),
        standing_badge=standing_badge(document),
        fields=_fields(document, context),
        says=[with_citations(text, graph.data.bibliography) for text in document.says],
        notes=[with_citations(text, graph.data.bibliography) for text in document.notes],
        successors=graph.successors(document.id),
        replaced=[named("guidance")[one] for one in document.replaces],
        form=context.recommendations.form(context, ids, ("dokument",)) if len(ids) > FORM_FROM else "",
        total=len(ids),
        chapters=chapters(document, items),
        mentioned=context.recommendations.list_of(
            graph.recommendations_pointing_at("guidance", document.id, "refers_to")
        ),
        questions=graph.records_pointing_at("guidance", document.id, "document", Question),
        checklists=graph.records_pointing_at("guidance", document.id, "document", Checklist),
        rows=context.recommendations,
        changed=[
            (change, [named("recommendation")[one] for one in change.recommendations]) for change in document.changes
        ],
        marks=list(named("mark").values()) if document.marks else [],
        document_name=document_name,
    )
    year = f" fra {document.year}" if document.year else ""
    description = shortened(
        f"{labels.DOCUMENT_TYPE[document.type]}{year}. Status: {standing(document).lower()}. {document.summary or ''}",
        300,
    )
    return Page(
        where,
        f"{shortened(document.title, 110)} ({document.year or labels.DOCUMENT_TYPE[document.type].lower()})",
        description,
        body,
        document_jsonld(document, graph, context.site_url),
        highwire(work, absolute(context.site_url, where)) if work else (),
        text=running_text(document),
    )


FORM_FROM = 12
"""A list shorter than this is read, not filtered."""


def _fields(document: GuidanceDocument, context: Context) -> list[Field]:
    """What is known of the document. Title, type and standing stand over it."""

    def shown(*values: object) -> tuple[Markup, ...]:
        return tuple(Markup("{}").format(value) for value in values if value)

    always = [
        Field("issuer", "Utgiver", shown(document.issuer)),
        Field("numbers", "Nummer", shown(*document.numbers)),
        Field("year", "Utgitt", shown(document.year)),
    ]
    stated = tuple(_stated(one.year, one.stated_by, context) for one in document.years)
    aliases = "; ".join(context.with_names(alias) for alias in document.aliases)
    when_known = [
        Field("valid", "Gjelder for", shown(document.valid)),
        Field("years", "Ulike år i kildene", stated),
        Field("aliases", "Også kalt", shown(aliases)),
        Field("url", "Adresse", (Markup('<a href="{0}">{0}</a>').format(document.url),) if document.url else ()),
    ]
    return [*always, *(field for field in when_known if field.values)]


def _stated(year: str, key: str, context: Context) -> Markup:
    return Markup('{} ifølge <a class="citation" href="~/kilder/{}/">{}</a>').format(
        year, key, context.work_labels[key]
    )
