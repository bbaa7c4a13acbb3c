"""Words that are nearly spelt like another: one letter too few, too many, wrong, or two that changed places."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST_ONE = 4
"""Words shorter than this are taken as they are written."""
SHORTEST_TWO = 8
"""From this length a word may have two errors."""


def errors_allowed(word: str) -> int:
    """How many errors a word of this length may have and still be understood."""
    return 0 if len(word) < SHORTEST_ONE else 1 if len(word) < SHORTEST_TWO else 2


def distance(one: str, other: str, most: int) -> int:
    """How many letters to add, take away, change or swap with the next; ``most + 1`` when it takes more.

    Optimal string alignment: a pair of letters that was swapped is not touched again.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)


def nearest(word: str, among: Iterable[str], most: int) -> tuple[int, list[str]]:
    """The least number of errors at which any is found, and all at that distance in their order; none beyond ``most``."""
    best, found = most, list[str]()
    for candidate in among:
        errors = distance(word, candidate, best)
        if errors < best:
            best, found = errors, [candidate]
        elif errors == best:
            found.append(candidate)
    return best, found
