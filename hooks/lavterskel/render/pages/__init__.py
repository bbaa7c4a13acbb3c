"""The pages of each section, one module per section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..context import Context
from ..page import Page
from . import actors, catalogue, crisis, municipalities, offers, programmes, references, search, start, topics

PAGE_MAKERS: tuple[tuple[str, Callable[[Context], Iterator[Page]]], ...] = (
    ("forside", start.pages),
    ("krise", crisis.pages),
    ("tilbud", offers.pages),
    ("lister over tilbud", catalogue.pages),
    ("kommuner og fylker", municipalities.pages),
    ("temaer", topics.pages),
    ("programmer", programmes.pages),
    ("aktører", actors.pages),
    ("kilder", references.pages),
    ("søk", search.pages),
)
"""What each part is called in the closing table, and what makes its pages."""
