"""Signs that turn the direction of text are no part of it; the loader takes them away while it reads."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """A word to the editor for each file that had any."""
    yield from data.turned
