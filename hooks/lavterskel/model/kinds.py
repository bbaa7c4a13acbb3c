"""Every kind of record there is: the one place to add a new one."""

from __future__ import annotations

from dataclasses import dataclass

from .actor import Actor
from .base import Record
from .finder import FinderRule
from .guidance import Checklist, GuidanceDocument, Question, Recommendation, Repeat
from .instrument import Instrument
from .law import Law, Provision
from .offer import Offer
from .pathway import Pathway
from .place import County, Municipality
from .plain_word import PlainWord
from .programme import Programme
from .term import Term
from .vocabulary import Audience, Kind, Mark, Strength, Topic
from .words import SynonymGroup, WordList


@dataclass(frozen=True, slots=True)
class RecordKind:
    """``name`` is the singular used in markup, ``files`` are glob patterns below ``data/``."""

    name: str
    model: type[Record]
    files: tuple[str, ...]
    label: str


OFFER_FILES = ("offers.yaml", "offers/*.yaml")
"""The files that ``OFFERS=path`` replaces."""

KINDS: tuple[RecordKind, ...] = (
    RecordKind("offer", Offer, (*OFFER_FILES, "crisis.yaml"), "tilbud"),
    RecordKind("programme", Programme, ("programmes.yaml",), "programmer"),
    RecordKind("actor", Actor, ("actors.yaml", "actors/*.yaml"), "aktører"),
    RecordKind("pathway", Pathway, ("pathways/*.yaml",), "forløp"),
    RecordKind("instrument", Instrument, ("instruments.yaml",), "verktøy"),
    RecordKind("rule", FinderRule, ("finder.yaml",), "regler i veiviseren"),
    RecordKind("guidance", GuidanceDocument, ("documents.yaml",), "dokumenter"),
    RecordKind("recommendation", Recommendation, ("guidance/*.yaml",), "anbefalinger"),
    RecordKind("repeat", Repeat, ("repeats.yaml",), "gjentakelser"),
    RecordKind("question", Question, ("questions.yaml",), "spørsmål"),
    RecordKind("checklist", Checklist, ("checklists.yaml",), "sjekklister"),
    RecordKind("law", Law, ("laws.yaml",), "lover"),
    RecordKind("provision", Provision, ("provisions.yaml",), "bestemmelser"),
    RecordKind("term", Term, ("terms.yaml",), "begreper"),
    RecordKind("municipality", Municipality, ("vocabulary/municipalities.yaml",), "kommuner"),
    RecordKind("county", County, ("vocabulary/counties.yaml",), "fylker"),
    RecordKind("topic", Topic, ("vocabulary/topics.yaml",), "temaer"),
    RecordKind("kind", Kind, ("vocabulary/kinds.yaml",), "typer tilbud"),
    RecordKind("audience", Audience, ("vocabulary/audiences.yaml",), "målgrupper"),
    RecordKind("strength", Strength, ("vocabulary/strengths.yaml",), "styrker"),
    RecordKind("mark", Mark, ("vocabulary/marks.yaml",), "kjennetegn"),
    RecordKind("synonym", SynonymGroup, ("vocabulary/synonyms.yaml",), "synonymer"),
    RecordKind("wordlist", WordList, ("vocabulary/words.yaml",), "ordlister for søket"),
    RecordKind("plainword", PlainWord, ("vocabulary/plain_words.yaml",), "tunge ord"),
)

NAME_OF = {kind.model: kind.name for kind in KINDS}
"""The name in markup of each model."""
