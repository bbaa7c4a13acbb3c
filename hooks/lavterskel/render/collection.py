"""A list of records that a reader can narrow: the same shape for recommendations, documents and sources.

With scripts, a form narrows the list at once and keeps its state in the fragment. Without them, every value of every
facet has a list of its own, and the form's place is taken by links to those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from markupsafe import Markup

from ..text import counted, slug, sort_key
from .page import Page

if TYPE_CHECKING:
    from .context import Context

Item = TypeVar("Item")

Values = tuple[tuple[str, str], ...]
"""An item's values of one facet: each the word for addresses and the words for readers."""


def worded(text: str) -> Values:
    """A value that is its own label; none for words that make no address."""
    return ((slug(text), text),) if slug(text) else ()


def newest_first(years: Iterable[str]) -> tuple[str, ...]:
    """The order of a facet of years: the latest first."""
    return tuple(sorted({slug(year) for year in years if year[:1].isdigit()}, reverse=True))


@dataclass(frozen=True, slots=True)
class ListFacet(Generic[Item]):
    """One way to narrow a list. Values in ``order`` come first and so; the rest are alphabetical."""

    name: str
    title: str
    of: Callable[[Item], Values]
    order: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListValue:
    """A value with the number of records that have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class ListRow(Generic[Item]):
    """An item with its markup inside the ``<li>``."""

    kind: str
    id: str
    item: Item
    inner: Markup


@dataclass(frozen=True)
class Collection(Generic[Item]):
    """Rows and facets below one address, ``anbefaling/``."""

    base: str
    title: str
    one: str
    many: str
    facets: Sequence[ListFacet[Item]]
    rows: Sequence[ListRow[Item]]

    @cached_property
    def drawn(self) -> Mapping[str, Markup]:
        """Every row as a list item that carries its values, by id."""
        return {row.id: self._drawn(row) for row in self.rows}

    def _drawn(self, row: ListRow[Item]) -> Markup:
        values = Markup("").join(
            Markup(' data-{}="{}"').format(name, " ".join(value for value, _label in found))
            for name, of in self._values.items()
            if (found := of[row.id])
        )
        return Markup('<li class="row" data-record-kind="{}" data-record-id="{}"{}>{}</li>\n').format(
            row.kind, row.id, values, row.inner
        )

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, Values]]:
        """Facet name → id → the row's values."""
        return {facet.name: {row.id: facet.of(row.item) for row in self.rows} for facet in self.facets}

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, list[str]]]:
        """Facet name → value → the ids of the rows that have it."""
        found: dict[str, dict[str, list[str]]] = {}
        for name, of in self._values.items():
            ids = found.setdefault(name, {})
            for identity, values in of.items():
                for value, _label in values:
                    ids.setdefault(value, []).append(identity)
        return found

    def list_of(self, ids: Iterable[str]) -> Markup:
        """The list items of some records, in the order given."""
        return Markup("".join([self.drawn[identity] for identity in ids]))

    def values(self, facet: ListFacet[Item], ids: Iterable[str] | None = None) -> list[ListValue]:
        """The values that some records have (all, unless said), with how many have each.

        Words that make one address are one value, under the first of them: «Nav» and «NAV».
        """
        of = self._values[facet.name]
        counts: Counter[str] = Counter()
        labels: dict[str, str] = {}
        for identity in of if ids is None else ids:
            for value, label in of[identity]:
                counts[value] += 1
                labels.setdefault(value, label)
        found = [ListValue(value, labels[value], count) for value, count in counts.items()]
        places = {value: place for place, value in enumerate(facet.order)}
        return sorted(found, key=lambda one: (places.get(one.value, len(places)), sort_key(one.label)))

    def ids_with(self, facet: ListFacet[Item], value: str) -> list[str]:
        """The records that have a value, in the collection's order."""
        return self._ids[facet.name].get(value, [])

    def form(self, context: Context, ids: Sequence[str] | None = None, without: Sequence[str] = ()) -> Markup:
        """The form that narrows some of the rows, with the facets where there is something to choose."""
        facets = [
            (facet, values)
            for facet in self.facets
            if facet.name not in without and len(values := self.values(facet, ids)) > 1
        ]
        total = len(self.rows) if ids is None else len(ids)
        return context.render("list_form.html", collection=self, facets=facets, total=total)


Grouping = Callable[[Sequence[str]], Markup]
"""How the list of one value is laid out, given the ids of its records."""


def facet_pages(context: Context, collection: Collection[Item], layout: Grouping) -> Iterator[Page]:
    """For each facet a page with its values, and for each value a page with its records."""
    for facet in collection.facets:
        values = collection.values(facet)
        title = f"{collection.title} etter {facet.title.lower()}"
        body = context.render("list_facet.html", collection=collection, facet=facet, values=values, title=title)
        yield Page(f"{collection.base}{facet.name}/", title, f"{title}: {counted(len(values), 'valg', 'valg')}.", body)
        for value in values:
            ids = collection.ids_with(facet, value.value)
            body = context.render(
                "list_value.html",
                collection=collection,
                facet=facet,
                value=value,
                form=collection.form(context, ids, (facet.name,)),
                content=layout(ids),
            )
            yield Page(
                f"{collection.base}{facet.name}/{value.value}/",
                f"{title}: {value.label}",
                f"{title}: {value.label}. {counted(value.count, collection.one, collection.many)}.",
                body,
            )
