"""The gold queries, and how well an engine's answers serve them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("gold.yaml")
FIRST = 5
ROLES = ("resident", "gp", "staff")
PHENOMENA = {
    "inflection": "bøyning",
    "nynorsk": "nynorsk",
    "compound": "sammensetning",
    "synonym": "andre ord",
    "typo": "skrivefeil",
    "letters": "æ, ø og å",
    "spacing": "mellomrom",
    "name": "navn",
    "former-name": "gammelt navn",
    "abbreviation": "forkortelse",
    "law": "lov",
    "icpc": "ICPC-2",
    "number": "nummer",
    "sentence": "hel setning",
    "place": "sted",
    "age": "alder",
    "plain": "ingen av disse",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What someone asks, and what must be among the first five: of each set, one is enough. Ids are «kind/id»."""

    text: str
    role: str
    phenomena: tuple[str, ...]
    expected: tuple[frozenset[str], ...]

    @property
    def held_out(self) -> bool:
        """Whether it belongs to the half that nothing is tuned by; by its own text, so that no one chooses."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Score:
    """Over some queries: how much of what must be among the first five is there, and 1/rank of the first of it."""

    queries: int
    recall: float
    mrr: float


def read() -> list[Query]:
    """Every gold query, in the order of the file."""
    return [
        Query(
            one["query"],
            one["role"],
            tuple(one["phenomena"]),
            tuple(frozenset([wanted] if isinstance(wanted, str) else wanted) for wanted in one["expect"]),
        )
        for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))
    ]


def recall(query: Query, answers: Sequence[str]) -> float:
    """The share of what is expected that is among the first five."""
    first = set(answers[:FIRST])
    return sum(bool(wanted & first) for wanted in query.expected) / len(query.expected)


def reciprocal_rank(query: Query, answers: Sequence[str]) -> float:
    """1 when the first answer is one that was expected, ½ when the second is, and so on to the tenth; else 0."""
    wanted = frozenset().union(*query.expected)
    return next((1 / rank for rank, answer in enumerate(answers[:10], 1) if answer in wanted), 0.0)


def score(queries: Sequence[Query], answers: Mapping[str, Sequence[str]]) -> Score:
    """The means over some queries, of an engine's answers by query."""
    count = max(1, len(queries))
    return Score(
        len(queries),
        sum(recall(query, answers[query.text]) for query in queries) / count,
        sum(reciprocal_rank(query, answers[query.text]) for query in queries) / count,
    )
