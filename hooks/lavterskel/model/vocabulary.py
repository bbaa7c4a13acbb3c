"""The closed lists that other records choose from, all in ``data/vocabulary/``."""

from __future__ import annotations

from enum import StrEnum
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


class TopicGroup(StrEnum):
    """Whose question the topic is: the resident's, or that of those who run services."""

    NEED = "need"
    PRACTICE = "practice"


class Topic(Record):
    """What troubles a person, or what services work with. ``title`` is the resident's word, ``clinical`` the field's."""

    group: TopicGroup = TopicGroup.NEED
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
    """One of the marks of a low-threshold offer, as described in 2014 and, where it was changed, later."""

    summary: Text
    later: Text | None = Field(None, description="Slik veilederen som kom etter, sier det")
    changed: Text | None = Field(None, description="Hva som er endret, når noe er det")


class Force(StrEnum):
    """How much a strength binds; decides a badge's shape and colour."""

    REQUIRED = "required"
    STRONG = "strong"
    WEAK = "weak"
    STATED = "stated"


class Strength(Record):
    """A class of normative words. ``title`` is the word on the badge, ``summary`` what it means."""

    force: Force
    summary: Text
    in_guidance: Text | None = Field(None, description="Hva ordet betyr i nasjonale føringer, når det er kjent")
