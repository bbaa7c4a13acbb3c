"""The facets of the search page: which values they have, in what order, and their words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..facets import NATIONWIDE
from ..render import labels
from ..render.context import Context
from ..text import sort_key
from .documents import TYPES

TITLES = {
    "type": "Hva slags",
    "kommune": "Kommune",
    "tema": "Hva det gjelder",
    "alder": "Alder",
    "henvisning": "Slik får du det",
    "pris": "Pris",
}


def facet_labels(name: str, found: Collection[str], context: Context) -> dict[str, str]:
    """Value → words, of the values that some document has, in the order to show."""
    offered = context.facets.labels[name]
    if name == "type":
        own: Mapping[str, str] = {TYPES[kind]: labels.RECORD_KIND[kind] for kind in labels.RECORD_KIND} | dict(offered)
        return {value: own[value] for value in own if value in found}
    if name in ("alder", "henvisning", "pris"):
        return {value: offered[value] for value in context.facets.counts[name] if value in found}
    if name == "tema":
        words = {value: context.graph.data.all("topic")[value].title for value in found}
    else:
        municipalities = context.graph.data.all("municipality")
        words = {value: offered.get(value) or municipalities[value].title for value in found}
    return {
        value: words[value] for value in sorted(words, key=lambda one: (one != NATIONWIDE, sort_key(words[one]), one))
    }
