"""The pages of each section, one module per section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..context import Context
from ..page import Page
from . import actors, catalogue, crisis, municipalities, offers, programmes, references, search, start, topics

PageMaker = tuple[str, Callable[[Context], Iterator[Page]]]
"""What a part is called in the closing table, and what makes its pages."""

OFFER_PAGES: tuple[PageMaker, ...] = (("tilbud", offers.pages),)
"""The section that takes as long as all the others together, once there are many offers."""

OTHER_PAGES: tuple[PageMaker, ...] = (
    ("forside", start.pages),
    ("krise", crisis.pages),
    ("lister over tilbud", catalogue.pages),
    ("kommuner og fylker", municipalities.pages),
    ("temaer", topics.pages),
    ("programmer", programmes.pages),
    ("aktører", actors.pages),
    ("kilder", references.pages),
    ("søk", search.pages),
)

PAGE_MAKERS = (*OFFER_PAGES, *OTHER_PAGES)
