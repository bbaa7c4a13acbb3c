"""Words and phrases that mean something: «har det tungt» is a topic, «hol» is an act, «Trondheim» is a place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from .letters import word_texts
from .stem import key


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a question, from word number ``start`` up to but not including ``end``."""

    start: int
    end: int
    meanings: tuple[str, ...]


@dataclass(slots=True)
class Phrases:
    """Phrases by the keys of their words, with every meaning each has.

    A phrase of two or more words that carry content is known also without its stop words: «sliter med å sove» is
    found in «sliter veldig med å få sove».
    """

    stopwords: Collection[str]
    """Words without content, as written."""
    key: Callable[[str], str] = key
    """What two forms of a word have in common; names are not inflected and take ``plain`` instead."""
    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys of a phrase joined by space → what it means."""
    longest: int = 1

    def add(self, text: str, meaning: str) -> None:
        """Let a word or phrase mean something; it may mean other things too."""
        all_words = word_texts(text)
        content = [word for word in all_words if word not in self.stopwords]
        self._put(all_words, meaning)
        if 1 < len(content) < len(all_words):
            self._put(content, meaning)

    def _put(self, words: Sequence[str], meaning: str) -> None:
        if not words:
            return
        known = self.meanings.setdefault(" ".join(map(self.key, words)), ())
        if meaning not in known:
            self.meanings[" ".join(map(self.key, words))] = (*known, meaning)
        self.longest = max(self.longest, len(words))

    def find(self, words: Sequence[str], keys: Sequence[str] | None = None) -> list[Match]:
        """The phrases in a question, none overlapping a longer one, in order of place.

        ``keys`` stand in for the words' own, for words that were misspelt.
        """
        places = list(range(len(words)))
        content = [place for place in places if words[place] not in self.stopwords]
        keys = keys or [self.key(word) for word in words]
        found: list[Match] = []
        for run in (places, content):
            for first in range(len(run)):
                for last in range(min(len(run), first + self.longest), first, -1):
                    meanings = self.meanings.get(" ".join(keys[place] for place in run[first:last]))
                    if meanings:
                        found.append(Match(run[first], run[last - 1] + 1, meanings))
        found.sort(key=lambda match: (match.start - match.end, match.start))
        taken: set[int] = set()
        kept = []
        for match in found:
            span = set(range(match.start, match.end))
            if not span & taken:
                taken |= span
                kept.append(match)
        return sorted(kept, key=lambda match: match.start)
