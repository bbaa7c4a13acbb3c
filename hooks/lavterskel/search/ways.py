"""The ways to find one word: as it stands, in other letters and forms, by what it means, as a compound, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..norwegian.letters import plain
from ..norwegian.spelling import errors_allowed
from ..norwegian.spelling import nearest as nearest_of
from ..norwegian.stem import key, root, stem
from . import weights
from .language import GROUP, ONE_WAY, Language

_ENDING = re.compile("(?:ene|en|er|et|e)$")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to find what a part of the question asks for: all of ``terms``, counted ``weight`` percent."""

    weight: int
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """What a language knows of single words."""

    language: Language

    def importance(self, word: str) -> int:
        """How much a word weighs: less when it stands in very much of what there is."""
        share = 100 * self.language.dictionary.get(stem(word), 0) // max(1, self.language.documents)
        return next((weight for percent, weight in weights.COMMON if share >= percent), weights.WORD)

    def of(self, word: str, meanings: Sequence[str]) -> Iterator[Alternative]:
        """Every way to find one word; ``meanings`` are what it means as a phrase of its own."""
        spelt, split = list(self.spelt(word)), self.language.splitter.split(word)
        begun = [] if spelt or split else list(self.beginnings(word))
        yield from begun
        if not spelt and not split and not begun:
            for term in self.nearest(word):
                yield Alternative(weights.MISSPELT, (term,))
                yield from self.meant(self.language.phrases.meanings.get(plain(term), ()), weights.MISSPELT)
        yield from spelt
        yield from self.meant(meanings, 100)
        if split:
            yield Alternative(weights.COMPOUND, split)
            for other in self.language.by_root.get(root(split[-1]), ()):
                if other != split[-1]:
                    yield Alternative(weights.COMPOUND * weights.OTHER_FORM // 100, (*split[:-1], other))
            for number, part in enumerate(split, 1):
                weight = weights.LAST_PART if number == len(split) else weights.FIRST_PART
                yield Alternative(weight, (part,))
                yield from self.meant(self.language.phrases.meanings.get(plain(part), ()), weight)

    def spelt(self, word: str) -> Iterator[Alternative]:
        """The word as it stands, with æ, ø and å where plain letters were written, and in forms with another stem."""
        exact = stem(word)
        if exact in self.language.dictionary:
            yield Alternative(weights.EXACT, (exact,))
        plainly = plain(exact)
        if word == plain(word) or exact not in self.language.dictionary:
            weight = weights.PERHAPS_OTHER_LETTERS if exact in self.language.dictionary else weights.OTHER_LETTERS
            for other in self.language.by_plain.get(plainly, ()):
                if other != exact:
                    yield Alternative(weight, (other,))
        if exact in self.language.dictionary:
            for other in self.language.by_root.get(root(exact), ()):
                if other != exact:
                    yield Alternative(weights.OTHER_FORM, (other,))

    def nearest(self, word: str) -> list[str]:
        """The terms nearest in spelling: those that begin alike first, then the most used.

        A misspelt word may be stemmed too hard, so it is also tried with only its last letters gone.
        """
        best: tuple[int, list[str]] = (errors_allowed(word) + 1, [])
        for wanted in dict.fromkeys((_ENDING.sub("", plain(word)), key(word))):
            allowed = min(errors_allowed(wanted), best[0] - 1)
            if allowed > 0 and wanted.isalpha():
                errors, found = nearest_of(wanted, self.language.by_plain, allowed)
                best = (errors, found) if found else best
        terms = [term for plainly in best[1] for term in self.language.by_plain[plainly]]
        begins = plain(word)[:1]
        terms.sort(key=lambda term: (plain(term)[:1] != begins, -self.language.dictionary[term], term))
        return terms[: weights.MOST_SPELLINGS]

    def beginnings(self, word: str, shortest: int = weights.SHORTEST_BEGINNING) -> Iterator[Alternative]:
        """The most used words that begin as a word does that is not known whole, or is still being typed."""
        begun = plain(word)
        if len(begun) < shortest:
            return
        terms = [
            term for plainly, terms in self.language.by_plain.items() if plainly.startswith(begun) for term in terms
        ]
        terms.sort(key=lambda term: (-self.language.dictionary[term], term))
        for term in terms[: weights.MOST_BEGINNINGS]:
            yield Alternative(weights.BEGINNING, (term,))

    def meant(self, meanings: Iterable[str], percent: int) -> Iterator[Alternative]:
        """The ways to find what a phrase means."""
        for meaning in meanings:
            if not meaning.startswith(GROUP):
                yield Alternative(weights.TOPIC * percent // 100, (meaning,))
                continue
            one_way = meaning.endswith(ONE_WAY)
            group = self.language.groups[int(meaning.strip(GROUP + ONE_WAY))]
            for way in group[:1] if one_way else group:
                yield Alternative((weights.ONE_WAY_MEANING if one_way else weights.SAME_MEANING) * percent // 100, way)


def best(ways: Iterable[Alternative]) -> list[Alternative]:
    """Each way once, with its highest weight, the heaviest first."""
    weights: dict[tuple[str, ...], int] = {}
    for way in ways:
        weights[way.terms] = max(way.weight, weights.get(way.terms, 0))
    return [
        Alternative(weight, terms) for terms, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ]
