"""Why the hits of a question rank as they do, in lines for those who look after the search."""

from __future__ import annotations

from collections.abc import Iterator

from .engine import Engine
from .fields import LABELS, Field
from .question import Question
from .ranking import Hit

SHOWN = 10


def explained(engine: Engine, text: str) -> Iterator[str]:
    """How a question was understood, and its ten best hits with points, factors and reasons."""
    yield from _understood(engine.understood(text))
    hits = engine.search(text)
    yield f"{len(hits)} treff"
    for rank, hit in enumerate(hits[:SHOWN], 1):
        yield from _hit(engine, rank, hit)


def _understood(question: Question) -> Iterator[str]:
    if question.danger:
        yield f"Akutt fare: {question.danger}"
    if question.places:
        yield f"Sted: {', '.join(question.places)}"
    if question.age is not None:
        yield f"Alder: {question.age} år"
    if question.normative:
        yield "Gjelder plikter, føringer eller lov"
    for typed, term in question.spelled:
        yield f"Lest som: {typed} → {term}"
    for unit in question.units:
        ways = ", ".join(f"{' + '.join(way.terms)} {way.weight} %" for way in unit.alternatives)
        yield f"«{unit.text}» (vekt {unit.importance}): {ways or 'ingenting slikt finnes'}"


def _hit(engine: Engine, rank: int, hit: Hit) -> Iterator[str]:
    document = engine.index.documents[hit.document]
    factors = ", ".join(f"{name} {percent} %" for name, percent in hit.factors.items())
    yield f"{rank:2}. {document.title} ({document.kind}/{document.id}) – {hit.score} poeng; {factors}"
    for reason in hit.reasons:
        places = ", ".join(LABELS[field] for field in Field if reason.fields >> field & 1)
        yield f"      «{reason.text}» ved {' + '.join(reason.terms)} i {places}: {reason.points}"
