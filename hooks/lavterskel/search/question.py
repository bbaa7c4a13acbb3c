"""A question understood: what is asked for, where, for what age, and whether someone may be in danger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from ..norwegian.ages import find_age
from ..norwegian.letters import cased_words, is_abbreviation, lowered, plain, word_texts
from ..norwegian.phrases import Match
from ..norwegian.places import find_places
from ..norwegian.stem import key, stem
from . import weights
from .danger import find_danger
from .documents import place_term
from .language import Language
from .sections import find_sections
from .terms import name_term
from .ways import Alternative, Ways, best


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the question, as written, and every way to find it. Importance 0 lifts but is not asked for."""

    text: str
    importance: int
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """``places`` are ids of municipalities, as ``place_text`` names them; ``spelled`` what was read as what."""

    units: tuple[Unit, ...]
    places: tuple[str, ...] = ()
    place_text: str = ""
    age: int | None = None
    age_text: str = ""
    danger: str | None = None
    normative: bool = False
    spelled: tuple[tuple[str, str], ...] = ()


PLACE, AGE = "kommune", "alder"
"""What a question may be told to read as words: its place, its age."""


def understand(text: str, language: Language, as_words: Collection[str] = (), unfinished: bool = False) -> Question:
    """Understand a question. ``as_words`` names what is not to be understood as what it is.

    ``unfinished`` is for one that is still being typed: its last word may be the beginning of one.
    """
    return _Reading(text, language, as_words, unfinished).question()


