"""A question understood: what is asked for, where, for what age, and whether someone may be in danger."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..norwegian.ages import find_age
from ..norwegian.letters import cased_words, is_abbreviation, lowered, plain, word_texts
from ..norwegian.phrases import Match
from ..norwegian.places import find_places
from ..norwegian.spelling import errors_allowed, nearest
from ..norwegian.stem import key, root, stem
from . import weights
from .danger import find_danger
from .documents import place_term
from .language import GROUP, ONE_WAY, Language
from .sections import find_sections
from .terms import name_term


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to find what a part of the question asks for: all of ``terms``, counted ``weight`` percent."""

    weight: int
    terms: tuple[str, ...]


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


_ENDING = re.compile("(?:ene|en|er|et|e)$")


@dataclass
class _Reading:
    """One question while it is read: ``words`` is taken away from as parts of it are understood."""

    text: str
    language: Language
    as_words: Collection[str]
    unfinished: bool

    def question(self) -> Question:
        """Read it all: law, danger, place and age first, then what is left."""
        self.spelled: list[tuple[str, str]] = []
        self.only_place: tuple[str, ...] = ()
        language = self.language
        written = cased_words(self.text)
        shouted = all(word.isupper() for word in written)
        self.names = {word.lower() for word in written if is_abbreviation(word) and not shouted}
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
        if any(True for _ in self._spelt(word)) or language.splitter.split(word):
            return word
        near = [] if any(True for _ in self._beginnings(word)) else self._nearest(word)
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
                yield Unit(text, weights.WORD, tuple(_best(self._meant(match.meanings, 100))))
            if self._is_stopword(word) and not only_stopwords:
                continue
            meanings = match.meanings if match is not None and not several else ()
            ways = [*self._ways(place, meanings), *self._joined(place)]
            if self.unfinished and place == len(self.words) - 1:
                ways += self._beginnings(word, weights.SHORTEST_UNFINISHED)
            importance = weights.INSIDE_PHRASE if several else self._importance(word)
            yield Unit(word, importance, tuple(_best(ways)))

    def _importance(self, word: str) -> int:
        """How much a word weighs: less when it stands in very much of what there is."""
        share = 100 * self.language.dictionary.get(stem(word), 0) // max(1, self.language.documents)
        return next((weight for percent, weight in weights.COMMON if share >= percent), weights.WORD)

    def _ways(self, place: int, meanings: Sequence[str]) -> Iterator[Alternative]:
        """Every way to find one word."""
        word = self.words[place]
        spelt, split = list(self._spelt(word)), self.language.splitter.split(word)
        begun = [] if spelt or split else list(self._beginnings(word))
        yield from begun
        if not spelt and not split and not begun:
            for term in self._nearest(word):
                yield Alternative(weights.MISSPELT, (term,))
                yield from self._meant(self.language.phrases.meanings.get(plain(term), ()), weights.MISSPELT)
        yield from spelt
        yield from self._meant(meanings, 100)
        if split:
            yield Alternative(weights.COMPOUND, split)
            for other in self.language.by_root.get(root(split[-1]), ()):
                if other != split[-1]:
                    yield Alternative(weights.COMPOUND * weights.OTHER_FORM // 100, (*split[:-1], other))
            for number, part in enumerate(split, 1):
                weight = weights.LAST_PART if number == len(split) else weights.FIRST_PART
                yield Alternative(weight, (part,))
                yield from self._meant(self.language.phrases.meanings.get(plain(part), ()), weight)

    def _spelt(self, word: str) -> Iterator[Alternative]:
        """The word as it stands, with æ, ø and å where plain letters were written, and in forms with another stem."""
        exact = stem(word)
        if exact in self.language.dictionary:
            yield Alternative(weights.EXACT, (exact,))
        plainly = plain(exact)
        if word == plain(word) or exact not in self.language.dictionary:
            weight = weights.PERHAPS_OTHER_LETTERS if exact in self.language.dictionary else weights.OTHER_LETTERS
            for other in self.language.by_plain.get(plainly, ()):
                if other != exact:
                    yield Alternative(weight, (other,))
        if exact in self.language.dictionary:
            for other in self.language.by_root.get(root(exact), ()):
                if other != exact:
                    yield Alternative(weights.OTHER_FORM, (other,))

    def _nearest(self, word: str) -> list[str]:
        """The terms nearest in spelling: those that begin alike first, then the most used.

        A misspelt word may be stemmed too hard, so it is also tried with only its last letters gone.
        """
        best: tuple[int, list[str]] = (errors_allowed(word) + 1, [])
        for wanted in dict.fromkeys((_ENDING.sub("", plain(word)), key(word))):
            allowed = min(errors_allowed(wanted), best[0] - 1)
            if allowed > 0 and wanted.isalpha():
                errors, found = nearest(wanted, self.language.by_plain, allowed)
                best = (errors, found) if found else best
        terms = [term for plainly in best[1] for term in self.language.by_plain[plainly]]
        begins = plain(word)[:1]
        terms.sort(key=lambda term: (plain(term)[:1] != begins, -self.language.dictionary[term], term))
        return terms[: weights.MOST_SPELLINGS]

    def _beginnings(self, word: str, shortest: int = weights.SHORTEST_BEGINNING) -> Iterator[Alternative]:
        """The most used words that begin as a word does that is not known whole, or is still being typed."""
        begun = plain(word)
        if len(begun) < shortest:
            return
        terms = [
            term for plainly, terms in self.language.by_plain.items() if plainly.startswith(begun) for term in terms
        ]
        terms.sort(key=lambda term: (-self.language.dictionary[term], term))
        for term in terms[: weights.MOST_BEGINNINGS]:
            yield Alternative(weights.BEGINNING, (term,))

    def _meant(self, meanings: Iterable[str], percent: int) -> Iterator[Alternative]:
        """The ways to find what a phrase means."""
        for meaning in meanings:
            if not meaning.startswith(GROUP):
                yield Alternative(weights.TOPIC * percent // 100, (meaning,))
                continue
            one_way = meaning.endswith(ONE_WAY)
            group = self.language.groups[int(meaning.strip(GROUP + ONE_WAY))]
            for way in group[:1] if one_way else group:
                yield Alternative((weights.ONE_WAY_MEANING if one_way else weights.SAME_MEANING) * percent // 100, way)

    def _joined(self, place: int) -> Iterator[Alternative]:
        """A word as half of one that was written in two: «selv hjelp», «søvn-kurs»."""
        for first in (place - 1, place):
            if first < 0 or first + 1 >= len(self.words) or any(map(self._is_stopword, self.words[first : first + 2])):
                continue
            joined = plain(stem(self.words[first] + self.words[first + 1]))
            for term in self.language.by_plain.get(joined, ()):
                yield Alternative(weights.JOINED, (term,))
            yield from self._meant(self.language.phrases.meanings.get(joined, ()), weights.JOINED)

    def _place_unit(self, places: Sequence[str], text: str) -> Iterator[Unit]:
        """What is in the place asked about is found also when the words are not."""
        if places:
            yield Unit(text, weights.PLACE, tuple(Alternative(weights.EXACT, (place_term(one),)) for one in places))

    def _whole(self) -> Iterator[Unit]:
        """The question as the whole name of something."""
        names = dict.fromkeys(map(name_term, (self.all_words, self.words, self.right)))
        alternatives = tuple(Alternative(weights.WHOLE_NAME, (name,)) for name in names if len(name) > 1)
        yield Unit("hele navnet", weights.BONUS, alternatives)


def _best(ways: Iterable[Alternative]) -> list[Alternative]:
    """Each way once, with its highest weight, the heaviest first."""
    weights: dict[tuple[str, ...], int] = {}
    for way in ways:
        weights[way.terms] = max(way.weight, weights.get(way.terms, 0))
    return [
        Alternative(weight, terms) for terms, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    ]
