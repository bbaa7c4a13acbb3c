"""A pathway: the way between services for one need, step by step, with who is responsible for what.

Everything a pathway says carries its own sources, so that two versions of a guide, or two sides of a dispute, stand
beside each other and never blend.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .base import AsOf, Record, Slug, Source, Strict, Text, Texts
from .guidance import Stage, Voice
from .offer import Age, Area


class PathwayType(StrEnum):
    """What sort of way it is; decides where it stands in the list."""

    MAIN = "main"
    SITUATION = "situation"
    PROGRAMME = "programme"
    MODEL = "model"
    TOOL = "tool"
    LOCAL = "local"


Sources = Annotated[tuple[Source, ...], Field(min_length=1)]


class Said(Strict):
    """One statement, with where it stands."""

    text: Text
    sources: Sources


class Verb(Strict):
    """How strongly something is asked for: the class, and the word in the source."""

    strength: Slug | None = None
    strength_printed: Text | None = Field(None, description="Ordet i kilden: «bør bare unntaksvis»")
    recommendations: tuple[Slug, ...] = Field((), description="Anbefalinger som sier det samme")
    legal_basis: tuple[Slug, ...] = ()
    laws: tuple[Slug, ...] = ()


class Criterion(Said):
    """An example of who the pathway is for, as one document prints it."""

    key: Slug = Field(description="Navn som reglene i veiviseren viser til, unikt i forløpet")
    document: Slug = Field(description="Dokumentet som har kriteriet")
    differs: Text | None = Field(None, description="Hva som er endret fra dokumentet som ble erstattet")


class Responsibility(Said, Verb):
    """What one actor answers for in the pathway."""

    actor: Slug
    document: Slug | None = Field(None, description="Dokumentet som sier det, når forløpet står i flere")


class Step(Verb):
    """One step. ``title`` is short, for the picture; ``text`` says the rest.

    The first of ``actors`` is responsible. ``by`` names who acts where that is no actor of ours, such as the person.
    """

    title: Annotated[Text, Field(max_length=70)]
    text: Text | None = None
    stage: Stage | None = None
    actors: tuple[Slug, ...] = ()
    by: Text | None = Field(None, description="Hvem som gjør det, når det ikke er en aktør: «Du selv»")
    when: Text | None = Field(None, description="Vilkåret, når steget ikke gjelder alle")
    document: Slug | None = None
    offers: tuple[Slug, ...] = ()
    offer_kinds: tuple[Slug, ...] = ()
    programmes: tuple[Slug, ...] = ()
    instruments: tuple[Slug, ...] = ()
    sources: Sources


class Transition(Said, Verb):
    """A way out of the pathway: to another one, or to an actor. ``text`` says when."""

    pathway: Slug | None = None
    actor: Slug | None = None
    document: Slug | None = None


class Direction(StrEnum):
    """Whether something helps collaboration along or holds it back."""

    PROMOTES = "promotes"
    INHIBITS = "inhibits"
    BOTH = "both"


class FactorLevel(StrEnum):
    """Where it works: in the system, the organisation or between people."""

    SYSTEM = "system"
    ORGANISATION = "organisation"
    RELATION = "relation"


class FactorBasis(StrEnum):
    """What the statement rests on."""

    INFORMANTS = "informants"
    LITERATURE = "literature"
    ANALYSIS = "analysis"
    HYPOTHESIS = "hypothesis"


class Factor(Said):
    """What promotes or inhibits the use of a tool."""

    direction: Direction
    level: FactorLevel | None = None
    basis: FactorBasis


class Side(Said):
    """One side of a dispute."""

    who: Text
    voice: Voice


class Dispute(Strict):
    """A contested claim with every side that the sources give."""

    question: Text
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]


class Pathway(Record):
    """One pathway. ``order`` says whose the order of the steps is: the source's, or ours from several places."""

    aliases: Texts = ()
    type: PathwayType
    voice: Voice
    summary: Text | None = Field(None, description="Én setning: hva forløpet er for")
    target_group: Text | None = None
    starts: Text | None = Field(None, description="Hva som setter forløpet i gang")
    severity: Text | None = None
    duration: Text | None = None
    age: Age | None = None
    areas: tuple[Area, ...] = ()
    topics: tuple[Slug, ...] = ()
    programme: Slug | None = None
    offers: tuple[Slug, ...] = Field((), description="Tilbud forløpet går gjennom")
    criteria: tuple[Criterion, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    content: tuple[Said, ...] = Field((), description="Hva det minst skal ha i seg, for avtaler og planer")
    steps: tuple[Step, ...] = ()
    order: Literal["source", "ours"] | None = Field(None, description="Hvem som har satt stegene i rekkefølge")
    not_usual: tuple[Said, ...] = Field((), description="Hva som vanligvis ikke er aktuelt")
    transitions: tuple[Transition, ...] = ()
    factors: tuple[Factor, ...] = Field((), description="Hva som fremmer og hemmer")
    evidence: tuple[Said, ...] = Field((), description="Hva forskning viser, med forbehold")
    disputes: tuple[Dispute, ...] = ()
    legal_basis: tuple[Slug, ...] = ()
    laws: tuple[Slug, ...] = ()
    see: tuple[Slug, ...] = Field((), description="Andre forløp leseren bør kjenne")
    notes: Texts = ()
    as_of: AsOf
