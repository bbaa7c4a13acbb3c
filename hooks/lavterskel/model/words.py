"""What search must know of words beyond the topics' own synonyms. Language, not facts: no source to cite."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import Record, Slug, Source, Text, Texts


class SynonymGroup(Record):
    """Words for one thing. ``title`` is the word the site itself uses."""

    same: Texts = Field((), description="Betyr det samme; søket virker begge veier")
    also: Texts = Field((), description="Den som skriver dette, finner også tittelordet, men ikke omvendt")
    note: Text | None = Field(None, description="Hvorfor, når det ikke er selvsagt")
    sources: tuple[Source, ...] = ()


class WordUse(StrEnum):
    """What a list of words is for."""

    STOPWORDS = "stopwords"
    NORMATIVE = "normative"
    DANGER = "danger"
    PLACES_THAT_ARE_WORDS = "places_that_are_words"
    NOT_PARTS = "not_parts"
    NEVER_SPLIT = "never_split"


class WordList(Record):
    """A list that search reads. A list of danger names the topic whose help is shown."""

    use: WordUse
    topic: Slug | None = Field(None, description="Temaet hjelpen hentes fra, for ord om akutt fare")
    words: Annotated[Texts, Field(min_length=1)]
    sources: tuple[Source, ...] = ()
