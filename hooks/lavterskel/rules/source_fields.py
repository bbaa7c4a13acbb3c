"""A source that says which lines give which field names fields the record has filled in."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import sources


def check(data: Data) -> Iterator[Problem]:
    """Fields named under a source that the record does not have."""
    for kind, records in data.records.items():
        for record in records.values():
            for at, source in sources(record):
                for name in source.fields:
                    if name not in type(record).model_fields or not getattr(record, name):
                        yield data.problem(
                            kind,
                            record,
                            f"Kilden oppgir linjer for feltet «{name}», men posten har ikke det feltet.",
                            (*at, "fields", name),
                        )
