"""Compounds taken apart: «depresjonskurs» is «depresjon» and «kurs».

A part is a word that the site itself uses alone; so the splitter knows the words of its field and no others.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from .stem import stem

SHORTEST_COMPOUND = 6
SHORTEST_PART = 3
MOST_PARTS = 4
LINKS = ("", "s", "e", "es", "er", "ende", "ande")
"""What may join a part's stem to the next part: «søvn|vansker», «angst|s|kurs», «barn|e|vern», «familie|vern», «pårør|ende|gruppe»."""


@dataclass(slots=True)
class Splitter:
    """Splits by the stems in ``parts``; a word whose stem is in ``never`` is left whole."""

    parts: Collection[str]
    never: Collection[str] = frozenset()
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def split(self, word: str) -> tuple[str, ...]:
        """The stems of the parts, two or more; empty when the word is no compound of known parts.

        As few parts as possible, and among those the longest last part, which says what the thing is.
        """
        if len(word) < SHORTEST_COMPOUND:
            return ()
        if word not in self._known:
            stemmed = stem(word)
            found = () if stemmed in self.never else self._parts(stemmed, MOST_PARTS)
            self._known[word] = found if len(found) > 1 else ()
        return self._known[word]

    def _parts(self, stemmed: str, most: int) -> tuple[str, ...]:
        """The best split of a stem, the stem itself as a single part not counted; empty when there is none."""
        best: tuple[str, ...] = ()
        for cut in range(SHORTEST_PART, len(stemmed) - SHORTEST_PART + 1):
            last = stemmed[cut:]
            if last not in self.parts:
                continue
            before = self._first(stemmed[:cut], most - 1)
            if before and (not best or len(before) + 1 < len(best)):
                best = (*before, last)
        return best

    def _first(self, text: str, most: int) -> tuple[str, ...]:
        """What stands before the last part, as one part or several; empty when it is not made of parts."""
        for link in LINKS:
            if text.endswith(link) and len(text) - len(link) >= SHORTEST_PART:
                part = text[: len(text) - len(link)]
                if part in self.parts:
                    return (part,)
        if most < 2:
            return ()
        for link in LINKS[:3]:
            if text.endswith(link):
                found = self._parts(text[: len(text) - len(link)], most)
                if found:
                    return found
        return ()
