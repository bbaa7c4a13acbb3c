"""What every record shares: identity, sources and the small value types fields are made of.

What a value may be is said in a form that is checked without calling back into Python, since 10,000 records hold
hundreds of thousands of them; what takes a calendar or a look at other fields is in ``rules``.

Absent means that the source does not say. No field has a default that claims something.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""A stable identity: lower case a–z and digits, words joined by ``-``."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Running text in Norwegian, without markup. May hold citations, ``[@key]``."""

Texts = tuple[Text, ...]
"""Statements that stand for themselves, one fact each."""

MunicipalityNumber = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
CountyNumber = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]


AsOf = Annotated[
    str,
    Field(coerce_numbers_to_str=True),
    StringConstraints(pattern=r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
]
"""A year, a month or a day, as exact as the source is: ``2018``, ``2018-06``, ``2018-06-30``."""

Phone = Annotated[
    str,
    Field(coerce_numbers_to_str=True),
    StringConstraints(
        strip_whitespace=True,
        pattern=r"^(\+\d[\d ]{6,17}|\d ?\d ?\d|\d ?\d ?\d ?\d ?\d( ?\d)?|\d( ?\d){7}|\d ?\d ?\d ?\d)$",
    ),
]
"""A number as it is read: eight digits, three to six for a short one, or with the country's code first."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
EmailAddress = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[a-zA-Z]{2,}$")]
Day = Annotated[dt.date, Field(description="Dag, skrevet år-måned-dag: 2026-08-13")]


class Strict(BaseModel):
    """A value whose keys are all known; a misspelt key is an error and never passes in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


LineRange = tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]
"""First and last line in the source's text file, both counted, from 1."""


class Confidence(StrEnum):
    """How sure a fact read on the web is. Lower grades are not recorded at all."""

    HIGH = "high"
    MEDIUM = "medium"


class Source(Strict):
    """Where a record's facts stand: a work in ``references.bib`` and the place in it."""

    ref: Slug = Field(description="Nøkkelen i data/references.bib")
    at: Text | None = Field(None, description="Kapittel, artikkel eller overskrift i kilden")
    lines: tuple[LineRange, ...] = Field((), description="Linjer i kildens tekstfil, [fra, til]")
    fields: dict[str, tuple[LineRange, ...]] = Field(
        default_factory=dict, description="Hvilke linjer som gir hvilket felt, når det er kjent"
    )
    read_on: Day | None = Field(None, description="Dagen nettsiden ble lest")
    page_date: AsOf | None = Field(None, description="Datoen siden selv oppgir")
    via: Text | None = Field(None, description="Mellomkilde, når siden ikke er lest direkte")
    confidence: Confidence | None = Field(None, description="Hvor sikker opplysningen er")


class Record(Strict):
    """What every record has. ``id`` is unique in its kind and never changes."""

    id: Slug
    title: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
