"""The rules of the GP's finder: what is suggested, when, and on whose word. They are data; the browser applies them.

A rule applies when every part of ``when`` fits what was chosen. A part left out fits everything; a choice not made
fits no rule that asks for it, so that nothing is guessed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from .base import AsOf, Record, Slug, Strict, Text
from .offer import Years


class Part(StrEnum):
    """Which part of the answer the rule gives, in the order they are shown."""

    DANGER = "danger"
    PATHWAY = "pathway"
    OFFERS = "offers"
    CONSIDER = "consider"
    ESCALATE = "escalate"
    REFERRAL = "referral"
    INSTRUMENT = "instrument"


class Severity(StrEnum):
    """How severe the problem is, as the one who asks judges it. Never computed here."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class Duration(StrEnum):
    """Whether the problem is new or expected to pass, or has lasted. ``unknown`` is when nobody has said."""

    SHORT = "short"
    LONG = "long"
    UNKNOWN = "unknown"


class Fact(StrEnum):
    """The few things that change the answer. ``minor`` is seen from the age; the rest are asked for."""

    DANGER = "danger"
    PREGNANT = "pregnant"
    CHILDREN = "children"
    SUBSTANCE = "substance"
    NO_TALKS = "no_talks"
    MINOR = "minor"


class When(Strict):
    """What must have been chosen. ``topics`` fits narrower topics too."""

    topics: tuple[Slug, ...] = ()
    topics_unless: tuple[Slug, ...] = Field((), description="Regelen gjelder ikke når et av disse temaene er valgt")
    severity: tuple[Severity, ...] = ()
    duration: tuple[Duration, ...] = ()
    age_min: Years | None = None
    age_max: Years | None = None
    facts: tuple[Fact, ...] = Field((), description="Regelen gjelder når alt dette er svart ja på")
    unless: tuple[Fact, ...] = Field((), description="Regelen gjelder ikke når noe av dette er svart ja på")


class CriterionOf(Strict):
    """A criterion of a pathway."""

    pathway: Slug
    key: Slug


class FinderRule(Record):
    """One rule. ``title`` is what is suggested; ``why`` ties the choices to the source."""

    part: Part
    when: When = When()
    why: Text
    document: Slug | None = Field(None, description="Dokumentet regelen følger")
    criterion: CriterionOf | None = None
    pathway: Slug | None = None
    actors: tuple[Slug, ...] = ()
    recommendations: tuple[Slug, ...] = ()
    provisions: tuple[Slug, ...] = ()
    instruments: tuple[Slug, ...] = ()
    offers: tuple[Slug, ...] = ()
    strength: Slug | None = None
    strength_printed: Text | None = None
    alternative: Annotated[bool, Field(description="Passer også, men ikke først")] = False
    exception: Annotated[bool, Field(description="Regelen sier at noe bare skjer unntaksvis")] = False
    as_of: AsOf
