"""The facets of the catalogue: what an offer can be filtered by, and its values for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from .graph import Graph
from .model.offer import Offer, Referral
from .text import slug, sort_key

UNKNOWN = "ikke-oppgitt"
NATIONWIDE = "hele-landet"

REFERRAL_VALUES = {
    Referral.NOT_NEEDED: ("ta-kontakt-selv", "Ta kontakt selv"),
    Referral.VIA_PROFESSIONAL: ("gjennom-fagfolk", "Gjennom fagfolk"),
    Referral.APPLICATION: ("soknad", "Søknad"),
    Referral.REQUIRED: ("henvisning", "Henvisning kreves"),
}


LIST_FACETS = {
    "recommendation": ("styrke", "mottaker", "tema", "forlop", "sted", "lov", "dokument", "stemme"),
    "guidance": ("type", "utgiver", "ar", "status"),
    "reference": ("ar", "type", "utgiver", "brukt", "kilder"),
}
"""Words that the lists of other kinds use in their addresses; no record of the kind can have one as its id."""


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages ``low``–``high`` in whole years, both counted."""

    value: str
    label: str
    low: int
    high: int


AGE_BANDS = (
    AgeBand("0-12", "Under 13 år", 0, 12),
    AgeBand("13-17", "13–17 år", 13, 17),
    AgeBand("18-25", "18–25 år", 18, 25),
    AgeBand("26-66", "26–66 år", 26, 66),
    AgeBand("67-110", "67 år og eldre", 67, 110),
)


@dataclass(frozen=True, slots=True)
class Facet:
    """``name`` is the key in the address; ``values`` gives an offer's values, ``label`` a value's words."""

    name: str
    title: str
    values: Callable[[Offer, Graph], Iterable[str]]
    label: Callable[[str, Graph], str]
    ordered: tuple[str, ...] = ()
    """Values in the order to show them; empty means alphabetical by label."""


def _municipalities(offer: Offer, graph: Graph) -> Iterable[str]:
    for area in offer.areas:
        if not area.takes_part:
            continue
        if area.municipality:
            yield graph.municipality_by_number[area.municipality].id
        elif area.county:
            county = graph.county_by_number[area.county]
            yield from (edge.source[1] for edge in graph.into("county", county.id) if edge.relation == "county")
        else:
            yield NATIONWIDE


def _municipality_label(value: str, graph: Graph) -> str:
    return "Hele landet" if value == NATIONWIDE else municipality_title(graph, value)


def municipality_title(graph: Graph, identity: str) -> str:
    """The name, with the county where two municipalities share it: «Herøy (Nordland)»."""
    municipality = graph.data.all("municipality")[identity]
    if municipality.id == slug(municipality.title):
        return municipality.title
    return f"{municipality.title} ({graph.county_by_number[municipality.county].title})"


def _topics(offer: Offer, graph: Graph) -> Iterable[str]:
    for topic in graph.effective[offer.id].topics.value:
        yield from graph.topic_and_above(topic)


def _ages(offer: Offer, graph: Graph) -> Iterable[str]:
    age = graph.effective[offer.id].age
    if age is None or (age.value.min is None and age.value.max is None):
        return [UNKNOWN]
    low, high = age.value.min or 0, age.value.max if age.value.max is not None else 110
    return [band.value for band in AGE_BANDS if band.low <= high and low <= band.high]


def _age_label(value: str, _graph: Graph) -> str:
    return {UNKNOWN: "Alder ikke oppgitt", **{band.value: band.label for band in AGE_BANDS}}[value]


def _referral(offer: Offer, graph: Graph) -> Iterable[str]:
    referral = graph.effective[offer.id].referral
    return [REFERRAL_VALUES[referral.value][0] if referral else UNKNOWN]


def _referral_label(value: str, _graph: Graph) -> str:
    return {UNKNOWN: "Ikke oppgitt", **dict(REFERRAL_VALUES.values())}[value]


def _price(offer: Offer, graph: Graph) -> Iterable[str]:
    cost = graph.effective[offer.id].cost
    if cost is None or cost.value.free is None:
        return [UNKNOWN]
    return ["gratis" if cost.value.free else "betaling"]


def _evening(offer: Offer, _graph: Graph) -> Iterable[str]:
    hours = offer.opening_hours
    return ["ja"] if hours and (hours.evening or hours.always) else []


_PRICES = {"gratis": "Gratis", "betaling": "Du betaler noe", UNKNOWN: "Ikke oppgitt"}

FACETS: tuple[Facet, ...] = (
    Facet("kommune", "Kommune", _municipalities, _municipality_label),
    Facet("tema", "Hva det gjelder", _topics, lambda value, graph: graph.data.all("topic")[value].title),
    Facet("type", "Type hjelp", lambda offer, _: offer.kinds, lambda value, graph: graph.data.all("kind")[value].title),
    Facet("alder", "Alder", _ages, _age_label, (*(band.value for band in AGE_BANDS), UNKNOWN)),
    Facet(
        "henvisning",
        "Slik får du det",
        _referral,
        _referral_label,
        (*(value for value, _ in REFERRAL_VALUES.values()), UNKNOWN),
    ),
    Facet("pris", "Pris", _price, lambda value, _: _PRICES[value], tuple(_PRICES)),
    Facet("kveld", "Kveldsåpent", _evening, lambda _value, _graph: "Åpent om kvelden", ("ja",)),
    Facet(
        "maalgruppe",
        "Hvem det er laget for",
        lambda offer, _: offer.audience,
        lambda value, graph: graph.data.all("audience")[value].title,
    ),
)


@dataclass(frozen=True, slots=True)
class Facets:
    """Every offer's values, and every value's offers."""

    by_offer: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Offer id → facet name → values."""
    counts: Mapping[str, Mapping[str, int]]
    """Facet name → value → number of offers, in the order to show."""
    labels: Mapping[str, Mapping[str, str]]
    """Facet name → value → words."""

    def offers_by_value(self, offers: Iterable[Offer]) -> dict[tuple[str, str], list[Offer]]:
        """Facet name and value → the offers that have it, in the order given."""
        found: dict[tuple[str, str], list[Offer]] = {}
        for offer in offers:
            for name, values in self.by_offer[offer.id].items():
                for value in values:
                    found.setdefault((name, value), []).append(offer)
        return found


def index(graph: Graph) -> Facets:
    """Compute every facet of every offer."""
    by_offer = {
        offer.id: {facet.name: tuple(dict.fromkeys(facet.values(offer, graph))) for facet in FACETS}
        for offer in graph.data.all("offer").values()
    }
    counts: dict[str, dict[str, int]] = {}
    labels: dict[str, dict[str, str]] = {}
    for facet in FACETS:
        counter = Counter(value for values in by_offer.values() for value in values[facet.name])
        labels[facet.name] = {value: facet.label(value, graph) for value in counter}
        order = [value for value in facet.ordered if value in counter] or sorted(
            counter,
            key=lambda value, named=labels[facet.name]: (value != NATIONWIDE, sort_key(named[value])),  # type: ignore[misc]
        )
        counts[facet.name] = {value: counter[value] for value in order}
    return Facets(by_offer, counts, labels)
