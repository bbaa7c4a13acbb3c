"""What answers a question, best first, and why. All in whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..facets import NATIONWIDE
from . import weights
from .documents import Document, Standing
from .index import Index, unpacked
from .question import Question, Unit
from .ways import Alternative

Passes = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document has points: a part of the question, the terms it was found by, their fields and the points."""

    text: str
    terms: tuple[str, ...]
    fields: int
    points: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found. ``factors`` are percents that its points were multiplied by, by name."""

    document: int
    score: int
    reasons: tuple[Reason, ...]
    factors: Mapping[str, int]


@dataclass(slots=True)
class _Points:
    """What one document has got so far."""

    total: int = 0
    covered: int = 0
    reasons: list[Reason] = field(default_factory=list)


def rank(question: Question, index: Index) -> list[Hit]:
    """The documents that answer, best first; equal ones in the order of the index.

    Points of a part are those of its best way, and a little for the others. A document that lacks parts of the
    question loses twice: it has no points for them, and what it has is multiplied by the share it covers.
    """
    asked = max(1, sum(unit.importance for unit in question.units))
    found: dict[int, _Points] = {}
    for unit in question.units:
        for document, (points, reason) in _of_unit(unit, index).items():
            of = found.setdefault(document, _Points())
            of.total += points * max(1, unit.importance)
            of.covered += unit.importance
            of.reasons.append(reason)
    hits = [_hit(question, index.documents[number], number, points, asked) for number, points in found.items()]
    return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: (-hit.score, hit.document))


def everything(index: Index) -> list[Hit]:
    """Every document, in the order of the index, for choices without a question."""
    return [Hit(number, 0, (), {}) for number in range(len(index.documents))]


def _of_unit(unit: Unit, index: Index) -> dict[int, tuple[int, Reason]]:
    """For each document that has a part of the question: its points and the best reason."""
    found: dict[int, tuple[int, int, Reason]] = {}  # document → best, sum, reason
    for way in unit.alternatives:
        for document, (strength, fields) in _of_way(way, index).items():
            points = strength * way.weight
            best, total, reason = found.get(document, (0, 0, None))
            if points > best or reason is None:
                best, reason = points, Reason(unit.text, way.terms, fields, points)
            found[document] = best, total + points, reason
    return {
        document: (best + (total - best) // weights.REST, reason) for document, (best, total, reason) in found.items()
    }


def _of_way(way: Alternative, index: Index) -> dict[int, tuple[int, int]]:
    """For each document that has all the terms of a way: the weakest term's strength, and the fields of all."""
    found: dict[int, tuple[int, int]] | None = None
    for term in way.terms:
        rarity = index.rarity(term)
        has = {one.document: (rarity * one.saturation, one.fields) for one in map(unpacked, index.packed(term))}
        if found is None:
            found = has
        else:
            found = {
                document: (min(strength, has[document][0]), fields | has[document][1])
                for document, (strength, fields) in found.items()
                if document in has
            }
    return found or {}


def _hit(question: Question, document: Document, number: int, points: _Points, asked: int) -> Hit:
    """Whole numbers at each step, each well below 2^53: the browser has no others that are exact."""
    factors = _factors(question, document)
    score = points.total * points.covered // asked
    for percent in factors.values():
        score = score * percent // 100
    return Hit(number, score, tuple(points.reasons), {**factors, "dekning": 100 * points.covered // asked})


def _factors(question: Question, document: Document) -> dict[str, int]:
    factors = {"slag": (weights.NORMATIVE_PRIOR if question.normative else weights.PRIOR)[document.kind]}
    if document.standing is Standing.NOT_YET_OR_NO_MORE:
        factors["ikke i bruk"] = weights.NOT_USABLE
    if set(question.places) & set(document.facets.get("kommune", ())):
        factors["lokalt"] = weights.LOCAL
    if not question.places and NATIONWIDE in document.facets.get("kommune", ()):
        factors["hele landet"] = weights.NATIONWIDE
    if question.age is not None and document.ages is not None:
        factors["alder"] = weights.AGE_STATED
    return factors


def filters(documents: Sequence[Document], chosen: Mapping[str, Iterable[str]]) -> Passes:
    """A test of documents by the facets chosen: one value of each facet must fit.

    A place is also served by what is for the whole country. An age in years takes away only what states limits that
    do not hold it.
    """
    wanted = {name: frozenset(values) for name, values in chosen.items() if values}

    def passes(number: int) -> bool:
        return all(_fits(documents[number], name, values) for name, values in wanted.items())

    return passes


def _fits(document: Document, name: str, values: frozenset[str]) -> bool:
    own = document.facets.get(name, ())
    if not values.isdisjoint(own) or (name == "kommune" and NATIONWIDE in own):
        return True
    years = [int(value) for value in values if value.isdecimal()] if name == "alder" else []
    return any(document.ages is None or document.ages[0] <= year <= document.ages[1] for year in years)


def question_filters(question: Question) -> dict[str, list[str]]:
    """The facets that a question itself chooses."""
    chosen: dict[str, list[str]] = {}
    if question.places:
        chosen["kommune"] = list(question.places)
    if question.age is not None:
        chosen["alder"] = [str(question.age)]
    return chosen
