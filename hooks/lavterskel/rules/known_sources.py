"""Every source a record names stands in ``references.bib``."""

import difflib
from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import sources


def check(data: Data) -> Iterator[Problem]:
    """Unknown keys, with the nearest known one as a hint."""
    works = data.bibliography.works
    for kind, records in data.records.items():
        for record in records.values():
            for at, source in sources(record):
                if source.ref not in works:
                    near = difflib.get_close_matches(source.ref, works, n=1, cutoff=0.6)
                    hint = f" Mente du «{near[0]}»?" if near else " Legg til kilden der først."
                    yield data.problem(
                        kind,
                        record,
                        f"Kilden «{source.ref}» finnes ikke i {data.bibliography.file}.{hint}",
                        (*at, "ref"),
                    )
