"""Sections of law in a question: «hol § 3-1», «paragraf 2-1 a», «hol 3-1»; but not «3-4 timer» or «barn 3-6 år»."""

from __future__ import annotations

import re
from collections.abc import Collection

NUMBER = "[0-9]+[a-z]?(?:\\s*-\\s*[0-9]+)?(?:\\s?[a-h](?![0-9a-zæøå]))?"
"""«3», «3-1», «4a-3», «2-1 a». The letter after is of the first in the alphabet: the «i» of «§ 3-1 i hol» is a word."""
BARE = "(?<![0-9a-zæøå-])[0-9]{1,2}[a-z]?-[0-9]{1,2}(?:\\s?[a-h](?![0-9a-zæøå]))?(?![0-9-])"
SIGN = "(?:§+|paragraf(?:en|ene|ar|ane|er)?|par\\.)"
COUNTED = (
    *("time", "timer", "timar", "år", "års", "åring", "åringer", "deltakere", "deltakarar", "personer", "stykker"),
    *("uke", "uker", "veke", "veker", "måned", "måneder", "månad", "månader", "mnd", "dag", "dager", "dagar"),
    *("gang", "ganger", "gonger", "barn", "minutt", "minutter", "min", "prosent", "kroner", "økter", "møter", "trinn"),
)
"""What follows a range and not a section: «3-4 timer»."""

PATTERN = f"{SIGN}\\s*({NUMBER})|{BARE}(?!\\s*(?:{'|'.join(COUNTED)})(?![a-zæøå]))"
"""A section with its sign, the number in a group; or a number alone that may be one."""

_SECTION = re.compile(PATTERN)
_SPACE = re.compile("\\s+")


def find_sections(text: str, known: Collection[str]) -> tuple[str, list[str]]:
    """A text in lower case without its section numbers, and those: ``2-1a``.

    Without a sign before it, a number is a section only when some law here has it: ``known``.
    """
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        section = _SPACE.sub("", match[1] or match[0])
        if match[1] is None and section not in known:
            return match[0]
        found.append(section)
        return " "

    return _SECTION.sub(taken, text), found
