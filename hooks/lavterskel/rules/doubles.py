"""An id is used once among the records of its kind."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """The loader sees doubles while it reads, and keeps the first of them."""
    yield from data.doubles
