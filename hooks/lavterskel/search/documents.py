"""What can be found: every record with a page, its words by field, its facets, and what a result shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from pydantic import BaseModel

from ..citations.inline import without_citations
from ..facets import NATIONWIDE, municipality_title
from ..model.base import SLUG_PATTERN, Record
from ..model.law import Provision
from ..model.offer import Age, Area
from ..model.pathway import Pathway, Verb
from ..render import labels
from ..render.addresses import FOLDERS, address
from ..render.context import Context
from ..render.recommendations import origin_name, place_words
from ..text import joined
from .fields import Field

PLACES_NAMED = 3


class Standing(IntEnum):
    """How ready a record is for use; lower ranks after."""

    USABLE = 0
    NOT_YET_OR_NO_MORE = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A record as search sees it.

    ``words`` are texts by field; ``terms`` are terms that stand for themselves, such as a topic's. ``facets`` are
    values by the facet's name; ``ages`` is lowest and highest age where the record states them.
    """

    kind: str
    id: str
    title: str
    line: str
    place: str = ""
    facts: tuple[str, ...] = ()
    standing: Standing = Standing.USABLE
    words: Mapping[Field, Sequence[str]] = field(default_factory=dict)
    terms: Mapping[Field, Sequence[str]] = field(default_factory=dict)
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ages: tuple[int, int] | None = None

    @property
    def address(self) -> str:
        """Where its page is, from the site's root."""
        return address(self.kind, self.id)


TYPES = {kind: FOLDERS[kind] for kind in FOLDERS if kind not in ("provision", "rule", "county", "reference")} | {
    "provision": "paragraf"
}
"""Record kind → its value of the facet ``type``, the word in its address; an offer has its kinds of help too."""


def topic_term(topic: str) -> str:
    """The term that stands for a topic."""
    return f"@{topic}"


def law_term(law: str) -> str:
    """The term that stands for an act or a regulation."""
    return f"§{law}"


def place_term(municipality: str) -> str:
    """The term that stands for a municipality."""
    return f"#{municipality}"


def _local(places: Iterable[str]) -> list[str]:
    return [place_term(place) for place in places if place != NATIONWIDE]


_SECTION = re.compile(r"§ (\d+(?:-\d+)?)(?: ([a-zæøå])\b)?")


def section_of(number: str) -> str:
    """«§ 2-1 a» → ``2-1a``, «§ 3-2 første ledd nr. 5» → ``3-2``; empty for chapters and articles."""
    found = _SECTION.match(number)
    return f"{found[1]}{found[2] or ''}" if found else ""


def section_terms(provision: Provision) -> list[str]:
    """The terms that stand for a provision's section: in its own law, and in any."""
    section = section_of(provision.number)
    return [f"§{provision.law}-{section}", f"§{section}"] if section else []


def documents(context: Context) -> list[Document]:
    """Everything that can be found, in the order the index numbers it."""
    return [document for make in _MAKERS for document in make(context)]


def _topics(context: Context, topics: Iterable[str]) -> list[str]:
    """The terms of some topics, twice, and once of those above them: what it is about counts most."""
    own = list(topics)
    above = [wider for topic in own for wider in context.graph.topic_and_above(topic)]
    return [*map(topic_term, own), *map(topic_term, above)]


def _topic_values(context: Context, topics: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(wider for topic in topics for wider in context.graph.topic_and_above(topic)))


def _body(record: Record, *shown: str | None) -> list[str]:
    """A record's texts but those that stand in another field, and the words that are ids."""
    known = {*shown, record.title}
    found: list[str] = []
    for name in _text_fields(type(record)):
        _collect(getattr(record, name), found)
    return [
        without_citations(text) if "@" in text else text for text in found if text not in known and not _IS_ID(text)
    ]


def _collect(value: object, found: list[str]) -> None:
    """Every text in a value, however deep. A list and not a generator: at 10,000 offers that takes a third."""
    if isinstance(value, str):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)
    elif isinstance(value, BaseModel):
        for name in _text_fields(type(value)):
            _collect(getattr(value, name), found)


@cache
def _text_fields(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in model.model_fields if name not in _NOT_READ)


_IS_ID = re.compile(SLUG_PATTERN.replace("-", "[-_]")).match
_NOT_READ = {"id", "sources", "source", "aliases", "contacts", "status_source", "synonyms", "url", "website", "marks"}
"""Fields that are no running text, or are indexed with more weight elsewhere."""


def _limits(age: Age | None) -> tuple[int, int] | None:
    if age is None or (age.min is None and age.max is None):
        return None
    return age.min or 0, age.max if age.max is not None else 110