@dataclass
class _Reading:
    """One question while it is read: ``words`` is taken away from as parts of it are understood."""

    text: str
    language: Language
    as_words: Collection[str]
    unfinished: bool
    words: list[str] = field(default_factory=list)
    all_words: tuple[str, ...] = ()
    right: list[str] = field(default_factory=list)
    """The words, with those that were misspelt as the nearest there is."""
    names: frozenset[str] = frozenset()
    """Words in capitals among others: «KOR» is a name, and no stop word."""
    only_place: tuple[str, ...] = ()
    spelled: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ways(self) -> Ways:
        """The ways to find its words."""
        return Ways(self.language)

    def question(self) -> Question:
        """Read it all: law, danger, place and age first, then what is left."""
        language = self.language
        written = cased_words(self.text)
        shouted = all(word.isupper() for word in written)
        self.names = frozenset(word.lower() for word in written if is_abbreviation(word) and not shouted)
        capitals = {word.lower() for word in written[1:] if word[:1].isupper() and not shouted}
        left, sections = find_sections(lowered(self.text), language.sections)
        self.words = word_texts(left)
        self.all_words = tuple(self.words)
        danger = find_danger(
            self.all_words, language.dangers, language.places.meanings, language.dictionary, language.stopwords
        )
        normative = bool(sections or language.normative.find(self.words))
        places, place_text = self._place(capitals, bool(sections)) if PLACE not in self.as_words else ((), "")
        age, age_text = self._age() if AGE not in self.as_words else (None, "")
        self.right = [self._respelt(word) for word in self.words]
        matches = self.language.phrases.find(self.words, [key(word) for word in self.right])
        laws = [meaning for match in matches for meaning in match.meanings if meaning.startswith("§")]
        units = [
            *(self._section_unit(section, laws) for section in sections),
            *self._units(matches),
            *self._place_unit(places, place_text),
            *self._place_unit(self.only_place, " ".join(self.words)),
            *self._whole(),
        ]
        return Question(
            tuple(units),
            places,
            place_text,
            age,
            age_text,
            danger,
            normative or bool(laws),
            tuple(self.spelled),
        )

    def _section_unit(self, section: str, laws: Sequence[str]) -> Unit:
        own = [Alternative(weights.EXACT, (f"{law}-{section}",)) for law in laws]
        return Unit(
            f"§ {section}",
            weights.SECTION,
            (*own, Alternative(weights.OTHER_LAW if laws else weights.EXACT, (f"§{section}",))),
        )

    def _place(self, capitals: Collection[str], law: bool) -> tuple[tuple[str, ...], str]:
        """The places named, taken out of the words; alone, they are what to find and not where.

        Beside a section of law, a place that is also a law's short form is the law: «§ 3-1 i hol».
        """
        language = self.language
        doubtful = language.doubtful_places
        found = find_places(self.words, language.places, doubtful, capitals)
        if law and any(
            meaning.startswith("§")
            for word in found.text.split()
            for meaning in language.phrases.meanings.get(key(word), ())
        ):
            return (), ""
        if found.ids and not found.rest:
            self.only_place = found.ids
            self.words = found.text.split()
            return (), ""
        self.words = list(found.rest)
        return found.ids, found.text

    def _age(self) -> tuple[int | None, str]:
        """The age named, taken out of the words unless nothing else is asked for."""
        found = find_age(self.words)
        if found is None:
            return None, ""
        rest = self.words[: found.start] + self.words[found.end :]
        if all(map(self._is_stopword, rest)):
            return None, ""
        text = " ".join(self.words[found.start : found.end])
        self.words = rest
        return found.years, text

    def _is_stopword(self, word: str) -> bool:
        """Whether a word carries no content; one in capitals among others does: «KOR», «DU»."""
        return word in self.language.stopwords and word not in self.names

    def _respelt(self, word: str) -> str:
        """The word, or the nearest there is when nothing like it is known."""
        language = self.language
        if self._is_stopword(word) or key(word) in language.phrases.meanings:
            return word
        if any(True for _ in self.ways.spelt(word)) or language.splitter.split(word):
            return word
        near = [] if any(True for _ in self.ways.beginnings(word)) else self.ways.nearest(word)
        if near:
            self.spelled.append((word, near[0]))
        return near[0] if near else word

    def _units(self, matches: Sequence[Match]) -> Iterator[Unit]:
        """One unit for each word with content and for each phrase of several words."""
        inside: dict[int, Match] = {place: match for match in matches for place in range(match.start, match.end)}
        only_stopwords = all(map(self._is_stopword, self.words))
        for place, word in enumerate(self.words):
            match = inside.get(place)
            several = match is not None and match.end - match.start > 1
            if match is not None and several and match.start == place:
                text = " ".join(self.words[match.start : match.end])
                yield Unit(text, weights.WORD, tuple(best(self.ways.meant(match.meanings, 100))))
            if self._is_stopword(word) and not only_stopwords:
                continue
            meanings = match.meanings if match is not None and not several else ()
            found = [*self.ways.of(word, meanings), *self._joined(place)]
            if self.unfinished and place == len(self.words) - 1:
                found += self.ways.beginnings(word, weights.SHORTEST_UNFINISHED)
            importance = weights.INSIDE_PHRASE if several else self.ways.importance(word)
            yield Unit(word, importance, tuple(best(found)))

    def _joined(self, place: int) -> Iterator[Alternative]:
        """A word as half of one that was written in two: «selv hjelp», «søvn-kurs»."""
        for first in (place - 1, place):
            if first < 0 or first + 1 >= len(self.words) or any(map(self._is_stopword, self.words[first : first + 2])):
                continue
            joined = plain(stem(self.words[first] + self.words[first + 1]))
            for term in self.language.by_plain.get(joined, ()):
                yield Alternative(weights.JOINED, (term,))
            yield from self.ways.meant(self.language.phrases.meanings.get(joined, ()), weights.JOINED)

    def _place_unit(self, places: Sequence[str], text: str) -> Iterator[Unit]:
        """What is in the place asked about is found also when the words are not."""
        if places:
            yield Unit(text, weights.PLACE, tuple(Alternative(weights.EXACT, (place_term(one),)) for one in places))

    def _whole(self) -> Iterator[Unit]:
        """The question as the whole name of something."""
        names = dict.fromkeys(map(name_term, (self.all_words, self.words, self.right)))
        alternatives = tuple(Alternative(weights.WHOLE_NAME, (name,)) for name in names if len(name) > 1)
        yield Unit("hele navnet", weights.BONUS, alternatives)
