"""Nothing has been read, found or confirmed on a day that has not come."""

import datetime as dt
from collections.abc import Iterator

from ..load import Data
from ..model.base import Record
from ..problems import Problem
from ..references import sources
from ..yaml_file import Place


def check(data: Data) -> Iterator[Problem]:
    """Days ahead of today, wherever a record holds one."""
    today = dt.date.today()
    for kind, records in data.records.items():
        for record in records.values():
            for at, day in _days(record):
                if day > today.isoformat()[: len(day)]:
                    yield data.problem(
                        kind, record, f"Datoen {day} er ikke kommet ennå. Skriv dagen det faktisk skjedde.", at
                    )


def _days(record: Record) -> Iterator[tuple[Place, str]]:
    for at, source in sources(record):
        if source.read_on:
            yield (*at, "read_on"), source.read_on.isoformat()
    if as_of := getattr(record, "as_of", None):
        yield ("as_of",), as_of
    if verified := getattr(record, "verified", None):
        yield ("verified", "on"), verified.on.isoformat()
    for index, found in enumerate(getattr(record, "found_later", [])):
        yield ("found_later", index, "as_of"), found.as_of
