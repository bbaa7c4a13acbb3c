"""Finds words that are hard to read, in every usual form, whether one word or several that stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.plain_word import PlainWord
from ..norwegian.stem import stem
from .sentences import words


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word as it is written in a text, and the entry that says so."""

    written: str
    entry: PlainWord


class HardWords:
    """The list of hard words, ready to look in sentences."""

    def __init__(self, entries: Iterable[PlainWord]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], PlainWord]]] = defaultdict(list)
        for entry in entries:
            for form in (entry.title, *entry.forms):
                stems = tuple(map(_alike, words(form.lower())))
                self._by_first[stems[0]].append((stems, entry))
        for known in self._by_first.values():
            known.sort(key=lambda one: -len(one[0]))  # the longest first: «i henhold til» before «i»

    def within(self, sentence: str) -> list[HardWord]:
        """The hard words of a sentence, in order; a word counts in one of them only.

        A word with a capital inside the sentence is taken for a name, and is never hard.
        """
        written = words(sentence)
        stems = [_alike(word.lower()) for word in written]
        found = []
        position = 0
        while position < len(stems):
            length = 1
            for looked_for, entry in self._by_first.get(stems[position], ()):
                here = tuple(stems[position : position + len(looked_for)])
                if here == looked_for and not (position and written[position][0].isupper()):
                    length = len(looked_for)
                    found.append(HardWord(" ".join(written[position : position + length]), entry))
                    break
            position += length
        return found


def _alike(word: str) -> str:
    """What the forms of a word have in common; «gjeldende» is not a form of «gjelde», which is an easy word."""
    return word if word.endswith("ende") else stem(word)
