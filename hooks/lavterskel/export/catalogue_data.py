"""What the catalogue's filters work on in the browser: a table in columns, its words written once.

Writes ``/tilbud/katalog.json`` and ``/tilbud/sammendrag.json``. The order is the catalogue's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from ..facets import FACETS
from ..render.context import Context


class _Words:
    """A list of texts, each written once and pointed at by number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    def all(self) -> list[str]:
        return list(self._numbers)


def write(context: Context, site: Path) -> None:
    """Write both files."""
    words = _Words()
    cards = [context.card_of[offer.id] for offer in context.offers]
    facets = {facet.name: list(context.facets.counts[facet.name]) for facet in FACETS}
    numbers = {name: {value: number for number, value in enumerate(values)} for name, values in facets.items()}
    table = {
        "id": [card.id for card in cards],
        "title": [card.title for card in cards],
        "place": [words.number(card.place) for card in cards],
        "facts": [[words.number(fact) for fact in card.facts] for card in cards],
        "standing": [words.number(card.standing) for card in cards],
        "age_line": [words.number(card.age_line) for card in cards],
        "values": {
            name: [_numbers(context.facets.by_offer[card.id][name], numbers[name]) for card in cards] for name in facets
        },
        "ages": [_limits(context, card.id) for card in cards],
        "facets": facets,
        "labels": {name: [context.facets.labels[name][value] for value in values] for name, values in facets.items()},
    }
    _dump(site / "tilbud" / "katalog.json", table | {"words": words.all()})
    _dump(site / "tilbud" / "sammendrag.json", [card.summary for card in cards])


def _numbers(values: Iterable[str], numbers: dict[str, int]) -> int | list[int]:
    found = [numbers[value] for value in values]
    return found[0] if len(found) == 1 else found


def _limits(context: Context, identity: str) -> int | list[int]:
    """Lowest and highest age, 0 where neither is known."""
    age = context.graph.effective[identity].age
    if age is None or (age.value.min is None and age.value.max is None):
        return 0
    return [age.value.min or 0, age.value.max if age.value.max is not None else 110]


def _dump(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
