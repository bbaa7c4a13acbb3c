"""Lines in a source run forwards."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import sources


def check(data: Data) -> Iterator[Problem]:
    """Ranges whose last line comes before the first."""
    for kind, records in data.records.items():
        for record in records.values():
            for at, source in sources(record):
                places = [((*at, "lines", index), lines) for index, lines in enumerate(source.lines)]
                places += [
                    ((*at, "fields", name, index), lines)
                    for name, ranges in source.fields.items()
                    for index, lines in enumerate(ranges)
                ]
                for place, (first, last) in places:
                    if last < first:
                        message = f"Linjene {first}–{last} går baklengs. Skriv [fra, til] med fra først."
                        yield data.problem(kind, record, message, place)
