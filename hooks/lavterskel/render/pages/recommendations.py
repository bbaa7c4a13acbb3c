"""``/anbefaling/`` and ``/anbefaling/<id>/``: what is asked for, by whom, how strongly, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...citations.formats import bibtex, ris
from ...citations.style import entry
from ...citations.tags import highwire
from ...export.schema_org import absolute, recommendation_jsonld
from ...graph import Graph
from ...model.guidance import Change, Checklist, GuidanceDocument, Question, Recommendation, Repeat, Voice
from ...model.pathway import Pathway
from ...model.status import Standing
from ...references import running_text
from ...text import counted, shortened, upper_first
from .. import labels
from ..addresses import address
from ..collection import facet_pages
from ..context import Context
from ..flow import steps_where
from ..page import Page
from ..recommendations import BASE, VOICES, as_work, badge, by_voice, document_name, origin_name, own_work, voices

TITLE = "Anbefalinger"


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """The same thing said elsewhere, for a table side by side."""

    item: Recommendation
    badge: Markup
    where: str
    here: bool


@dataclass(frozen=True, slots=True)
class Repeated:
    """A repeat with every place it is said in."""

    repeat: Repeat
    places: list[OtherPlace]


def pages(context: Context) -> Iterator[Page]:
    """The lists, and each recommendation."""
    rows = context.recommendations
    ids = [row.id for row in rows.rows]
    found = by_voice(context, ids)
    yield _list(context, Voice.GUIDANCE, found, BASE)
    for voice in found:
        yield _list(context, voice, found, f"{BASE}{VOICES}/{labels.VOICE_SLUG[voice]}/")
    made_here = {f"{BASE}{VOICES}/{labels.VOICE_SLUG[voice]}/" for voice in found}
    for page in facet_pages(context, rows, lambda chosen: voices(context, chosen, "h2")):
        if page.address not in made_here:
            yield page
    order = neighbours(context.graph)
    for item in context.graph.data.all("recommendation").values():
        yield _page(item, context, *order[item.id])


def _list(context: Context, voice: Voice, found: dict[Voice, list[str]], address: str) -> Page:
    ids = found.get(voice, [])
    body = context.render(
        "recommendations.html",
        voice=voice,
        counts={one: len(chosen) for one, chosen in found.items()},
        form=context.recommendations.form(context, ids),
        groups=by_document(context, ids),
        rows=context.recommendations,
    )
    title = TITLE if address == BASE else f"{TITLE}: {labels.VOICE[voice].lower()}"
    description = f"{counted(len(ids), 'anbefaling', 'anbefalinger')}. {labels.VOICE_MEANS[voice]}"
    return Page(address, title, description, body)


def by_document(context: Context, ids: Sequence[str]) -> list[tuple[str, str, list[str]]]:
    """Some recommendations under the document or law that says them: its name, its address, the ids."""
    found: dict[tuple[str, str], list[str]] = {}
    for identity in ids:
        item = context.graph.data.all("recommendation")[identity]
        where = address("law", item.law) if item.law else address("guidance", item.document or "")
        found.setdefault((origin_name(item, context.graph), where), []).append(identity)
    groups = [(upper_first(name), where, chosen) for (name, where), chosen in found.items()]
    return sorted(groups, key=lambda group: (not _in_force(context, group[2][0]), -len(group[2])))


def _in_force(context: Context, identity: str) -> bool:
    """Whether the recommendation stands in a guide that is in force and has taken another's place."""
    item = context.graph.data.all("recommendation")[identity]
    document = context.graph.data.all("guidance").get(item.document or "")
    return document is not None and document.status is Standing.IN_FORCE and bool(document.replaces)


def neighbours(graph: Graph) -> dict[str, tuple[Recommendation | None, Recommendation | None]]:
    """For each recommendation the ones before and after it in its document, in the order of the file."""
    groups: dict[tuple[str | None, str | None, str], list[Recommendation]] = {}
    for item in graph.data.all("recommendation").values():
        groups.setdefault((item.document, item.law, item.sources[0].ref), []).append(item)
    found: dict[str, tuple[Recommendation | None, Recommendation | None]] = {}
    for group in groups.values():
        for index, item in enumerate(group):
            after = group[index + 1] if index + 1 < len(group) else None
            found[item.id] = (group[index - 1] if index else None, after)
    return found


