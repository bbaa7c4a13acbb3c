"""``/tema/`` and ``/tema/<slug>/``: what can be used for a need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...facets import municipality_title
from ...model.guidance import Checklist, Question
from ...model.instrument import Instrument
from ...model.offer import Offer
from ...model.pathway import Pathway
from ...model.vocabulary import Topic, TopicGroup
from ...references import running_text
from ...text import counted, sort_key
from ..cards import alphabetical, standing
from ..context import Context
from ..page import Page
from ..recommendations import voices

LOCAL_SHOWN = 300
"""More offers than this for one topic are listed in the catalogue, page by page."""


@dataclass(frozen=True, slots=True)
class AtPlace:
    """A municipality and its offers for one topic."""

    id: str
    title: str
    offers: list[Offer]


def pages(context: Context) -> Iterator[Page]:
    """The list of topics, and each topic."""
    topics = list(context.graph.data.all("topic").values())
    counts = {topic.id: len(_offers(context, topic)) for topic in topics}
    ordered = sorted(topics, key=lambda topic: sort_key(topic.title))
    asked = {topic.id: len(_recommendations(context, topic)) for topic in topics}
    body = context.render(
        "topics.html",
        needs=[topic for topic in ordered if topic.group is TopicGroup.NEED],
        practice=[topic for topic in ordered if topic.group is TopicGroup.PRACTICE],
        counts=counts,
        asked=asked,
    )
    yield Page("tema/", "Temaer", "Finn hjelp etter hva du strever med: søvn, angst, rus, sorg og mer.", body)
    for topic in topics:
        yield _topic(context, topic)


def _offers(context: Context, topic: Topic) -> list[Offer]:
    graph = context.graph
    below = [
        offer
        for identity in graph.topic_and_below(topic.id)
        for offer in graph.offers_pointing_at("topic", identity, "topic")
    ]
    return list({offer.id: offer for offer in below}.values())


def _recommendations(context: Context, topic: Topic) -> list[str]:
    graph = context.graph
    found = [
        recommendation
        for identity in graph.topic_and_below(topic.id)
        for recommendation in graph.recommendations_pointing_at("topic", identity, "topic")
    ]
    return list(dict.fromkeys(found))


def _topic(context: Context, topic: Topic) -> Page:
    graph = context.graph
    offers = alphabetical(_offers(context, topic))
    mine = {offer.id for offer in offers}
    national = [offer for offer in context.national if offer.id in mine]
    nationwide = {offer.id for offer in national}
    local = [offer for offer in offers if offer.id not in nationwide]
    narrower = [graph.data.all("topic")[identity] for identity in graph.topic_and_below(topic.id)[1:]]
    recommended = _recommendations(context, topic)
    programmes = [programme for programme in graph.data.all("programme").values() if topic.id in programme.topics]
    body = context.render(
        "topic.html",
        topic=topic,
        national=[offer for offer in national if not standing(offer)],
        places=_by_place(context, local) if len(local) <= LOCAL_SHOWN else [],
        local=len(local),
        narrower=narrower,
        broader=graph.data.all("topic").get(topic.broader) if topic.broader else None,
        programmes=programmes,
        has_offers=topic.group is TopicGroup.NEED or bool(offers),
        recommendations=voices(context, recommended) if recommended else "",
        recommended=len(recommended),
        pathways=graph.records_pointing_at("topic", topic.id, "topic", Pathway),
        instruments=graph.records_pointing_at("topic", topic.id, "topic", Instrument),
        questions=graph.records_pointing_at("topic", topic.id, "topic", Question),
        checklists=graph.records_pointing_at("topic", topic.id, "topic", Checklist),
    )
    clinical = (
        f" ({topic.clinical})" if topic.clinical and topic.clinical.casefold() not in topic.title.casefold() else ""
    )
    found = (
        f"{counted(len(local), 'lokalt tilbud', 'lokale tilbud')} og {len(national)} for hele landet."
        if offers or topic.group is TopicGroup.NEED
        else f"{counted(len(recommended), 'anbefaling', 'anbefalinger')}."
    )
    description = f"{topic.summary} {found}"
    return Page(f"tema/{topic.id}/", f"{topic.title}{clinical}", description, body, text=running_text(topic))


def _by_place(context: Context, offers: list[Offer]) -> list[AtPlace]:
    """Local offers under the municipality they are in; an offer shared by several stands under each."""
    graph = context.graph
    found: dict[str, AtPlace] = {}
    for offer in offers:
        for area in offer.areas:
            if area.municipality and area.takes_part:
                municipality = graph.municipality_by_number[area.municipality]
                place = found.setdefault(
                    municipality.id,
                    AtPlace(f"kommune/{municipality.id}/", municipality_title(graph, municipality.id), []),
                )
            elif area.county:
                county = graph.county_by_number[area.county]
                place = found.setdefault(
                    f"fylke-{county.id}", AtPlace(f"fylke/{county.id}/", f"{county.title} (hele fylket)", [])
                )
            else:
                continue
            if offer not in place.offers:
                place.offers.append(offer)
    return sorted(found.values(), key=lambda place: sort_key(place.title))
