"""An offer's id is part of its address, so it cannot be a word the catalogue uses for its own pages."""

from collections.abc import Iterator

from ..facets import FACETS
from ..load import Data
from ..problems import Problem

RESERVED = frozenset({"side", "_", *(facet.name for facet in FACETS)})


def check(data: Data) -> Iterator[Problem]:
    """Offers whose address would hide one of the catalogue's lists."""
    for offer in data.all("offer").values():
        if offer.id in RESERVED:
            yield data.problem(
                "offer", offer, f"«{offer.id}» er adressen til en liste på siden. Velg en annen id.", ("id",)
            )
