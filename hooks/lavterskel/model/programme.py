"""A programme: a method or model that several places follow, such as Rask psykisk helsehjelp."""

from __future__ import annotations

from pydantic import Field

from .base import AsOf, Record, Slug, Text, Texts
from .offer import Access, Age, Cost


class Programme(Record):
    """What a programme is. Its access, cost, age and topics are inherited by its offers, and marked as such."""

    aliases: Texts = Field(default_factory=list)
    summary: Text | None = Field(None, description="Én setning: hva dette er")
    what: Texts = Field(default_factory=list)
    for_whom: Text | None = None
    age: Age | None = None
    access: Access | None = None
    cost: Cost | None = None
    topics: list[Slug] = Field(default_factory=list)
    steps: Texts = Field(default_factory=list, description="Trinnene, i rekkefølge")
    method: Texts = Field(default_factory=list)
    staffing: Texts = Field(default_factory=list)
    instruments: Texts = Field(default_factory=list)
    goals: Texts = Field(default_factory=list)
    principles: Texts = Field(default_factory=list)
    advice: Texts = Field(default_factory=list, description="Råd om bruken, og hvem som gir dem")
    results: Texts = Field(default_factory=list, description="Resultater, med år og hvor mange")
    evidence: Texts = Field(default_factory=list, description="Hva forskning viser, med forbehold")
    challenges: Texts = Field(default_factory=list)
    debate: Texts = Field(default_factory=list, description="Omstridte påstander, med hvem som sier hva")
    spread: Texts = Field(default_factory=list, description="Utbredelse, med år og enhet")
    used_in: Texts = Field(default_factory=list)
    funding: Texts = Field(default_factory=list)
    since: Text | None = None
    based_on: list[Slug] = Field(default_factory=list)
    see: list[Slug] = Field(default_factory=list)
    notes: Texts = Field(default_factory=list)
    as_of: AsOf
