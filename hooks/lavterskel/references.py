"""What a record points at, and where in the record it does so. Rules and graph both read it from here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import singledispatch

from .model.actor import Actor
from .model.base import Record, Source
from .model.finder import FinderRule
from .model.guidance import Checklist, GuidanceDocument, Question, Recommendation, Repeat
from .model.instrument import Instrument
from .model.law import Law, Provision
from .model.offer import Area, Facts, FoundLater, Offer
from .model.pathway import Pathway, Said, Step, Verb
from .model.place import Municipality
from .model.programme import Programme
from .model.status import Standings
from .model.term import Term
from .model.vocabulary import Topic
from .model.words import WordList
from .yaml_file import Place


@dataclass(frozen=True, slots=True)
class Reference:
    """One pointer: to ``target`` among records of ``kind``, from the field ``at``.

    ``relation`` names it in the graph; ``label`` names the target's list in a message. Municipalities and
    counties are pointed at by number, everything else by id.
    """

    relation: str
    kind: str
    target: str
    at: Place
    label: str
    by_number: bool = False


TOPICS = "temaene i data/vocabulary/topics.yaml"
PROVISIONS = "bestemmelsene i data/provisions.yaml"
LAWS = "lovene i data/laws.yaml"
DOCUMENTS = "dokumentene i data/documents.yaml"
RECOMMENDATIONS = "anbefalingene i data/guidance/"
ACTORS = "aktørene i data/actors.yaml og data/actors/"
PATHWAYS = "forløpene i data/pathways/"
OFFERS = "tilbudene"
PROGRAMMES = "programmene i data/programmes.yaml"
INSTRUMENTS = "verktøyene i data/instruments.yaml"
KINDS = "typene i data/vocabulary/kinds.yaml"
STRENGTHS = "styrkene i data/vocabulary/strengths.yaml"


@singledispatch
def references(record: Record) -> Iterator[Reference]:
    """Every pointer of a record. A kind without a function of its own has none."""
    yield from ()


@references.register
def _(offer: Offer) -> Iterator[Reference]:
    yield from _many("kind", "kind", offer.kinds, "kinds", KINDS)
    yield from _many("topic", "topic", offer.topics, "topics", TOPICS)
    yield from _many("audience", "audience", offer.audience, "audience", "målgruppene i data/vocabulary/audiences.yaml")
    yield from _many("mark", "mark", list(offer.marks), "marks", "kjennetegnene i data/vocabulary/marks.yaml")
    yield from _many("see", "offer", offer.see, "see", OFFERS)
    yield from _areas(offer.areas)
    if offer.part_of:
        yield Reference("part_of", "offer", offer.part_of, ("part_of",), OFFERS)
    if offer.programme:
        yield Reference("programme", "programme", offer.programme, ("programme",), PROGRAMMES)
    if offer.provider and offer.provider.actor:
        yield Reference("provider", "actor", offer.provider.actor, ("provider", "actor"), ACTORS)
    for index, found in enumerate(offer.found_later):
        for number, target in enumerate(found.see):
            yield Reference("see", "offer", target, ("found_later", index, "see", number), OFFERS)


@references.register
def _(programme: Programme) -> Iterator[Reference]:
    yield from _many("topic", "topic", programme.topics, "topics", TOPICS)
    yield from _many("based_on", "programme", programme.based_on, "based_on", PROGRAMMES)
    yield from _many("see", "programme", programme.see, "see", PROGRAMMES)


@references.register
def _(actor: Actor) -> Iterator[Reference]:
    yield from _areas(actor.areas)
    if actor.part_of:
        yield Reference("part_of", "actor", actor.part_of, ("part_of",), ACTORS)
    yield from _many("legal_basis", "provision", actor.legal_basis, "legal_basis", PROVISIONS)
    yield from _many("legal_basis", "law", actor.laws, "laws", LAWS)


@references.register
def _(municipality: Municipality) -> Iterator[Reference]:
    yield Reference(
        "county", "county", municipality.county, ("county",), "fylkene i data/vocabulary/counties.yaml", by_number=True
    )


@references.register
def _(topic: Topic) -> Iterator[Reference]:
    if topic.broader:
        yield Reference("broader", "topic", topic.broader, ("broader",), TOPICS)


@references.register
def _(document: GuidanceDocument) -> Iterator[Reference]:
    yield from _many("replaces", "guidance", document.replaces, "replaces", DOCUMENTS)
    for index, change in enumerate(document.changes):
        for number, target in enumerate(change.recommendations):
            yield Reference(
                "changed", "recommendation", target, ("changes", index, "recommendations", number), RECOMMENDATIONS
            )


@references.register
def _(item: Recommendation) -> Iterator[Reference]:
    if item.document:
        yield Reference("document", "guidance", item.document, ("document",), DOCUMENTS)
    if item.law:
        yield Reference("said_in_law", "law", item.law, ("law",), LAWS)
    yield Reference("strength", "strength", item.strength, ("strength",), STRENGTHS)
    yield from _many("addressee", "actor", item.addressees, "addressees", ACTORS)
    yield from _many("topic", "topic", item.topics, "topics", TOPICS)
    yield from _many("offer_kind", "kind", item.offer_kinds, "offer_kinds", KINDS)
    yield from _many("programme", "programme", item.programmes, "programmes", PROGRAMMES)
    yield from _many("legal_basis", "provision", item.legal_basis, "legal_basis", PROVISIONS)
    yield from _many("legal_basis", "law", item.laws, "laws", LAWS)
    yield from _many("refers_to", "guidance", item.refers_to, "refers_to", DOCUMENTS)
    yield from _many("see_now", "recommendation", item.see_now, "see_now", RECOMMENDATIONS)
    for index, pathway in enumerate(item.pathways):
        yield Reference("pathway", "pathway", pathway.id, ("pathways", index, "id"), PATHWAYS)


@references.register
def _(repeat: Repeat) -> Iterator[Reference]:
    yield from _many("repeats", "recommendation", repeat.recommendations, "recommendations", RECOMMENDATIONS)


@references.register(Question)
@references.register(Checklist)
def _(item: Question | Checklist) -> Iterator[Reference]:
    yield Reference("document", "guidance", item.document, ("document",), DOCUMENTS)
    yield from _many("answered_by", "recommendation", item.recommendations, "recommendations", RECOMMENDATIONS)
    yield from _many("topic", "topic", item.topics, "topics", TOPICS)
    if isinstance(item, Question):
        yield from _many("legal_basis", "provision", item.legal_basis, "legal_basis", PROVISIONS)
        yield from _many("legal_basis", "law", item.laws, "laws", LAWS)


@references.register
def _(provision: Provision) -> Iterator[Reference]:
    yield Reference("law", "law", provision.law, ("law",), LAWS)
    if provision.part_of:
        yield Reference("part_of", "provision", provision.part_of, ("part_of",), PROVISIONS)


@references.register
def _(term: Term) -> Iterator[Reference]:
    yield from _many("see", "term", term.see, "see", "begrepene i data/terms.yaml")
    yield from _many("topic", "topic", term.topics, "topics", TOPICS)


@references.register
def _(pathway: Pathway) -> Iterator[Reference]:
    yield from _areas(pathway.areas)
    yield from _many("topic", "topic", pathway.topics, "topics", TOPICS)
    yield from _many("passes", "offer", pathway.offers, "offers", OFFERS)
    yield from _many("see", "pathway", pathway.see, "see", PATHWAYS)
    yield from _many("legal_basis", "provision", pathway.legal_basis, "legal_basis", PROVISIONS)
    yield from _many("legal_basis", "law", pathway.laws, "laws", LAWS)
    if pathway.programme:
        yield Reference("steps_of", "programme", pathway.programme, ("programme",), PROGRAMMES)
    for index, criterion in enumerate(pathway.criteria):
        yield Reference("criterion", "guidance", criterion.document, ("criteria", index, "document"), DOCUMENTS)
    for index, duty in enumerate(pathway.responsibilities):
        at: Place = ("responsibilities", index)
        yield Reference("responsible", "actor", duty.actor, (*at, "actor"), ACTORS)
        yield from _verb(duty, at)
    for index, step in enumerate(pathway.steps):
        yield from _step(step, ("steps", index))
    for index, way in enumerate(pathway.transitions):
        at = ("transitions", index)
        if way.pathway:
            yield Reference("leads_to", "pathway", way.pathway, (*at, "pathway"), PATHWAYS)
        if way.actor:
            yield Reference("leads_to", "actor", way.actor, (*at, "actor"), ACTORS)
        yield from _verb(way, at)


def _step(step: Step, at: Place) -> Iterator[Reference]:
    yield from _many("acts", "actor", step.actors, "actors", ACTORS, at)
    yield from _many("step_offer", "offer", step.offers, "offers", OFFERS, at)
    yield from _many("step_kind", "kind", step.offer_kinds, "offer_kinds", KINDS, at)
    yield from _many("step_programme", "programme", step.programmes, "programmes", PROGRAMMES, at)
    yield from _many("step_instrument", "instrument", step.instruments, "instruments", INSTRUMENTS, at)
    yield from _verb(step, at)


def _verb(verb: Verb, at: Place) -> Iterator[Reference]:
    if verb.strength:
        yield Reference("strength", "strength", verb.strength, (*at, "strength"), STRENGTHS)
    yield from _many("same_as", "recommendation", verb.recommendations, "recommendations", RECOMMENDATIONS, at)
    yield from _many("legal_basis", "provision", verb.legal_basis, "legal_basis", PROVISIONS, at)
    yield from _many("legal_basis", "law", verb.laws, "laws", LAWS, at)


@references.register
def _(instrument: Instrument) -> Iterator[Reference]:
    yield from _many("used_by", "actor", instrument.used_by, "used_by", ACTORS)
    yield from _many("topic", "topic", instrument.topics, "topics", TOPICS)
    yield from _many("used_in", "offer", instrument.offers, "offers", OFFERS)
    yield from _many("used_in", "programme", instrument.programmes, "programmes", PROGRAMMES)


@references.register
def _(rule: FinderRule) -> Iterator[Reference]:
    yield from _many("when_topic", "topic", rule.when.topics, "topics", TOPICS, ("when",))
    yield from _many("when_topic", "topic", rule.when.topics_unless, "topics_unless", TOPICS, ("when",))
    if rule.document:
        yield Reference("document", "guidance", rule.document, ("document",), DOCUMENTS)
    if rule.criterion:
        yield Reference("criterion", "pathway", rule.criterion.pathway, ("criterion", "pathway"), PATHWAYS)
    if rule.pathway:
        yield Reference("suggests", "pathway", rule.pathway, ("pathway",), PATHWAYS)
    if rule.strength:
        yield Reference("strength", "strength", rule.strength, ("strength",), STRENGTHS)
    yield from _many("suggests", "actor", rule.actors, "actors", ACTORS)
    yield from _many("rests_on", "recommendation", rule.recommendations, "recommendations", RECOMMENDATIONS)
    yield from _many("legal_basis", "provision", rule.provisions, "provisions", PROVISIONS)
    yield from _many("suggests", "instrument", rule.instruments, "instruments", INSTRUMENTS)
    yield from _many("suggests", "offer", rule.offers, "offers", OFFERS)


def sources(record: Record) -> Iterator[tuple[Place, Source]]:
    """Every source of a record with its place, those of parts of it included."""
    for index, source in enumerate(record.sources):
        yield ("sources", index), source
    if isinstance(record, Standings) and record.status_source:
        yield ("status_source",), record.status_source
    if isinstance(record, GuidanceDocument):
        if record.familiarity:
            yield ("familiarity", "source"), record.familiarity.source
        for index, change in enumerate(record.changes):
            yield ("changes", index, "source"), change.source
    if isinstance(record, Pathway):
        for place, said in statements(record):
            for index, source in enumerate(said.sources):
                yield (*place, "sources", index), source
    for number, found in enumerate(found_later(record)):
        for index, source in enumerate(found.sources):
            yield ("found_later", number, "sources", index), source


def statements(pathway: Pathway) -> Iterator[tuple[Place, Said | Step]]:
    """Everything the pathway says with sources of its own, and where in the record it stands."""
    parts = ("criteria", "responsibilities", "content", "steps", "not_usual", "transitions", "factors", "evidence")
    for name in parts:
        for index, said in enumerate(getattr(pathway, name)):
            yield (name, index), said
    for index, dispute in enumerate(pathway.disputes):
        for number, side in enumerate(dispute.sides):
            yield ("disputes", index, "sides", number), side


def found_later(record: Record) -> Sequence[FoundLater]:
    """What was found of the record later; only offers have this."""
    return record.found_later if isinstance(record, Offer) else ()


def own_work(record: Record) -> str | None:
    """The key of the work that the record itself is, for a document or a law."""
    return record.reference if isinstance(record, (GuidanceDocument, Law)) else None


def running_text(record: Record) -> str:
    """Everything the record says, as one text to look for words in."""
    return record.__pydantic_serializer__.to_json(record).decode().replace("\\n", "\n")


@references.register
def _(words: WordList) -> Iterator[Reference]:
    if words.topic:
        yield Reference("topic", "topic", words.topic, ("topic",), TOPICS)


def texts(record: Record) -> Iterator[tuple[Place, str]]:
    """Every running text of a record, where citations may stand."""
    yield from _texts(record, ())


def _texts(value: object, at: tuple[int | str, ...]) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*at, index))
    elif isinstance(value, (Facts, Record)) or hasattr(type(value), "model_fields"):
        for name, field in type(value).model_fields.items():  # type: ignore[attr-defined]
            yield from _texts(getattr(value, name), (*at, field.alias or name))


def _many(
    relation: str, kind: str, targets: Sequence[str], field: str, label: str, within: Place = ()
) -> Iterator[Reference]:
    for index, target in enumerate(targets):
        yield Reference(relation, kind, target, (*within, field, index), label)


def _areas(areas: Sequence[Area]) -> Iterator[Reference]:
    for index, area in enumerate(areas):
        if area.municipality:
            yield Reference(
                "area",
                "municipality",
                area.municipality,
                ("areas", index, "municipality"),
                "kommunenumrene i data/vocabulary/municipalities.yaml",
                by_number=True,
            )
        if area.county:
            yield Reference(
                "area",
                "county",
                area.county,
                ("areas", index, "county"),
                "fylkesnumrene i data/vocabulary/counties.yaml",
                by_number=True,
            )
