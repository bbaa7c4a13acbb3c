"""An offer in a list: the few facts that let a reader pass on or stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..facets import Facets
from ..graph import Graph
from ..model.offer import FoundStatus, Offer, Referral
from ..text import joined, sort_key
from . import labels

FACTS_SHOWN = 4
PLACES_NAMED = 3


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows. ``standing`` is set when the offer was not in use when described."""

    id: str
    title: str
    place: str
    summary: str
    facts: tuple[str, ...]
    age_line: str
    standing: str


def card(offer: Offer, graph: Graph, facets: Facets) -> Card:
    """The card of one offer."""
    return Card(
        offer.id,
        offer.title,
        place_words(offer, graph),
        offer.summary or "",
        _facts(offer, graph, facets),
        age_line(offer),
        standing(offer),
    )


def standing(offer: Offer) -> str:
    """«Planlagt i 2018» for what could not be used then; empty for everything else."""
    if offer.status is None or offer.status.usable:
        return ""
    return f"{labels.STATUS[offer.status]} i {offer.as_of[:4]}"


def place_words(offer: Offer, graph: Graph) -> str:
    """«Stavanger, Sola og Randaberg», «Grünerløkka, Oslo», «Hele landet»."""
    if any(area.nation for area in offer.areas):
        return "Hele landet"
    names = []
    for area in offer.areas:
        if not area.takes_part:
            continue
        if area.county:
            names.append(graph.county_by_number[area.county].title)
        elif area.municipality:
            name = graph.municipality_by_number[area.municipality].title
            names.append(f"{area.district}, {name}" if area.district else name)
    names = list(dict.fromkeys(names))
    if len(names) > PLACES_NAMED:
        return f"{names[0]} og {len(names) - 1} andre"
    return joined(names)


def age_line(offer: Offer) -> str:
    """How old the information is: «Slik det ble beskrevet i 2018», with what was found since."""
    read = [source.read_on for source in offer.sources if source.read_on]
    line = f"Lest {labels.short_day(max(read))}" if read else f"Beskrevet i {offer.as_of[:4]}"
    found = [later for later in offer.found_later if later.status is not FoundStatus.NOT_FOUND]
    if found:
        return f"{line} · sett igjen i {max(later.as_of for later in found)[:4]}"
    return f"{line} · ikke funnet igjen senere" if offer.found_later else line


def _facts(offer: Offer, graph: Graph, facets: Facets) -> tuple[str, ...]:
    effective = graph.effective[offer.id]
    values = facets.by_offer[offer.id]
    facts = [graph.data.all("audience")[item].title for item in offer.audience[:1]]
    age = effective.age.value if effective.age else None
    if age and (age.min or age.max is not None):
        facts.append(f"{age.min or 0}–{age.max} år" if age.max is not None else f"Fra {age.min} år")
    if effective.referral and effective.referral.value is Referral.NOT_NEEDED:
        facts.append("Ta kontakt selv")
    if "gratis" in values["pris"]:
        facts.append("Gratis")
    if "ja" in values["kveld"]:
        facts.append("Kveld")
    return tuple(facts[:FACTS_SHOWN])


def alphabetical(offers: Iterable[Offer]) -> list[Offer]:
    """Usable offers first, then by title."""
    return sorted(offers, key=lambda offer: (bool(standing(offer)), sort_key(offer.title), offer.id))


class Cards:
    """Every card drawn once, for as many lists as it stands in."""

    def __init__(self, drawn: Mapping[str, Markup]) -> None:
        self._drawn = drawn

    def __call__(self, offers: Iterable[Offer]) -> Markup:
        """The list items of some offers, in the order given."""
        return Markup("".join([self._drawn[offer.id] for offer in offers]))
