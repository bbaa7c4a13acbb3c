"""Files to records: reads everything below ``data/``, and says all that is wrong with it at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, overload

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, from_json

from .cache import NO_CACHE, Cache
from .citations.bibliography import Bibliography, read_bibliography
from .citations.inline import cited_keys
from .collector import paused
from .direction import told, without_turns
from .messages import explain
from .model.actor import Actor
from .model.base import Record
from .model.finder import FinderRule
from .model.guidance import Checklist, GuidanceDocument, Question, Recommendation, Repeat
from .model.instrument import Instrument
from .model.kinds import KINDS, OFFER_FILES, RecordKind
from .model.law import Law, Provision
from .model.offer import Offer
from .model.pathway import Pathway
from .model.place import County, Municipality
from .model.plain_word import PlainWord
from .model.programme import Programme
from .model.term import Term
from .model.vocabulary import Audience, Kind, Mark, Strength, Topic
from .model.words import SynonymGroup, WordList
from .problems import DataError, Problem, Severity
from .references import texts
from .yaml_file import Place, UnreadableFile, line_of, read_as_json


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: the file, its name for messages, and the record's number in it."""

    path: Path
    name: str
    index: int


@dataclass(frozen=True, slots=True)
class CitedInText:
    """A ``[@key]`` in the text of a record's field."""

    kind: str
    record: Record
    at: Place
    key: str


@dataclass(slots=True)
class Data:
    """Every record that was read, by kind and id, where each came from, and what their texts cite."""

    records: dict[str, dict[str, Record]]
    origins: dict[tuple[str, str], Origin]
    bibliography: Bibliography
    cited: list[CitedInText] = field(default_factory=list)
    doubles: list[Problem] = field(default_factory=list)
    turned: list[Problem] = field(default_factory=list)

    @overload
    def all(self, kind: Literal["offer"]) -> dict[str, Offer]: ...
    @overload
    def all(self, kind: Literal["programme"]) -> dict[str, Programme]: ...
    @overload
    def all(self, kind: Literal["actor"]) -> dict[str, Actor]: ...
    @overload
    def all(self, kind: Literal["municipality"]) -> dict[str, Municipality]: ...
    @overload
    def all(self, kind: Literal["county"]) -> dict[str, County]: ...
    @overload
    def all(self, kind: Literal["topic"]) -> dict[str, Topic]: ...
    @overload
    def all(self, kind: Literal["kind"]) -> dict[str, Kind]: ...
    @overload
    def all(self, kind: Literal["audience"]) -> dict[str, Audience]: ...
    @overload
    def all(self, kind: Literal["mark"]) -> dict[str, Mark]: ...
    @overload
    def all(self, kind: Literal["pathway"]) -> dict[str, Pathway]: ...
    @overload
    def all(self, kind: Literal["instrument"]) -> dict[str, Instrument]: ...
    @overload
    def all(self, kind: Literal["rule"]) -> dict[str, FinderRule]: ...
    @overload
    def all(self, kind: Literal["guidance"]) -> dict[str, GuidanceDocument]: ...
    @overload
    def all(self, kind: Literal["recommendation"]) -> dict[str, Recommendation]: ...
    @overload
    def all(self, kind: Literal["repeat"]) -> dict[str, Repeat]: ...
    @overload
    def all(self, kind: Literal["question"]) -> dict[str, Question]: ...
    @overload
    def all(self, kind: Literal["checklist"]) -> dict[str, Checklist]: ...
    @overload
    def all(self, kind: Literal["law"]) -> dict[str, Law]: ...
    @overload
    def all(self, kind: Literal["provision"]) -> dict[str, Provision]: ...
    @overload
    def all(self, kind: Literal["term"]) -> dict[str, Term]: ...
    @overload
    def all(self, kind: Literal["strength"]) -> dict[str, Strength]: ...
    @overload
    def all(self, kind: Literal["synonym"]) -> dict[str, SynonymGroup]: ...
    @overload
    def all(self, kind: Literal["wordlist"]) -> dict[str, WordList]: ...
    @overload
    def all(self, kind: Literal["plainword"]) -> dict[str, PlainWord]: ...
    @overload
    def all(self, kind: str) -> dict[str, Record]: ...
    def all(self, kind: str) -> Any:
        """The records of one kind by id, in the order of the files."""
        return self.records[kind]

    def problem(
        self, kind: str, record: Record, message: str, at: Place = (), severity: Severity = Severity.ERROR
    ) -> Problem:
        """A problem with a record, placed at the field ``at`` in the file it came from."""
        origin = self.origins[(kind, record.id)]
        place = (origin.index, *at)
        return Problem(
            origin.name, lambda: line_of(origin.path, place), message, record.id, ".".join(map(str, at)), severity
        )


def load(data: Path, offers: Path | None = None, cache: Cache = NO_CACHE) -> Data:
    """Read every record below ``data``; ``offers`` stands in for the offer files.

    Raises ``DataError`` with every file that cannot be read and every record that does not fit its model.
    What must hold across records is for ``rules`` to check.
    """
    with paused():
        return _load(data, offers, cache)


