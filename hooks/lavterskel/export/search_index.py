"""What the simple search looks through: names and the words that lead to them.

Writes ``/sok/indeks.json``: ``topics``, the words of each topic, and ``rows`` of kind, id, address, title, the line
under it, words that lead there, and the numbers of its topics.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..facets import municipality_title
from ..model.vocabulary import Topic
from ..render.addresses import address
from ..render.context import Context

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


def _programmes(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("programme").values():
        words = " ".join(item.aliases)
        yield "programme", item.id, address("programme", item.id), item.title, item.summary or "", words, []


def _actors(context: Context) -> Iterator[Row]:
    for item in context.graph.data.all("actor").values():
        yield "actor", item.id, address("actor", item.id), item.title, item.summary or "", " ".join(item.aliases), []


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
