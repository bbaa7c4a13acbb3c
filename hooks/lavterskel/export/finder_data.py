"""What the GP's finder works on in the browser, fetched when a municipality is chosen.

Writes ``/fastlege/data/regler.json`` (the rules with everything they point at named), ``/fastlege/data/<number>.json``
for each municipality (offers usable there, nearest first, and its neighbours) and ``/fastlege/data/nasjonale.json``.
What a source does not say is left out of an offer, and shown as unknown.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from markupsafe import Markup

from ..citations.inline import without_citations
from ..facets import municipality_title
from ..graph import Graph, takes_part, usable_in
from ..model.base import Record, Source
from ..model.finder import FinderRule
from ..model.guidance import Recommendation
from ..model.offer import Contact, FoundStatus, Offer
from ..model.pathway import Pathway, Responsibility
from ..model.place import Municipality
from ..model.vocabulary import Topic, TopicGroup
from ..places import nearest
from ..render import labels
from ..render.addresses import address
from ..render.cards import standing
from ..render.context import Context
from ..render.environment import tel
from ..render.fields import age_values, cost_values, opening_values
from ..render.recommendations import document_name

FOLDER = "fastlege/data"
NEIGHBOURS = 5

DUTIES_OF = ("kommune", "fastlege", "psykisk-helse-og-rustjenesten", "spesialisthelsetjenesten")
"""Whose duties in a main pathway the finder tells of, in this order."""

Json = dict[str, object]


def write(context: Context, site: Path) -> int:
    """Write every file; returns how many."""
    graph = context.graph
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    drawn = cache(lambda identity: _dumped(_offer(graph.data.all("offer")[identity], context)))
    topics = local_topics(graph)
    _write(folder / "regler.json", _dumped(_rules(context)))
    _write(folder / "nasjonale.json", _offers(((offer, "nation") for offer in context.national), drawn))
    for municipality in graph.data.all("municipality").values():
        usable = usable_in(graph, municipality, [])
        here = [
            *((offer, "own") for offer in usable.own if takes_part(offer, municipality)),
            *((offer, "shared") for offer in usable.shared if takes_part(offer, municipality)),
            *((offer, "county") for offer in usable.county),
        ]
        head = _dumped(
            {
                "number": municipality.number,
                "id": municipality.id,
                "title": municipality_title(graph, municipality.id),
                "url": address("municipality", municipality.id),
                "neighbours": [_neighbour(other, km, topics) for other, km in _neighbours(municipality, graph, topics)],
            }
        )
        _write(folder / f"{municipality.number}.json", f'{head[:-1]},"offers":{_offers(here, drawn)}}}')
    return 2 + len(graph.data.all("municipality"))


def _offers(offers: Iterable[tuple[Offer, str]], drawn: Callable[[str], str]) -> str:
    made = [f'{{"tier":"{tier}",{drawn(offer.id)[1:]}' for offer, tier in offers if not standing(offer)]
    return f"[{','.join(made)}]"


def local_topics(graph: Graph) -> dict[str, Counter[str]]:
    """Municipality id → topic → how many offers can be used there, its own and shared; wider topics counted too."""
    found: dict[str, Counter[str]] = {}
    for identity, municipality in graph.data.all("municipality").items():
        counts = found.setdefault(identity, Counter())
        for offer in graph.offers_pointing_at("municipality", identity, "area"):
            if not standing(offer) and takes_part(offer, municipality):
                counts.update(graph.topics_and_above(graph.effective[offer.id].topics.value))
    return found


def _neighbours(
    municipality: Municipality, graph: Graph, topics: Mapping[str, Counter[str]]
) -> list[tuple[Municipality, float]]:
    with_offers = (other for other in graph.data.all("municipality").values() if topics[other.id])
    return nearest(municipality, with_offers, NEIGHBOURS)


def _neighbour(other: Municipality, km: float, topics: Mapping[str, Counter[str]]) -> Json:
    return {
        "number": other.number,
        "title": other.title,
        "url": address("municipality", other.id),
        "km": round(km),
        "topics": dict(sorted(topics[other.id].items())),
    }


def _offer(offer: Offer, context: Context) -> Json:
    """An offer as the finder, the patient's sheet and the journal need it; absent means that the source is silent."""
    graph = context.graph
    effective = graph.effective[offer.id]
    card = context.card_of[offer.id]
    found: Json = {
        "id": offer.id,
        "title": offer.title,
        "place": card.place,
        "summary": _plain(offer.summary),
        "topics": list(effective.topics.value),
        "audience": list(offer.audience),
        "kinds": list(offer.kinds),
        "kind_words": [graph.data.all("kind")[kind].title for kind in offer.kinds],
        "settings": [setting.value for setting in offer.format.settings] if offer.format else [],
        "how": [_plain(text) for text in offer.access.how] if offer.access else [],
        "how_professional": [_plain(text) for text in offer.access.how_professional] if offer.access else [],
        "waiting": [item.text for item in offer.waiting],
        "hours": _words(opening_values(offer.opening_hours)),
        "contacts": [_contact(contact) for contact in offer.contacts],
        "age_line": card.age_line,
        "sure": _sure(offer),
        "crisis": bool(offer.crisis),
    }
    if effective.age:
        found["age"] = [effective.age.value.min, effective.age.value.max]
        found["age_text"] = _words(age_values(effective.age.value))
    if effective.referral:
        found["referral"] = effective.referral.value.value
        found["referral_text"] = labels.REFERRAL[effective.referral.value]
    if effective.cost:
        found["cost"] = _words(cost_values(effective.cost.value))
    inherited = {name: {"id": origin.id, "title": origin.title} for name, _, origin in effective.from_others()}
    if inherited:
        found["inherited"] = inherited
    return {name: value for name, value in found.items() if value not in ([], None, "", False)}


