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

PAGE_SIZE = 48
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
class Pager:
    """Where in a paged list this page is; ``first`` is the address of page 1 and ``rest`` of the others."""

    number: int
    total: int
    first: str
    rest: str

    def address(self, number: int) -> str:
        """The address of one page of the list."""
        return self.first if number == 1 else f"{self.rest}{number}/"


def pages(context: Context) -> Iterator[Page]:
    """The catalogue and all its lists."""
    form = shown_facets(context)
    total = len(context.offers)
    yield from _list(
        context,
        context.offers,
        "tilbud/",
        "tilbud/side/",
        form,
        "Alle tilbud",
        f"{counted(total, 'tilbud', 'tilbud')} innen psykisk helse og rus i norske kommuner. Velg sted, tema og alder.",
        None,
        None,
    )
    for shown in form:
        yield _values_page(context, shown)
        for value in shown.values:
            offers = [
                offer for offer in context.offers if value.value in context.facets.by_offer[offer.id][shown.facet.name]
            ]
            base = f"tilbud/{shown.facet.name}/{value.value}/"
            title = f"{shown.facet.title}: {value.label}"
            yield from _list(
                context,
                offers,
                base,
                base,
                form,
                title,
                f"{counted(len(offers), 'tilbud', 'tilbud')} med «{value.label}» under «{shown.facet.title.lower()}».",
                shown,
                value,
            )


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


def _list(
    context: Context,
    offers: list[Offer],
    first: str,
    rest: str,
    form: list[ShownFacet],
    title: str,
    description: str,
    facet: ShownFacet | None,
    value: Value | None,
) -> Iterator[Page]:
    total = max(1, -(-len(offers) // PAGE_SIZE))
    for number in range(1, total + 1):
        shown = offers[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        pager = Pager(number, total, first, rest)
        body = context.render(
            "catalogue.html",
            title=title,
            cards=context.cards(shown),
            count=len(offers),
            pager=pager,
            form=form,
            facet=facet,
            value=value,
            first_values=FIRST_VALUES,
            place=_place(context, facet, value),
        )
        suffix = f" (side {number} av {total})" if total > 1 else ""
        structured = catalogue_jsonld(title, shown, context.site_url) if number == 1 else None
        yield Page(pager.address(number), title + suffix, description + suffix, body, structured)


def _place(context: Context, facet: ShownFacet | None, value: Value | None) -> str:
    """The municipality's own address, for a list that is about one."""
    if facet is None or value is None or facet.facet.name != "kommune" or value.value == NATIONWIDE:
        return ""
    return f"kommune/{value.value}/"


def _values_page(context: Context, shown: ShownFacet) -> Page:
    body = context.render("facet.html", shown=shown)
    return Page(
        f"tilbud/{shown.facet.name}/",
        f"Tilbud etter {shown.facet.title.lower()}",
        f"Alle valg under «{shown.facet.title}», med hvor mange tilbud hvert har.",
        body,
    )