def _places(context: Context, areas: Iterable[Area]) -> list[str]:
    """The facet values of where something is: municipalities, or the whole country."""
    graph = context.graph
    found: list[str] = []
    for area in areas:
        if not area.takes_part:
            continue
        if area.municipality:
            found.append(graph.municipality_by_number[area.municipality].id)
        elif area.county:
            county = graph.county_by_number[area.county]
            found += [edge.source[1] for edge in graph.into("county", county.id) if edge.relation == "county"]
        else:
            found.append(NATIONWIDE)
    return list(dict.fromkeys(found))


def _place_names(context: Context, areas: Iterable[Area]) -> list[str]:
    graph = context.graph
    names: list[str] = []
    for area in areas:
        if area.municipality:
            names.append(graph.municipality_by_number[area.municipality].title)
        elif area.county:
            names.append(graph.county_by_number[area.county].title)
        names += [name for name in (area.district, area.name_then) if name]
    return names


def _offers(context: Context) -> Iterator[Document]:
    data, graph = context.graph.data, context.graph
    kinds, audiences, programmes = data.all("kind"), data.all("audience"), data.all("programme")
    for offer in context.offers:
        card = context.card_of[offer.id]
        effective = graph.effective[offer.id]
        topics = effective.topics.value
        values = context.facets.by_offer[offer.id]
        programme = programmes.get(offer.programme or "")
        parent = data.all("offer").get(offer.part_of or "")
        about = [
            *(kinds[kind].title for kind in offer.kinds),
            *(audiences[audience].title for audience in offer.audience),
            *_place_names(context, offer.areas),
            *([programme.title, *programme.aliases] if programme else []),
            *([offer.provider.name] if offer.provider else []),
            *([parent.title] if parent else []),
        ]
        yield Document(
            "offer",
            offer.id,
            offer.title,
            card.summary,
            card.place,
            card.facts,
            Standing.NOT_YET_OR_NO_MORE if card.standing else Standing.USABLE,
            {
                Field.TITLE: [offer.title],
                Field.NAMES: [
                    *offer.aliases,
                    *(later.name for later in offer.found_later if later.name),
                    *(contact.phone.replace(" ", "") for contact in offer.contacts if contact.phone),
                ],
                Field.ABOUT: about,
                Field.SUMMARY: [text for text in (offer.summary, offer.for_whom) if text],
                Field.BODY: _body(offer, offer.summary, offer.for_whom),
            },
            {Field.TOPICS: _topics(context, topics), Field.ABOUT: _local(values["kommune"])},
            {
                "type": [TYPES["offer"], *values["type"]],
                "kommune": values["kommune"],
                "tema": values["tema"],
                "alder": values["alder"],
                "henvisning": values["henvisning"],
                "pris": values["pris"],
            },
            _limits(effective.age.value if effective.age else None),
        )


def _simple(
    context: Context,
    kind: str,
    record: Record,
    line: str,
    *,
    title: str = "",
    names: Iterable[str] = (),
    about: Iterable[str] = (),
    topics: Iterable[str] = (),
    terms: Mapping[Field, Sequence[str]] | None = None,
    areas: Sequence[Area] = (),
    places: Sequence[str] = (),
    age: Age | None = None,
) -> Document:
    """A record that is not an offer: title, a line, other names, what it is about, and the rest of its texts."""
    shown = title or record.title
    topics = list(topics)
    places = places or _places(context, areas)
    facets: dict[str, Sequence[str]] = {"type": [TYPES[kind]]}
    if topics:
        facets["tema"] = _topic_values(context, topics)
    if places:
        facets["kommune"] = places
    return Document(
        kind,
        record.id,
        shown,
        line,
        place=joined(list(dict.fromkeys(_place_names(context, areas)))[:PLACES_NAMED]),
        words={
            Field.TITLE: [shown],
            Field.NAMES: list(names),
            Field.ABOUT: [*about, labels.RECORD_KIND[kind], *_place_names(context, areas)],
            Field.SUMMARY: [line],
            Field.BODY: _body(record, line),
        },
        terms={Field.TOPICS: _topics(context, topics), Field.ABOUT: _local(places), **(terms or {})},
        facets=facets,
        ages=_limits(age),
    )


