"""Recommendations as readers meet them: the badge, the row in a list, the facets, and how one is cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..citations.bibliography import Work
from ..citations.style import label
from ..graph import Graph
from ..model.base import Record
from ..model.guidance import GuidanceDocument, Recommendation, Voice
from ..model.vocabulary import Force, Strength
from ..text import joined, lower_first, shortened
from . import labels
from .collection import Collection, ListFacet, ListRow, Values, worded

if TYPE_CHECKING:
    from .context import Context

BASE = "anbefaling/"
VOICES = "stemme"
NAME_LENGTH = 60


def collection(graph: Graph) -> Collection[Recommendation]:
    """Every recommendation, in the order of the files."""
    rows = [
        ListRow("recommendation", item.id, item, _inner(item, graph))
        for item in graph.data.all("recommendation").values()
    ]
    return Collection(BASE, "Anbefalinger", "anbefaling", "anbefalinger", facets(graph), rows)


def badge(strength: Strength) -> Markup:
    """The strength as a word, with a shape and a colour by how much it binds."""
    return Markup('<span class="badge badge-{}">{}</span>').format(strength.force.value, strength.title)


def _inner(item: Recommendation, graph: Graph) -> Markup:
    return Markup('{} <a href="~/anbefaling/{}/">{}</a><small class="row-meta">{}</small>').format(
        badge(graph.data.all("strength")[item.strength]),
        item.id,
        item.title,
        " · ".join(part for part in (addressee_words(item, graph), place_words(item, graph)) if part),
    )


def addressee_words(item: Recommendation, graph: Graph) -> str:
    """«Kommunen og fastlegen»."""
    names = [graph.data.all("actor")[actor].title for actor in item.addressees]
    return joined([names[0], *(lower_first(name) for name in names[1:])]) if names else ""


def place_words(item: Recommendation, graph: Graph) -> str:
    """«Sammen om mestring (2014), 4.1.3», with who says it where that is another."""
    words = [origin_name(item, graph)]
    if item.section:
        words.append(item.section)
    said = f" · {item.said_by}" if item.said_by else ""
    return ", ".join(words) + said


def origin_name(item: Recommendation, graph: Graph) -> str:
    """The document's or the law's short name."""
    if item.law:
        return graph.data.all("law")[item.law].short_title
    return document_name(graph.data.all("guidance")[item.document or ""])


def document_name(document: GuidanceDocument) -> str:
    """A document's name short enough for a line, with its year: «Sammen om mestring (2014)»."""
    name = _SUBTITLE.split(document.title, maxsplit=1)[0]
    return shortened(name, NAME_LENGTH) + (f" ({document.year})" if document.year and document.year not in name else "")


_SUBTITLE = re.compile(r"(?: –|\.) (?=[A-ZÆØÅ])")
"""Where a subtitle begins: with a capital, unlike the number in «Prop. 91 L» and the rest of «Vi – de pårørende»."""


def facets(graph: Graph) -> tuple[ListFacet[Recommendation], ...]:
    """What a reader can narrow recommendations by."""
    named = graph.data.all
    return (
        ListFacet("styrke", "Styrke", lambda item: _named(named("strength"), [item.strength]), (*named("strength"),)),
        ListFacet("mottaker", "Hvem den er rettet til", lambda item: _named(named("actor"), item.addressees)),
        ListFacet("tema", "Tema", lambda item: _named(named("topic"), item.topics)),
        ListFacet("forlop", "Forløp", lambda item: _named(named("pathway"), _pathways(item)), (*named("pathway"),)),
        ListFacet("sted", "Sted i dokumentet", _place),
        ListFacet(
            "lov", "Lov", lambda item: tuple((law, named("law")[law].short_title) for law in laws_of(item, graph))
        ),
        ListFacet("dokument", "Dokument", lambda item: _origin(item, graph)),
        ListFacet(VOICES, "Hvem som sier det", _voice, (*labels.VOICE_SLUG.values(),)),
    )


def _pathways(item: Recommendation) -> list[str]:
    return [one.id for one in item.pathways]


def _voice(item: Recommendation) -> Values:
    return ((labels.VOICE_SLUG[item.voice], labels.VOICE[item.voice]),)


def _named(records: Mapping[str, Record], ids: Iterable[str]) -> Values:
    return tuple((identity, records[identity].title) for identity in dict.fromkeys(ids))


def _place(item: Recommendation) -> Values:
    return worded(labels.PLACE[item.place]) if item.place else ()


def _origin(item: Recommendation, graph: Graph) -> Values:
    return ((item.document or item.law or "", origin_name(item, graph)),)


def laws_of(item: Recommendation, graph: Graph) -> list[str]:
    """The laws it rests on, each once."""
    named = [graph.data.all("provision")[provision].law for provision in item.legal_basis]
    return list(dict.fromkeys([*named, *item.laws, *([item.law] if item.law else [])]))


def by_voice(context: Context, ids: Sequence[str]) -> dict[Voice, list[str]]:
    """Some recommendations by whose word they are, national guidance first; voices with none are left out."""
    records = context.graph.data.all("recommendation")
    found = {voice: [identity for identity in ids if records[identity].voice is voice] for voice in Voice}
    return {voice: chosen for voice, chosen in found.items() if chosen}


def voices(context: Context, ids: Sequence[str], heading: str = "h3") -> Markup:
    """A list with national guidance open and every other voice folded under a heading of its own, ``h2`` or ``h3``."""
    found = by_voice(context, ids)
    return context.render("voices.html", voices=found, rows=context.recommendations, heading=heading)


def for_offers(context: Context, kinds: Sequence[str], programme: str | None) -> Markup:
    """What national guidance says of a programme and some kinds of offers: on the programme first, the strongest first."""
    graph = context.graph
    records = graph.data.all("recommendation")
    strengths = graph.data.all("strength")
    forces = list(Force)
    on_programme = graph.recommendations_pointing_at("programme", programme, "programme") if programme else []
    on_kinds = [one for kind in kinds for one in graph.recommendations_pointing_at("kind", kind, "offer_kind")]
    found = [records[one] for one in dict.fromkeys([*on_programme, *on_kinds]) if records[one].voice is Voice.GUIDANCE]
    if not found:
        return Markup("")
    ordered = sorted(
        found, key=lambda item: (item.id not in on_programme, forces.index(strengths[item.strength].force))
    )
    shown = [(item, badge(strengths[item.strength])) for item in ordered[:FOR_OFFER]]
    return context.render("offer_guidance.html", shown=shown, total=len(ordered))


FOR_OFFER = 3
"""How many recommendations an offer's page shows."""


def own_work(item: Recommendation, graph: Graph) -> Work:
    """The work that says it: the document's or the law's own entry, else the one it was read in."""
    key = (
        graph.data.all("law")[item.law].reference
        if item.law
        else graph.data.all("guidance")[item.document or ""].reference
    )
    return graph.data.bibliography.works[key or item.sources[0].ref]


def as_work(item: Recommendation, graph: Graph, page: str) -> Work:
    """The recommendation as something to cite: its work, the place in it, and the page here."""
    work = own_work(item, graph)
    read_in = graph.data.bibliography.works[item.sources[0].ref]
    section = item.section or ""
    place = [f"Kapittel {section}" if section[0].isdigit() else section.capitalize()] if section else []
    if read_in.key != work.key:
        place.append(f"Gjengitt etter {read_in.title or label(read_in)}")
    note = ". ".join([*place, f"Gjengitt i egne ord på {page}"])
    return replace(work, key=item.id, fields={**work.fields, "note": note})
