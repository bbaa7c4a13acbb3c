"""``/api/v1/``: every record as JSON. The shape is the contract: version, count, items.

Writes ``/api/v1/index.json`` and ``/api/v1/<kind>.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..citations.bibliography import Work
from ..graph import Graph
from ..inheritance import Effective
from ..model.base import Record, Strict
from ..render.addresses import FOLDERS, address

VERSION = "1"

PLURALS = {
    "offer": "offers",
    "municipality": "municipalities",
    "county": "counties",
    "topic": "topics",
    "programme": "programmes",
    "actor": "actors",
    "kind": "kinds",
    "audience": "audiences",
    "mark": "marks",
}

Json = dict[str, object]


def write(graph: Graph, site: Path, site_url: str) -> list[Path]:
    """Write every file of the interface; returns what was written."""
    folder = site / "api" / f"v{VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    kinds = {
        PLURALS[kind]: [_item(kind, record, graph) for record in records.values()]
        for kind, records in graph.data.records.items()
    }
    kinds["references"] = [_reference(work) for work in graph.data.bibliography.works.values()]
    written = [_write(folder / f"{name}.json", items) for name, items in kinds.items()]
    listed: list[Json] = [
        {
            "id": name,
            "kind": "collection",
            "url": f"{site_url.rstrip('/')}/api/v{VERSION}/{name}.json",
            "title": name,
            "sources": [],
            "count": len(items),
        }
        for name, items in kinds.items()
    ]
    return [*written, _write(folder / "index.json", listed)]


def _write(path: Path, items: list[Json]) -> Path:
    content = {"version": VERSION, "count": len(items), "items": items}
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return path


def _item(kind: str, record: Record, graph: Graph) -> Json:
    """One record: identity first, then its fields, its links as ids, and what it inherits, apart."""
    fields = record.model_dump(mode="json", exclude_defaults=True, exclude={"id", "title", "sources"})
    item: Json = {
        "id": record.id,
        "kind": kind,
        "url": f"/{address(kind, record.id)}" if kind in FOLDERS else None,
        "title": record.title,
        "sources": [source.model_dump(mode="json", exclude_defaults=True) for source in record.sources],
        **fields,
    }
    if kind == "offer":
        inherited = dict(_inherited(graph.effective[record.id]))
        if inherited:
            item["inherited"] = inherited
    linked: dict[str, list[str]] = {}
    for edge in graph.into(kind, record.id):
        ids = linked.setdefault(PLURALS[edge.source[0]], [])
        if edge.source[1] not in ids:
            ids.append(edge.source[1])
    if linked:
        item["linked_from"] = linked
    return item


def _inherited(effective: Effective) -> Iterator[tuple[str, Json]]:
    for name, found, origin in effective.from_others():
        value = found.value
        shown = value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Strict) else value
        yield name, {"value": shown, "from": origin.id}


def _reference(work: Work) -> Json:
    return {
        "id": work.key,
        "kind": "reference",
        "url": f"/{address('reference', work.key)}",
        "title": work.title,
        "sources": [],
        "type": work.type,
        "authors": [{"family": author.family, "given": author.given} for author in work.authors],
        "year": work.year,
        "fields": dict(work.fields),
    }
