"""Only an offer that has someone to inherit from can decline to inherit."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem, Severity


def check(data: Data) -> Iterator[Problem]:
    """Offers that hold back a field from a parent they do not have."""
    for offer in data.all("offer").values():
        if offer.not_inherited and not offer.part_of and not offer.programme:
            yield data.problem(
                "offer",
                offer,
                "Tilbudet har verken program eller overordnet tilbud å arve fra. Ta bort feltet.",
                ("not_inherited",),
                Severity.WARNING,
            )