def _load(data: Path, offers: Path | None, cache: Cache) -> Data:
    problems: list[Problem] = []
    records: dict[str, dict[str, Record]] = {}
    origins: dict[tuple[str, str], Origin] = {}
    doubles: list[Problem] = []
    turned: list[Problem] = []
    for kind in KINDS:
        found = records.setdefault(kind.name, {})
        for path in _files(kind, data, offers):
            name = _shown(path, data)
            try:
                read = _read_file(path, name, kind, cache, turned)
            except DataError as error:
                problems += error.problems
                continue
            for index, record in enumerate(read):
                if record.id in found:
                    first = origins[(kind.name, record.id)]
                    doubles.append(_double(path, name, index, record.id, first))
                    continue
                found[record.id] = record
                origins[(kind.name, record.id)] = Origin(path, name, index)
    if offers is not None:
        records |= {kind: _among(records[kind], records["offer"]) for kind in ("pathway", "instrument")}
    try:
        bibliography = read_bibliography(data / "references.bib", _shown(data / "references.bib", data), cache, turned)
    except DataError as error:
        problems += error.problems
    if problems:
        raise DataError(problems + doubles)
    return Data(records, origins, bibliography, list(_cited_in_texts(records)), doubles, turned)


def _among(records: dict[str, Record], offers: dict[str, Record]) -> dict[str, Record]:
    """Records without their links to offers that are not there, since another file stands in for the offers."""
    return {identity: _linked_only(record, offers) for identity, record in records.items()}


def _linked_only(record: Record, offers: dict[str, Record]) -> Record:
    def there(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if one in offers)

    if isinstance(record, Instrument):
        return record.model_copy(update={"offers": there(record.offers)})
    if isinstance(record, Pathway):
        steps = tuple(step.model_copy(update={"offers": there(step.offers)}) for step in record.steps)
        return record.model_copy(update={"offers": there(record.offers), "steps": steps})
    return record


_MAY_CITE = re.compile(rb"[\[\s;-]@")
"""What a citation has and an e-mail address has not: an @ that begins a word."""


def _cited_in_texts(records: dict[str, dict[str, Record]]) -> Iterator[CitedInText]:
    for kind, found in records.items():
        for record in found.values():
            if not _MAY_CITE.search(record.__pydantic_serializer__.to_json(record)):
                continue  # by far the most: looking closer at every text costs a second at 10,000 records
            for at, text in texts(record):
                if "@" in text:
                    for key in cited_keys(text):
                        yield CitedInText(kind, record, at, key)


def _files(kind: RecordKind, data: Path, offers: Path | None) -> Iterator[Path]:
    for pattern in kind.files:
        if offers is None or pattern not in OFFER_FILES:
            yield from sorted(data.glob(pattern))
    if offers is not None and kind.files[: len(OFFER_FILES)] == OFFER_FILES:
        yield offers


def _shown(path: Path, data: Path) -> str:
    return str(path.relative_to(data.parent)) if path.is_relative_to(data.parent) else str(path)


def _double(path: Path, name: str, index: int, identity: str, first: Origin) -> Problem:
    first_line = line_of(first.path, (first.index,))
    return Problem(
        name,
        line_of(path, (index, "id")),
        f"id «{identity}» er brukt før, i {first.name}:{first_line}. Hver post må ha sin egen.",
        identity,
        "id",
    )


def _read_file(path: Path, name: str, kind: RecordKind, cache: Cache, turned: list[Problem]) -> Sequence[Record]:
    if not path.is_file():
        raise DataError([Problem(name, 0, "Filen finnes ikke.")])
    try:
        content, turns = without_turns(read_as_json(path, name, cache))
    except UnreadableFile as error:
        raise DataError([error.problem]) from None
    if turns:
        turned.append(told(turns, name))
    if content.strip() in (b"null", b"[]"):
        return []
    try:
        return _adapter(kind).validate_json(content)
    except ValidationError as error:
        raise DataError(_explained(error, path, name, kind, from_json(content))) from None


_adapters: dict[str, TypeAdapter[list[Record]]] = {}


def _adapter(kind: RecordKind) -> TypeAdapter[list[Record]]:
    if kind.name not in _adapters:
        _adapters[kind.name] = TypeAdapter(list[kind.model])  # type: ignore[name-defined]
    return _adapters[kind.name]


def _explained(error: ValidationError, path: Path, name: str, kind: RecordKind, content: Any) -> Iterator[Problem]:
    if not isinstance(content, list):
        yield Problem(name, 1, "Filen skal være en liste: hver post begynner med «- id:» ytterst på linjen.")
        return
    for detail in error.errors(include_url=False):
        if detail["type"] == "too_short" and detail["input"]:
            continue  # said of a list whose items are at fault, and each of them is told on its own
        index, *place = detail["loc"]
        record = content[index] if isinstance(index, int) and index < len(content) else None
        identity = str(record.get("id", "")) if isinstance(record, dict) else ""
        message = explain(_below_record(detail), kind.model)
        yield Problem(
            name,
            line_of(path, detail["loc"]),
            message,
            identity or f"post nr. {int(index) + 1}",
            ".".join(map(str, place)),
        )


def _below_record(detail: ErrorDetails) -> ErrorDetails:
    """The same error, placed from the record and not from the file."""
    return {**detail, "loc": detail["loc"][1:] or detail["loc"]}
