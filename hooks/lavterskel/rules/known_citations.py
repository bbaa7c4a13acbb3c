"""Every ``[@key]`` in a record's text stands in ``references.bib``."""

import difflib
from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Cited keys that no source has."""
    works = data.bibliography.works
    for cited in data.cited:
        if cited.key not in works:
            near = difflib.get_close_matches(cited.key, works, n=1, cutoff=0.6)
            hint = f" Mente du «{near[0]}»?" if near else ""
            yield data.problem(
                cited.kind,
                cited.record,
                f"Teksten viser til kilden «{cited.key}», som ikke finnes i {data.bibliography.file}.{hint}",
                cited.at,
            )
