"""Keys that stand for works outside ``sources`` and texts stand in ``references.bib`` too."""

import difflib
from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import own_work
from ..yaml_file import Place


def check(data: Data) -> Iterator[Problem]:
    """Unknown keys in ``reference`` and ``stated_by``, and works said to be cited in a source that is not there."""
    works = data.bibliography.works
    for kind in ("guidance", "law"):
        for record in data.records[kind].values():
            key = own_work(record)
            if key is not None and key not in works:
                yield data.problem(kind, record, _message(key, data), ("reference",))
    for document in data.all("guidance").values():
        for index, stated in enumerate(document.years):
            if stated.stated_by not in works:
                at: Place = ("years", index, "stated_by")
                yield data.problem("guidance", document, _message(stated.stated_by, data), at)
    for work in works.values():
        for cited in work.cited_in:
            if cited.key not in works:
                yield Problem(data.bibliography.file, work.line, _message(cited.key, data), work.key, "citedin")


def _message(key: str, data: Data) -> str:
    near = difflib.get_close_matches(key, data.bibliography.works, n=1, cutoff=0.6)
    return f"Kilden «{key}» finnes ikke i {data.bibliography.file}." + (f" Mente du «{near[0]}»?" if near else "")
