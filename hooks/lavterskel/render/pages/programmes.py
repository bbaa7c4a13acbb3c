"""``/program/`` and ``/program/<id>/``: methods and models, with where they are used."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.pathway import Pathway
from ...model.programme import Programme
from ...references import running_text
from ...text import shortened, sort_key
from ..cards import alphabetical
from ..context import Context
from ..fields import programme_fields
from ..page import Page
from ..recommendations import voices


def pages(context: Context) -> Iterator[Page]:
    """The list of programmes, and each programme."""
    programmes = sorted(context.graph.data.all("programme").values(), key=lambda programme: sort_key(programme.title))
    counts = {
        programme.id: len(context.graph.offers_pointing_at("programme", programme.id, "programme"))
        for programme in programmes
    }
    body = context.render("programmes.html", programmes=programmes, counts=counts)
    yield Page(
        "program/",
        "Programmer og modeller",
        "Metoder og modeller som flere kommuner følger, med trinn, hvem de er for og hvor de brukes.",
        body,
    )
    for programme in programmes:
        yield _programme(context, programme)


def _programme(context: Context, programme: Programme) -> Page:
    graph = context.graph
    known = graph.data.all("programme")
    asked = graph.recommendations_pointing_at("programme", programme.id, "programme")
    body = context.render(
        "programme.html",
        programme=programme,
        fields=programme_fields(programme, graph),
        offers=alphabetical(graph.offers_pointing_at("programme", programme.id, "programme")),
        based_on=[known[identity] for identity in programme.based_on],
        basis_for=[
            known[edge.source[1]] for edge in graph.into("programme", programme.id) if edge.relation == "based_on"
        ],
        see=[known[identity] for identity in programme.see],
        pathways=graph.records_pointing_at("programme", programme.id, "steps_of", Pathway),
        recommendations=voices(context, asked) if asked else "",
        needs_crisis_help=any(graph.data.all("topic")[topic].crisis for topic in programme.topics),
    )
    description = shortened(f"{programme.summary or programme.title} Beskrevet i {programme.as_of[:4]}.", 300)
    return Page(f"program/{programme.id}/", programme.title, description, body, text=running_text(programme))
