"""``/lov/``, ``/lov/<lov>/`` and ``/lov/<lov>/<paragraf>/``: what a provision gives, and what rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...citations.inline import with_citations
from ...citations.tags import highwire
from ...export.schema_org import absolute, law_jsonld
from ...graph import Graph
from ...model.guidance import Question
from ...model.law import Law, Provision
from ...model.pathway import Pathway
from ...references import running_text
from ...text import counted, shortened, sort_key, upper_first
from .. import labels
from ..addresses import address
from ..context import Context
from ..page import Page
from ..recommendations import voices
from .guidance import asked_by, standing, standing_badge


def pages(context: Context) -> Iterator[Page]:
    """The list, each law, and each provision."""
    graph = context.graph
    laws = sorted(graph.data.all("law").values(), key=lambda law: sort_key(law.short_title))
    listed = [(law, len(provisions_of(graph, law.id)), len(resting_on_law(graph, law.id))) for law in laws]
    total = len(graph.data.all("provision"))
    yield Page(
        "lov/",
        "Lover og forskrifter",
        f"{counted(len(laws), 'lov eller forskrift', 'lover og forskrifter')} og {counted(total, 'bestemmelse', 'bestemmelser')}, slik kildene viser til dem, med alt som bygger på hver.",
        context.render("laws.html", listed=listed, standing_badge=standing_badge),
    )
    for law in laws:
        yield _law(law, context)
    for provision in graph.data.all("provision").values():
        yield _provision(provision, context)


def provisions_of(graph: Graph, law: str) -> list[Provision]:
    """A law's provisions in the order of the law."""
    return in_order(graph.records_pointing_at("law", law, "law", Provision))


def in_order(provisions: list[Provision]) -> list[Provision]:
    """Provisions as they stand in the law."""
    return sorted(provisions, key=lambda one: number_key(one.number))


def number_key(number: str) -> tuple[int, list[tuple[int, str]]]:
    """Chapters first, then sections: § 3-2 before § 3-10, the whole before its parts, and both before § 3-2 a."""
    words = _ORDINALS.sub(lambda match: str(_ORDER.index(match[0].casefold()) + 1), number)
    parts = re.findall(r"\d+|[a-zæøå]+", words.removeprefix("kapittel").casefold())
    return (
        0 if number.startswith("kapittel") else 1,
        [(int(part), "") if part.isdigit() else (_LAST if len(part) == 1 else 0, part) for part in parts],
    )


_LAST = 10_000
_ORDER = ("første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende", "tiende")
_ORDINALS = re.compile("|".join(_ORDER), re.IGNORECASE)


def resting_on_law(graph: Graph, law: str) -> list[str]:
    """Recommendations that rest on a law or on one of its provisions."""
    found = [*asked_by(graph, "law", law), *graph.recommendations_pointing_at("law", law, "legal_basis")]
    for provision in graph.records_pointing_at("law", law, "law", Provision):
        found += graph.recommendations_pointing_at("provision", provision.id, "legal_basis")
    return list(dict.fromkeys(found))


def with_parts(graph: Graph, provision: str) -> list[str]:
    """A provision and every part of it."""
    parts = graph.records_pointing_at("provision", provision, "part_of", Provision)
    return [provision, *(deeper for part in parts for deeper in with_parts(graph, part.id))]


def _law(law: Law, context: Context) -> Page:
    graph = context.graph
    provisions = provisions_of(graph, law.id)
    ids = list(
        dict.fromkeys(
            [*asked_by(graph, "law", law.id), *graph.recommendations_pointing_at("law", law.id, "legal_basis")]
        )
    )
    work = graph.data.bibliography.works.get(law.reference or "")
    where = address("law", law.id)
    body = context.render(
        "law.html",
        law=law,
        type=labels.LAW_TYPE[law.type],
        standing=standing(law),
        standing_badge=standing_badge(law),
        provisions=[(one, len(_resting(graph, one.id))) for one in provisions],
        recommendations=voices(context, ids) if ids else "",
        total=len(ids),
        questions=_questions(graph, "law", law.id),
        notes=[with_citations(text, graph.data.bibliography) for text in law.notes],
        summary=with_citations(law.summary, graph.data.bibliography) if law.summary else "",
    )
    return Page(
        where,
        upper_first(law.short_title),
        shortened(
            f"{law.title}. {counted(len(provisions), 'bestemmelse', 'bestemmelser')} slik kildene viser til dem.", 300
        ),
        body,
        law_jsonld(law, context.site_url),
        highwire(work, absolute(context.site_url, where)) if work else (),
        text=running_text(law),
    )


def _provision(provision: Provision, context: Context) -> Page:
    graph = context.graph
    law = graph.data.all("law")[provision.law]
    ids = _resting(graph, provision.id)
    body = context.render(
        "provision.html",
        provision=provision,
        law=law,
        gives=[with_citations(text, graph.data.bibliography) for text in provision.gives],
        notes=[with_citations(text, graph.data.bibliography) for text in provision.notes],
        whole=graph.data.all("provision")[provision.part_of] if provision.part_of else None,
        parts_of=in_order(graph.records_pointing_at("provision", provision.id, "part_of", Provision)),
        recommendations=voices(context, ids) if ids else "",
        total=len(ids),
        pathways=_pathways(graph, provision.id, ids),
        questions=[one for part in with_parts(graph, provision.id) for one in _questions(graph, "provision", part)],
        standing=labels.STANDING[provision.status] if provision.status else "",
    )
    return Page(
        address("provision", provision.id),
        f"{upper_first(law.short_title)} {provision.number}: {provision.title}",
        shortened(f"{provision.gives[0]} Slik kilden fra {provision.as_of[:4]} viser til bestemmelsen.", 300),
        body,
        text=running_text(provision),
    )


def _resting(graph: Graph, provision: str) -> list[str]:
    """Recommendations that rest on a provision or a part of it."""
    return list(
        dict.fromkeys(
            one
            for part in with_parts(graph, provision)
            for one in graph.recommendations_pointing_at("provision", part, "legal_basis")
        )
    )


def _questions(graph: Graph, kind: str, identity: str) -> list[Question]:
    return graph.records_pointing_at(kind, identity, "legal_basis", Question)


def _pathways(graph: Graph, provision: str, recommendations: list[str]) -> list[Pathway]:
    """The pathways that rest on a provision or a part of it themselves, and those its recommendations belong to."""
    own = [
        one.id
        for part in with_parts(graph, provision)
        for one in graph.records_pointing_at("provision", part, "legal_basis", Pathway)
    ]
    asked = [one.id for identity in recommendations for one in graph.data.all("recommendation")[identity].pathways]
    return [graph.data.all("pathway")[identity] for identity in dict.fromkeys([*own, *asked])]
