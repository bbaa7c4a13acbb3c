"""A place closes after it opens."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Slots that close before they open. Times past midnight are written as two slots."""
    for offer in data.all("offer").values():
        for index, slot in enumerate(offer.opening_hours.slots if offer.opening_hours else []):
            if slot.closes <= slot.opens:
                message = f'Åpner {slot.opens} og stenger {slot.closes}. Går tiden over midnatt, skriv to linjer: til "24:00" og fra "00:00".'
                yield data.problem("offer", offer, message, ("opening_hours", "slots", index, "closes"))
