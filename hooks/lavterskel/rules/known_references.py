"""Every id that a record points at belongs to a record that exists."""

import difflib
from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import references


def check(data: Data) -> Iterator[Problem]:
    """Unknown ids, with the nearest known one as a hint."""
    known = {kind: set(records) for kind, records in data.records.items()}
    by_number = {
        "municipality": {record.number for record in data.all("municipality").values()},
        "county": {record.number for record in data.all("county").values()},
    }
    for kind, records in data.records.items():
        for record in records.values():
            for reference in references(record):
                pool = by_number[reference.kind] if reference.by_number else known[reference.kind]
                if reference.target not in pool:
                    yield data.problem(kind, record, _message(reference.target, reference.label, pool), reference.at)


def _message(target: str, label: str, pool: set[str]) -> str:
    near = difflib.get_close_matches(target, pool, n=1, cutoff=0.7)
    hint = f" Mente du «{near[0]}»?" if near else " Bruk en id som finnes, eller legg til posten først."
    return f"«{target}» finnes ikke blant {label}.{hint}"
