"""Data that mean harm: a corpus of texts, and a data folder where every text field of every kind holds them.

The fields are found by walking the models, so that a new one is covered, or told of, the day it is written.
"""

from __future__ import annotations

import json
import re
import shutil
import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints, TypeAdapter, ValidationError

from lavterskel.cache import Cache
from lavterskel.citations.bibliography import Author, Work
from lavterskel.citations.formats import whole
from lavterskel.model.kinds import KINDS
from lavterskel.yaml_file import read_as_json

ROOT = Path(__file__).parent.parent
LONG = 10_000

SHORT = (
    "<script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "' onfocus=window.pwned=1 autofocus x='",
    '" onmouseover=window.pwned=1 style="position:fixed;inset:0" x="',
    "</script><script>window.pwned=1</script>",
    "</title></head><body onload=window.pwned=1>",
    "</option></select></textarea></details></article></main></body></html>",
    "<svg/onload=window.pwned=1>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<base href=//fiende.example/><meta http-equiv=refresh content=0;url=//fiende.example/>",
    "<style>*{display:none}</style><link rel=stylesheet href=//fiende.example/x.css>",
    "<plaintext>",
    "<!-- ",
    "<![CDATA[ ]]>",
    "&lt;b&gt; &amp;amp; &#60;script&#62; &copy &",
    "{{7*7}} {% raw %} {# #} ${7*7} <%= 7*7 %> `${7*7}`",
    "[@napha-2018](javascript:window.pwned=1) [x](javascript:window.pwned=1) ![x](x) **x** __x__",
    "[@ukjent-kilde og ; @] [[@]] \\[@\\]",
    'href="~/tilbud/" src="~/finnes-ikke/" ="~/" =\'~/\'',
    "LAVTERSKEL-SENTINEL-BODY-7C1E LAVTERSKEL-SENTINEL-TITLE-7C1E",
    "§ §§ % \\ / | ; , \t # ~ ^ _ $ @article{x, title={y}} {} {\\LaTeX} TY  - JOUR ER  - ",
    "\\u0000 \\x00 %00 %3Cscript%3E \\' \\\" \\n",
    "__proto__ constructor toString hasOwnProperty",
)
"""What tries to get out of the place it stands in."""

SINK = " ".join(SHORT)

