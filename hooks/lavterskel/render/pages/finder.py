"""``/fastlege/``: the GP's finder, the tables that answer the same without scripts, and the patient's sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from ...facets import municipality_title
from ...graph import Graph, takes_part
from ...model.finder import Part, When
from ...model.offer import Offer, Referral
from ...model.place import County, Municipality
from ...model.vocabulary import Topic, TopicGroup
from ...references import running_text
from ...text import counted, joined, sort_key
from .. import labels
from ..cards import standing
from ..context import Context
from ..page import Page
from ..recommendations import badge
from .pathways import where

BASE = "fastlege/"
TABLES = "fastlege/tema/"


@dataclass(frozen=True, slots=True)
class Row:
    """A municipality and its offers for one topic, by what it takes to get in."""

    municipality: Municipality
    title: str
    alone: list[Offer]
    through: list[Offer]
    unknown: list[Offer]


def pages(context: Context) -> Iterator[Page]:
    """The finder, one table per topic, and the sheet."""
    topics = [topic for topic in context.graph.data.all("topic").values() if topic.group is TopicGroup.NEED]
    topics.sort(key=lambda topic: sort_key(topic.title))
    tables = _tables(context)
    yield Page(
        BASE,
        "For fastleger: hvor sender jeg pasienten?",
        "Velg kommune og problem, og få forløp, tilbud og henvisningsvei med begrunnelse og kilde.",
        context.render("finder.html", places=municipality_choices(context), topics=topics),
    )
    counts = {topic.id: sum(len(rows) for rows in tables.get(topic.id, {}).values()) for topic in topics}
    yield Page(
        TABLES,
        "Tilbud etter tema og kommune",
        "Tabeller over lokale tilbud: hvilke pasienten kan kontakte selv, og hvilke som går gjennom fagfolk.",
        context.render("finder_tables.html", topics=topics, counts=counts),
    )
    items = _items(context)
    for topic in topics:
        yield _table(topic, tables.get(topic.id, {}), context, items)
    yield _rules(context)
    yield Page(
        "pasientark/",
        "Ark til pasienten",
        "Tilbud, hvordan du starter, og numre om det blir verre, på ett ark.",
        context.render("patient_sheet.html"),
    )


def _rules(context: Context) -> Page:
    """Every rule of the finder as it stands, for those who want to know what it goes by."""
    rules = list(context.graph.data.all("rule").values())
    groups = [(part, [rule for rule in rules if rule.part is part]) for part in Part]
    return Page(
        f"{BASE}regler/",
        "Reglene i veiviseren",
        f"{counted(len(rules), 'regel', 'regler')}: når noe foreslås, hvorfor, og på hvis ord.",
        context.render(
            "finder_rules.html",
            groups=[group for group in groups if group[1]],
            conditions=lambda rule: conditions(rule.when, context.graph),
            badge=lambda strength: badge(context.graph.data.all("strength")[strength]),
            where=lambda sources: where(sources, context),
        ),
        text=" ".join(running_text(rule) for rule in rules),
    )


def conditions(when: When, graph: Graph) -> list[str]:
    """What must have been chosen for a rule to apply, in words, condition by condition."""
    topics = graph.data.all("topic")
    named = [
        joined([f"«{topics[one].title}»" for one in when.topics], "eller"),
        f"ikke {joined([f'«{topics[one].title}»' for one in when.topics_unless], 'eller')}"
        if when.topics_unless
        else "",
        joined([labels.SEVERITY[one] for one in when.severity], "eller"),
        joined([labels.DURATION[one] for one in when.duration], "eller"),
        f"fra {when.age_min} år" if when.age_min is not None else "",
        f"til og med {when.age_max} år" if when.age_max is not None else "",
        *(labels.FACT[one] for one in when.facts),
        *(f"ikke {labels.FACT[one]}" for one in when.unless),
    ]
    return [words for words in named if words]


def municipality_choices(context: Context) -> list[tuple[Municipality, str]]:
    """Each municipality with the name it goes by, in alphabetical order."""
    graph = context.graph
    found = [
        (record, municipality_title(graph, identity)) for identity, record in graph.data.all("municipality").items()
    ]
    return sorted(found, key=lambda pair: sort_key(pair[1]))


def _tables(context: Context) -> dict[str, dict[str, list[Row]]]:
    """Topic → county → rows, narrower topics counted under the wider ones."""
    graph = context.graph
    found: dict[str, dict[str, list[Row]]] = {}
    for municipality, title in municipality_choices(context):
        rows: dict[str, Row] = {}
        for offer in graph.offers_pointing_at("municipality", municipality.id, "area"):
            if standing(offer) or not takes_part(offer, municipality):
                continue
            for topic in sorted(graph.topics_and_above(graph.effective[offer.id].topics.value)):
                row = rows.setdefault(topic, Row(municipality, title, [], [], []))
                _column(row, context, offer).append(offer)
        for topic, row in rows.items():
            found.setdefault(topic, {}).setdefault(municipality.county, []).append(row)
    return found


def _column(row: Row, context: Context, offer: Offer) -> list[Offer]:
    referral = context.graph.effective[offer.id].referral
    if referral is None:
        return row.unknown
    return row.alone if referral.value is Referral.NOT_NEEDED else row.through


def _items(context: Context) -> Callable[[Iterable[Offer]], Markup]:
    """The offers of a cell as list items; each is drawn once, since it stands under every topic it is about."""

    @cache
    def drawn(identity: str) -> str:
        offer = context.graph.data.all("offer")[identity]
        return (
            f'<li data-record-kind="offer" data-record-id="{offer.id}"><a href="~/tilbud/{offer.id}/">'
            f'{escape(offer.title)}</a> <small class="kind">{escape(offer.as_of[:4])}</small></li>'
        )

    return lambda offers: Markup("".join([drawn(offer.id) for offer in offers]))


def _table(
    topic: Topic, rows: dict[str, list[Row]], context: Context, items: Callable[[Iterable[Offer]], Markup]
) -> Page:
    graph = context.graph
    counties = sorted(
        ((graph.county_by_number[number], found) for number, found in rows.items()),
        key=lambda pair: sort_key(pair[0].title),
    )
    total = sum(len(found) for found in rows.values())
    return Page(
        f"{TABLES}{topic.id}/",
        f"{topic.title}: tilbud etter kommune",
        f"{topic.title}: lokale tilbud i {counted(total, 'kommune', 'kommuner')}, og hvordan pasienten kommer inn.",
        context.render("finder_table.html", topic=topic, counties=counties, named=_named(counties), items=items),
    )


def _named(counties: list[tuple[County, list[Row]]]) -> list[tuple[str, str]]:
    """The counties as targets in the page: id and name."""
    return [(county.id, county.title) for county, _ in counties]
