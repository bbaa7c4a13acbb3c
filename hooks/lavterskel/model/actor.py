"""An actor: a unit, service or organisation that gives, supports or pays for help."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import AsOf, Record, Slug, Text, Texts
from .offer import Access, Age, Area, Contact, Cost


class Level(StrEnum):
    """Where in the system the actor belongs."""

    MUNICIPAL = "municipal"
    INTERMUNICIPAL = "intermunicipal"
    SPECIALIST = "specialist"
    REGIONAL = "regional"
    NATIONAL = "national"
    STATE = "state"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"


class Actor(Record):
    """One actor. ``level`` is left out where the source does not say."""

    aliases: Texts = ()
    level: Level | None = None
    summary: Text | None = Field(None, description="Én setning: hva aktøren er eller gjør")
    tasks: Texts = ()
    target_group: Text | None = None
    access: Access | None = Field(None, description="Hvem som kan komme dit, og hvem som kan henvise")
    age: Age | None = None
    cost: Cost | None = None
    legal_basis: tuple[Slug, ...] = ()
    laws: tuple[Slug, ...] = ()
    areas: tuple[Area, ...] = ()
    part_of: Slug | None = None
    cooperation: Texts = ()
    contacts: tuple[Contact, ...] = ()
    notes: Texts = ()
    as_of: AsOf
