"""Names of places in a sentence: «kurs i Trondheim», «Nordre Follo kommune», «Oslos psykologer»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from .letters import plain
from .phrases import Phrases

BEFORE = ("i", "fra", "frå", "ved", "nær")
ON = "på"
"""Stands before some places too, but more often before what is done: «på ski»."""
AFTER = "kommun"
IDIOMS = ("sola", "time")
"""Names that «i» often stands before when no place is meant: «ligge i sola», «i time»."""
BETWEEN = ("og", "eller", "samt")


@dataclass(frozen=True, slots=True)
class Places:
    """The ids of the places named, how they are written, and the words that are left without them."""

    ids: tuple[str, ...]
    text: str
    rest: tuple[str, ...]


def find_places(words: Sequence[str], names: Phrases, doubtful: Collection[str], capitals: Collection[str]) -> Places:
    """Every place named, with «i» before it and «kommune» after.

    ``doubtful`` are names, in plain letters, that are also ordinary words: they count only with a capital letter (the
    words that have one are ``capitals``), with «kommune» after, alone, or after «i» when that is no idiom.
    """
    keys = [_name_key(word, names) for word in words]
    ids: dict[str, None] = {}
    written: list[str] = []
    taken: set[int] = set()
    for match in names.find(words, keys):
        before = words[match.start - 1] if match.start else ""
        after = match.end < len(words) and words[match.end].startswith(AFTER)
        name = words[match.start : match.end]
        if not (after or len(words) == 1 or _certain(name, before, doubtful, capitals)):
            continue
        ids |= dict.fromkeys(match.meanings)
        written.append(" ".join(name))
        start = match.start - (before in (*BEFORE, ON) or (before in BETWEEN and bool(taken)))
        taken |= set(range(start, match.end + after))
    rest = tuple(word for place, word in enumerate(words) if place not in taken)
    return Places(tuple(ids), " og ".join(written), rest)


def _certain(name: Sequence[str], before: str, doubtful: Collection[str], capitals: Collection[str]) -> bool:
    if plain(" ".join(name)) not in doubtful or name[0] in capitals:
        return True
    return before in BEFORE and name[0] not in IDIOMS


def _name_key(word: str, names: Phrases) -> str:
    """The name in plain letters; of «Oslos», without the genitive."""
    whole = plain(word)
    if whole not in names.meanings and whole.endswith("s") and whole[:-1] in names.meanings:
        return whole[:-1]
    return whole
