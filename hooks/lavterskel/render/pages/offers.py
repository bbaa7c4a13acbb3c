"""``/tilbud/<id>/``: one page per offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ...export.schema_org import offer_jsonld
from ...graph import Graph
from ...model.offer import FoundLater, Offer
from ...model.pathway import Pathway
from ...references import running_text
from ...text import shortened
from .. import labels
from ..context import Context
from ..field import Field
from ..fields import detail_fields, found_fields, question_fields
from ..page import Page

RELATED_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Found:
    """A later finding as shown: its own facts, its own date, its own sources."""

    later: FoundLater
    heading: str
    fields: list[Field]
    see: list[Offer]


@dataclass(frozen=True, slots=True)
class Related:
    """A heading and the offers under it."""

    heading: str
    offers: list[Offer]


def first_half(context: Context) -> Iterator[Page]:
    """One page per offer, for every second offer."""
    return _pages(context, 0)


def second_half(context: Context) -> Iterator[Page]:
    """The pages of the other offers. Two halves, since they are most of a large site and two processes share them."""
    return _pages(context, 1)


def _pages(context: Context, start: int) -> Iterator[Page]:
    for offer in islice(context.graph.data.all("offer").values(), start, None, 2):
        yield _page(offer, context)


def _page(offer: Offer, context: Context) -> Page:
    graph = context.graph
    effective = graph.effective[offer.id]
    card = context.card_of[offer.id]
    details = detail_fields(offer, graph)
    found = [_found(later, graph) for later in offer.found_later]
    body = context.render(
        "offer.html",
        offer=offer,
        place=card.place,
        standing=card.standing,
        field=question_fields(offer, graph, effective, {field.name for finding in found for field in finding.fields}),
        known=[field for field in details if field.values],
        unknown=[field.mention for field in details if not field.values],
        found=found,
        related=_related(offer, context),
        parent=graph.data.all("offer").get(offer.part_of) if offer.part_of else None,
        programme=graph.data.all("programme").get(offer.programme) if offer.programme else None,
        needs_crisis_help=offer.crisis is None
        and any(graph.data.all("topic")[topic].crisis for topic in effective.topics.value),
        age=age_sentence(offer),
        pathways=_pathways(offer, graph),
        sheet="" if card.standing else sheet_fragment(offer, graph),
        guidance=context.guidance_for(offer.kinds, offer.programme),
    )
    return Page(
        f"tilbud/{offer.id}/",
        f"{offer.title}, {card.place}",
        description(offer, context),
        body,
        offer_jsonld(offer, graph, context.site_url),
        text=running_text(offer),
    )


def description(offer: Offer, context: Context) -> str:
    """What a search engine shows: the summary, the place and the year."""
    place = context.card_of[offer.id].place
    return shortened(f"{offer.summary or offer.title} {place}. Opplysninger fra {offer.as_of[:4]}.", 300)


def age_sentence(offer: Offer) -> str:
    """How old this is, in one sentence."""
    read = [source.read_on for source in offer.sources if source.read_on]
    if read:
        return f"Lest {labels.short_day(max(read))}, ikke bekreftet av tilbyderen."
    return f"Slik tilbudet var beskrevet {labels.when(offer.as_of)}. Det er ikke bekreftet av tilbyderen siden."


def sheet_fragment(offer: Offer, graph: Graph) -> str:
    """What the patient's sheet is opened with: the offer, and a municipality where it can be used, if it has one."""
    numbers = [area.municipality for area in offer.areas if area.municipality and area.takes_part]
    counties = [graph.county_by_number[area.county].id for area in offer.areas if area.county]
    numbers += [
        graph.data.all("municipality")[edge.source[1]].number
        for county in counties[:1]
        for edge in graph.into("county", county)
        if edge.relation == "county"
    ]
    return (f"kommune={numbers[0]}&" if numbers else "") + f"tilbud={offer.id}"


def _pathways(offer: Offer, graph: Graph) -> list[Pathway]:
    """The pathways that go through the offer, or that tell its programme's steps."""
    found = [
        *graph.records_pointing_at("offer", offer.id, "passes", Pathway),
        *graph.records_pointing_at("offer", offer.id, "step_offer", Pathway),
        *(graph.records_pointing_at("programme", offer.programme, "steps_of", Pathway) if offer.programme else ()),
    ]
    return list({one.id: one for one in found}.values())


def _found(later: FoundLater, graph: Graph) -> Found:
    offers = graph.data.all("offer")
    return Found(
        later, labels.FOUND[later.status], found_fields(later, graph), [offers[identity] for identity in later.see]
    )


def _related(offer: Offer, context: Context) -> list[Related]:
    graph = context.graph
    parts = graph.offers_pointing_at("offer", offer.id, "part_of")
    siblings = (
        [other for other in graph.offers_pointing_at("offer", offer.part_of, "part_of") if other.id != offer.id]
        if offer.part_of
        else []
    )
    see = [graph.data.all("offer")[identity] for identity in offer.see]
    near = _same_topic_same_place(offer, context, {offer.id, *(other.id for other in (*parts, *siblings, *see))})
    groups = [
        Related("Del av dette tilbudet", parts),
        Related("Hører sammen med", siblings),
        Related("Se også", see),
        Related("Annet for det samme, samme sted", near),
    ]
    return [group for group in groups if group.offers]


def _same_topic_same_place(offer: Offer, context: Context, taken: set[str]) -> list[Offer]:
    graph = context.graph
    topics = set(graph.effective[offer.id].topics.value)
    places = [area.municipality for area in offer.areas if area.municipality]
    found = []
    for number in dict.fromkeys(places):
        for other in graph.offers_pointing_at("municipality", graph.municipality_by_number[number].id, "area"):
            if (
                other.id not in taken
                and not context.card_of[other.id].standing
                and topics.intersection(graph.effective[other.id].topics.value)
            ):
                taken.add(other.id)
                found.append(other)
                if len(found) == RELATED_SHOWN:
                    return found
    return found
