"""Texts to index terms: the stem of every word with content, and the stems of a compound's parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..model.words import WordUse
from ..norwegian.compounds import Splitter
from ..norwegian.letters import cased_words, is_abbreviation, joined_words, word_texts
from ..norwegian.stem import key, stem

SHORTEST_STEM_AS_PART = 3
SEEN_AS_PART = 2
"""A stem must stand alone this many times on the site before compounds are taken apart by it."""


@dataclass(slots=True)
class Analyser:
    """Texts to terms, the same way for every document; each word is looked into once."""

    splitter: Splitter
    stopwords: Collection[str]
    _terms: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def terms(self, texts: Iterable[str]) -> list[str]:
        """The terms of some texts, in order, as many times as they stand there."""
        known = self._terms
        found: list[str] = []
        text = "\n".join(texts)
        for word in (*cased_words(text), *joined_words(text)):
            terms = known.get(word)
            if terms is None:
                terms = known[word] = self._of_word(word)
            found += terms
        return found

    def _of_word(self, cased: str) -> tuple[str, ...]:
        word = cased.lower()
        if word in self.stopwords and not is_abbreviation(cased):
            return ()
        return (stem(word), *self.splitter.split(word))


def parts_in(texts: Iterable[str], words: Mapping[WordUse, Collection[str]]) -> set[str]:
    """The stems that compounds may be made of: those that stand alone in the texts, and are not ruled out."""
    written: Counter[str] = Counter()
    for text in texts:
        written.update(word_texts(text))
    seen: Counter[str] = Counter()
    for word, count in written.items():
        if word not in words[WordUse.STOPWORDS]:
            seen[stem(word)] += count
    return {
        one
        for one, count in seen.items()
        if count >= SEEN_AS_PART
        and len(one) >= SHORTEST_STEM_AS_PART
        and one.isalpha()
        and one not in words[WordUse.NOT_PARTS]
    }


def name_term(words: Iterable[str]) -> str:
    """The term of a whole name, however it is spaced and inflected: «Søvnkurs i Sandnes» is ``=sovnkurisandn``."""
    return "=" + "".join(map(key, words))
