"""What the simple search looks through: names and the words that lead to them.

Writes ``/sok/indeks.json``: kind, address, title, place and words of everything that has a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..facets import municipality_title
from ..model.vocabulary import Topic
from ..render.addresses import address
from ..render.context import Context


def write(context: Context, site: Path) -> None:
    """Write the index: rows of kind, id, address, title and the line under it, then the words to match."""
    rows = [*_municipalities(context), *_topics(context), *_programmes(context), *_offers(context), *_actors(context)]
    (site / "sok").mkdir(exist_ok=True)
    (site / "sok" / "indeks.json").write_text(
        json.dumps(rows, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def _offers(context: Context) -> Iterator[list[str]]:
    topics = context.graph.data.all("topic")
    for offer in context.offers:
        card = context.card_of[offer.id]
        words = [
            *offer.aliases,
            *(_topic_words(topics[topic]) for topic in context.graph.effective[offer.id].topics.value),
        ]
        yield [
            "offer",
            offer.id,
            address("offer", offer.id),
            offer.title,
            f"{card.place}. {card.summary}",
            " ".join(words),
        ]


def _municipalities(context: Context) -> Iterator[list[str]]:
    for item in context.graph.data.all("municipality").values():
        county = context.graph.county_by_number[item.county].title
        words = [*item.other_names, *(former.name for former in item.former), "kommune"]
        yield [
            "municipality",
            item.id,
            address("municipality", item.id),
            municipality_title(context.graph, item.id),
            f"Kommune i {county}",
            " ".join(words),
        ]


def _topics(context: Context) -> Iterator[list[str]]:
    for topic in context.graph.data.all("topic").values():
        yield ["topic", topic.id, address("topic", topic.id), topic.title, topic.summary, _topic_words(topic)]


def _programmes(context: Context) -> Iterator[list[str]]:
    for item in context.graph.data.all("programme").values():
        yield [
            "programme",
            item.id,
            address("programme", item.id),
            item.title,
            item.summary or "",
            " ".join(item.aliases),
        ]


def _actors(context: Context) -> Iterator[list[str]]:
    for item in context.graph.data.all("actor").values():
        yield ["actor", item.id, address("actor", item.id), item.title, item.summary or "", " ".join(item.aliases)]


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
