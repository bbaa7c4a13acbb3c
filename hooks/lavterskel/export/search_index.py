"""What the simple search looks through: names and the words that lead to them.

Writes ``/sok/indeks.json``: ``topics``, the words of each topic, and ``rows`` of kind, id, address, title, the line
under it, words that lead there, and the numbers of its topics.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..citations.inline import without_citations
from ..facets import municipality_title
from ..model.base import Record
from ..model.vocabulary import Topic
from ..render import labels
from ..render.addresses import address
from ..render.context import Context
from ..render.recommendations import place_words

Row = tuple[str, str, str, str, str, str, list[int]]


def write(context: Context, site: Path) -> None:
    """Write the index."""
    topics = list(context.graph.data.all("topic").values())
    numbers = {topic.id: number for number, topic in enumerate(topics)}
    rows = [
        *_municipalities(context),
        *_topics(topics, numbers),
        *_programmes(context),
        *_offers(context, numbers),
        *_actors(context),
        *_documents(context),
        *_laws(context),
        *_provisions(context),
        *_terms(context),
        *_pathways(context),
        *_instruments(context),
        *_answers(context),
        *_recommendations(context, numbers),
    ]
    content = {"topics": [_topic_words(topic) for topic in topics], "rows": rows}
    (site / "sok").mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (site / "sok" / "indeks.json").write_text(text, encoding="utf-8")


def _offers(context: Context, numbers: Mapping[str, int]) -> Iterator[Row]:
    for offer in context.offers:
        card = context.card_of[offer.id]
        topics = [numbers[topic] for topic in context.graph.effective[offer.id].topics.value]
        line = f"{card.place}. {card.summary}"
        yield "offer", offer.id, address("offer", offer.id), offer.title, line, " ".join(offer.aliases), topics


def _municipalities(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("municipality").values():
        county = context.graph.county_by_number[item.county].title
        words = [*item.other_names, *(former.name for former in item.former), "kommune"]
        title = municipality_title(context.graph, item.id)
        yield (
            "municipality",
            item.id,
            address("municipality", item.id),
            title,
            f"Kommune i {county}",
            " ".join(words),
            [],
        )


def _topics(topics: Iterable[Topic], numbers: Mapping[str, int]) -> Iterator[Row]:
    for topic in topics:
        yield "topic", topic.id, address("topic", topic.id), topic.title, topic.summary, "", [numbers[topic.id]]


def _row(kind: str, record: Record, line: str, words: Iterable[str] = (), title: str = "") -> Row:
    """A record that no topic's words lead to; it goes by its own title unless another is given."""
    return kind, record.id, address(kind, record.id), title or record.title, line, " ".join(words), []


def _programmes(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("programme").values():
        yield _row("programme", item, item.summary or "", item.aliases)


def _actors(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("actor").values():
        yield _row("actor", item, item.summary or "", item.aliases)


def _pathways(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("pathway").values():
        yield _row("pathway", item, item.summary or "", item.aliases)


def _instruments(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("instrument").values():
        yield _row("instrument", item, item.summary, item.aliases)


def _documents(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("guidance").values():
        line = " · ".join(part for part in (labels.DOCUMENT_TYPE[item.type], item.issuer, item.year) if part)
        yield _row("guidance", item, line, [*item.aliases, *item.numbers])


def _laws(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("law").values():
        words = [item.title, *item.abbreviations, *item.aliases]
        yield _row("law", item, labels.LAW_TYPE[item.type], words, item.short_title)


def _provisions(context: Context) -> Iterator[Row]:
    """Found by the law's name or short form and the number: «hol § 3-1», «helse- og omsorgstjenesteloven § 3-1»."""
    for item in context.graph.data.all("provision").values():
        law = context.graph.data.all("law")[item.law]
        words = [*law.abbreviations, law.title, item.printed or ""]
        yield _row("provision", item, item.title, words, f"{law.short_title} {item.number}")


def _terms(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("term").values():
        yield _row("term", item, without_citations(item.definition), item.aliases)


def _answers(context: Context) -> Iterator[Row]:
    for question in context.graph.data.all("question").values():
        yield _row("question", question, "")
    for checklist in context.graph.data.all("checklist").values():
        yield _row("checklist", checklist, checklist.intro or "")


def _recommendations(context: Context, numbers: Mapping[str, int]) -> Iterator[Row]:
    for item in context.graph.data.all("recommendation").values():
        strength = context.graph.data.all("strength")[item.strength].title
        line = f"{strength} · {place_words(item, context.graph)}"
        topics = [numbers[topic] for topic in item.topics]
        yield "recommendation", item.id, address("recommendation", item.id), item.title, line, "", topics


def _topic_words(topic: Topic) -> str:
    synonyms = topic.synonyms
    return " ".join(
        [
            topic.title,
            topic.clinical or "",
            *topic.icpc2,
            *synonyms.nb,
            *synonyms.nn,
            *synonyms.everyday,
            *synonyms.misspelt,
        ]
    )
