"""Ages in a sentence: «14 år», «14-åring», «fjortenåring», «sønnen min på 14»; but not «for 3 år siden», «i 5 år»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

OLDEST = 110
YEARS = "^([0-9]{1,3})?(?:år|årsgammel|års?gammal|åring|åringer|åringen|åringar|årig|årige|åra|aar|ar|aring)$"
"""A word that says an age, with its number before it or alone."""
NOT_AFTER = ("i", "siste", "over", "etter", "gjennom", "hver", "om", "på", "kvart", "hvert", "ca", "cirka")
NOT_BEFORE = ("siden", "sidan", "erfaring", "etter", "venteliste", "ventetid", "opphold", "trinn", "klasse", "klassen")
UNITS = ("måned", "måneder", "månad", "månader", "mnd", "uke", "uker", "veke", "veker", "dag", "dager", "dagar")
"""What is counted and is no years: «barn på 6 måneder»."""
LASTED = ("hatt", "slitt", "vart", "varte", "strevd", "brukt", "drukket", "drukke", "gift", "ventet", "venta", "vært")
"""Who says one of these before a number of years tells how long: «hatt angst 10 år»."""
PERSONS = (
    *(
        "sønn",
        "sønnen",
        "son",
        "datter",
        "datteren",
        "dattera",
        "dotter",
        "gutt",
        "gutten",
        "gut",
        "guten",
        "jente",
        "jenta",
        "jenten",
    ),
    *("barn", "barnet", "unge", "ungen", "ungdom", "mann", "mannen", "kvinne", "mor", "mora", "moren", "mamma", "far"),
    *("faren", "pappa", "bestemor", "bestefar", "mormor", "farmor", "kone", "kona", "bror", "søster", "pasient"),
)
"""Who is said to be of an age without «år»: «gutt 14», «sønnen min på 14»."""
SOMEONE = ("en", "ei", "ein", "noen", "nokon")
"""The same with «på» between: «en på 82»."""
SPEAKERS = ("jeg", "eg", "hun", "ho", "han", "hen")
"""Who is of an age with «er» between: «jeg er 82»."""
NEAR = 3
"""How many words before «på» the person may stand: «sønnen min på 14»."""
_ONES = {
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
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
}
_TENS = {
    "tjue": 20,
    "tyve": 20,
    "tretti": 30,
    "førti": 40,
    "femti": 50,
    "seksti": 60,
    "sytti": 70,
    "åtti": 80,
    "nitti": 90,
}
NUMBERS = {**_ONES, **_TENS, **{ten + one: _TENS[ten] + _ONES[one] for ten in _TENS for one in list(_ONES)[:9]}}

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
        after = words[found.end] if found and found.end < len(words) else ""
        if found and found.years <= OLDEST and after not in NOT_BEFORE and after not in UNITS:
            return found
    return None


def _age_at(words: Sequence[str], start: int) -> Age | None:
    word = words[start]
    before = words[start - 1] if start else ""
    of_person = _of_person(words, start)
    if (before in NOT_AFTER and not of_person) or before.isdecimal():
        return None
    number = int(word) if re.fullmatch("[0-9]{1,3}", word) else NUMBERS.get(word)
    if number is not None:
        after = _years.match(words[start + 1]) if start + 1 < len(words) else None
        if after and not after[1]:
            lasted = not of_person and any(one in LASTED for one in words[:start])
            return None if lasted else Age(number, start, start + 2)
        return Age(number, start, start + 1) if of_person else None
    joined = _years.match(word)
    if joined and joined[1]:
        return Age(int(joined[1]), start, start + 1)
    for name, years in NUMBERS.items():
        if word != name and word.startswith(name) and _years.match(word[len(name) :]):
            return Age(years, start, start + 1)
    return None


def _of_person(words: Sequence[str], start: int) -> bool:
    """Whether the number at a place is said of someone: «gutt 14», «sønnen min på 14», «jeg er 82»."""
    before = words[start - 1] if start else ""
    earlier = words[max(0, start - 1 - NEAR) : max(0, start - 1)]
    if before in PERSONS:
        return True
    if before == "på":
        return any(one in PERSONS for one in earlier) or (bool(earlier) and earlier[-1] in SOMEONE)
    return before == "er" and any(one in PERSONS or one in SPEAKERS for one in earlier)
