"""The parts of a document, and how much a word counts in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Field(IntEnum):
    """Where in a document a term stands. The number is its bit in the mask that says where a term was found."""

    TITLE = 0
    NAMES = 1
    TOPICS = 2
    LAW = 3
    ABOUT = 4
    SUMMARY = 5
    BODY = 6


@dataclass(frozen=True, slots=True)
class Weight:
    """``weight`` of one occurrence, and how much a long field takes from it: 0 nothing, 1 in proportion."""

    weight: float
    length: float


WEIGHTS = {
    Field.TITLE: Weight(5.0, 0.3),
    Field.NAMES: Weight(2.2, 0.4),
    Field.TOPICS: Weight(0.8, 0.2),
    Field.LAW: Weight(1.2, 0.3),
    Field.ABOUT: Weight(1.0, 0.4),
    Field.SUMMARY: Weight(1.2, 0.4),
    Field.BODY: Weight(0.35, 0.7),
}

LABELS = {
    Field.TITLE: "tittel",
    Field.NAMES: "andre navn",
    Field.TOPICS: "tema",
    Field.LAW: "hjemmel",
    Field.ABOUT: "gjelder",
    Field.SUMMARY: "ingress",
    Field.BODY: "tekst",
}
"""The fields in the words of the debug view."""

LENGTHS = {
    Field.TITLE: 5,
    Field.NAMES: 10,
    Field.TOPICS: 6,
    Field.LAW: 4,
    Field.ABOUT: 12,
    Field.SUMMARY: 14,
    Field.BODY: 120,
}
"""How many terms each field usually has: longer ones are discounted against it."""
