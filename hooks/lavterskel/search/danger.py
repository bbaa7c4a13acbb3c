"""Whether a question may be about acute danger. It is worse to miss one than to show help once too often."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..norwegian.letters import plain
from ..norwegian.spelling import distance
from ..norwegian.stem import key, stem

SHORTEST_UNSURE = 5
"""From this length a word of a phrase may be written with one error, and from the next with two."""
SHORTEST_UNSURE_TWICE = 8
SHORTEST_BEGUN = 8
"""From this length a word may go on after it: «selvmordstanker» holds «selvmord»."""
MOST_ENDING = 3
"""Forms of one word differ in fewer letters than this at the end; «vold» and «voldtar» share a stem, but are two."""
SHORTEST_RUN = 5
"""A phrase with this many letters is known also when the spaces are wrong."""
LONG_RUN = 8
"""And from this many also in the middle of a word."""

LIMITS = {
    "unsure": SHORTEST_UNSURE,
    "unsureTwice": SHORTEST_UNSURE_TWICE,
    "begun": SHORTEST_BEGUN,
    "ending": MOST_ENDING,
    "run": SHORTEST_RUN,
    "longRun": LONG_RUN,
}
"""All of them, for the browser."""


@dataclass(frozen=True)
class Danger:
    """A phrase of acute danger: the topic whose help is shown, and its words in lower case."""

    topic: str
    words: tuple[str, ...]

    @cached_property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Each word in plain letters, and its key."""
        return tuple((plain(word), key(word)) for word in self.words)

    @cached_property
    def run(self) -> str:
        """All its letters in one."""
        return "".join(word for word, _ in self.parts)


@dataclass(frozen=True, slots=True)
class _Written:
    """A word as someone wrote it. A name is never another word; one that is known is spelt right."""

    plain: str
    key: str
    name: bool
    known: bool


def find_danger(
    words: Sequence[str],
    dangers: Iterable[Danger],
    names: Collection[str],
    known: Collection[str],
    small: Collection[str],
) -> str | None:
    """The topic of the longest phrase of danger in a question, or ``None``.

    ``names`` are places in plain letters, ``known`` the stems of words that are spelt right, ``small`` the stop words.
    """
    written = [_Written(plain(word), key(word), plain(word) in names, stem(word) in known) for word in words]
    run = _Run.of(words, small)
    spots = _Spots(written)
    found = [one for one in dangers if spots.hold(one.parts) or run.holds(one.run)]
    return max(found, key=lambda one: len(one.run)).topic if found else None


class _Spots:
    """Where in a question each word of a phrase stands; each is looked for once, and many phrases share it."""

    def __init__(self, written: Sequence[_Written]) -> None:
        self._written = written
        self._known: dict[tuple[str, str], list[int]] = {}

    def hold(self, parts: Sequence[tuple[str, str]]) -> bool:
        """Whether the words of a phrase stand in order, with at most one other word between each."""
        return any(self._go_on(start, parts[1:]) for start in self._of(parts[0]))

    def _go_on(self, place: int, parts: Sequence[tuple[str, str]]) -> bool:
        for part in parts:
            spot = next((spot for spot in self._of(part) if place < spot <= place + 2), None)
            if spot is None:
                return False
            place = spot
        return True

    def _of(self, part: tuple[str, str]) -> list[int]:
        if part not in self._known:
            self._known[part] = [place for place, word in enumerate(self._written) if _alike(word, *part)]
        return self._known[part]


def _alike(word: _Written, wanted: str, wanted_key: str) -> bool:
    if word.plain == wanted:
        return True
    if word.name:
        return False
    if word.key == wanted_key and _shared(word.plain, wanted) > max(len(word.plain), len(wanted)) - MOST_ENDING:
        return True
    if len(wanted) >= SHORTEST_BEGUN and word.plain.startswith(wanted):
        return True
    errors = 0 if word.known or len(wanted) < SHORTEST_UNSURE else 1 if len(wanted) < SHORTEST_UNSURE_TWICE else 2
    return bool(errors) and distance(word.plain, wanted, errors) <= errors


def _shared(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """A question without its spaces, and where words begin and end in it."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]

    @classmethod
    def of(cls, words: Sequence[str], small: Collection[str]) -> _Run:
        """Also what follows a stop word within a word counts as a beginning: «jegvil dø»."""
        starts, ends, place = set[int](), set[int](), 0
        for word in words:
            written = plain(word)
            starts.add(place)
            starts |= {place + cut for cut in range(2, len(written)) if written[:cut] in small}
            place += len(written)
            ends.add(place)
        return cls("".join(map(plain, words)), frozenset(starts), frozenset(ends))

    def holds(self, run: str) -> bool:
        """Whether the letters stand there, from where a word may begin to where one ends."""
        if len(run) < SHORTEST_RUN:
            return False
        return any(
            start + len(run) in self.ends and (start in self.starts or len(run) >= LONG_RUN)
            for start in _places(self.text, run)
        )


def _places(text: str, run: str) -> Iterator[int]:
    start = text.find(run)
    while start >= 0:
        yield start
        start = text.find(run, start + 1)
