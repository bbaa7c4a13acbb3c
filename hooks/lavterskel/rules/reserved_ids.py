"""An id is part of its record's address, so it cannot be a word that the section uses for its own lists."""

from collections.abc import Iterator

from ..facets import FACETS, LIST_FACETS
from ..load import Data
from ..problems import Problem

RESERVED = {
    "offer": frozenset({"side", *(facet.name for facet in FACETS)}),
    **{kind: frozenset(names) for kind, names in LIST_FACETS.items()},
}


def check(data: Data) -> Iterator[Problem]:
    """Records and sources whose address would hide one of the section's lists."""
    for kind, reserved in RESERVED.items():
        if kind == "reference":
            for work in data.bibliography.works.values():
                if work.key in reserved:
                    yield Problem(data.bibliography.file, work.line, _message(work.key), work.key)
            continue
        for record in data.records[kind].values():
            if record.id in reserved:
                yield data.problem(kind, record, _message(record.id), ("id",))


def _message(word: str) -> str:
    return f"«{word}» er adressen til en liste på siden. Velg en annen id."
