"""Reads one YAML file: to JSON, through a cache, and to line numbers when something is wrong.

Line numbers cost a second parse and are only looked up for a message.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ClassVar

import yaml

from .cache import Cache
from .parallel import WorkerFailed, side_by_side
from .problems import Problem

MANY_RECORDS = 2000
"""From here on, a file is read by two processes: below, starting the other takes as long as it saves."""

Place = Sequence[int | str]
"""Where in a file a value stands: indexes and keys from the top."""

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _PlainLoader(_Loader):  # type: ignore[misc]
    """YAML as an editor expects it: no dates, no octal numbers, no «no» for false."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


_HAS_CONTENT = re.compile(r"^\s*[^#\s]", re.MULTILINE)

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that are no text; YAML can hold them as ``\\0`` and the like, HTML and JSON cannot all."""

_TEXT = "tag:yaml.org,2002:str"
_SCALARS: dict[str, tuple[str, str, Callable[[str], Any]]] = {
    "tag:yaml.org,2002:bool": (r"^(true|false)$", "tf", lambda text: text == "true"),
    "tag:yaml.org,2002:null": (r"^(~|null|)$", "~n", lambda _text: None),
    "tag:yaml.org,2002:int": (r"^(0|-?[1-9][0-9]*)$", "-0123456789", int),
    "tag:yaml.org,2002:float": (r"^-?[0-9]+\.[0-9]+$", "-0123456789", float),
}
"""Tag → how it is written without quotes, its first letters, and what it means."""

for _tag, (_pattern, _first, _) in _SCALARS.items():
    _PlainLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first))
# PyYAML looks an empty value up under the empty string.
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^$"), [""])

_SYNTAX = (
    ("tab character", "Her står det en tabulator. Bruk mellomrom til innrykk."),
    ("duplicate key", "Feltet «{rest}» står to ganger i samme post. Behold det ene."),
    ("key is not text", "Et feltnavn må være et ord. Sett hermetegn rundt det om det er et tall."),
    (
        "mapping values are not allowed",
        "Et kolon står der det ikke kan stå. Sett hele teksten i hermetegn når den har kolon i seg, og se om innrykket stemmer.",
    ),
    ("could not find expected ':'", "Her mangler et kolon etter feltnavnet, eller innrykket på linjen over er feil."),
    ("expected <block end>", "Innrykket stemmer ikke med linjene over. Felt i samme post skal stå like langt inn."),
    ("end of stream", "Et hermetegn eller en klamme er åpnet og aldri lukket."),
    ("expected ',' or", "En liste i [ ] eller { } mangler komma eller avsluttende klamme."),
    ("found character", "Et tegn her kan ikke innlede en verdi. Sett teksten i hermetegn."),
    ("unknown tag", "Merker som begynner med ! brukes ikke her. Sett teksten i hermetegn."),
    ("control sign", "Teksten har et styretegn, som ingen kan se. Ta bort {rest}."),
    ("another document", "Filen har flere dokumenter (---). Hold alt i ett."),
)


class UnreadableFile(Exception):
    """The file is not YAML we can use; holds the problem to show."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def read_as_json(path: Path, name: str, cache: Cache) -> bytes:
    """The file's content as UTF-8 JSON.

    ``name`` is the path to show. Raises ``UnreadableFile``.
    """
    content = path.read_bytes()
    return cache.recall("yaml", content, lambda: _parse(content, name).encode())


def line_of(path: Path, place: Place) -> int:
    """The line, from 1, where the value at ``place`` (or the nearest thing above it) begins."""
    node = _composed(path, path.stat().st_mtime_ns)
    line = 0
    for step in place:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == step:
                    line, node = key.start_mark.line + 1, value
                    break
            else:
                break
        else:
            break
    return line


@functools.lru_cache(maxsize=4)
def _composed(path: Path, _changed: int) -> yaml.Node | None:
    """The file with its line numbers, kept while the messages of one run are written."""
    try:
        return yaml.compose(path.read_bytes().decode("utf-8-sig"), Loader=_PlainLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        return None


def _parse(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UnreadableFile(
            Problem(name, line, "Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")
        ) from None
    if "&" in text and "*" in text and _has_aliases(text):
        raise UnreadableFile(Problem(name, 0, "Filen bruker YAML-ankere (& og *). Skriv verdiene ut på hvert sted."))
    try:
        return _by_record(text) or _json(text)
    except yaml.YAMLError as error:
        raise UnreadableFile(_syntax_problem(error, name)) from None
    except RecursionError:
        raise UnreadableFile(
            Problem(name, 0, "Filen har en struktur som ikke kan brukes. Hver post skal være en enkel liste med felt.")
        ) from None


def _json(text: str) -> str:
    node = yaml.compose(text, Loader=_PlainLoader)
    return "null" if node is None else json.dumps(_value(node), ensure_ascii=False)


def _by_record(text: str) -> str:
    """The file one record at a time, which takes half the time and a tenth of the memory at 10,000 records.

    Only for a plain list with its «- » at the margin. Empty for any other file, and when a part does not read on its
    own: then the file is read whole, and what is wrong is told of the whole.
    """
    head, *records = re.split(r"^(?=- )", text, flags=re.MULTILINE)
    if not records or _HAS_CONTENT.search(head):
        return ""
    try:
        return f"[{_joined(records) if len(records) < MANY_RECORDS else _joined_by_two(records)}]"
    except (yaml.YAMLError, WorkerFailed):
        return ""


def _joined(records: Sequence[str]) -> str:
    return ",".join(_json(record)[1:-1] for record in records)


def _joined_by_two(records: Sequence[str]) -> str:
    half = len(records) // 2
    last, first = side_by_side(lambda: _joined(records[half:]), lambda: _joined(records[:half]))
    return f"{first},{last}"


def _value(node: yaml.Node) -> Any:
    """What a node says: text, numbers, lists and groups. A doubled or strange key is an error at its place."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag == _TEXT:
            return _text(node)
        if node.tag not in _SCALARS:
            raise yaml.MarkedYAMLError(problem="unknown tag", problem_mark=node.start_mark)
        return _SCALARS[node.tag][2](node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        if key.tag != _TEXT or not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="key is not text", problem_mark=key.start_mark)
        if key.value in found:
            raise yaml.MarkedYAMLError(problem=f"duplicate key {key.value}", problem_mark=key.start_mark)
        found[_text(key)] = _value(value)
    return found


def _text(node: yaml.ScalarNode) -> str:
    control = CONTROL.search(node.value)
    if control:
        raise yaml.MarkedYAMLError(problem=f"control sign \\x{ord(control[0]):02x}", problem_mark=node.start_mark)
    return str(node.value)


def _has_aliases(text: str) -> bool:
    try:
        return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError:
        return False


def _syntax_problem(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or str(error)
    for part, message in _SYNTAX:
        if part in said:
            return Problem(
                name, mark.line + 1 if mark else 0, message.replace("{rest}", said.removeprefix(part).strip())
            )
    return Problem(
        name,
        mark.line + 1 if mark else 0,
        "YAML-en kan ikke leses her. Se etter innrykk, kolon og hermetegn på denne linjen og den over.",
    )