def _sure(offer: Offer) -> str:
    """How the information stands: read or confirmed lately, looked for later and not found, or neither."""
    if offer.verified or any(source.read_on for source in offer.sources):
        return "seen"
    if not offer.found_later:
        return ""
    gone = all(found.status is FoundStatus.NOT_FOUND for found in offer.found_later)
    return "not_found" if gone else "seen"


def _contact(contact: Contact) -> Json:
    if contact.phone:
        return {"words": contact.phone, "href": f"tel:{tel(contact.phone)}", "label": contact.label or "Telefon"}
    if contact.sms:
        return {"words": contact.sms, "href": f"sms:{tel(contact.sms)}", "label": contact.label or "SMS"}
    if contact.email:
        return {"words": contact.email, "href": f"mailto:{contact.email}", "label": contact.label or "E-post"}
    web = contact.web or contact.chat
    if web:
        label = contact.label or ("Nett" if contact.web else "Chat")
        return {"words": web.split("://", 1)[1].rstrip("/"), "href": web, "label": label}
    return {"words": contact.address or "", "label": contact.label or "Adresse"}


def _words(values: Iterable[Markup]) -> str:
    return ". ".join(Markup(value).striptags() for value in values)


def _plain(text: str | None) -> str:
    return without_citations(text) if text else ""


def _rules(context: Context) -> Json:
    graph = context.graph
    rules = graph.data.all("rule").values()
    pathways = {rule.pathway for rule in rules if rule.pathway}
    return {
        "rules": [_rule(rule, context) for rule in rules],
        "pathways": {identity: _pathway(graph.data.all("pathway")[identity], context) for identity in sorted(pathways)},
        "topics": [_topic(topic) for topic in graph.data.all("topic").values() if topic.group is TopicGroup.NEED],
        "words": {
            one.value: words
            for one, words in (*labels.SEVERITY.items(), *labels.DURATION.items(), *labels.FACT.items())
        },
    }


def _topic(topic: Topic) -> Json:
    """A topic with every word that leads to it: its own, the field's, everyday ones and misspellings."""
    other = topic.synonyms
    words = [topic.title, topic.clinical, topic.chip, *other.nb, *other.nn, *other.everyday, *other.misspelt]
    return {
        "id": topic.id,
        "title": topic.title,
        "clinical": topic.clinical,
        "words": list(dict.fromkeys(word for word in words if word)),
        "icpc": list(topic.icpc2),
        "broader": topic.broader,
    }


