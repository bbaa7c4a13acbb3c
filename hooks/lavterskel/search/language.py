"""What search knows about words: all that is needed to understand a question, in Python and in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..graph import Graph
from ..load import Data
from ..model.words import SynonymGroup, WordUse
from ..norwegian.compounds import Splitter
from ..norwegian.letters import plain, word_texts
from ..norwegian.phrases import Phrases
from ..norwegian.stem import root, stem
from .danger import Danger
from .documents import law_term, section_of, topic_term
from .index import Index

GROUP, ONE_WAY = "~", "?"
"""Marks a synonym group in a meaning, ``~12``; with the second mark, ``~12?``, it leads to its own word only."""
NAME_MARKS = ("@", "§", "=", "#")
"""The first sign of terms that are no words."""

Way = tuple[str, ...]
"""One way to say a thing: the terms of its words that carry content."""


@dataclass
class Language:
    """Words, phrases and their meanings.

    ``groups`` are synonyms, the site's own word first in each. ``dictionary`` has the frequency of every word term
    among so many ``documents``; ``sections`` are the numbers of sections that some law here has: «3-1».
    """

    stopwords: frozenset[str]
    phrases: Phrases
    groups: Sequence[Sequence[Way]]
    normative: Phrases
    dangers: Sequence[Danger]
    places: Phrases
    doubtful_places: frozenset[str]
    dictionary: Mapping[str, int]
    sections: frozenset[str]
    documents: int
    splitter: Splitter

    @cached_property
    def by_plain(self) -> dict[str, list[str]]:
        """Terms by their plain letters, in the order of the dictionary."""
        found: dict[str, list[str]] = {}
        for term in self.dictionary:
            found.setdefault(plain(term), []).append(term)
        return found

    @cached_property
    def by_root(self) -> dict[str, list[str]]:
        """Terms by the root they share, in the order of the dictionary."""
        found: dict[str, list[str]] = {}
        for term in self.dictionary:
            found.setdefault(root(term), []).append(term)
        return found


def word_lists(data: Data) -> dict[WordUse, frozenset[str]]:
    """The words of each use, in lower case."""
    found: dict[WordUse, set[str]] = {use: set() for use in WordUse}
    for one in data.all("wordlist").values():
        found[one.use] |= {word.lower() for word in one.words}
    return {use: frozenset(words) for use, words in found.items()}


def language(graph: Graph, index: Index, splitter: Splitter) -> Language:
    """Gather what the data say about words."""
    lists = word_lists(graph.data)
    stopwords = lists[WordUse.STOPWORDS]
    phrases = Phrases(stopwords)
    for text, meaning in _meanings(graph.data):
        phrases.add(text, meaning)
    normative = Phrases(frozenset(), stem)  # and not the key: «bor» is no «bør»
    for text in sorted(lists[WordUse.NORMATIVE]):
        normative.add(text, WordUse.NORMATIVE)
    groups = list(graph.data.all("synonym").values())
    return Language(
        stopwords,
        phrases,
        [[_way(text, stopwords) for text in (group.title, *group.same)] for group in groups],
        normative,
        list(_dangers(graph.data)),
        _places(graph),
        frozenset(plain(word) for word in lists[WordUse.PLACES_THAT_ARE_WORDS]),
        {term: index.frequency(term) for term in index.terms if not term.startswith(NAME_MARKS)},
        frozenset(section_of(one.number) for one in graph.data.all("provision").values()) - {""},
        len(index.documents),
        splitter,
    )


def _meanings(data: Data) -> Iterator[tuple[str, str]]:
    """Every phrase that means a topic, a law or a synonym group, with the meaning's code."""
    for topic in data.all("topic").values():
        said = topic.synonyms
        own = [topic.title, topic.clinical, topic.chip, *topic.icpc2]
        for text in [*own, *said.nb, *said.nn, *said.everyday, *said.misspelt]:
            if text:
                yield text, topic_term(topic.id)
    for law in data.all("law").values():
        for text in (law.title, law.short_title, *law.abbreviations, *law.aliases):
            yield text, law_term(law.id)
    for number, group in enumerate(data.all("synonym").values()):
        yield from _of_group(number, group)


def _of_group(number: int, group: SynonymGroup) -> Iterator[tuple[str, str]]:
    for text in (group.title, *group.same):
        yield text, f"{GROUP}{number}"
    for text in group.also:
        yield text, f"{GROUP}{number}{ONE_WAY}"


def _way(text: str, stopwords: frozenset[str]) -> Way:
    content = [stem(word) for word in word_texts(text) if word not in stopwords]
    return tuple(content or map(stem, word_texts(text)))


def _dangers(data: Data) -> Iterator[Danger]:
    for one in data.all("wordlist").values():
        if one.use is WordUse.DANGER:
            for text in one.words:
                yield Danger(one.topic or "", tuple(word_texts(text)))


def _places(graph: Graph) -> Phrases:
    """Names of municipalities, old ones too, and of counties; what several share means them all."""
    found = Phrases(frozenset(), plain)
    for item in graph.data.all("municipality").values():
        for name in _names(item.title, item.other_names, (former.name for former in item.former)):
            found.add(name, item.id)
    for county in graph.data.all("county").values():
        for edge in graph.into("county", county.id):
            if edge.relation == "county" and edge.source[0] == "municipality":
                found.add(county.title, edge.source[1])
    return found


def _names(title: str, *more: Iterable[str]) -> Iterator[str]:
    yield title
    for names in more:
        for name in names:
            yield from (part.strip() for part in name.split(" – "))
