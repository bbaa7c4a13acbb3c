"""The inverted index: for each term, which documents have it, how strongly, and in which fields.

Strength is BM25F in whole numbers. What depends on the document is settled here, ``saturation`` 1–31; what depends on
how rare the term is, ``rarity``, is the logarithm BM25 uses, times 100. Whole numbers so that the browser and Python
can never round differently.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..norwegian.letters import word_texts
from .documents import Document
from .fields import LENGTHS, WEIGHTS, Field
from .terms import Analyser, name_term

SATURATION = 2.0
"""BM25's k1: how soon more occurrences stop counting."""
FULL = 31
FIELD_BITS = 7
SATURATION_BITS = 5
DOCUMENT_SHIFT = FIELD_BITS + SATURATION_BITS
STRENGTH_MASK = (1 << DOCUMENT_SHIFT) - 1
"""What of a packed posting is saturation and fields."""
NAME_MARK = "="


@dataclass(frozen=True, slots=True)
class Posting:
    """One document that has a term: ``saturation`` 1–31 and the fields it stands in, as a mask."""

    document: int
    saturation: int
    fields: int


@dataclass(slots=True)
class Index:
    """Terms to postings. A posting is packed in one number, since a large site has millions."""

    documents: Sequence[Document]
    _postings: dict[str, array[int]] = field(default_factory=dict)

    @property
    def terms(self) -> list[str]:
        """Every term, sorted by code point, as the browser sorts."""
        return sorted(self._postings)

    def frequency(self, term: str) -> int:
        """In how many documents the term stands."""
        return len(self._postings.get(term, ()))

    def rarity(self, term: str) -> int:
        """BM25's inverse document frequency, times 100."""
        count = self.frequency(term)
        return max(1, round(100 * math.log(1 + (len(self.documents) - count + 0.5) / (count + 0.5))))

    def packed(self, term: str) -> Sequence[int]:
        """The postings as they are stored, in order of document: document, saturation and mask in one number."""
        return self._postings.get(term, ())

    def postings(self, term: str) -> Iterator[Posting]:
        """The documents that have a term, in order."""
        for packed in self.packed(term):
            yield unpacked(packed)


def unpacked(packed: int) -> Posting:
    """A posting from its number."""
    return Posting(packed >> DOCUMENT_SHIFT, packed >> FIELD_BITS & FULL, packed & (1 << FIELD_BITS) - 1)


def build(documents: Sequence[Document], analyser: Analyser) -> Index:
    """Index every document. One pass: field lengths are weighed against fixed usual lengths, not the average."""
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("Q"))
    for number, document in enumerate(documents):
        counts, masks = _counts(document, analyser)
        for term, count in counts.items():
            saturation = max(1, round(FULL * count / (SATURATION + count)))
            postings[term].append(number << DOCUMENT_SHIFT | saturation << FIELD_BITS | masks[term])
        for term, mask in _names(document).items():
            postings[term].append(number << DOCUMENT_SHIFT | FULL << FIELD_BITS | mask)
    return Index(documents, dict(postings))


def _counts(document: Document, analyser: Analyser) -> tuple[dict[str, float], dict[str, int]]:
    """For each term its weighted count over the fields, and the mask of the fields it stands in."""
    counts: defaultdict[str, float] = defaultdict(float)
    masks: defaultdict[str, int] = defaultdict(int)
    for place, weight in WEIGHTS.items():
        found = [*analyser.terms(document.words.get(place, ())), *document.terms.get(place, ())]
        if not found:
            continue
        each = weight.weight / (1 - weight.length + weight.length * len(found) / LENGTHS[place])
        bit = 1 << place
        for term in found:
            counts[term] += each
            masks[term] |= bit
    return counts, masks


def _names(document: Document) -> dict[str, int]:
    """The terms of a document's whole names: its title and its other names."""
    found: dict[str, int] = {}
    for place in (Field.NAMES, Field.TITLE):
        for name in document.words.get(place, ()):
            term = name_term(word_texts(name))
            if len(term) > len(NAME_MARK):
                found[term] = 1 << place
    return found
