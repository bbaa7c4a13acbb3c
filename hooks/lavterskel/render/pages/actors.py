"""``/aktor/`` and ``/aktor/<id>/``: who gives, supports or pays for help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph import Graph
from ...model.actor import Actor, Level
from ...model.pathway import Pathway, Responsibility
from ...references import running_text
from ...text import shortened, sort_key
from ..cards import alphabetical
from ..context import Context
from ..fields import actor_fields
from ..flow import Numbered, steps_where
from ..page import Page
from ..recommendations import voices


@dataclass(frozen=True, slots=True)
class PartPlayed:
    """What an actor does in one pathway: what it answers for, and its steps by number."""

    pathway: Pathway
    duties: list[Responsibility]
    steps: list[Numbered]


def pages(context: Context) -> Iterator[Page]:
    """The list of actors, and each actor."""
    actors = sorted(context.graph.data.all("actor").values(), key=lambda actor: sort_key(actor.title))
    counts = {actor.id: len(context.graph.offers_pointing_at("actor", actor.id, "provider")) for actor in actors}
    levels = [*Level, None]
    groups = [(level, [actor for actor in actors if actor.level is level]) for level in levels]
    body = context.render("actors.html", groups=[group for group in groups if group[1]], counts=counts)
    yield Page(
        "aktor/",
        "Aktører",
        "Tjenester og organisasjoner som gir, støtter eller betaler for hjelp, og tilbudene deres.",
        body,
    )
    for actor in actors:
        yield _actor(context, actor)


def _actor(context: Context, actor: Actor) -> Page:
    graph = context.graph
    known = graph.data.all("actor")
    asked = graph.recommendations_pointing_at("actor", actor.id, "addressee")
    body = context.render(
        "actor.html",
        actor=actor,
        fields=actor_fields(actor, graph),
        offers=alphabetical(graph.offers_pointing_at("actor", actor.id, "provider")),
        pathways=_parts_played(actor, graph),
        recommendations=voices(context, asked) if asked else "",
        total=len(asked),
        parent=known.get(actor.part_of) if actor.part_of else None,
        parts_of=[known[edge.source[1]] for edge in graph.into("actor", actor.id) if edge.relation == "part_of"],
    )
    description = shortened(f"{actor.summary or actor.title} Beskrevet i {actor.as_of[:4]}.", 300)
    return Page(f"aktor/{actor.id}/", f"{actor.title} (aktør)", description, body, text=running_text(actor))


def _parts_played(actor: Actor, graph: Graph) -> list[PartPlayed]:
    relations = ("responsible", "acts", "leads_to")
    found = [one for relation in relations for one in graph.records_pointing_at("actor", actor.id, relation, Pathway)]
    return [
        PartPlayed(
            pathway,
            [duty for duty in pathway.responsibilities if duty.actor == actor.id],
            steps_where([pathway], lambda step: actor.id in step.actors),
        )
        for pathway in {one.id: one for one in found}.values()
    ]
