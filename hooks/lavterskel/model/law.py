"""Acts and regulations, and their provisions as the sources cite them. Nothing here is presented as current law."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import AsOf, Slug, Text, Texts
from .status import Standings


class LawType(StrEnum):
    """An act of Parliament, a regulation under one, or a regulation of the EU."""

    ACT = "act"
    REGULATION = "regulation"
    EU_REGULATION = "eu-regulation"


class Law(Standings):
    """An act or a regulation. ``short_title`` is the name people use, ``abbreviations`` the usual short forms."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+$", max_length=30)]
    short_title: Text
    abbreviations: Texts = ()
    aliases: Texts = ()
    type: LawType
    date: AsOf | None = None
    number: Text | None = None
    summary: Text | None = None
    replaced_by_text: Text | None = None
    notes: Texts = ()
    reference: Slug | None = Field(None, description="Lovens egen nøkkel i data/references.bib")
    as_of: AsOf


class Provision(Standings):
    """A section, a part of one, or a chapter. ``number`` is written as a lawyer writes it: «§ 3-1 andre ledd»."""

    law: Slug
    number: Annotated[str, StringConstraints(pattern=r"^(§|kapittel |artikkel |art\. )")]
    part_of: Slug | None = None
    gives: Annotated[Texts, Field(min_length=1)]
    printed: Text | None = Field(None, description="Slik det er trykt i kilden, når det er feil der")
    notes: Texts = ()
    as_of: AsOf