def _page(item: Recommendation, context: Context, before: Recommendation | None, after: Recommendation | None) -> Page:
    graph = context.graph
    named = graph.data.all
    document = named("guidance")[item.document] if item.document else None
    where = address("recommendation", item.id)
    canonical = absolute(context.site_url, where)
    work = as_work(item, graph, canonical)
    body = context.render(
        "recommendation.html",
        item=item,
        strength=named("strength")[item.strength],
        badge=badge(named("strength")[item.strength]),
        document=document,
        document_name=document_name(document) if document else "",
        law=named("law")[item.law] if item.law else None,
        successors=graph.successors(item.document) if item.document else [],
        present=[named("recommendation")[identity] for identity in item.see_now],
        earlier=graph.records_pointing_at("recommendation", item.id, "see_now", Recommendation),
        path=section_path(graph, item.document, item.section),
        before=before,
        after=after,
        repeats=_repeats(item, context),
        steps=steps_where(
            graph.records_pointing_at("recommendation", item.id, "same_as", Pathway),
            lambda step: item.id in step.recommendations,
        ),
        questions=graph.records_pointing_at("recommendation", item.id, "answered_by", Question),
        checklists=graph.records_pointing_at("recommendation", item.id, "answered_by", Checklist),
        changes=_changes(item, graph),
        offers_of=[(kind, len(graph.offers_pointing_at("kind", kind, "kind"))) for kind in item.offer_kinds],
        crisis_help=any(named("topic")[topic].crisis for topic in item.topics),
        cite_text=Markup(entry(work)).striptags(),
        cite_bibtex=bibtex(work),
        cite_ris=ris(work).replace("\r\n", "\n"),
    )
    said = "" if item.voice is Voice.GUIDANCE else f" {labels.VOICE[item.voice]}."
    description = shortened(
        f"{named('strength')[item.strength].title}. {origin_name(item, graph)}.{said} {item.title}", 300
    )
    return Page(
        where,
        item.title + (f" ({item.section})" if item.section else ""),
        description,
        body,
        recommendation_jsonld(item, graph, context.site_url),
        highwire(work, canonical),
        text=running_text(item),
    )


def section_path(graph: Graph, document: str | None, section: str | None) -> list[str]:
    """The headings over a place: «4 Tilrettelegging av tjenestene», «4.1 …», «4.1.3 …»."""
    if document is None or section is None:
        return []
    titles = _titles(graph, document)
    parts = section.split(".")
    steps = [".".join(parts[: count + 1]) for count in range(len(parts))]
    return [heading(step, titles[step]) for step in steps if step in titles] or [section]


def heading(number: str, title: str) -> str:
    """«4.1.3 Behandling og oppfølging»; a part without a number by its title alone."""
    return f"{number} {title}" if number[0].isdigit() else title


def _titles(graph: Graph, document: str) -> dict[str, str]:
    return {section.number: section.title for section in graph.data.all("guidance")[document].sections}


def where_words(item: Recommendation, context: Context) -> str:
    """«4.1.3», «Hovedpunkter», or the source that retells it: «NAPHA, 2018»."""
    retold = own_work(item, context.graph).key != item.sources[0].ref
    return context.work_labels[item.sources[0].ref] if retold else (item.section or "").capitalize()


def _repeats(item: Recommendation, context: Context) -> list[Repeated]:
    graph = context.graph
    named = graph.data.all
    found = []
    for repeat in graph.records_pointing_at("recommendation", item.id, "repeats", Repeat):
        others = [named("recommendation")[one] for one in repeat.recommendations]
        found.append(
            Repeated(
                repeat,
                [
                    OtherPlace(one, badge(named("strength")[one.strength]), where_words(one, context), one is item)
                    for one in others
                ],
            )
        )
    return found


def _changes(item: Recommendation, graph: Graph) -> list[tuple[GuidanceDocument, Change]]:
    """What a later document says is changed from this: the document and the change."""
    return [
        (document, change)
        for document in graph.records_pointing_at("recommendation", item.id, "changed", GuidanceDocument)
        for change in document.changes
        if item.id in change.recommendations
    ]
