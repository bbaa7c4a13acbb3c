"""``/forlop/`` and ``/forlop/<id>/``: the ways between services, with who does what and on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...graph import Graph
from ...model.base import Source
from ...model.guidance import GuidanceDocument, Stage, Voice
from ...model.pathway import Criterion, Direction, Factor, Pathway, PathwayType, Responsibility, Transition
from ...references import running_text, statements
from ...text import counted, shortened
from .. import labels
from ..addresses import address
from ..context import Context
from ..fields import pathway_fields
from ..flow import flow
from ..labels import place_in
from ..page import Page
from ..recommendations import badge, document_name, voices


@dataclass(frozen=True, slots=True)
class Edition:
    """The criteria of one document, newest document first."""

    document: GuidanceDocument
    name: str
    replaced: bool
    criteria: list[Criterion]


@dataclass(frozen=True, slots=True)
class Way:
    """A transition as shown: where it leads, or where it comes from."""

    transition: Transition
    pathway: Pathway | None


def pages(context: Context) -> Iterator[Page]:
    """The list of pathways, and each pathway."""
    pathways = list(context.graph.data.all("pathway").values())
    groups = [(type_, [one for one in pathways if one.type is type_]) for type_ in PathwayType]
    yield Page(
        "forlop/",
        "Forløp",
        f"{counted(len(pathways), 'forløp', 'forløp')} mellom tjenestene: hvem som gjør hva, steg for steg, med kilde.",
        context.render("pathways.html", groups=groups, counts={one.id: len(one.steps) for one in pathways}),
    )
    for pathway in pathways:
        yield _pathway(pathway, context)


def _pathway(pathway: Pathway, context: Context) -> Page:
    graph = context.graph
    ids = graph.recommendations_pointing_at("pathway", pathway.id, "pathway")
    body = context.render(
        "pathway.html",
        pathway=pathway,
        fields=pathway_fields(pathway, graph),
        guides=_guides(pathway, graph),
        needs_crisis_help=any(graph.data.all("topic")[topic].crisis for topic in pathway.topics),
        editions=editions(pathway, graph),
        duties=_by_actor(pathway),
        flow=flow(pathway.steps, graph),
        out=[Way(one, graph.data.all("pathway").get(one.pathway or "")) for one in pathway.transitions],
        back=_back(pathway, graph),
        factors=_by_direction(pathway.factors),
        see=[graph.data.all("pathway")[one] for one in pathway.see],
        stages=[(labels.STAGE[stage], voices(context, chosen)) for stage, chosen in _staged(graph, pathway, ids)],
        rest=_voices(context, _at(graph, pathway, ids, None)),
        total=len(ids),
        badge=lambda strength: badge(graph.data.all("strength")[strength]),
        year=lambda document: graph.data.all("guidance")[document].year,
        where=lambda sources: where(sources, context),
    )
    return Page(
        address("pathway", pathway.id),
        f"{pathway.title} (forløp)",
        shortened(pathway.summary or pathway.title, 300),
        body,
        text=running_text(pathway),
    )


def editions(pathway: Pathway, graph: Graph) -> list[Edition]:
    """The criteria by the document that prints them."""
    documents = graph.data.all("guidance")
    named = {one.document: documents[one.document] for one in pathway.criteria}
    return [
        Edition(
            document,
            document_name(document),
            bool(graph.successors(identity)),
            [one for one in pathway.criteria if one.document == identity],
        )
        for identity, document in sorted(named.items(), key=lambda item: item[1].year or "", reverse=True)
    ]


def where(sources: Iterable[Source], context: Context) -> Markup:
    """Where statements stand, each as a link: «Sammen om mestring (2014), 4.1.3, linje 2228–2229»."""
    return Markup("; ").join(
        Markup('<a href="~/kilder/{}/">{}</a>{}').format(
            source.ref, context.short_names[source.ref], "".join(f", {part}" for part in place_in(source))
        )
        for source in sources
    )


def _guides(pathway: Pathway, graph: Graph) -> list[tuple[GuidanceDocument, list[GuidanceDocument]]]:
    """The guides that the pathway is told by, newest first, each with what has taken its place."""
    if pathway.voice is not Voice.GUIDANCE:
        return []
    refs = {source.ref for source in pathway.sources} | {
        source.ref for _, said in statements(pathway) for source in said.sources
    }
    named = {one.document for one in pathway.criteria}
    found = [
        document
        for document in graph.data.all("guidance").values()
        if document.reference in refs or document.id in named
    ]
    return [(one, graph.successors(one.id)) for one in sorted(found, key=lambda one: one.year or "", reverse=True)]


def _by_actor(pathway: Pathway) -> dict[str, list[Responsibility]]:
    found: dict[str, list[Responsibility]] = {}
    for duty in pathway.responsibilities:
        found.setdefault(duty.actor, []).append(duty)
    return found


def _by_direction(factors: Sequence[Factor]) -> dict[Direction, list[Factor]]:
    found = {direction: [one for one in factors if one.direction is direction] for direction in Direction}
    return {direction: chosen for direction, chosen in found.items() if chosen}


def _back(pathway: Pathway, graph: Graph) -> list[Way]:
    """The transitions of other pathways that lead here."""
    others = graph.records_pointing_at("pathway", pathway.id, "leads_to", Pathway)
    return [Way(one, other) for other in others for one in other.transitions if one.pathway == pathway.id]


def _voices(context: Context, ids: Sequence[str]) -> Markup:
    return voices(context, ids) if ids else Markup("")


def _staged(graph: Graph, pathway: Pathway, ids: Sequence[str]) -> Iterator[tuple[Stage, list[str]]]:
    for stage in Stage:
        chosen = _at(graph, pathway, ids, stage)
        if chosen:
            yield stage, chosen


def _at(graph: Graph, pathway: Pathway, ids: Sequence[str], stage: Stage | None) -> list[str]:
    """The recommendations that stand in one part of the pathway."""
    records = graph.data.all("recommendation")
    return [
        identity
        for identity in ids
        if any(one.id == pathway.id and one.stage is stage for one in records[identity].pathways)
    ]
