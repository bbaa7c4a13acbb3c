"""An offer: something a person in Norway can use, as a source describes it at a point in time."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from .base import (
    AsOf,
    CountyNumber,
    Day,
    EmailAddress,
    MunicipalityNumber,
    Phone,
    Record,
    Slug,
    Source,
    Strict,
    Text,
    Texts,
    WebAddress,
)


class Provider(Strict):
    """Who runs the offer. ``actor`` links to the provider's own record when there is one."""

    name: Text
    actor: Slug | None = None


class AreaRole(StrEnum):
    """What a municipality has to do with an offer it shares with others."""

    HOST = "host"
    PARTNER = "partner"
    INVITED = "invited"
    CONSIDERED = "considered"


class Area(Strict):
    """Where an offer can be used: exactly one of municipality, county and nation."""

    municipality: MunicipalityNumber | None = Field(None, description='Kommunenummer i dag, i hermetegn: "0301"')
    county: CountyNumber | None = Field(None, description='Fylkesnummer, i hermetegn: "46"')
    nation: Literal[True] | None = Field(None, description="true når tilbudet gjelder hele landet")
    district: Text | None = Field(None, description="Bydel eller del av kommunen, når kilden avgrenser")
    role: AreaRole | None = Field(None, description="Kommunens rolle når flere deler tilbudet")
    name_then: Text | None = Field(None, description="Navnet kilden bruker, når kommunen siden er slått sammen")

    @property
    def takes_part(self) -> bool:
        """Whether the people there can use the offer, and were not only invited or considered."""
        return self.role not in (AreaRole.INVITED, AreaRole.CONSIDERED)

    @model_validator(mode="after")
    def _exactly_one_place(self) -> Area:
        if sum(place is not None for place in (self.municipality, self.county, self.nation)) != 1:
            raise PydanticCustomError(
                "one_place", "Et område er enten municipality, county eller nation: true, og bare én av dem."
            )
        return self


Years = Annotated[int, Field(ge=0, le=110)]


class Age(Strict):
    """Age limits in whole years, both counted. ``typical`` is not a limit."""

    min: Years | None = None
    max: Years | None = None
    text: Text | None = Field(None, description="Slik kilden sier det, kort")
    typical: Text | None = Field(None, description="Vanlig alder blant brukerne; ikke en grense")

    @model_validator(mode="after")
    def _in_order(self) -> Age:
        if self.min is not None and self.max is not None and self.min > self.max:
            raise PydanticCustomError(
                "age_order",
                "Laveste alder ({low}) er høyere enn høyeste alder ({high}). Bytt dem om eller rett tallet.",
                {"low": self.min, "high": self.max},
            )
        return self


class Referral(StrEnum):
    """What it takes to get in, when the source says so."""

    NOT_NEEDED = "not_needed"
    VIA_PROFESSIONAL = "via_professional"
    APPLICATION = "application"
    REQUIRED = "required"


class Access(Strict):
    """How a person gets to the offer."""

    referral: Referral | None = Field(None, description="not_needed, via_professional, application eller required")
    how: Texts = Field((), description="Slik starter du, i du-form, til den som trenger hjelp")
    how_professional: Texts = Field(
        (), description="Slik gjør fagfolk: hvem som kan henvise eller ta kontakt, og hvordan"
    )


class Cost(Strict):
    """What the person pays."""

    free: bool | None = None
    text: Text | None = None


class WaitingMeasure(StrEnum):
    """What the waiting time counts up to."""

    MESSAGE = "message"
    FIRST_TALK = "first_talk"
    START = "start"


class WaitingNature(StrEnum):
    """Whose word a waiting time is: these are never mixed."""

    PROMISE = "promise"
    GOAL = "goal"
    OBSERVED = "observed"
    RATING = "rating"
    DESCRIBED = "described"


class Waiting(Strict):
    """One statement on waiting time."""

    text: Text
    measures: WaitingMeasure | None = None
    nature: WaitingNature | None = None
    days_max: Annotated[int, Field(ge=0, le=400)] | None = None


Weekday = Literal["mo", "tu", "we", "th", "fr", "sa", "su"]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]


class OpeningSlot(Strict):
    """Open from ``opens`` to ``closes`` on the given days."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    opens: Clock
    closes: Clock
    note: Text | None = None


class OpeningHours(Strict):
    """When the offer is open, as text and, where exact, as slots."""

    text: Text | None = None
    slots: tuple[OpeningSlot, ...] = ()
    always: Literal[True] | None = Field(None, description="true når det er åpent døgnet rundt alle dager")
    evening: bool | None = Field(None, description="Åpent noe av kvelden (etter kl. 16)")
    weekend: bool | None = None


class Channel(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    HOME = "home"
    PHONE = "phone"
    VIDEO = "video"
    DIGITAL = "digital"
    CHAT = "chat"
    TEXT_MESSAGE = "text_message"


class Setting(StrEnum):
    """With whom."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    FAMILY = "family"


class Format(Strict):
    """The form of the help."""

    channels: tuple[Channel, ...] = ()
    settings: tuple[Setting, ...] = ()


