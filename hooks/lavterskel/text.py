"""Small facts about Norwegian text: how it sorts, how it becomes an address, how lists are read aloud."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
_LAST_IN_ALPHABET = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


LONGEST_SLUG = 100
"""A slug is the name of a folder, and file systems take 255 characters."""


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """«Nordre Follo» → ``nordre-follo``: æ→ae, ø→o, å→a, other letters folded, words joined by ``-``.

    A long one is cut, and ends in a number made of the whole, so that texts that begin alike are still told apart.
    """
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    whole = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")
    return whole if len(whole) <= LONGEST_SLUG else f"{whole[:LONGEST_SLUG].strip('-')}-{crc32(whole.encode()):08x}"


@lru_cache(maxsize=32768)
def sort_key(text: str) -> str:
    """Alphabetical order as in Norwegian: æ, ø and å last, signs before the first letter skipped."""
    composed = unicodedata.normalize("NFC", text).casefold().translate(_LAST_IN_ALPHABET)
    kept = re.sub(r"[^\w{|}]+", " ", composed).strip()
    return "".join(letter for letter in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(letter))


def joined(items: Sequence[str], last: str = "og") -> str:
    """«a», «a og b», «a, b og c»."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {last} {items[-1]}" if items else ""


def upper_first(text: str) -> str:
    """«helse- og omsorgstjenesteloven» → «Helse- og omsorgstjenesteloven»."""
    return text[:1].upper() + text[1:]


def lower_first(name: str) -> str:
    """A name inside a sentence: «Fastlegen» → «fastlegen», «NAV» as it is."""
    return name[0].lower() + name[1:] if len(name) > 1 and name[1].islower() else name


def counted(number: int, one: str, many: str) -> str:
    """«1 tilbud», «2 kommuner», with a thin space between thousands."""
    return f"{number:,} {one if number == 1 else many}".replace(",", "\u202f")


def shortened(text: str, most: int) -> str:
    """At most ``most`` characters, cut between words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–") + "…"
