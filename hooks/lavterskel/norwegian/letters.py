"""Text to words, and words to the plain letters they may also be written with."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LETTERS = "0-9a-zß-öø-ɏ"
"""What a word is made of, in lower case, as the inside of a character class: digits, and Latin letters to U+024F."""

_WORD = re.compile(f"[{LETTERS}]+")
_ANY_CASE = re.compile(f"[{LETTERS}A-ZÀ-ÖØ-Þ]+")
_HYPHENED = re.compile(f"(?<![{LETTERS}A-ZÀ-ÖØ-Þ])[{LETTERS}A-ZÀ-ÖØ-Þ]++(?:-[{LETTERS}A-ZÀ-ÖØ-Þ]++)+")
"""Each word is tried once, from its beginning and whole: a word of 10,000 letters is read as fast as any other text."""
_PLAIN = {"æ": "a", "ø": "o", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"}
_SINGLE = str.maketrans(_PLAIN)
_MARKS = re.compile("[\u0300-\u036f]")
_DOUBLE = re.compile("aa|ae|oe")
_ONE_FOR_TWO = {"aa": "a", "ae": "a", "oe": "o"}
_HYPHENS = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), "\u00ad": None})
"""All dashes as a hyphen, and soft hyphens away: text copied from a document is full of them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in lower case, and where in the text it stood: ``text[start:end]``."""

    text: str
    start: int
    end: int


def lowered(text: str) -> str:
    """The text in composed lower case, with plain hyphens. Positions in it are those that ``Word`` tells."""
    return unicodedata.normalize("NFC", text).translate(_HYPHENS).lower()


def words(text: str) -> list[Word]:
    """The words of a text, in order; signs and spaces part them."""
    return [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(lowered(text))]


def word_texts(text: str) -> list[str]:
    """The words of a text without their places."""
    return _WORD.findall(lowered(text))


def cased_words(text: str) -> list[str]:
    """The words of a text as they are written: «KOR» and «kor» are two."""
    return _ANY_CASE.findall(unicodedata.normalize("NFC", text).translate(_HYPHENS))


def joined_words(text: str) -> list[str]:
    """Words with hyphens, written without: «Pårørende-senteret» may be asked for as «pårørendesenteret»."""
    return [word.replace("-", "") for word in _HYPHENED.findall(unicodedata.normalize("NFC", text).translate(_HYPHENS))]


def is_abbreviation(word: str) -> bool:
    """Whether a word is written in capitals, as «DU» and «KOR» are where they are names."""
    return len(word) > 1 and word.isupper()


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """«søvn», «soevn» and «sovn» alike become ``sovn``: æ, ø and å as they are written without them, no accents."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", word.translate(_SINGLE)))
    bare = bare.translate(_SINGLE)  # what had an accent on it: «ǿ»
    while _DOUBLE.search(bare):  # again, since «paagaaende» and «pågående» end alike only so
        bare = _DOUBLE.sub(lambda match: _ONE_FOR_TWO[match[0]], bare)
    return bare
