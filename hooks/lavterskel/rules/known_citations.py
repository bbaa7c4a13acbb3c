"""Every ``[@key]`` in a record's text stands in ``references.bib``."""

import difflib
from collections.abc import Iterator

from ..citations.inline import cited_keys
from ..load import Data
from ..problems import Problem
from ..references import texts


def check(data: Data) -> Iterator[Problem]:
    """Cited keys that no source has."""
    works = data.bibliography.works
    for kind, records in data.records.items():
        for record in records.values():
            if b"@" not in record.__pydantic_serializer__.to_json(record):
                continue  # by far the most: looking closer at every text costs a second at 10,000 records
            for at, text in texts(record):
                if "@" in text:
                    for key in cited_keys(text):
                        if key not in works:
                            near = difflib.get_close_matches(key, works, n=1, cutoff=0.6)
                            hint = f" Mente du «{near[0]}»?" if near else ""
                            yield data.problem(
                                kind,
                                record,
                                f"Teksten viser til kilden «{key}», som ikke finnes i {data.bibliography.file}.{hint}",
                                at,
                            )
