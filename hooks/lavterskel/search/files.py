"""The search as files for the browser: language, table, terms in shards, facets, and what results show.

Writes below ``/sok/data/``:

- ``sprak.json``: what a question is understood by, and every weight; see ``_language``.
- ``tabell.json``: how many documents of each kind, which cannot be used, ages, and the first term of each shard.
- ``ord/<n>.json``: terms with their rarity and postings; neighbours in the alphabet stand together.
- ``fasett-<name>.json``: a facet's values, and which documents have each.
- ``vis/<n>.json``: what is shown of ``BLOCK`` documents each.

A question needs the first two, the shards of its terms and the blocks of the first ten results; facets come after.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import Path

from ..facets import NATIONWIDE
from ..norwegian import ages, compounds, places, spelling
from ..norwegian.letters import plain
from ..norwegian.stem import root
from ..render import labels
from ..render.context import Context
from . import danger, sections
from .documents import TYPES, Document, Standing
from .engine import Engine
from .facet_labels import facet_labels
from .fields import LABELS
from .index import DOCUMENT_SHIFT, STRENGTH_MASK, Index
from .language import Language
from .weights import FOR_BROWSER

BLOCK = 16
"""Documents in one file of what results show: ten results are in at most ten of them."""
SHARD_CHARACTERS = 24_000
"""A shard is closed when its postings take this much text; compressed it is a third."""
FACETS = ("type", "kommune", "tema", "alder", "henvisning", "pris")


def write(engine: Engine, context: Context, site: Path) -> int:
    """Write every file; returns how many."""
    folder = site / "sok" / "data"
    for name in ("ord", "vis"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    first_terms = []
    for number, (first, content) in enumerate(_shards(engine.index)):
        first_terms.append(first)
        (folder / "ord" / f"{number}.json").write_text(content, encoding="utf-8")
    documents = engine.index.documents
    for number, start in enumerate(range(0, len(documents), BLOCK)):
        _dump(folder / "vis" / f"{number}.json", [_shown(one) for one in documents[start : start + BLOCK]])
    for name in FACETS:
        _dump(folder / f"fasett-{name}.json", _facet(name, documents, context))
    _dump(folder / "tabell.json", _table(documents, first_terms))
    _dump(folder / "sprak.json", _language(engine.language, context))
    return len(first_terms) + -(-len(documents) // BLOCK) + len(FACETS) + 2


def _shards(index: Index) -> Iterator[tuple[str, str]]:
    """First term and content of each shard: term → [rarity, gaps between documents, packed saturation and fields]."""
    first, size = "", 0
    entries: list[str] = []
    for term in index.terms:
        entry = f"{_json(term)}:{_postings(index, term)}"
        if entries and size + len(entry) > SHARD_CHARACTERS:
            yield first, "{" + ",".join(entries) + "}"
            entries, size = [], 0
        if not entries:
            first = term
        entries.append(entry)
        size += len(entry)
    yield first, "{" + ",".join(entries) + "}"


def _postings(index: Index, term: str) -> str:
    packed = index.packed(term)
    numbers = [one >> DOCUMENT_SHIFT for one in packed]
    strengths = [one & STRENGTH_MASK for one in packed]
    return _json([index.rarity(term), _gaps(numbers), strengths])


def _shown(document: Document) -> list[object]:
    """Id, address, title, line, place, facts; what is empty at the end is left out."""
    shown: list[object] = [
        document.id,
        document.address,
        document.title,
        document.line,
        document.place,
        list(document.facts),
    ]
    while not shown[-1]:
        shown.pop()
    return shown


def _facet(name: str, documents: Sequence[Document], context: Context) -> dict[str, object]:
    """Values in the order to show, their words, and for each the documents that have it, as gaps."""
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for value in document.facets.get(name, ()):
            found.setdefault(value, []).append(number)
    words = facet_labels(name, found, context)
    return {
        "values": list(words),
        "labels": list(words.values()),
        "documents": [_gaps(found[value]) for value in words],
    }


def _gaps(numbers: Iterable[int]) -> list[int]:
    gaps, last = [], 0
    for number in numbers:
        gaps.append(number - last)
        last = number
    return gaps


def _table(documents: Sequence[Document], first_terms: Sequence[str]) -> dict[str, object]:
    """``kinds`` are runs of [kind, how many]; ``ages`` are gap, lowest, highest of each document with limits."""
    kinds: list[list[object]] = []
    for document in documents:
        if not kinds or kinds[-1][0] != document.kind:
            kinds.append([document.kind, 0])
        kinds[-1][1] += 1  # type: ignore[operator]
    limited = [number for number, document in enumerate(documents) if document.ages]
    return {
        "count": len(documents),
        "block": BLOCK,
        "kinds": kinds,
        "unusable": _gaps(n for n, document in enumerate(documents) if document.standing is not Standing.USABLE),
        "nationwide": _gaps(n for n, one in enumerate(documents) if NATIONWIDE in one.facets.get("kommune", ())),
        "limited": _gaps(limited),
        "ages": [documents[number].ages for number in limited],
        "firstTerms": first_terms,
    }


def _language(language: Language, context: Context) -> dict[str, object]:
    """What ``search-question.js`` reads: word lists, phrases with meanings, dictionary, and every number."""
    topics = context.graph.data.all("topic")
    return {
        "weights": FOR_BROWSER,
        "spelling": {"one": spelling.SHORTEST_ONE, "two": spelling.SHORTEST_TWO},
        "compounds": {
            "shortest": compounds.SHORTEST_COMPOUND,
            "part": compounds.SHORTEST_PART,
            "most": compounds.MOST_PARTS,
            "links": compounds.LINKS,
        },
        "ages": {
            "years": ages.YEARS,
            "oldest": ages.OLDEST,
            "notAfter": ages.NOT_AFTER,
            "notBefore": [*ages.NOT_BEFORE, *ages.UNITS],
            "lasted": ages.LASTED,
            "persons": ages.PERSONS,
            "someone": ages.SOMEONE,
            "speakers": ages.SPEAKERS,
            "near": ages.NEAR,
            "numbers": ages.NUMBERS,
        },
        "placeWords": {
            "before": places.BEFORE,
            "on": places.ON,
            "after": places.AFTER,
            "idioms": places.IDIOMS,
            "between": places.BETWEEN,
        },
        "section": sections.PATTERN,
        "danger": danger.LIMITS,
        "stopwords": sorted(language.stopwords),
        "phrases": _phrases(language.phrases.meanings),
        "normative": _phrases(language.normative.meanings),
        "places": _phrases(language.places.meanings),
        "doubtfulPlaces": sorted(language.doubtful_places),
        "groups": [[" ".join(way) for way in group] for group in language.groups],
        "dangers": [f"{one.topic} {' '.join(one.words)}" for one in language.dangers],
        "sections": sorted(language.sections),
        "count": language.documents,
        "terms": front_coded(language.dictionary),
        "cuts": "".join(map(cut, language.dictionary)),
        "frequencies": list(language.dictionary.values()),
        "parts": "".join("01"[term in language.splitter.parts] for term in language.dictionary),
        "never": sorted(language.splitter.never),
        "kinds": {kind: [labels.RECORD_KIND[kind], TYPES[kind]] for kind in TYPES},
        "fields": [LABELS[one] for one in sorted(LABELS)],
        "topics": {identity: topic.title for identity, topic in topics.items()},
        "municipalities": {one.id: one.title for one in context.graph.data.all("municipality").values()},
    }


DIGITS = string.digits + string.ascii_lowercase
LONGEST_START = len(DIGITS) - 1
ASTRAL = 0x10000
"""From here on a letter is two of the units that the browser counts in."""


def front_coded(words: Iterable[str]) -> str:
    """Words in order, each as how many letters it has in common with the start of the one before, and the rest.

    ``angst angsten ansvar`` is ``0angst 5en 2svar``, a quarter less to fetch. The number is a digit in base 36.
    """
    coded: list[str] = []
    before = ""
    for word in words:
        pairs = zip(before[:LONGEST_START], word, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] and ord(pair[0]) < ASTRAL, pairs))
        coded.append(f"{DIGITS[same]}{word[same:]}")
        before = word
    return " ".join(coded)


def cut(term: str) -> str:
    """How many letters a term in plain writing has after its root, as a digit; «?» where the root is something else.

    The browser then asks Snowball about a handful of the terms in the dictionary, not thousands.
    """
    written, of = plain(term), root(term)
    letters = len(written) - len(of)
    return DIGITS[letters] if written.startswith(of) and letters <= LONGEST_START else "?"


def _phrases(meanings: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {key: " ".join(meanings[key]) for key in sorted(meanings)}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _dump(path: Path, content: object) -> None:
    path.write_text(_json(content), encoding="utf-8")
