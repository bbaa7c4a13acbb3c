"""Days exist, and nothing has been read, found or confirmed on a day that has not come."""

import datetime as dt
from collections.abc import Iterator

from ..load import Data
from ..model.base import Record
from ..problems import Problem
from ..references import sources
from ..yaml_file import Place


def check(data: Data) -> Iterator[Problem]:
    """Days that the calendar does not have and days ahead of today, wherever a record holds one."""
    today = dt.date.today()
    for kind, records in data.records.items():
        for record in records.values():
            for at, day in _days(record):
                if not _exists(day):
                    message = f"«{day}» finnes ikke i kalenderen. Skriv år, år-måned eller år-måned-dag."
                    yield data.problem(kind, record, message, at)
                elif day > today.isoformat()[: len(day)]:
                    yield data.problem(
                        kind, record, f"Datoen {day} er ikke kommet ennå. Skriv dagen det faktisk skjedde.", at
                    )


def _exists(day: str) -> bool:
    try:
        dt.date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return False
    return True


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