def _rule(rule: FinderRule, context: Context) -> Json:
    graph = context.graph
    targets: list[tuple[str, tuple[str, ...]]] = [
        ("offer", rule.offers),
        ("pathway", (rule.pathway,) if rule.pathway else ()),
        ("actor", rule.actors),
        ("instrument", rule.instruments),
    ]
    return {
        "id": rule.id,
        "part": rule.part.value,
        "when": rule.when.model_dump(mode="json", exclude_defaults=True),
        "title": rule.title,
        "why": rule.why,
        "alternative": rule.alternative,
        "exception": rule.exception,
        "badge": _badge(rule.strength, graph),
        "printed": rule.strength_printed,
        "document": _document(rule.document, graph),
        "criterion": _criterion(rule, graph),
        "targets": [_target(kind, graph.data.records[kind][one]) for kind, ids in targets for one in ids],
        "recommendations": [
            _recommendation(graph.data.all("recommendation")[one], graph) for one in rule.recommendations
        ],
        "provisions": [_provision(one, graph) for one in rule.provisions],
        "sources": [_source(source, context) for source in rule.sources],
    }


def _target(kind: str, record: Record) -> Json:
    found: Json = {"kind": kind, "id": record.id, "title": record.title, "url": address(kind, record.id)}
    if isinstance(record, Offer):
        found["contacts"] = [_contact(contact) for contact in record.contacts if contact.phone][:1]
        found["when"] = record.crisis.when if record.crisis else ""
    return found


def _badge(strength: str | None, graph: Graph) -> Json | None:
    if strength is None:
        return None
    record = graph.data.all("strength")[strength]
    return {"word": record.title, "force": record.force.value}


def _document(identity: str | None, graph: Graph) -> Json | None:
    if identity is None:
        return None
    document = graph.data.all("guidance")[identity]
    return {
        "name": document_name(document),
        "url": address("guidance", identity),
        "year": document.year,
        "replaced": bool(graph.successors(identity)),
    }


def _criterion(rule: FinderRule, graph: Graph) -> Json | None:
    if rule.criterion is None:
        return None
    pathway = graph.data.all("pathway")[rule.criterion.pathway]
    criterion = next(one for one in pathway.criteria if one.key == rule.criterion.key)
    return {
        "text": _plain(criterion.text),
        "differs": _plain(criterion.differs),
        "url": f"{address('pathway', pathway.id)}#kriterium-{criterion.key}",
    }


def _recommendation(item: Recommendation, graph: Graph) -> Json:
    return {
        "id": item.id,
        "title": item.title,
        "url": address("recommendation", item.id),
        "badge": _badge(item.strength, graph),
        "document": _document(item.document, graph),
    }


def _provision(identity: str, graph: Graph) -> Json:
    provision = graph.data.all("provision")[identity]
    return {
        "title": f"{graph.data.all('law')[provision.law].short_title} {provision.number}",
        "url": address("provision", identity),
    }


def _source(source: Source, context: Context) -> Json:
    return {
        "name": context.short_names[source.ref],
        "full": context.work_names[source.ref],
        "url": address("reference", source.ref),
        "place": ", ".join(labels.place_in(source)),
    }


def _pathway(pathway: Pathway, context: Context) -> Json:
    """What the finder tells of a pathway: who answers for what there, with the strength and the edition."""
    return {
        "duties": [_duty(duty, context.graph) for duty in _told(pathway)],
    }


def _told(pathway: Pathway) -> Iterator[Responsibility]:
    for actor in DUTIES_OF:
        yield from [duty for duty in pathway.responsibilities if duty.actor == actor and duty.strength][:2]


def _duty(duty: Responsibility, graph: Graph) -> Json:
    actor = graph.data.all("actor")[duty.actor]
    return {
        "actor": actor.title,
        "url": address("actor", actor.id),
        "text": _plain(duty.text),
        "badge": _badge(duty.strength, graph),
        "document": _document(duty.document, graph),
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
