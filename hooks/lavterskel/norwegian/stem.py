"""The stem of a word, by Snowball's Norwegian algorithm: «kursene» and «kurset» have the stem ``kurs``."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

from .letters import plain

WHOLE = (
    "^(.{3,}lov|(?:fast|tann|over|hus|vakt|skole|allmenn|kommune|bydels|bedrifts|turnus|syke?hus|hjems|nød|stasjons)leg(?=[ea]))"
    "(?:a|as|e|es|en|ens|s|er|ers|ene|enes|ar|ars|ane|anes)?$"
)
"""Compounds of «lov» and «lege», which Snowball takes for endings: «kommuneloven» would be «kommune»."""
LIKE = "^(.{2,}l)(?:ig(?:e|t|s|er|en|ens|ene|ere|est|este|het|heten|heter|hetene)?|eg(?:t|are|ast|aste|heit|heita)?)$"
"""Adjectives in «-lig», in nynorsk «-leg», of which Snowball leaves too little: «farlig» would be «far»."""
DEFINITE = "(?<=..)(?<!j)(?<!mod)(?<!int)(?<!kst)erne$"
"""«brukerne», which Snowball does not know as a form of «bruker»; but not «hjerne» or «moderne»."""

_whole, _like, _definite = re.compile(WHOLE), re.compile(LIKE), re.compile(DEFINITE)
_stemmer = snowballstemmer.stemmer("norwegian")


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The stem of one word in lower case."""
    whole = _whole.match(word)
    if whole:
        return whole[1]
    like = _like.match(word)
    return f"{like[1]}ig" if like else str(_stemmer.stemWord(_definite.sub("er", word)))


@lru_cache(maxsize=131072)
def key(word: str) -> str:
    """The stem in plain letters: what two spellings and forms of one word have in common."""
    return plain(stem(word))


@lru_cache(maxsize=131072)
def root(stemmed: str) -> str:
    """What is left when Snowball is asked again of its own answer, in plain letters.

    Forms that Snowball keeps apart often share it: «brukeren» has the stem ``bruker`` and «bruker» ``bruk``, both the
    root ``bruk``. So do some words that are not one: it finds more, and counts less.
    """
    again = stem(stemmed)
    return plain(again if again == stemmed else stem(again))
