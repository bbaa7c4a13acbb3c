"""Nothing is part of itself, by however long a way."""

from collections.abc import Iterator, Mapping

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Chains of «part of» and «broader» that come back to where they began."""
    chains: tuple[tuple[str, str, Mapping[str, str | None]], ...] = (
        ("offer", "part_of", {offer.id: offer.part_of for offer in data.all("offer").values()}),
        ("actor", "part_of", {actor.id: actor.part_of for actor in data.all("actor").values()}),
        ("topic", "broader", {topic.id: topic.broader for topic in data.all("topic").values()}),
        ("provision", "part_of", {one.id: one.part_of for one in data.all("provision").values()}),
    )
    for kind, field, upwards in chains:
        for start in upwards:
            if _returns(start, upwards):
                record = data.records[kind][start]
                yield data.problem(
                    kind,
                    record,
                    f"Posten blir til slutt en del av seg selv gjennom «{upwards[start]}». Ta bort ett av leddene.",
                    (field,),
                )


def _returns(start: str, upwards: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    step = upwards.get(start)
    while step is not None and step not in seen:
        if step == start:
            return True
        seen.add(step)
        step = upwards.get(step)
    return False
