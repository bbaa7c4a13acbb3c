"""Ages in a sentence: «14 år», «14-åring», «fjortenåring», «sønn på 14»; but not «for 3 år siden» or «i 5 år»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OLDEST = 110
YEARS = "^([0-9]{1,3})?(?:år|års?gammel|åring|åringer|åringen|åringar|årig|årige|års|åra|aar|ar|aring)$"
"""A word that says an age, with its number before it or alone."""
NOT_AFTER = ("i", "siste", "over", "etter", "gjennom", "hver", "om", "på")
NOT_BEFORE = ("siden", "sidan", "erfaring", "etter")
PERSONS = (
    *("sønn", "sønnen", "son", "datter", "datteren", "dattera", "dotter", "gutt", "gutten", "jente", "jenta", "jenten"),
    *("barn", "barnet", "unge", "ungen", "ungdom", "mann", "kvinne"),
)
"""Who is said to be of an age without «år»: «sønn på 14», «mann 45»."""
SOMEONE = ("en", "ei", "ein", "noen", "nokon")
"""The same with «på» between: «en på 82»."""
NUMBERS = {
    "seks": 6,
    "sju": 7,
    "syv": 7,
    "åtte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
    "tjue": 20,
    "tyve": 20,
}

_years = re.compile(YEARS)


@dataclass(frozen=True, slots=True)
class Age:
    """Whole years, and the words that say so: from number ``start`` up to but not including ``end``."""

    years: int
    start: int
    end: int


def find_age(words: Sequence[str]) -> Age | None:
    """The first age in a question."""
    for start in range(len(words)):
        found = _age_at(words, start)
        if found and found.years <= OLDEST and (found.end == len(words) or words[found.end] not in NOT_BEFORE):
            return found
    return None


def _age_at(words: Sequence[str], start: int) -> Age | None:
    word = words[start]
    before = words[start - 1] if start else ""
    of_person = before in PERSONS or (before == "på" and start > 1 and words[start - 2] in (*PERSONS, *SOMEONE))
    if before in NOT_AFTER and not of_person:
        return None
    number = int(word) if word.isdecimal() and word.isascii() and len(word) <= 3 else NUMBERS.get(word)
    if number is not None:
        after = _years.match(words[start + 1]) if start + 1 < len(words) else None
        if after and not after[1]:
            return Age(number, start, start + 2)
        return Age(number, start, start + 1) if of_person else None
    joined = _years.match(word)
    if joined and joined[1]:
        return Age(int(joined[1]), start, start + 1)
    for name, years in NUMBERS.items():
        if word != name and word.startswith(name) and _years.match(word[len(name) :]):
            return Age(years, start, start + 1)
    return None
