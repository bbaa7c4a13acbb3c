"""The help-now line on every page has what it needs."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem
from ..references import references

NEEDED = ("113", "116117")


def check(data: Data) -> Iterator[Problem]:
    """Missing emergency numbers, and crisis offers that cannot be reached."""
    numbers = set()
    for offer in data.all("offer").values():
        if offer.crisis is None:
            continue
        for reference in references(offer):
            target = data.all("offer").get(reference.target) if reference.kind == "offer" else None
            if target is not None and target.crisis is None:
                message = f"Krisehjelp leses også uten de andre tilbudene, og kan ikke vise til «{target.id}». La det tilbudet vise hit."
                yield data.problem("offer", offer, message, reference.at)
        numbers |= {contact.phone.replace(" ", "") for contact in offer.contacts if contact.phone}
        if not offer.contacts:
            yield data.problem(
                "offer",
                offer,
                "Krisehjelp uten kontakt hjelper ingen. Legg til et nummer eller en chat under contacts.",
                ("crisis",),
            )
        if offer.crisis.strip and not any(contact.phone for contact in offer.contacts):
            yield data.problem(
                "offer",
                offer,
                "Stripen øverst på siden trenger et telefonnummer. Legg det til under contacts.",
                ("crisis", "strip"),
            )
    for number in NEEDED:
        if number not in numbers:
            yield Problem(
                "data/crisis.yaml", 0, f"Ingen post med crisis har nummeret {number}. Det skal stå på hver side."
            )
