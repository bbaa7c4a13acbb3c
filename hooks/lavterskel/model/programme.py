"""A programme: a method or model that several places follow, such as Rask psykisk helsehjelp."""

from __future__ import annotations

from pydantic import Field

from .base import AsOf, Record, Slug, Text, Texts
from .offer import Access, Age, Cost


class Programme(Record):
    """What a programme is. Its access, cost, age and topics are inherited by its offers, and marked as such."""

    aliases: Texts = ()
    summary: Text | None = Field(None, description="Én setning: hva dette er")
    what: Texts = ()
    for_whom: Text | None = None
    age: Age | None = None
    access: Access | None = None
    cost: Cost | None = None
    topics: tuple[Slug, ...] = ()
    steps: Texts = Field((), description="Trinnene, i rekkefølge")
    method: Texts = ()
    staffing: Texts = ()
    instruments: Texts = ()
    goals: Texts = ()
    principles: Texts = ()
    advice: Texts = Field((), description="Råd om bruken, og hvem som gir dem")
    results: Texts = Field((), description="Resultater, med år og hvor mange")
    evidence: Texts = Field((), description="Hva forskning viser, med forbehold")
    challenges: Texts = ()
    debate: Texts = Field((), description="Omstridte påstander, med hvem som sier hva")
    spread: Texts = Field((), description="Utbredelse, med år og enhet")
    used_in: Texts = ()
    funding: Texts = ()
    since: Text | None = None
    based_on: tuple[Slug, ...] = ()
    see: tuple[Slug, ...] = ()
    notes: Texts = ()
    as_of: AsOf
