"""The Norwegian words for what the model names in English."""

from __future__ import annotations

import datetime as dt

from ..citations.style import long_date
from ..model.actor import Level
from ..model.base import Confidence, Source
from ..model.offer import (
    AreaRole,
    Channel,
    CrisisGroup,
    FoundStatus,
    Referral,
    Setting,
    Status,
    WaitingMeasure,
    WaitingNature,
)
from ..text import joined

UNKNOWN = "Ikke oppgitt"

STATUS = {
    Status.PERMANENT: "Fast tilbud",
    Status.ACTIVE: "I drift",
    Status.PROJECT: "Prosjekt",
    Status.PLANNED: "Planlagt",
    Status.ENDED: "Avsluttet",
    Status.EXAMPLE: "Bare et eksempel",
}

ROLE = {
    AreaRole.HOST: "vertskommune",
    AreaRole.PARTNER: "samarbeider",
    AreaRole.INVITED: "invitert, ikke med",
    AreaRole.CONSIDERED: "vurdert, ikke med",
}

REFERRAL = {
    Referral.NOT_NEEDED: "Du kan ta kontakt selv. Du trenger ikke henvisning.",
    Referral.VIA_PROFESSIONAL: "Du får tilbudet gjennom fagfolk.",
    Referral.APPLICATION: "Du må søke om plass.",
    Referral.REQUIRED: "Du trenger henvisning.",
}

WAITING_MEASURE = {
    WaitingMeasure.MESSAGE: "til du får svar",
    WaitingMeasure.FIRST_TALK: "til første samtale",
    WaitingMeasure.START: "til hjelpen starter",
}

WAITING_NATURE = {
    WaitingNature.PROMISE: "løfte",
    WaitingNature.GOAL: "mål",
    WaitingNature.OBSERVED: "målt eller eksempel",
    WaitingNature.RATING: "brukernes vurdering",
    WaitingNature.DESCRIBED: "beskrevet",
}

CHANNEL = {
    Channel.IN_PERSON: "Oppmøte",
    Channel.HOME: "Hjemme hos deg",
    Channel.PHONE: "Telefon",
    Channel.VIDEO: "Video",
    Channel.DIGITAL: "På nett",
    Channel.CHAT: "Chat",
    Channel.TEXT_MESSAGE: "SMS",
}

SETTING = {Setting.INDIVIDUAL: "alene", Setting.GROUP: "i gruppe", Setting.FAMILY: "sammen med familien"}

FOUND = {
    FoundStatus.CONFIRMED: "Funnet igjen",
    FoundStatus.RENAMED: "Funnet under annet navn",
    FoundStatus.PARTLY: "Delvis funnet igjen",
    FoundStatus.NOT_FOUND: "Ikke funnet igjen",
}

CRISIS_GROUP = {
    CrisisGroup.DANGER: "Når det er fare for liv",
    CrisisGroup.URGENT: "Når det haster",
    CrisisGroup.TALK: "Når du trenger noen å snakke med",
    CrisisGroup.CHILD: "For barn og unge",
    CrisisGroup.VIOLENCE: "Ved vold og overgrep",
    CrisisGroup.SUBSTANCE: "Ved rus og forgiftning",
}

LEVEL = {
    Level.MUNICIPAL: "Kommunen",
    Level.INTERMUNICIPAL: "Flere kommuner sammen",
    Level.SPECIALIST: "Spesialisthelsetjenesten",
    Level.REGIONAL: "Regionalt",
    Level.NATIONAL: "Nasjonalt",
    Level.STATE: "Staten",
    Level.VOLUNTARY: "Frivillig organisasjon",
    Level.PRIVATE: "Privat",
}

CONFIDENCE = {Confidence.HIGH: "høy", Confidence.MEDIUM: "middels"}

WEEKDAY = {
    "mo": "mandag",
    "tu": "tirsdag",
    "we": "onsdag",
    "th": "torsdag",
    "fr": "fredag",
    "sa": "lørdag",
    "su": "søndag",
}


def as_of(value: str) -> str:
    """«2018», «juni 2018» or «13. august 2026», as exact as the value is."""
    if len(value) == 4:
        return value
    if len(value) == 7:
        return long_date(dt.date.fromisoformat(value + "-01")).split(" ", 1)[1]
    return long_date(dt.date.fromisoformat(value))


def when(value: str) -> str:
    """«i 2018», «i juni 2018», «9. september 2026»: the time as it stands in a sentence."""
    return as_of(value) if len(value) == 10 else f"i {as_of(value)}"


def source_day(source: Source) -> str:
    """When a source was read or dated, by which way, and how sure it is; empty for a printed work."""
    parts = []
    if source.read_on:
        parts.append(f"lest {short_day(source.read_on)}, ikke bekreftet av tilbyderen")
    if source.page_date:
        parts.append(f"siden er datert {as_of(source.page_date)}")
    if source.via:
        parts.append(f"gjengitt i {source.via}")
    if source.confidence:
        parts.append(f"sikkerhet: {CONFIDENCE[source.confidence]}")
    return joined(parts)


def short_day(day: dt.date) -> str:
    """13.08.2026."""
    return day.strftime("%d.%m.%Y")