def _topic_pages(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("topic").values():
        said = item.synonyms
        names = [item.clinical or "", item.chip or "", *said.nb, *said.nn, *said.everyday, *item.icpc2]
        yield _simple(
            context,
            "topic",
            item,
            item.summary,
            names=names,
            topics=[item.id],
            terms={Field.TITLE: [topic_term(item.id)]},
        )


def _municipalities(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("municipality").values():
        county = context.graph.county_by_number[item.county].title
        names = [*item.other_names, *(former.name for former in item.former)]
        title = municipality_title(context.graph, item.id)
        yield _simple(
            context,
            "municipality",
            item,
            f"Kommune i {county}",
            title=title,
            names=names,
            terms={Field.TITLE: [place_term(item.id)]},
            places=[item.id],
        )


def _programmes(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("programme").values():
        yield _simple(
            context, "programme", item, item.summary or "", names=item.aliases, topics=item.topics, age=item.age
        )


def _actors(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("actor").values():
        terms = _law_terms(context, item.legal_basis, item.laws)
        yield _simple(
            context,
            "actor",
            item,
            item.summary or "",
            names=item.aliases,
            areas=item.areas,
            age=item.age,
            terms={Field.LAW: terms},
        )


def _pathways(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("pathway").values():
        yield _simple(
            context,
            "pathway",
            item,
            item.summary or "",
            names=item.aliases,
            topics=item.topics,
            areas=item.areas,
            age=item.age,
            terms={Field.LAW: _law_terms(context, *_laws_of_pathway(item))},
        )


def _laws_of_pathway(item: Pathway) -> tuple[list[str], list[str]]:
    saying: list[Pathway | Verb] = [item, *item.responsibilities, *item.steps, *item.transitions]
    return [one for said in saying for one in said.legal_basis], [one for said in saying for one in said.laws]


def _instruments(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("instrument").values():
        yield _simple(context, "instrument", item, item.summary, names=item.aliases, topics=item.topics)


def _guidance(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("guidance").values():
        line = " · ".join(part for part in (labels.DOCUMENT_TYPE[item.type], item.issuer, item.year) if part)
        work = context.graph.data.bibliography.works.get(item.reference or "")
        authors = [author.family for author in work.authors if not author.organisation] if work else []
        yield _simple(context, "guidance", item, line, names=[*item.aliases, *item.numbers], about=authors)


def _law_terms(context: Context, provisions: Iterable[str], laws: Iterable[str]) -> list[str]:
    """The terms of what a record rests on: its sections and their laws."""
    known = context.graph.data.all("provision")
    cited = [known[one] for one in provisions]
    sections = [f"§{one.law}-{section_of(one.number)}" for one in cited if section_of(one.number)]
    return [*sections, *(law_term(law) for law in dict.fromkeys([*laws, *(one.law for one in cited)]))]


def _laws(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("law").values():
        names = [item.title, *item.abbreviations, *item.aliases]
        line = item.summary or labels.LAW_TYPE[item.type]
        yield _simple(
            context,
            "law",
            item,
            line,
            title=item.short_title,
            names=names,
            terms={Field.TITLE: [law_term(item.id)]},
        )


def _provisions(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("provision").values():
        law = context.graph.data.all("law")[item.law]
        whole = _SECTION.fullmatch(item.number)
        yield _simple(
            context,
            "provision",
            item,
            item.title,
            title=f"{law.short_title} {item.number}",
            names=[*law.abbreviations, law.title, item.printed or ""],
            terms={
                Field.TITLE if whole else Field.NAMES: section_terms(item),
                Field.LAW: [law_term(law.id)],
            },
        )


def _terms(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("term").values():
        line = without_citations(item.definition)
        yield _simple(context, "term", item, line, names=item.aliases, topics=item.topics)


def _questions(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("question").values():
        line = without_citations(item.answer[0])
        terms = {Field.LAW: _law_terms(context, item.legal_basis, item.laws)}
        yield _simple(context, "question", item, line, topics=item.topics, terms=terms)


def _checklists(context: Context) -> Iterator[Document]:
    for item in context.graph.data.all("checklist").values():
        yield _simple(context, "checklist", item, item.intro or "", topics=item.topics)


def _recommendations(context: Context) -> Iterator[Document]:
    strengths, actors = context.graph.data.all("strength"), context.graph.data.all("actor")
    for item in context.graph.data.all("recommendation").values():
        line = f"{strengths[item.strength].title} · {place_words(item, context.graph)}"
        yield _simple(
            context,
            "recommendation",
            item,
            line,
            about=[origin_name(item, context.graph), *(actors[one].title for one in item.addressees)],
            topics=item.topics,
            terms={Field.LAW: _law_terms(context, item.legal_basis, [*item.laws, *([item.law] if item.law else [])])},
        )


_MAKERS: tuple[Callable[[Context], Iterator[Document]], ...] = (
    _topic_pages,
    _municipalities,
    _programmes,
    _offers,
    _actors,
    _pathways,
    _instruments,
    _terms,
    _questions,
    _checklists,
    _laws,
    _provisions,
    _guidance,
    _recommendations,
)
