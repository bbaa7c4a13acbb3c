"""Words that are hard to read, and what can be written instead. Advice on language, not facts: no source to cite."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Record, Source, Text, Texts


class PlainWord(Record):
    """A hard word, or words that stand together. ``title`` is its dictionary form; its usual forms are found too."""

    instead: Annotated[Texts, Field(min_length=1, description="Det du heller kan skrive")]
    forms: Texts = Field((), description="Former som bøyes uregelmessig: «iverksatt»")
    note: Text | None = Field(None, description="Når ordet likevel er rett")
    sources: tuple[Source, ...] = ()
