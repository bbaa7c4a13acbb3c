"""``/kommune/``, ``/kommune/<slug>/`` and ``/fylke/<slug>/``: what can be used where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...export.schema_org import municipality_jsonld
from ...facets import municipality_title
from ...graph import UsableOffers, takes_part, usable_in
from ...model.offer import Offer
from ...model.place import County, Municipality
from ...places import nearest
from ...text import counted, joined, sort_key
from ..cards import alphabetical, standing
from ..context import Context
from ..dot_map import dot_map
from ..page import Page

NEIGHBOURS_SHOWN = 5
NATIONAL_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Need:
    """A topic and the offers for it in one place."""

    id: str
    title: str
    offers: list[Offer]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another municipality, how far away and with how many offers."""

    municipality: Municipality
    km: int
    offers: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A municipality in a list: its name, the names that lead to it, and its number of local offers."""

    municipality: Municipality
    title: str
    offers: int


def pages(context: Context) -> Iterator[Page]:
    """The list, each municipality and each county."""
    local = _local_counts(context)
    counties = sorted(context.graph.data.all("county").values(), key=lambda county: sort_key(county.title))
    listed = {county.id: _listed(context, county, local) for county in counties}
    yield _index(context, counties, listed, local)
    for county in counties:
        yield _county(context, county, listed[county.id])
    for municipality in context.graph.data.all("municipality").values():
        yield _municipality(context, municipality, local)


def _local_counts(context: Context) -> dict[str, int]:
    """Municipality id → offers of its own or shared, those not in use left out."""
    graph = context.graph
    return {
        identity: sum(
            not standing(offer) and takes_part(offer, record)
            for offer in graph.offers_pointing_at("municipality", identity, "area")
        )
        for identity, record in graph.data.all("municipality").items()
    }


def _listed(context: Context, county: County, local: dict[str, int]) -> list[Listed]:
    municipalities = [
        edge.source[1]
        for edge in context.graph.into("county", county.id)
        if edge.relation == "county" and edge.source[0] == "municipality"
    ]
    records = [context.graph.data.all("municipality")[identity] for identity in municipalities]
    return [
        Listed(record, municipality_title(context.graph, record.id), local[record.id])
        for record in sorted(records, key=lambda record: sort_key(record.title))
    ]


def _index(
    context: Context, counties: Sequence[County], listed: dict[str, list[Listed]], local: dict[str, int]
) -> Page:
    municipalities = list(context.graph.data.all("municipality").values())
    with_offers = sum(count > 0 for count in local.values())
    former = sorted(
        ((former.name, municipality) for municipality in municipalities for former in municipality.former),
        key=lambda pair: sort_key(pair[0]),
    )
    body = context.render(
        "municipalities.html",
        counties=counties,
        listed=listed,
        map=dot_map(municipalities, local),
        former=former,
        with_offers=with_offers,
        total=len(municipalities),
    )
    description = f"Finn kommunen din. Alle {len(municipalities)} kommuner etter fylke, {with_offers} av dem med lokale tilbud vi kjenner."
    return Page("kommune/", "Kommuner", description, body)


def _county(context: Context, county: County, listed: list[Listed]) -> Page:
    offers = alphabetical(context.graph.offers_pointing_at("county", county.id, "area"))
    with_offers = sum(item.offers > 0 for item in listed)
    body = context.render("county.html", county=county, listed=listed, offers=offers, with_offers=with_offers)
    description = f"Kommunene i {county.title}, hvor mange lokale tilbud vi kjenner i hver, og tilbud for hele fylket."
    return Page(f"fylke/{county.id}/", f"{county.title} (fylke)", description, body)


def _municipality(context: Context, municipality: Municipality, local: dict[str, int]) -> Page:
    graph = context.graph
    usable = usable_in(graph, municipality, context.national)
    here = [offer for offer in (*usable.own, *usable.shared) if not standing(offer) and takes_part(offer, municipality)]
    present = {offer.id for offer in here}
    outside = [offer for offer in (*usable.own, *usable.shared) if offer.id not in present]
    shared = [offer for offer in usable.shared if offer.id in present]
    neighbours = nearest(
        municipality, (other for other in graph.data.all("municipality").values() if local[other.id]), NEIGHBOURS_SHOWN
    )
    body = context.render(
        "municipality.html",
        municipality=municipality,
        title=municipality_title(graph, municipality.id),
        county=graph.county_by_number[municipality.county],
        needs=_needs(context, here),
        own=alphabetical(offer for offer in usable.own if offer.id in present),
        shared=alphabetical(shared),
        county_offers=alphabetical(usable.county),
        outside=outside,
        national=usable.national[:NATIONAL_SHOWN],
        more_national=len(usable.national) > NATIONAL_SHOWN,
        neighbours=[Neighbour(other, round(km), local[other.id]) for other, km in neighbours],
    )
    return Page(
        f"kommune/{municipality.id}/",
        f"Hjelp i {municipality_title(graph, municipality.id)} kommune",
        _description(municipality, here, usable),
        body,
        municipality_jsonld(municipality, graph, here, context.site_url),
    )


def _description(municipality: Municipality, here: list[Offer], usable: UsableOffers) -> str:
    former = (
        f" Også for det som var {joined([former.name for former in municipality.former])}."
        if municipality.former
        else ""
    )
    if not here:
        return f"Vi kjenner ingen lokale tilbud i {municipality.title}. Her er nasjonale tilbud, nabokommuner og hvor du kan spørre.{former}"
    return f"{counted(len(here), 'lokalt tilbud', 'lokale tilbud')} innen psykisk helse og rus i {municipality.title}, og {len(usable.national)} for hele landet.{former}"


def _needs(context: Context, offers: list[Offer]) -> list[Need]:
    """The offers by what they are for, the need with most offers first."""
    by_topic: dict[str, list[Offer]] = {}
    for offer in offers:
        for topic in context.graph.effective[offer.id].topics.value:
            by_topic.setdefault(topic, []).append(offer)
    topics = context.graph.data.all("topic")
    found = [Need(topic, topics[topic].title, listed) for topic, listed in by_topic.items()]
    return sorted(found, key=lambda need: (-len(need.offers), sort_key(need.title)))
