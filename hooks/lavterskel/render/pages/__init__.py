"""The pages of each section, one module per section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...load import Data
from ..context import Context
from ..page import Page
from . import (
    actors,
    answers,
    catalogue,
    crisis,
    finder,
    guidance,
    instruments,
    laws,
    municipalities,
    my_list,
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


@dataclass(frozen=True, slots=True)
class PageMaker:
    """A part of the site: its name in the closing table, what makes its pages, and roughly how many they are."""

    name: str
    make: Callable[[Context], Iterator[Page]]
    about: Callable[[Data], float]


def _records(*kinds: str, lists: float = 1) -> Callable[[Data], float]:
    """As many pages as records of some kinds; ``lists`` is more than 1 where they are listed by facet too."""
    return lambda data: lists * sum(len(data.records[kind]) for kind in kinds)


def _by_place(pages: int) -> Callable[[Data], float]:
    """Some pages that together also list every offer where it can be used."""
    return lambda data: pages + 0.06 * len(data.records["offer"])


PAGE_MAKERS: tuple[PageMaker, ...] = (
    PageMaker("tilbud", offers.first_half, _records("offer", lists=0.5)),
    PageMaker("tilbud, resten", offers.second_half, _records("offer", lists=0.5)),
    PageMaker("forside", start.pages, lambda data: 1),
    PageMaker("krise", crisis.pages, lambda data: 1),
    PageMaker("lister over tilbud", catalogue.pages, _records("offer", lists=0.17)),
    PageMaker("kommuner og fylker", municipalities.pages, _by_place(400)),
    PageMaker("temaer", topics.pages, _records("topic")),
    PageMaker("programmer", programmes.pages, _records("programme")),
    PageMaker("aktører", actors.pages, _records("actor")),
    PageMaker("forløp", pathways.pages, _records("pathway")),
    PageMaker("verktøy", instruments.pages, _records("instrument")),
    PageMaker("føringer", guidance.pages, _records("guidance", "law", lists=1.3)),
    PageMaker("anbefalinger", recommendations.pages, _records("recommendation", lists=1.3)),
    PageMaker("spørsmål og sjekklister", answers.pages, _records("question", "checklist")),
    PageMaker("lover", laws.pages, _records("law", "provision")),
    PageMaker("begreper", terms.pages, _records("term")),
    PageMaker("for fastleger", finder.pages, _by_place(50)),
    PageMaker("for ansatte", staff.pages, lambda data: 1),
    PageMaker("kilder", references.pages, lambda data: 1.3 * len(data.bibliography.works)),
    PageMaker("søk", search.pages, lambda data: 30),
    PageMaker("min liste", my_list.pages, lambda data: 1),
)


def in_two(data: Data) -> tuple[list[PageMaker], list[PageMaker]]:
    """The parts in two shares of about as much work: the largest first, each to the share that has least.

    The second share begins with the exports and the search's index, which take as long as the pages of four records
    in ten.
    """
    shares: tuple[list[PageMaker], list[PageMaker]] = ([], [])
    loads = [0.0, 0.4 * sum(len(records) for records in data.records.values())]
    for maker in sorted(PAGE_MAKERS, key=lambda maker: -maker.about(data)):
        lighter = loads.index(min(loads))
        shares[lighter].append(maker)
        loads[lighter] += maker.about(data)
    return shares
