"""``/forlop/`` and ``/forlop/<id>/``: the ways between services, with what guidance asks for on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...graph import Graph
from ...model.guidance import Stage
from ...model.pathway import Pathway, PathwayType
from ...references import running_text
from ...text import counted, shortened
from .. import labels
from ..addresses import address
from ..context import Context
from ..page import Page
from ..recommendations import voices


def pages(context: Context) -> Iterator[Page]:
    """The list of pathways, and each pathway."""
    pathways = list(context.graph.data.all("pathway").values())
    groups = [(labels.PATHWAY_TYPE[type_], [one for one in pathways if one.type is type_]) for type_ in PathwayType]
    counts = {one.id: len(_recommendations(context.graph, one)) for one in pathways}
    yield Page(
        "forlop/",
        "Forløp",
        f"{counted(len(pathways), 'forløp', 'forløp')} mellom tjenestene, med hva nasjonale føringer ber om i hvert.",
        context.render("pathways.html", groups=groups, counts=counts),
    )
    for pathway in pathways:
        yield _pathway(pathway, context)


def _recommendations(graph: Graph, pathway: Pathway) -> list[str]:
    return graph.recommendations_pointing_at("pathway", pathway.id, "pathway")


def _pathway(pathway: Pathway, context: Context) -> Page:
    ids = _recommendations(context.graph, pathway)
    stages = [(labels.STAGE[stage], _at(context.graph, pathway, ids, stage)) for stage in Stage]
    rest = _at(context.graph, pathway, ids, None)
    body = context.render(
        "pathway.html",
        pathway=pathway,
        type=labels.PATHWAY_TYPE[pathway.type],
        stages=[(name, voices(context, chosen)) for name, chosen in stages if chosen],
        rest=voices(context, rest) if rest else "",
        total=len(ids),
    )
    return Page(
        address("pathway", pathway.id),
        f"{pathway.title} (forløp)",
        shortened(pathway.summary or pathway.title, 300),
        body,
        text=running_text(pathway),
    )


def _at(graph: Graph, pathway: Pathway, ids: Sequence[str], stage: Stage | None) -> list[str]:
    """The recommendations that stand in one part of the pathway."""
    records = graph.data.all("recommendation")
    return [
        identity
        for identity in ids
        if any(one.id == pathway.id and one.stage is stage for one in records[identity].pathways)
    ]
