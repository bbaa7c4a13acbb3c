"""No two terms are written the same way, or a page could not tell which to explain."""

from collections.abc import Iterator

from ..load import Data
from ..model.term import spellings
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Forms that an earlier term has."""
    first: dict[str, str] = {}
    for term in data.all("term").values():
        for index, form in enumerate(term.forms):
            others = [first.setdefault(spelling, term.id) for spelling in spellings(form)]
            other = next((one for one in others if one != term.id), None)
            if other:
                message = f"«{form}» er alt en skrivemåte for «{other}». La den stå ett sted."
                yield data.problem("term", term, message, ("forms", index))
