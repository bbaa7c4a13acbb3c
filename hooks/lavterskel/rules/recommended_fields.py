"""Fields a reader misses when they are empty: worth a word, never a stop."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem, Severity

RECOMMENDED = {
    "offer": ("summary", "provider"),
    "programme": ("summary",),
    "actor": ("summary",),
    "recommendation": ("addressees", "topics"),
}


def check(data: Data) -> Iterator[Problem]:
    """Empty fields that a page is poor without."""
    for kind, fields in RECOMMENDED.items():
        for record in data.records[kind].values():
            for field in fields:
                if not getattr(record, field):
                    yield data.problem(
                        kind, record, f"Feltet «{field}» er tomt. Siden blir bedre med det.", severity=Severity.WARNING
                    )
