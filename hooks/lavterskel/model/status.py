"""What is known of a document's or a law's standing today, always with the page that says so."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from .base import Record, Source, Text


class Standing(StrEnum):
    """The words that the register of present status uses. Absent means that nobody has looked."""

    IN_FORCE = "in_force"
    CHANGED = "changed"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    FOLLOWED = "followed"
    UNCLEAR = "unclear"
    NOT_FOUND = "not_found"
    NOT_ADOPTED = "not_adopted"
    PENDING = "pending"
    NOT_CHECKED = "not_checked"


class Standings(Record):
    """A record whose standing can change. ``status`` is only what ``status_source`` says."""

    status: Standing | None = None
    status_text: Text | None = Field(None, description="Hva kilden sier om statusen, i egne ord")
    status_source: Source | None = Field(None, description="Siden som sier det, med sidens dato")
