"""The search engine as one small interface: prepare it from the data, ask it, write what the browser asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ..model.words import WordUse
from ..norwegian.compounds import Splitter
from ..norwegian.letters import word_texts
from ..norwegian.stem import stem
from ..render.context import Context
from .documents import Document, documents
from .index import Index, build
from .language import Language, language, word_lists
from .question import Question, understand
from .ranking import Hit, everything, filters, question_filters, rank
from .terms import Analyser, parts_in


@dataclass(frozen=True, slots=True)
class Engine:
    """An index, and the language that questions to it are understood by."""

    index: Index
    language: Language

    def understood(self, text: str, as_words: Collection[str] = ()) -> Question:
        """How a question is read."""
        return understand(text, self.language, as_words)

    def search(
        self, text: str, chosen: Mapping[str, Iterable[str]] | None = None, as_words: Collection[str] = ()
    ) -> list[Hit]:
        """What answers a question, best first; everything when nothing is asked.

        A facet chosen stands in for the same in the question. When nothing fits the place or the age in the question, it is answered without them.
        """
        question = self.understood(text, as_words)
        hits = rank(question, self.index) if text.strip() else everything(self.index)
        of_question = question_filters(question) | {name: list(values) for name, values in (chosen or {}).items()}
        for choice in (of_question, chosen or {}):
            passes = filters(self.index.documents, choice)
            fitting = [hit for hit in hits if passes(hit.document)]
            if fitting:
                return fitting
        return []


def prepare(context: Context) -> Engine:
    """Index everything that has a page."""
    found = documents(context)
    lists = word_lists(context.graph.data)
    never = frozenset(map(stem, [*lists[WordUse.NEVER_SPLIT], *_names_of_places(context)]))
    splitter = Splitter(frozenset(parts_in(_texts(found), lists)), never)
    index = build(found, Analyser(splitter, lists[WordUse.STOPWORDS]))
    return Engine(index, language(context.graph, index, splitter))


def _names_of_places(context: Context) -> Iterable[str]:
    """Words of names that are no compounds to anyone who reads them: «Nordland», «Trondheim»."""
    graph = context.graph
    places = [*graph.data.all("municipality").values(), *graph.data.all("county").values()]
    return (word for place in places for word in word_texts(place.title))


def _texts(found: Iterable[Document]) -> Iterable[str]:
    return ("\n".join(texts) for document in found for texts in document.words.values())
