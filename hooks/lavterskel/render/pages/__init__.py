"""The pages of each section, one module per section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..context import Context
from ..page import Page
from . import (
    actors,
    answers,
    catalogue,
    crisis,
    guidance,
    laws,
    municipalities,
    offers,
    pathways,
    programmes,
    recommendations,
    references,
    search,
    staff,
    start,
    terms,
    topics,
)

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
    ("forløp", pathways.pages),
    ("føringer", guidance.pages),
    ("anbefalinger", recommendations.pages),
    ("spørsmål og sjekklister", answers.pages),
    ("lover", laws.pages),
    ("begreper", terms.pages),
    ("for ansatte", staff.pages),
    ("kilder", references.pages),
    ("søk", search.pages),
)

PAGE_MAKERS = (*OFFER_PAGES, *OTHER_PAGES)
