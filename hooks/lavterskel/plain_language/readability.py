"""LIX, the measure of readability from C. H. Björnsson: «Läsbarhet» (Stockholm: Liber, 1968).

LIX = words per sentence + the share of long words, those of more than six letters, in per cent. Björnsson's bands:
children's books lie at 25, fiction at 30, plain articles at 40, factual prose at 50, specialist texts at 60.
"""

from __future__ import annotations

from collections.abc import Sequence

from .sentences import words

LONG_WORD = 7
"""From this many letters a word is long."""

FEWEST_WORDS = 30
"""A shorter text has no LIX of its own: one word more or less moves it too far."""


def lix(sentences: Sequence[str]) -> int | None:
    """The LIX of a text that is split into its sentences; ``None`` when it is too short to have one."""
    found = [word for sentence in sentences for word in words(sentence)]
    if len(found) < FEWEST_WORDS:
        return None
    long = sum(len(word) >= LONG_WORD for word in found)
    return round(len(found) / len(sentences) + 100 * long / len(found))


def band(value: int) -> str:
    """What a LIX means, in words."""
    for limit, name in ((30, "svært lett"), (40, "lett"), (50, "middels"), (60, "vanskelig")):
        if value < limit:
            return name
    return "svært vanskelig"
