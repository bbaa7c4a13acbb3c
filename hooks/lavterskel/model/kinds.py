"""Every kind of record there is: the one place to add a new one."""

from __future__ import annotations

from dataclasses import dataclass

from .actor import Actor
from .base import Record
from .offer import Offer
from .place import County, Municipality
from .programme import Programme
from .vocabulary import Audience, Kind, Mark, Topic


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
    RecordKind("actor", Actor, ("actors.yaml",), "aktører"),
    RecordKind("municipality", Municipality, ("vocabulary/municipalities.yaml",), "kommuner"),
    RecordKind("county", County, ("vocabulary/counties.yaml",), "fylker"),
    RecordKind("topic", Topic, ("vocabulary/topics.yaml",), "temaer"),
    RecordKind("kind", Kind, ("vocabulary/kinds.yaml",), "typer tilbud"),
    RecordKind("audience", Audience, ("vocabulary/audiences.yaml",), "målgrupper"),
    RecordKind("mark", Mark, ("vocabulary/marks.yaml",), "kjennetegn"),
)
