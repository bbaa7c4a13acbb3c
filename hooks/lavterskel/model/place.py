"""Municipalities and counties."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import CountyNumber, Day, MunicipalityNumber, Record, Strict, Text, Texts


class FormerName(Strict):
    """A municipality that has since become part of this one."""

    name: Text
    until: Day = Field(description="Siste dag kommunen fantes")
    note: Text | None = None


class Municipality(Record):
    """One of the 357 municipalities; ``id`` is the slug in its address."""

    number: MunicipalityNumber
    county: CountyNumber
    other_names: Texts = Field((), description="Navn på samisk, kvensk eller andre språk")
    lat: Annotated[float, Field(ge=57, le=72)]
    lon: Annotated[float, Field(ge=4, le=32)]
    former: tuple[FormerName, ...] = ()
    website: Text | None = None


class County(Record):
    """One of the 15 counties."""

    number: CountyNumber
