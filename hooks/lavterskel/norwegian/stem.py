"""The stem of a word, by Snowball's Norwegian algorithm: «kursene» and «kurset» have the stem ``kurs``."""

from __future__ import annotations

from functools import lru_cache

import snowballstemmer

from .letters import plain

_stemmer = snowballstemmer.stemmer("norwegian")


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """The stem of one word in lower case."""
    return str(_stemmer.stemWord(word))


@lru_cache(maxsize=131072)
def key(word: str) -> str:
    """The stem in plain letters: what two spellings and forms of one word have in common."""
    return plain(stem(word))
