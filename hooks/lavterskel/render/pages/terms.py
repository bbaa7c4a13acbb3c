"""``/begrep/`` and ``/begrep/<id>/``: the field's words, explained."""

from __future__ import annotations

from collections.abc import Iterator

from ...citations.inline import with_citations, without_citations
from ...model.term import Term
from ...references import running_text
from ...text import counted, shortened, sort_key
from ..addresses import address
from ..context import Context
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The list of terms, and each term."""
    terms = sorted(context.graph.data.all("term").values(), key=lambda term: sort_key(term.title))
    yield Page(
        "begrep/",
        "Begreper",
        f"{counted(len(terms), 'begrep', 'begreper')} og forkortelser fra feltet, forklart kort.",
        context.render("terms.html", terms=[(term, without_citations(term.definition)) for term in terms]),
    )
    for term in terms:
        yield _term(term, context)


def _term(term: Term, context: Context) -> Page:
    graph = context.graph
    bibliography = graph.data.bibliography
    known = graph.data.all("term")
    others = [*term.see, *(other.id for other in graph.records_pointing_at("term", term.id, "see", Term))]
    body = context.render(
        "term.html",
        term=term,
        definition=with_citations(term.definition, bibliography),
        more=[with_citations(text, bibliography) for text in term.more],
        notes=[with_citations(text, bibliography) for text in term.notes],
        see=[known[identity] for identity in dict.fromkeys(others)],
    )
    return Page(
        address("term", term.id),
        f"{term.title} (begrep)",
        shortened(without_citations(term.definition), 300),
        body,
        text=running_text(term),
    )
