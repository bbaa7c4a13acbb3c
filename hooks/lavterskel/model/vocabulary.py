"""The closed lists that other records choose from, all in ``data/vocabulary/``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Record, Slug, Strict, Text, Texts

Icpc2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d\d$")]


class Synonyms(Strict):
    """Other words for the same thing; only search reads them."""

    nb: Texts = Field((), description="Bokmål")
    nn: Texts = Field((), description="Nynorsk")
    everyday: Texts = Field((), description="Hverdagsord og slang")
    misspelt: Texts = Field((), description="Vanlige feilskrivinger")


class Topic(Record):
    """What troubles a person. ``title`` is the resident's word, ``clinical`` the field's."""

    clinical: Text | None = None
    chip: Text | None = Field(None, description="Kort setning på forsiden: «Sover dårlig»")
    summary: Text
    synonyms: Synonyms = Synonyms()
    icpc2: tuple[Icpc2, ...] = ()
    los: tuple[Slug, ...] = Field((), description="Ord i Los, slik de står i adressen")
    broader: Slug | None = Field(None, description="Videre tema dette hører under")
    crisis: bool = Field(False, description="Sider om temaet bærer krisehjelpen øverst")


class Kind(Record):
    """What sort of thing an offer is: course, talk, meeting place."""

    summary: Text


class Audience(Record):
    """Whom an offer is made for."""

    summary: Text


class Mark(Record):
    """One of the marks of a low-threshold offer."""

    summary: Text


class Icpc2Code(Strict):
    """An ICPC-2 code with our own short label (the official wording is licensed)."""

    code: Icpc2
    label: Text
