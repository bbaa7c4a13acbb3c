"""``/krise/``: help now."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.offer import CrisisGroup, Offer
from .. import labels
from ..context import Context
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The one page that every other page leads to."""
    groups: list[tuple[str, list[Offer]]] = [
        (
            labels.CRISIS_GROUP[group],
            [offer for offer in context.crisis if offer.crisis and offer.crisis.group is group],
        )
        for group in CrisisGroup
    ]
    body = context.render("crisis.html", groups=[group for group in groups if group[1]])
    yield Page(
        "krise/",
        "Hjelp nå",
        "Numre du kan ringe med en gang: 113 ved fare for liv, 116 117 når det haster, og noen å snakke med.",
        body,
    )
