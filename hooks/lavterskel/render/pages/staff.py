"""``/ansatte/``: the way in for those who work in the services."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.vocabulary import TopicGroup
from ...text import sort_key
from ..context import Context
from ..page import Page
from ..recommendations import badge, by_voice

ADDRESSEES_SHOWN = 12


def pages(context: Context) -> Iterator[Page]:
    """The page."""
    graph = context.graph
    rows = context.recommendations
    asked = {
        topic.id: graph.recommendations_pointing_at("topic", topic.id, "topic")
        for topic in graph.data.all("topic").values()
    }
    practice = [topic for topic in graph.data.all("topic").values() if topic.group is TopicGroup.PRACTICE]
    facet = {one.name: one for one in rows.facets}
    addressees = sorted(rows.values(facet["mottaker"]), key=lambda one: -one.count)[:ADDRESSEES_SHOWN]
    strengths = {one.value: one.count for one in rows.values(facet["styrke"])}
    body = context.render(
        "staff.html",
        topics=[
            (topic, len(asked[topic.id]))
            for topic in sorted(practice, key=lambda topic: sort_key(topic.title))
            if asked[topic.id]
        ],
        addressees=addressees,
        strengths=[(one, badge(one), strengths.get(one.id, 0)) for one in graph.data.all("strength").values()],
        voices={voice: len(ids) for voice, ids in by_voice(context, list(rows.drawn)).items()},
        in_force=[document for document in graph.data.all("guidance").values() if document.marks],
        counts={
            kind: len(graph.data.records[kind])
            for kind in (
                "guidance",
                "law",
                "provision",
                "question",
                "checklist",
                "term",
                "pathway",
                "programme",
                "actor",
                "instrument",
            )
        },
        guided=len(graph.offers_pointing_at("kind", "veiledning-fagfolk", "kind")),
        works=len(graph.data.bibliography.works),
    )
    yield Page(
        "ansatte/",
        "For ansatte",
        "Hva nasjonale føringer ber om: anbefalinger med styrke, mottaker, rettslig grunnlag og kilde.",
        body,
    )
