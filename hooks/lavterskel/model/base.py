"""What every record shares: identity, sources and the small value types fields are made of.

Absent means that the source does not say. No field has a default that claims something.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""A stable identity: lower case a–z and digits, words joined by ``-``."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Running text in Norwegian, without markup. May hold citations, ``[@key]``."""

Texts = list[Text]
"""Statements that stand for themselves, one fact each."""

MunicipalityNumber = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
CountyNumber = Annotated[str, StringConstraints(pattern=r"^\d{2}$")]


def _year_as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _real_day(value: str) -> str:
    parts = [int(part) for part in value.split("-")]
    try:
        dt.date(parts[0], *[*parts[1:], 1, 1][:2])
    except ValueError:
        raise PydanticCustomError(
            "no_such_day",
            "«{value}» finnes ikke i kalenderen. Skriv år, år-måned eller år-måned-dag.",
            {"value": value},
        ) from None
    return value


AsOf = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=r"^(19|20)\d\d(-\d\d(-\d\d)?)?$"),
    AfterValidator(_real_day),
]
"""A year, a month or a day, as exact as the source is: ``2018``, ``2018-06``, ``2018-06-30``."""


def _phone(value: str) -> str:
    digits = re.sub(r"[ \u00a0]", "", value)
    if not re.fullmatch(r"(\+\d{6,14}|\d{3}|\d{4}|\d{5}|\d{6}|\d{8})", digits):
        raise PydanticCustomError(
            "phone",
            "«{value}» er ikke et telefonnummer. Norske numre har 8 siffer (eller 3–6 for korte numre), "
            "bare siffer og mellomrom, for eksempel 22 40 00 40.",
            {"value": value},
        )
    return value


Phone = Annotated[str, BeforeValidator(_year_as_text), StringConstraints(strip_whitespace=True), AfterValidator(_phone)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$")]
EmailAddress = Annotated[str, StringConstraints(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[a-zA-Z]{2,}$")]
Day = Annotated[dt.date, Field(description="Dag, skrevet år-måned-dag: 2026-08-13")]


class Strict(BaseModel):
    """A value whose keys are all known; a misspelt key is an error and never passes in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _line_range(value: tuple[int, int]) -> tuple[int, int]:
    first, last = value
    if not 1 <= first <= last:
        raise PydanticCustomError(
            "line_range",
            "Linjene {first}–{last} går baklengs. Skriv [fra, til] med fra først.",
            {"first": first, "last": last},
        )
    return value


LineRange = Annotated[tuple[int, int], AfterValidator(_line_range)]
"""First and last line in the source's text file, both counted, from 1."""


class Confidence(StrEnum):
    """How sure a fact read on the web is. Lower grades are not recorded at all."""

    HIGH = "high"
    MEDIUM = "medium"


class Source(Strict):
    """Where a record's facts stand: a work in ``references.bib`` and the place in it."""

    ref: Slug = Field(description="Nøkkelen i data/references.bib")
    at: Text | None = Field(None, description="Kapittel, artikkel eller overskrift i kilden")
    lines: list[LineRange] = Field(default_factory=list, description="Linjer i kildens tekstfil, [fra, til]")
    fields: dict[str, list[LineRange]] = Field(
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
    sources: Annotated[list[Source], Field(min_length=1)]
