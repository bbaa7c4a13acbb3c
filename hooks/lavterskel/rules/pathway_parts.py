"""A pathway's criteria can be told apart, and a word for a strength comes with the strength."""

from collections import Counter
from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import statements


def check(data: Data) -> Iterator[Problem]:
    """Two criteria with one key, and words for a strength that is not given."""
    for pathway in data.all("pathway").values():
        times = Counter(one.key for one in pathway.criteria)
        for index, criterion in enumerate(pathway.criteria):
            if times[criterion.key] > 1:
                message = f"Nøkkelen «{criterion.key}» er brukt på flere kriterier i forløpet. Hvert må ha sin egen."
                yield data.problem("pathway", pathway, message, ("criteria", index, "key"))
        for at, said in statements(pathway):
            if getattr(said, "strength_printed", None) and not getattr(said, "strength", None):
                message = "Ordet i kilden (strength_printed) er skrevet, men ikke hvilken styrke det er (strength)."
                yield data.problem("pathway", pathway, message, (*at, "strength_printed"))
