"""What national documents ask for: the documents, their recommendations, questions and checklists.

Four voices are kept apart: national guidance, a report or local paper, research, and one person's statement.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import AsOf, LineRange, Record, Slug, Source, Strict, Text, Texts, WebAddress
from .status import Standings


class DocumentType(StrEnum):
    """What sort of document it is. A guide («veileder») is not a guideline («retningslinje»)."""

    GUIDELINE = "guideline"
    GUIDE = "guide"
    ADVICE = "advice"
    PATHWAY = "pathway"
    PRIORITY_GUIDE = "priority-guide"
    CIRCULAR = "circular"
    STRATEGY = "strategy"
    PLAN = "plan"
    PROGRAMME = "programme"
    WHITE_PAPER = "white-paper"
    PROPOSITION = "proposition"
    COMMITTEE = "committee"
    OFFICIAL_REPORT = "official-report"
    REPORT = "report"
    AUDIT = "audit"
    HEARING = "hearing"
    AGREEMENT = "agreement"
    LOCAL_PLAN = "local-plan"
    HANDBOOK = "handbook"
    BROCHURE = "brochure"
    INTERNATIONAL = "international"
    THESIS = "thesis"
    WEB_PAGE = "web-page"
    OTHER = "other"


class StatedYear(Strict):
    """A year that one source states, where the sources differ."""

    year: Text
    stated_by: Slug = Field(description="Nøkkelen til kilden som oppgir året")


class Familiarity(Strict):
    """How many in one group said that they know the document. Says nothing of use."""

    known: Annotated[int, Field(ge=0)]
    percent: Annotated[float, Field(ge=0, le=100)]
    base: Annotated[int, Field(ge=1)] = Field(description="Hvor mange som svarte")
    year: Text
    group: Text
    source: Source


class Section(Strict):
    """A numbered part of the document."""

    number: Text
    title: Text
    lines: LineRange | None = None


class Change(Strict):
    """What differs from an earlier document, with the place in the old one."""

    title: Text
    text: Text
    before: Text | None = Field(None, description="Hva det gamle dokumentet sier")
    now: Text | None = Field(None, description="Hva det nye sier")
    section: Text | None = Field(None, description="Stedet i det gamle dokumentet")
    recommendations: tuple[Slug, ...] = Field((), description="Anbefalinger i det gamle dokumentet")
    source: Source


class GuidanceDocument(Standings):
    """One document, whatever the sources call it. ``replaces`` is written here and read both ways."""

    aliases: Texts = ()
    type: DocumentType
    issuer: Text | None = None
    numbers: Texts = ()
    year: Annotated[str, StringConstraints(pattern=r"^(18|19|20)\d\d$")] | None = Field(
        None, description="Utgivelsesår", coerce_numbers_to_str=True
    )
    valid: Text | None = Field(None, description="Perioden det gjelder for")
    years: tuple[StatedYear, ...] = Field((), description="Når kildene oppgir ulike år")
    replaces: tuple[Slug, ...] = ()
    url: WebAddress | None = None
    summary: Text | None = None
    says: Texts = Field((), description="Hva kildene sier at dokumentet sier, med sitering")
    familiarity: Familiarity | None = None
    sections: tuple[Section, ...] = ()
    changes: tuple[Change, ...] = Field((), description="Endringer fra dokumentet det erstatter")
    marks: bool = Field(False, description="Siden viser de ni kjennetegnene, før og nå")
    unread: Texts = Field((), description="Deler som ikke er lest")
    notes: Texts = ()
    reference: Slug | None = Field(None, description="Dokumentets egen nøkkel i data/references.bib")
    as_of: AsOf


class Voice(StrEnum):
    """Whose word it is. Never mixed; readers see national guidance unless they choose otherwise."""

    GUIDANCE = "guidance"
    REPORT = "report"
    RESEARCH = "research"
    PERSON = "person"


class PlaceInDocument(StrEnum):
    """What kind of place in the document it stands in."""

    BOX = "box"
    KEY_POINT = "key_point"
    TEXT = "text"
    QUESTION = "question"
    SIDEBAR = "sidebar"
    ANNEX = "annex"


class Stage(StrEnum):
    """The part of a pathway."""

    PREVENTION = "prevention"
    ASSESSMENT = "assessment"
    TREATMENT = "treatment"


class OnPathway(Strict):
    """A pathway the recommendation belongs to, and the part of it where that is said."""

    id: Slug
    stage: Stage | None = None


class Recommendation(Record):
    """One thing that is asked for, in one sentence of our own.

    ``title`` is written ``text`` in the files. ``strength_printed`` is the word in the source; ``strength`` is its
    class. Exactly one of ``document`` and ``law`` says who asks; ``sources`` says where that was read.
    """

    title: Text = Field(alias="text", description="Én setning, i egne ord")
    document: Slug | None = None
    law: Slug | None = None
    voice: Voice
    said_by: Text | None = Field(None, description="Hvem som sier det, når det ikke er dokumentet selv")
    section: Text | None = None
    place: PlaceInDocument | None = None
    strength: Slug
    strength_printed: Text | None = None
    addressees: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    pathways: tuple[OnPathway, ...] = ()
    legal_basis: tuple[Slug, ...] = Field((), description="Bestemmelser den bygger på")
    laws: tuple[Slug, ...] = Field((), description="Lover den bygger på, når paragrafen ikke er nevnt")
    refers_to: tuple[Slug, ...] = Field((), description="Dokumenter den viser til")
    offer_kinds: tuple[Slug, ...] = Field((), description="Typer tilbud den handler om")
    programmes: tuple[Slug, ...] = ()
    see_now: tuple[Slug, ...] = Field(
        (), description="Anbefalingen som gjelder det samme i dokumentet som er kommet etter"
    )
    details: Texts = ()
    notes: Texts = ()
    url: WebAddress | None = None
    as_of: AsOf


class Repeat(Record):
    """Recommendations that say the same in several places. Never merged; ``differs`` when the strength does."""

    recommendations: Annotated[tuple[Slug, ...], Field(min_length=2)]
    differs: Text | None = Field(None, description="Hva som er ulikt, når noe er det")


class Question(Record):
    """A question the document asks and answers. ``title`` is the question."""

    document: Slug
    section: Text | None = None
    answer: Annotated[Texts, Field(min_length=1)]
    recommendations: tuple[Slug, ...] = ()
    legal_basis: tuple[Slug, ...] = ()
    laws: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    notes: Texts = ()
    as_of: AsOf


class Checklist(Record):
    """A list to go through."""

    document: Slug
    section: Text | None = None
    intro: Text | None = None
    items: Annotated[Texts, Field(min_length=1)]
    recommendations: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    notes: Texts = ()
    as_of: AsOf
