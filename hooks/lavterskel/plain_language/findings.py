"""What is heavy in a text: long sentences, passives and hard words, each with what the editor can do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..load import Data
from ..text import joined, shortened
from .hard_words import HardWords
from .passages import Passage, Written
from .passive import passives
from .readability import lix
from .sentences import sentences, words

LONG = 20
"""A sentence with more words than this is long."""
VERY_LONG = 30
"""A sentence with more words than this is very long."""

_QUOTE = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_RUNNING = re.compile(r"[.!?:…][»)]?\s*$")
"""How a running text ends. Headings, labels and the cells of tables do not, and would make any text look light."""
_END = re.compile(r"([.!?]?).$", re.DOTALL)
_NAME = "Xx"
"""Stands for a quote or a name: one word, not read."""


class Weight(IntEnum):
    """How much a finding makes a text heavier to read; the heaviest are told first."""

    LIGHT = 1
    HEAVY = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that could be lighter: what it is, in the text's own words, and what can be done."""

    passage: Passage
    weight: Weight
    what: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader meets in one record or page.

    ``lix``, ``sentences`` and ``long`` are of its running text; ``lix`` is ``None`` when there is too little of it.
    """

    written: Written
    findings: tuple[Finding, ...]
    lix: int | None
    sentences: int
    long: int

    @property
    def weight(self) -> int:
        """The weight of all findings."""
        return sum(finding.weight for finding in self.findings)


class Reader:
    """Reads texts with a list of hard words, past names that are written as they are."""

    def __init__(self, hard_words: HardWords, names: Iterable[str] = ()) -> None:
        self._hard_words = hard_words
        longest_first = sorted(filter(None, set(names)), key=len, reverse=True)
        self._names = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)", re.IGNORECASE)

    @classmethod
    def of(cls, data: Data) -> Reader:
        """A reader that knows the words and the names of acts and documents among the records."""
        laws, documents = data.all("law").values(), data.all("guidance").values()
        names = [name for law in laws for name in (law.title, law.short_title, *law.aliases)]
        names += [name for document in documents for name in (document.title, *document.aliases) if " " in name]
        return cls(HardWords(data.all("plainword").values()), names)

    def read(self, written: Written) -> Reading:
        """Read a record or a page."""
        findings: list[Finding] = []
        running: list[str] = []
        for passage in written.passages:
            text = self._without_names(passage.text)
            split = sentences(text)
            if _RUNNING.search(text):
                running += split
            findings += self._in(passage, split)
        long = sum(len(words(sentence)) > LONG for sentence in running)
        return Reading(written, tuple(findings), lix(running), len(running), long)

    def _without_names(self, text: str) -> str:
        return self._names.sub(_NAME, _QUOTE.sub(lambda quote: _NAME + _END.findall(quote[0])[0], text))

    def _in(self, passage: Passage, split: Sequence[str]) -> Iterator[Finding]:
        for sentence in split:
            length = len(words(sentence))
            if length > LONG:
                very = length > VERY_LONG
                yield Finding(
                    passage,
                    Weight.HEAVY if very else Weight.LIGHT,
                    f"{'Svært lang' if very else 'Lang'} setning, {length} ord: «{shortened(sentence, 60)}»",
                    "Del den i to eller flere.",
                )
            for hard in self._hard_words.within(sentence):
                instead = joined([f"«{word}»" for word in hard.entry.instead], "eller")
                note = f" {hard.entry.note}" if hard.entry.note else ""
                yield Finding(passage, Weight.LIGHT, f"Tungt ord: «{hard.written}»", f"Skriv {instead}.{note}")
        passive = [f"«{written}»" for sentence in split for written in passives(sentence)]
        if passive:
            told = f"Passiv: {', '.join(passive)}"
            yield Finding(passage, Weight.LIGHT, told, "Si hvem som gjør det, når kilden sier det.")
