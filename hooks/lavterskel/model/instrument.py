"""An instrument: a questionnaire, a risk assessment, a code system. What it is for, never the thing itself."""

from __future__ import annotations

from enum import StrEnum

from .base import AsOf, Record, Slug, Text, Texts, WebAddress


class InstrumentType(StrEnum):
    """What sort of tool it is."""

    SCREENING = "screening"
    RISK = "risk"
    CLASSIFICATION = "classification"
    FEEDBACK = "feedback"
    SURVEY = "survey"
    REGISTER = "register"
    CONVERSATION = "conversation"
    METHOD = "method"
    PLANNING = "planning"


class Instrument(Record):
    """One instrument. Nothing of its content is reproduced."""

    aliases: Texts = ()
    type: InstrumentType
    summary: Text
    measures: Text | None = None
    target_group: Text | None = None
    when: Texts = ()
    used_by: tuple[Slug, ...] = ()
    used_by_text: Text | None = None
    topics: tuple[Slug, ...] = ()
    offers: tuple[Slug, ...] = ()
    programmes: tuple[Slug, ...] = ()
    found_at: Text | None = None
    url: WebAddress | None = None
    results: Texts = ()
    notes: Texts = ()
    as_of: AsOf
