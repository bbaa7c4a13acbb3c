"""What is said of a document's or a law's standing names the page that says so."""

from collections.abc import Iterator

from ..load import Data
from ..model.status import Standing, Standings
from ..problems import Problem

NOTHING_FOUND = frozenset({Standing.NOT_CHECKED, Standing.NOT_FOUND})
"""Standings that say that no page was found, and so name none."""


def check(data: Data) -> Iterator[Problem]:
    """Standings without a source."""
    for kind, records in data.records.items():
        for record in records.values():
            if not isinstance(record, Standings) or record.status is None or record.status in NOTHING_FOUND:
                continue
            if record.status_source is None:
                message = "Status er satt, men ikke hvem som sier det. Skriv status_source med nøkkelen til siden."
                yield data.problem(kind, record, message, ("status",))
