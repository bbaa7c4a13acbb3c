"""``/sporsmal/`` and ``/sjekkliste/``: questions that a document answers, and lists to go through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...model.guidance import Checklist, Question
from ...references import running_text
from ...text import counted, shortened
from ..addresses import address
from ..context import Context
from ..page import Page
from ..recommendations import document_name
from .recommendations import section_path


def pages(context: Context) -> Iterator[Page]:
    """Both lists, each question and each checklist."""
    questions = list(context.graph.data.all("question").values())
    checklists = list(context.graph.data.all("checklist").values())
    yield _list(context, "question", "Ofte stilte spørsmål", "spørsmål", questions)
    yield _list(context, "checklist", "Sjekklister", "sjekklister", checklists)
    for question in questions:
        yield _page(context, "question", question, shortened(question.answer[0], 300))
    for checklist in checklists:
        yield _page(context, "checklist", checklist, shortened(checklist.intro or checklist.title, 300))


def _list(context: Context, kind: str, title: str, many: str, items: Sequence[Question | Checklist]) -> Page:
    graph = context.graph
    ordered = sorted(items, key=lambda item: [int(part) for part in (item.section or "0").split(".") if part.isdigit()])
    places = [(item, " › ".join(section_path(graph, item.document, item.section))) for item in ordered]
    body = context.render("answers.html", kind=kind, title=title, places=places)
    return Page(
        address(kind, "").rstrip("/") + "/",
        title,
        f"{counted(len(items), title.lower(), many)} fra nasjonale føringer.",
        body,
    )


def _page(context: Context, kind: str, item: Question | Checklist, description: str) -> Page:
    graph = context.graph
    document = graph.data.all("guidance")[item.document]
    body = context.render(
        f"{kind}.html",
        item=item,
        document=document,
        document_name=document_name(document),
        path=section_path(graph, item.document, item.section),
        successors=graph.successors(item.document),
        recommendations=context.recommendations.list_of(item.recommendations),
        crisis_help=any(graph.data.all("topic")[topic].crisis for topic in item.topics),
    )
    return Page(address(kind, item.id), item.title, description, body, text=running_text(item))