TEXTS: Mapping[str, str] = {
    "alt": SINK,
    "baklengs": " ".join(reversed(SHORT)),
    "merke": "<script>window.pwned=1</script>",
    "attributt": '"><img src=x onerror=window.pwned=1>',
    "lenke": "~/finnes-ikke/",
    "anker": "#finnes-ikke",
    "adresse": "javascript:window.pwned=1",
    "data": "data:text/html,<script>window.pwned=1</script>",
    "formel": "=cmd|' /C calc'!A0",
    "retning": "\u202efdp.exe\u202c \u2066abc\u2069 \u2067abc \u202dabc \u200f\u200e",
    "hebraisk": "עזרה עכשיו 113",
    "usynlig": "a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u034f",
    "linjer": "én\nto\r\ntre\u2028fire\u2029fem\u0085seks\u3000sju",
    "merker-over": "z" + "\u0351\u0363\u036f" * 4,
    "ett-ord": "W" * LONG,
    "mange-ord": "ord <i> " * (LONG // 8),
    "klammer": "[@" + "@" * LONG,
    "mellomrom": "a" + " " * LONG + "b",
}
"""A text for each record, by a name for it."""

INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of text; they are taken away when data are read."""

BAD_ADDRESSES = (
    "javascript:window.pwned=1",
    "JavaScript:window.pwned=1",
    " javascript:window.pwned=1",
    "java\tscript:window.pwned=1",
    "data:text/html,<script>window.pwned=1</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//fiende.example/",
    "https:fiende",
    'https://fiende.example/" onclick="window.pwned=1',
    "https://fiende.example/ javascript:window.pwned=1",
    "https://fiende.example/<script>",
)


def plain(text: str) -> str:
    """A text as it is once read: without space around it and without signs that turn its direction."""
    return INVISIBLE.sub("", text).strip()


def as_shown(text: str) -> str:
    """A text with its spaces as a page shows them."""
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip(" ")


Path_ = tuple[str, ...]
"""A field below a record: names, and ``*`` for each item of a list."""

KEPT = {
    ("guidance", ("sections", "*", "number")): "anbefalinger viser til den; se _sections",
    ("recommendation", ("section",)): "må finnes i dokumentet; se _sections",
}
"""Fields that a rule ties to other records, and why they are not changed one by one."""


@dataclass
class Spoilt:
    """The folder, and what was written where: (kind, id) → field → texts."""

    data: Path
    written: dict[tuple[str, str], dict[Path_, list[str]]] = field(default_factory=dict)
    variants: dict[tuple[str, str], str] = field(default_factory=dict)
    covered: set[tuple[str, Path_]] = field(default_factory=set)
    works: list[Work] = field(default_factory=list)


@dataclass(frozen=True)
class Hostile:
    """What was spoilt, and the site built from it."""

    spoilt: Spoilt
    site: Path


# ---- which fields hold text -----------------------------------------------------------------------------------------


@cache
def prefix(annotation: Any) -> str | None:
    """What a text of this type must begin with; ``None`` where no free text is allowed."""
    adapter = TypeAdapter(annotation)
    for start in ("", "§ "):
        try:
            adapter.validate_python(f"{start}<b>x</b>")
        except ValidationError:
            continue
        return start
    return None


def _leaf(annotation: Any, metadata: tuple[Any, ...] = ()) -> Any:
    """The type without ``None``, with the constraints that stand beside it."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    return Annotated[annotation, *metadata] if metadata else annotation


def _kind_of(annotation: Any) -> tuple[str, Any]:
    """What a type is: ``model``, ``list``, ``text`` or ``other``, and the model, the items' type or the text's."""
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return "model", bare
    if get_origin(bare) is tuple:
        items = get_args(bare)
        return ("list", _leaf(items[0])) if items[-1] is Ellipsis else ("other", bare)
    if bare is str and prefix(annotation) is not None:
        return "text", annotation
    return "other", bare


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        constraints = tuple(part for part in info.metadata if isinstance(part, StringConstraints))
        constraints += tuple(part for part in info.metadata if hasattr(part, "max_length") and part not in constraints)
        strict = constraints if _leaf(info.annotation) is str else ()
        yield info.alias or name, _leaf(info.annotation, strict)


def text_fields(annotation: Any, at: Path_ = ()) -> Iterator[Path_]:
    """Every field below a type that holds text."""
    what, inner = _kind_of(annotation)
    if what == "model":
        for name, each in _fields(inner):
            yield from text_fields(each, (*at, name))
    elif what == "list":
        yield from text_fields(inner, (*at, "*"))
    elif what == "text":
        yield at


ALL_TEXT_FIELDS = {(kind.name, place) for kind in KINDS for place in text_fields(kind.model)}


# ---- spoiling -------------------------------------------------------------------------------------------------------


class _Spoiler:
    """Writes texts into one record, each with a number of its own so that none stands twice."""

    def __init__(self, kind: str, text: str, numbers: Iterator[int]) -> None:
        self.kind, self.text, self.numbers = kind, text, numbers
        self.written: dict[Path_, list[str]] = {}

    def value(self, raw: Any, annotation: Any, at: Path_ = ()) -> Any:
        """``raw`` with every text below it changed, and the texts it lacks added."""
        what, inner = _kind_of(annotation)
        if (self.kind, at) in KEPT:
            return raw
        if what == "text":
            return self._written(annotation, at)
        if what == "list":
            return [self.value(one, inner, (*at, "*")) for one in raw] if isinstance(raw, list) else raw
        if what == "model" and isinstance(raw, dict):
            return self._model(raw, inner, at)
        return raw

    def _model(self, raw: dict[str, Any], model: type[BaseModel], at: Path_) -> dict[str, Any]:
        made = dict(raw)
        for name, annotation in _fields(model):
            place = (*at, name)
            what, inner = _kind_of(annotation)
            if (self.kind, place) in KEPT or (name not in raw and not self._may_add(name, raw, place)):
                continue
            if name in raw:
                made[name] = self.value(raw[name], annotation, place)
            elif what == "text":
                made[name] = self._written(annotation, place)
            elif what == "list" and _kind_of(inner)[0] == "text":
                made[name] = [self._written(inner, (*place, "*")) for _ in range(2)]
        return made

    def _may_add(self, name: str, raw: dict[str, Any], place: Path_) -> bool:
        """Whether a field that is empty may be filled: one way in a contact, and a word for a strength with it."""
        if place[-3:-1] == ("contacts", "*"):
            return name == "label"
        return name != "strength_printed" or "strength" in raw

    def _written(self, annotation: Any, at: Path_) -> str:
        end = f" fiende{next(self.numbers)}"
        most = next((part.max_length for part in getattr(annotation, "__metadata__", ()) if _limit(part)), None)
        start = prefix(annotation) or ""
        text = start + self.text
        text = (text[: most - len(end)] if most else text) + end
        self.written.setdefault(at, []).append(text)
        return text


def _limit(constraint: Any) -> bool:
    return getattr(constraint, "max_length", None) is not None


def _structure(raw: Any, annotation: Any, at: Path_ = ()) -> Iterator[Path_]:
    """The groups of fields that a record has."""
    what, inner = _kind_of(annotation)
    if what == "model" and isinstance(raw, dict):
        yield at
        for name, each in _fields(inner):
            if name in raw:
                yield from _structure(raw[name], each, (*at, name))
                if name in ("address", "strength"):
                    yield (*at, name)
    elif what == "list" and isinstance(raw, list):
        for one in raw:
            yield from _structure(one, inner, (*at, "*"))


def _extra(kind: str, records: list[dict[str, Any]]) -> None:
    """Groups that no real record has yet."""
    if kind == "offer":
        records[0]["verified"] = {"on": "2026-11-01", "by": "leder"}
    if kind == "actor":
        records[0]["contacts"] = [{"address": "Storgata 1"}]
    if kind in ("synonym", "wordlist", "plainword"):
        records[0]["sources"] = [{"ref": "napha-2018"}]


def _chosen(kind: Any, records: list[dict[str, Any]]) -> list[int]:
    """One record for each text, and those it takes to have every group of fields."""
    seen: set[Path_] = set()
    found = []
    for number, record in enumerate(records):
        groups = set(_structure(record, kind.model))
        if not groups <= seen:
            seen |= groups
            found.append(number)
    rest = (number for number in range(len(records)) if number not in found)
    while len(found) < len(TEXTS) and (number := next(rest, None)) is not None:
        found.append(number)
    return found


def _untouched(data: Path) -> set[str]:
    """Records whose words a rule looks for elsewhere: the municipalities that are words, and their list."""
    words = json.loads(read_as_json(data / "vocabulary" / "words.yaml", "words.yaml", Cache()))
    named = next(one for one in words if one["use"] == "places_that_are_words")
    return {word.lower() for word in named["words"]} | {named["id"]}


def spoil(folder: Path) -> Spoilt:
    """A copy of this repository's data with the corpus in every text field of every kind."""
    shutil.copytree(ROOT / "data", folder)
    spoilt = Spoilt(folder)
    numbers = iter(range(100_000, 10_000_000))
    variants = list(TEXTS.items())
    kept = _untouched(folder)
    cached = Cache(ROOT / ".cache" / "parsed")
    for kind in KINDS:
        places: list[tuple[Path, int]] = []
        contents: dict[Path, list[dict[str, Any]]] = {}
        for pattern in kind.files:
            for path in sorted(folder.glob(pattern)):
                contents[path] = json.loads(read_as_json(path, path.name, cached)) or []
                places += [(path, number) for number in range(len(contents[path]))]
        places = [
            (p, n)
            for p, n in places
            if contents[p][n]["id"] not in kept and contents[p][n].get("title", "").lower() not in kept
        ]
        records = [contents[path][number] for path, number in places]
        _extra(kind.name, records)
        changed = set()
        for turn, chosen in enumerate(_chosen(kind, records)):
            path, number = places[chosen]
            name, text = variants[turn % len(variants)]
            spoiler = _Spoiler(kind.name, text, numbers)
            contents[path][number] = spoiler.value(records[chosen], kind.model)
            key = (kind.name, records[chosen]["id"])
            spoilt.written[key], spoilt.variants[key] = spoiler.written, name
            spoilt.covered |= {(kind.name, at) for at in spoiler.written}
            changed.add(path)
        for path in changed:
            _write(path, contents[path])
    _sections(spoilt, folder)
    spoilt.works = _works()
    with (folder / "references.bib").open("a", encoding="utf-8") as file:
        file.write("\n" + whole(spoilt.works, "bib"))
    return spoilt


def _sections(spoilt: Spoilt, folder: Path) -> None:
    """Numbers of a document's parts, changed in the document and in what points at them."""
    path = folder / "documents.yaml"
    documents = json.loads(read_as_json(path, path.name, Cache()))
    new: dict[tuple[str, str], str] = {}
    for document in documents:
        for turn, section in enumerate(document.get("sections", [])):
            text = f"{section['number']} {list(TEXTS.values())[turn % len(TEXTS)]}"
            new[(document["id"], section["number"])] = plain(text)
            section["number"] = text
    _write(path, documents)
    spoilt.covered.add(("guidance", ("sections", "*", "number")))
    for path in sorted((folder / "guidance").glob("*.yaml")):
        records = json.loads(read_as_json(path, path.name, Cache()))
        for record in records:
            record["section"] = new.get((record.get("document", ""), record.get("section", "")), record.get("section"))
        _write(path, [{name: value for name, value in one.items() if value is not None} for one in records])
    spoilt.covered.add(("recommendation", ("section",)))


def _works() -> list[Work]:
    """A source for each text that BibTeX can hold, in every field."""
    made = []
    for number, (name, text) in enumerate(TEXTS.items()):
        said = " ".join(INVISIBLE.sub("", text).split())
        fields = {
            field: f"{said} bib{number}{field}"
            for field in (
                "title",
                "journal",
                "publisher",
                "institution",
                "school",
                "note",
                "number",
                "address",
                "volume",
                "pages",
                "isbn",
            )
        }
        fields |= {"year": "2020", "url": "javascript:window.pwned=1", "doi": '10.1/"><script>window.pwned=1</script>'}
        authors = (Author(f"{said} fam{number}", "Gi <b>"), Author(f"{said} org{number}", "", organisation=True))
        made.append(
            Work(f"fiende-{name}", ("article", "report", "misc", "book")[number % 4], authors, "2020", "", fields, 0)
        )
    return made


_ASTRAL = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")


def _write(path: Path, records: list[dict[str, Any]]) -> None:
    """Records as YAML: one a line, each as JSON with every sign escaped that is no letter of ours."""
    lines = (json.dumps(record) for record in records)
    joined = (_ASTRAL.sub(lambda two: f"\\U{_code(two):08x}", line) for line in lines)
    path.write_text("".join(f"- {line}\n" for line in joined), encoding="utf-8")


def _code(pair: re.Match[str]) -> int:
    return 0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + int(pair[2], 16) - 0xDC00
