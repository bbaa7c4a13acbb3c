"""``/tilbud/``: every offer in paged lists, and one list per facet value, all without JavaScript.

Writes ``/tilbud/``, ``/tilbud/side/<n>/``, ``/tilbud/<facet>/``, ``/tilbud/<facet>/<value>/`` and
``/tilbud/<facet>/<value>/<n>/``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...export.schema_org import catalogue_jsonld
from ...facets import FACETS, NATIONWIDE, Facet
from ...model.offer import Offer
from ...text import counted, sort_key
from ..context import Context
from ..page import Page

CATALOGUE_PAGE = 48
"""Offers on a page of the catalogue, as many as the script draws at a time."""

LISTING_PAGE = 96
"""Offers on a page of a list that is read without choosing more."""

FIRST_VALUES = 12
"""How many values of a long facet are open before «Vis flere»."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet as shown in the filter form."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet in the filter form."""

    facet: Facet
    values: list[Value]
    chosen_from_list: bool
    """Whether one value is chosen from a drop-down list rather than ticked."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of offers, over as many pages as it takes; ``facet`` and ``value`` say what they have in common."""

    title: str
    description: str
    offers: list[Offer]
    first: str
    """The address of page 1."""
    rest: str
    """Where the addresses of the other pages begin."""
    size: int
    """Offers on each page."""
    facet: ShownFacet | None = None
    value: Value | None = None

    @property
    def total(self) -> int:
        """The number of pages."""
        return max(1, -(-len(self.offers) // self.size))

    def address(self, number: int) -> str:
        """The address of one page."""
        return self.first if number == 1 else f"{self.rest}{number}/"

    def shown(self, number: int) -> list[Offer]:
        """The offers of one page."""
        return self.offers[(number - 1) * self.size : number * self.size]


def pages(context: Context) -> Iterator[Page]:
    """The catalogue and all its lists."""
    facets = shown_facets(context)
    filters = context.render("filters.html", facets=facets, first_values=FIRST_VALUES)
    yield from _list(context, "catalogue.html", _everything(context), filters=filters)
    by_value = context.facets.offers_by_value(context.offers)
    for shown in facets:
        yield _values_page(context, shown)
        for value in shown.values:
            listing = _with_value(shown, value, by_value[(shown.facet.name, value.value)])
            yield from _list(context, "listing.html", listing, place=_place(shown, value))


def _everything(context: Context) -> Listing:
    number = counted(len(context.offers), "tilbud", "tilbud")
    description = f"{number} innen psykisk helse og rus i norske kommuner. Velg sted, tema og alder."
    return Listing("Alle tilbud", description, context.offers, "tilbud/", "tilbud/side/", CATALOGUE_PAGE)


def _with_value(shown: ShownFacet, value: Value, offers: list[Offer]) -> Listing:
    base = f"tilbud/{shown.facet.name}/{value.value}/"
    number = counted(len(offers), "tilbud", "tilbud")
    description = f"{number} med «{value.label}» under «{shown.facet.title.lower()}»."
    return Listing(f"{shown.facet.title}: {value.label}", description, offers, base, base, LISTING_PAGE, shown, value)


def shown_facets(context: Context) -> list[ShownFacet]:
    """The filter form's content, the same on every page."""
    facets = context.facets
    return [
        ShownFacet(
            facet,
            [Value(value, facets.labels[facet.name][value], count) for value, count in _order(context, facet)],
            facet.name in ("kommune", "alder"),
        )
        for facet in FACETS
    ]


def _order(context: Context, facet: Facet) -> list[tuple[str, int]]:
    """Fixed and alphabetical facets keep their order; the rest have the commonest first."""
    counts = list(context.facets.counts[facet.name].items())
    if facet.ordered or facet.name == "kommune":
        return counts
    labels = context.facets.labels[facet.name]
    return sorted(counts, key=lambda pair: (-pair[1], sort_key(labels[pair[0]])))


def _list(context: Context, template: str, listing: Listing, **values: object) -> Iterator[Page]:
    for number in range(1, listing.total + 1):
        shown = listing.shown(number)
        body = context.render(template, listing=listing, number=number, cards=context.cards(shown), **values)
        suffix = f" (side {number} av {listing.total})" if listing.total > 1 else ""
        structured = catalogue_jsonld(listing.title, shown, context.site_url) if number == 1 else None
        yield Page(listing.address(number), listing.title + suffix, listing.description + suffix, body, structured)


def _place(shown: ShownFacet, value: Value) -> str:
    """The municipality's own address, for a list that is about one."""
    return f"kommune/{value.value}/" if shown.facet.name == "kommune" and value.value != NATIONWIDE else ""


def _values_page(context: Context, shown: ShownFacet) -> Page:
    body = context.render("facet.html", shown=shown)
    return Page(
        f"tilbud/{shown.facet.name}/",
        f"Tilbud etter {shown.facet.title.lower()}",
        f"Alle valg under «{shown.facet.title}», med hvor mange tilbud hvert har.",
        body,
    )
