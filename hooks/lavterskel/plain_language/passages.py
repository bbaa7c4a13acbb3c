"""What an editor can read and mend: the running texts of records and of the pages in ``docs/``, with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..citations.inline import without_citations
from ..load import Data
from ..model.base import Record
from ..model.kinds import KINDS
from ..references import texts
from .sentences import word_list

_NOT_RUNNING_TEXT = word_list(
    "address aliases found_at forms group instruments issuer label measures name number numbers phone printed provider "
    "said_by section sections short_title sms source sources status_source strength_printed strip synonyms unread via "
    "who"
)
"""Fields with names, places and words quoted from a source. They are written as they are."""

_TITLE_IS_A_NAME = word_list(
    "offer programme actor instrument guidance law provision term topic kind audience mark strength"
)
_NO_TEXTS = word_list("municipality county synonym wordlist plainword")
"""Kinds that are only names or words."""

_FEWEST_WORDS = 4
"""Fewer words are a name, a date or a number, and no text."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SHOWN_IN_FRONT = re.compile(r"^(title|description):\s*(.+?)\s*$", re.MULTILINE)
_ANCHOR = re.compile(r"\s*\{#[\w-]+\}")
_MARKDOWN = MarkdownIt().enable("table")


@dataclass(frozen=True, slots=True)
class Passage:
    """One running text: where it stands, which field it is in a record, and what it says.

    ``where`` is a line counted from 1, or finds the line when somebody asks.
    """

    where: int | Callable[[], int]
    field: str
    text: str

    @property
    def line(self) -> int:
        """The line it stands on."""
        return self.where if isinstance(self.where, int) else self.where()


@dataclass(frozen=True, slots=True)
class Written:
    """A record or a page: its kind in words, its file, its id when it is a record, and its passages."""

    kind: str
    file: str
    identity: str
    passages: tuple[Passage, ...]


def of_records(data: Data) -> Iterator[Written]:
    """Every record that has running text, without its citations, names and quotes."""
    for kind in KINDS:
        if kind.name not in _NO_TEXTS:
            for record in data.all(kind.name).values():
                found = tuple(_of_record(data, kind.name, record))
                if found:
                    yield Written(kind.label, data.origins[(kind.name, record.id)].name, record.id, found)


def _of_record(data: Data, kind: str, record: Record) -> Iterator[Passage]:
    for at, text in texts(record):
        fields = [step for step in at if isinstance(step, str)]
        if not _NOT_RUNNING_TEXT.isdisjoint(fields) or (fields == ["title"] and kind in _TITLE_IS_A_NAME):
            continue
        shown = without_citations(text)
        if len(shown.split()) >= _FEWEST_WORDS:
            problem = data.problem(kind, record, "", at)
            yield Passage(problem.where, problem.field, shown)


def of_docs(docs: Path) -> Iterator[Written]:
    """Every page in Markdown below a folder, without code and citations."""
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        name = str(path.relative_to(docs.parent))
        yield Written("tekstsider", name, "", tuple(_of_page(text)))


def _of_page(text: str) -> Iterator[Passage]:
    front = _FRONT.match(text)
    lines = 0
    if front:
        lines = front[0].count("\n")
        for field in _SHOWN_IN_FRONT.finditer(front[0]):
            yield Passage(front[0].count("\n", 0, field.start()) + 1, field[1], field[2].strip("\"'"))
    row = 0
    for token in _MARKDOWN.parse(text[front.end() :] if front else text):
        if token.map:
            row = token.map[0]
        if token.type == "inline":
            shown = _ANCHOR.sub("", without_citations(_spoken(token)))
            if shown.strip():
                yield Passage(lines + row + 1, "", shown)


def _spoken(token: Token) -> str:
    """The words of a piece of Markdown; code counts as one word that is not read."""
    return "".join(
        " " if part.type in ("softbreak", "hardbreak") else "«»" if part.type == "code_inline" else part.content
        for part in token.children or ()
        if part.type != "html_inline"
    )
