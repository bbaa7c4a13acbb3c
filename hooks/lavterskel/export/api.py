"""``/api/v1/``: every record as JSON. The shape is the contract: version, count, items.

Writes ``/api/v1/index.json`` and ``/api/v1/<kind>.json``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from ..graph import Graph
from ..inheritance import Effective
from ..model.base import Strict
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
    "pathway": "pathways",
    "instrument": "instruments",
    "rule": "rules",
    "guidance": "guidance",
    "recommendation": "recommendations",
    "repeat": "repeats",
    "question": "questions",
    "checklist": "checklists",
    "law": "laws",
    "provision": "provisions",
    "term": "terms",
    "strength": "strengths",
    "synonym": "synonyms",
    "wordlist": "wordlists",
    "plainword": "plainwords",
}

Json = dict[str, object]


def write(graph: Graph, site: Path, site_url: str) -> list[Path]:
    """Write every file of the interface; returns what was written."""
    folder = site / "api" / f"v{VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, Callable[[], Iterator[str]]] = {
        PLURALS[kind]: partial(_records, graph, kind) for kind in graph.data.records
    }
    kinds["references"] = partial(_references, graph)
    counts = {name: _write(folder / f"{name}.json", items()) for name, items in kinds.items()}
    _write(folder / "index.json", (_listed(name, count, site_url) for name, count in counts.items()))
    return [folder / f"{name}.json" for name in (*counts, "index")]


def _write(path: Path, items: Iterable[str]) -> int:
    """Write items, each ready JSON, one by one so that no file is held whole; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{{"version":"{VERSION}","items":[')
        for count, item in enumerate(items, 1):
            file.write(item if count == 1 else f",{item}")
        file.write(f'],"count":{count}}}')
    return count


def _listed(name: str, count: int, site_url: str) -> str:
    url = f"{site_url.rstrip('/')}/api/v{VERSION}/{name}.json"
    return _dumped({"id": name, "kind": "collection", "url": url, "title": name, "sources": [], "count": count})


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _records(graph: Graph, kind: str) -> Iterator[str]:
    """Each record: its own fields, then its address, what it inherits, apart, and the ids of those that link to it."""
    for record in graph.data.records[kind].values():
        fields = record.model_dump_json(exclude_defaults=True)
        derived: Json = {"kind": kind, "url": f"/{address(kind, record.id)}" if kind in FOLDERS else None}
        if not record.sources:
            derived["sources"] = []  # a word of the language has none, and the shape is the same for all
        inherited = dict(_inherited(graph.effective[record.id])) if kind == "offer" else {}
        if inherited:
            derived["inherited"] = inherited
        linked = _linked(graph, kind, record.id)
        if linked:
            derived["linked_from"] = linked
        yield f"{fields[:-1]},{_dumped(derived)[1:]}"


def _linked(graph: Graph, kind: str, identity: str) -> dict[str, list[str]]:
    linked: dict[str, dict[str, None]] = {}
    for edge in graph.into(kind, identity):
        linked.setdefault(PLURALS[edge.source[0]], {})[edge.source[1]] = None
    return {name: list(ids) for name, ids in linked.items()}


def _citing(graph: Graph, key: str) -> dict[str, list[str]]:
    """Ids of the records that cite a work, by kind."""
    citing: dict[str, dict[str, None]] = {}
    for citation in graph.citations.get(key, ()):
        citing.setdefault(PLURALS[citation.node[0]], {})[citation.node[1]] = None
    return {name: list(ids) for name, ids in citing.items()}


def _inherited(effective: Effective) -> Iterator[tuple[str, Json]]:
    for name, found, origin in effective.from_others():
        value = found.value
        shown = value.model_dump(mode="json", exclude_defaults=True) if isinstance(value, Strict) else value
        yield name, {"value": shown, "from": origin.id}


def _references(graph: Graph) -> Iterator[str]:
    for work in graph.data.bibliography.works.values():
        yield _dumped(
            {
                "id": work.key,
                "kind": "reference",
                "url": f"/{address('reference', work.key)}",
                "title": work.title,
                "sources": [],
                "type": work.type,
                "authors": [{"family": author.family, "given": author.given} for author in work.authors],
                "year": work.year,
                "bare": work.bare,
                "aliases": list(work.aliases),
                "cited_in": [{"ref": cited.key, "lines": cited.lines} for cited in work.cited_in],
                "linked_from": _citing(graph, work.key),
                "fields": dict(work.fields),
            }
        )
