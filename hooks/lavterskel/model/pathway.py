"""A pathway: the way between services for one need."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import AsOf, Record, Text, Texts


class PathwayType(StrEnum):
    """One of the three main pathways, or a shorter one for a situation."""

    MAIN = "main"
    OTHER = "other"


class Pathway(Record):
    """What the pathway is for."""

    aliases: Texts = ()
    type: PathwayType
    summary: Text | None = Field(None, description="Én setning: hva forløpet er for")
    as_of: AsOf
