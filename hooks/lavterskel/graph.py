"""Who points at whom. Built once from the records; every back-link on the site comes from here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from .inheritance import Effective, effective
from .load import Data
from .model.base import Record
from .model.guidance import GuidanceDocument, Recommendation
from .model.kinds import NAME_OF
from .model.offer import Offer
from .model.place import County, Municipality
from .prose_citations import ProseCitation
from .references import own_work, references, sources
from .yaml_file import Place

R = TypeVar("R", bound=Record)

Node = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` points at ``target`` from the field ``at``."""

    relation: str
    source: Node
    target: Node
    at: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """A record's use of a work: from the field ``at``, and the place in the work when the record says it."""

    node: Node
    at: Place
    place: str = ""


class Graph:
    """Records with the links between them, read both ways."""

    def __init__(self, data: Data, prose: Sequence[ProseCitation] = ()) -> None:
        self.data = data
        self.effective: dict[str, Effective] = effective(data.all("offer"), data.all("programme"))
        self.municipality_by_number: dict[str, Municipality] = {
            record.number: record for record in data.all("municipality").values()
        }
        self.county_by_number: dict[str, County] = {record.number: record for record in data.all("county").values()}
        self._out: dict[Node, list[Edge]] = {}
        self._in: dict[Node, list[Edge]] = {}
        self._pointing: dict[tuple[str, str, str, type[Record]], list[Record]] = {}
        self.citations: dict[str, list[Citation]] = {}
        self.prose_citations: dict[str, list[ProseCitation]] = {}
        self._connect()
        for citation in prose:
            self.prose_citations.setdefault(citation.key, []).append(citation)

    def _connect(self) -> None:
        ids = {
            "municipality": {number: record.id for number, record in self.municipality_by_number.items()},
            "county": {number: record.id for number, record in self.county_by_number.items()},
        }
        for kind, records in self.data.records.items():
            for record in records.values():
                node = (kind, record.id)
                for reference in references(record):
                    target = ids[reference.kind][reference.target] if reference.by_number else reference.target
                    self._add(Edge(reference.relation, node, (reference.kind, target), reference.at))
                for at, source in sources(record):
                    self.citations.setdefault(source.ref, []).append(Citation(node, at, source.at or ""))
                own = own_work(record)
                if own:
                    self.citations.setdefault(own, []).append(Citation(node, ("reference",)))
        for cited in self.data.cited:
            self.citations.setdefault(cited.key, []).append(Citation((cited.kind, cited.record.id), cited.at))
        for identity, facts in self.effective.items():
            if facts.topics.origin is not None:
                for topic in facts.topics.value:
                    self._add(Edge("topic", ("offer", identity), ("topic", topic), ("programme",)))

    def _add(self, edge: Edge) -> None:
        self._out.setdefault(edge.source, []).append(edge)
        self._in.setdefault(edge.target, []).append(edge)

    def out(self, kind: str, identity: str) -> list[Edge]:
        """The links from a record."""
        return self._out.get((kind, identity), [])

    def into(self, kind: str, identity: str) -> list[Edge]:
        """The links to a record: its back-links."""
        return self._in.get((kind, identity), [])

    def record(self, node: Node) -> Record:
        """The record at a node."""
        return self.data.records[node[0]][node[1]]

    def offers_pointing_at(self, kind: str, identity: str, relation: str) -> list[Offer]:
        """Offers with a link of one relation to a record, each once, in file order."""
        return self.records_pointing_at(kind, identity, relation, Offer)

    def records_pointing_at(self, kind: str, identity: str, relation: str, model: type[R]) -> list[R]:
        """Records of one kind with a link of one relation to a record, each once, in file order."""
        key = (kind, identity, relation, model)
        if key not in self._pointing:
            source_kind = NAME_OF[model]
            found = dict.fromkeys(
                edge.source[1]
                for edge in self.into(kind, identity)
                if edge.relation == relation and edge.source[0] == source_kind
            )
            records = self.data.records[source_kind]
            self._pointing[key] = [records[one] for one in found]
        return cast(list[R], self._pointing[key])

    def recommendations_pointing_at(self, kind: str, identity: str, relation: str) -> list[str]:
        """Ids of the recommendations with a link of one relation to a record, each once, in file order."""
        return [item.id for item in self.records_pointing_at(kind, identity, relation, Recommendation)]

    def successors(self, document: str) -> list[GuidanceDocument]:
        """The documents that have taken a document's place."""
        return self.records_pointing_at("guidance", document, "replaces", GuidanceDocument)

    def cites(self, key: str) -> bool:
        """Whether anything on the site cites a work."""
        return key in self.citations or key in self.prose_citations

    def topic_and_below(self, topic: str) -> list[str]:
        """A topic and every narrower one under it."""
        below = [edge.source[1] for edge in self.into("topic", topic) if edge.relation == "broader"]
        return [topic, *(deeper for narrower in below for deeper in self.topic_and_below(narrower))]

    def topic_and_above(self, topic: str) -> Iterator[str]:
        """A topic and every wider one over it."""
        step: str | None = topic
        while step is not None:
            yield step
            step = self.data.all("topic")[step].broader

    def topics_and_above(self, topics: Iterable[str]) -> set[str]:
        """Some topics and every wider one over them."""
        return {wider for topic in topics for wider in self.topic_and_above(topic)}


@dataclass(frozen=True, slots=True)
class UsableOffers:
    """What can be used in one municipality, nearest first; each offer stands in one list only."""

    own: list[Offer]
    shared: list[Offer]
    county: list[Offer]
    national: list[Offer]


def usable_in(graph: Graph, municipality: Municipality, national: list[Offer]) -> UsableOffers:
    """Offers for the people of a municipality: its own, shared with others, the county's, the nation's."""
    local = graph.offers_pointing_at("municipality", municipality.id, "area")
    local_ids = {offer.id for offer in local}
    county = graph.county_by_number[municipality.county]
    return UsableOffers(
        own=[offer for offer in local if not _shared(offer)],
        shared=[offer for offer in local if _shared(offer)],
        county=[offer for offer in graph.offers_pointing_at("county", county.id, "area") if offer.id not in local_ids],
        national=national,
    )


def takes_part(offer: Offer, municipality: Municipality) -> bool:
    """Whether people there can use the offer: an offer may name a municipality that was only invited or considered."""
    return any(area.municipality == municipality.number and area.takes_part for area in offer.areas)


def national_offers(graph: Graph) -> list[Offer]:
    """Offers for the whole country, the help-now ones first in their order."""
    found = [offer for offer in graph.data.all("offer").values() if any(area.nation for area in offer.areas)]
    return sorted(found, key=lambda offer: offer.crisis.order if offer.crisis else 1000)


def _shared(offer: Offer) -> bool:
    """Whether more than one municipality is behind the offer, counted as they were when it was described."""
    return (
        len({(area.municipality, area.name_then) for area in offer.areas if area.municipality and area.takes_part}) > 1
    )