class Contact(Strict):
    """One way to reach the offer; exactly one of the addresses."""

    phone: Phone | None = None
    sms: Phone | None = None
    web: WebAddress | None = None
    chat: WebAddress | None = None
    email: EmailAddress | None = None
    address: Text | None = None
    label: Text | None = Field(None, description="Hva kontakten gjelder, når det ikke er selvsagt")

    @model_validator(mode="after")
    def _exactly_one_way(self) -> Contact:
        ways = (self.phone, self.sms, self.web, self.chat, self.email, self.address)
        if sum(way is not None for way in ways) != 1:
            raise PydanticCustomError(
                "one_contact",
                "En kontakt har én av phone, sms, web, chat, email og address. Skriv flere som flere punkter.",
            )
        return self


class Status(StrEnum):
    """What is known of the offer's standing."""

    PERMANENT = "permanent"
    ACTIVE = "active"
    PROJECT = "project"
    PLANNED = "planned"
    ENDED = "ended"
    EXAMPLE = "example"

    @property
    def usable(self) -> bool:
        """Whether people could use the offer when it was described."""
        return self in (Status.PERMANENT, Status.ACTIVE, Status.PROJECT)


class Verified(Strict):
    """That the provider or the municipality has looked over the record."""

    on: Day
    by: Text = Field(description="Rolle, ikke navn: «tjenesteleder»")
    every_months: Annotated[int, Field(ge=1, le=24)] = 12


Inheritable = Literal["access", "age", "cost", "topics"]


class Facts(Strict):
    """The facts of an offer that can differ from year to year."""

    summary: Text | None = Field(None, description="Én setning: hva dette er, i innbyggerens ord")
    for_whom: Text | None = Field(None, description="Hvem det er for, slik kilden sier det")
    age: Age | None = None
    what: Texts = Field((), description="Hva som skjer, i du-form der det går")
    method: Texts = ()
    access: Access | None = None
    cost: Cost | None = None
    waiting: tuple[Waiting, ...] = ()
    opening_hours: OpeningHours | None = None
    format: Format | None = None
    frequency: Text | None = Field(None, description="Hvor ofte")
    length: Text | None = Field(None, description="Hvor lenge")
    group_size: Text | None = None
    place: Text | None = None
    languages: Texts = ()
    staffing: Texts = ()
    capacity: Texts = ()
    cooperation: Texts = ()
    onward: Texts = Field((), description="Hvor tilbudet viser videre, og når")
    instruments: Texts = Field((), description="Kartleggings- og måleverktøy som brukes")
    operation: Texts = Field((), description="Hvordan tilbudet er organisert og drevet")
    funding: Texts = ()
    results: Texts = Field((), description="Resultater, med år og hvor mange")
    limits: Texts = Field((), description="Hva tilbudet ikke er")
    contacts: tuple[Contact, ...] = ()
    since: Text | None = None
    notes: Texts = Field((), description="Forbehold leseren trenger")


class FoundStatus(StrEnum):
    """What a later search found of an offer described earlier."""

    CONFIRMED = "confirmed"
    RENAMED = "renamed"
    PARTLY = "partly"
    NOT_FOUND = "not_found"


class FoundLater(Facts):
    """What was found of the offer at a later date: beside the first description, never merged with it."""

    status: FoundStatus
    as_of: AsOf
    name: Text | None = None
    see: tuple[Slug, ...] = Field((), description="Tilbud som i dag dekker det samme")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class CrisisGroup(StrEnum):
    """Which need a crisis number answers; the order of the help-now page."""

    DANGER = "danger"
    URGENT = "urgent"
    TALK = "talk"
    CHILD = "child"
    VIOLENCE = "violence"
    SUBSTANCE = "substance"


class Crisis(Strict):
    """Makes an offer part of the help that every page leads to."""

    group: CrisisGroup
    order: int
    when: Text = Field(description="Når du ringer dit, i du-form")
    strip: Text | None = Field(None, description="Ordene foran nummeret i stripen øverst på hver side")


class Offer(Facts, Record):
    """One offer, see design §4."""

    aliases: Texts = ()
    kinds: Annotated[tuple[Slug, ...], Field(min_length=1)]
    provider: Provider | None = None
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    part_of: Slug | None = None
    programme: Slug | None = None
    topics: tuple[Slug, ...] = ()
    audience: tuple[Slug, ...] = ()
    status: Status | None = None
    status_text: Text | None = Field(None, description="Slik kilden sier det om status")
    as_of: AsOf
    verified: Verified | None = None
    marks: dict[Slug, bool] = Field(
        default_factory=dict, description="Kjennetegn på lavterskeltilbud, true eller false; utelatt er ukjent"
    )
    see: tuple[Slug, ...] = Field((), description="Andre tilbud leseren bør kjenne")
    not_inherited: tuple[Inheritable, ...] = Field(
        (), description="Felt som ikke skal arves fra program eller overordnet tilbud"
    )
    found_later: tuple[FoundLater, ...] = ()
    crisis: Crisis | None = None
