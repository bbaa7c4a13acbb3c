"""Reads ``references.bib`` once, into works that know their place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pybtex.errors
from pybtex.database import Entry, Person, parse_string
from pybtex.exceptions import PybtexError
from pybtex.scanner import PybtexSyntaxError
from pydantic import TypeAdapter

from ..cache import NO_CACHE, Cache
from ..direction import told, without_turns
from ..problems import DataError, Problem
from ..yaml_file import CONTROL

KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ENTRY = re.compile(r"^\s*@(\w+)\s*\{\s*([^,\s]*)", re.MULTILINE)
_NOT_WORKS = frozenset({"comment", "string", "preamble"})


@dataclass(frozen=True, slots=True)
class Author:
    """A person (family and given names) or an organisation (family name only, in braces of its own in the file)."""

    family: str
    given: str = ""
    organisation: bool = False


@dataclass(frozen=True, slots=True)
class CitedIn:
    """A source text that cites a work: its key, and the lines where it does («1539, 2299–2301»)."""

    key: str
    lines: str


@dataclass(frozen=True, slots=True)
class Work:
    """One source. ``suffix`` tells works of one author and year apart, given over the whole bibliography."""

    key: str
    type: str
    authors: tuple[Author, ...]
    year: str
    suffix: str
    fields: Mapping[str, str]
    line: int

    @property
    def title(self) -> str:
        """The title, or ``""`` for a work known by author and year only."""
        return self.fields.get("title", "")

    @property
    def bare(self) -> bool:
        """Whether the source gives no more than author and year."""
        return "bare" in self.fields.get("keywords", "").split(", ")

    @property
    def issuer(self) -> str:
        """Who published it; the first author where that is an organisation; empty when unknown."""
        named = next((self.fields[name] for name in _HOUSES if name in self.fields), "")
        return named or next((author.family for author in self.authors if author.organisation), "")

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other forms that the source texts cite it under."""
        return tuple(part.strip() for part in self.fields.get("aliases", "").split(";") if part.strip())

    @property
    def cited_in(self) -> tuple[CitedIn, ...]:
        """The source texts that cite it, in the order of the file."""
        parts = [part.partition(":") for part in self.fields.get("citedin", "").split(";") if part.strip()]
        return tuple(CitedIn(key.strip(), lines.strip()) for key, _, lines in parts)


_HOUSES = ("publisher", "institution", "school", "organization")
_WORKS = TypeAdapter(list[Work])


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Every work by key, in the order of the file."""

    works: Mapping[str, Work]
    file: str


def read_bibliography(
    path: Path, name: str, cache: Cache = NO_CACHE, turned: list[Problem] | None = None
) -> Bibliography:
    """Read the whole file. Raises ``DataError`` with every fault found; ``name`` is the path to show.

    ``turned`` is given a word when signs that turn the direction of text were taken away.
    """
    try:
        content, turns = without_turns(path.read_bytes())
    except FileNotFoundError:
        raise DataError([Problem(name, 0, "Filen finnes ikke. Alle kilder skal stå i den.")]) from None
    if turns and turned is not None:
        turned.append(told(turns, name))
    parsed = cache.recall("bib", content, lambda: _WORKS.dump_json(_parse(content, name)))
    return Bibliography({work.key: work for work in _WORKS.validate_json(parsed)}, name)


def _parse(content: bytes, name: str) -> list[Work]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DataError(
            [Problem(name, 0, "Filen er ikke lagret som UTF-8. Lagre den på nytt med tegnsettet UTF-8.")]
        ) from None
    control = CONTROL.search(text)
    if control:
        message = f"Teksten har et styretegn, som ingen kan se. Ta bort \\x{ord(control[0]):02x}."
        raise DataError([Problem(name, text.count("\n", 0, control.start()) + 1, message)])
    lines = _lines_by_key(text)
    problems = list(_key_problems(lines, name))
    if problems:
        raise DataError(problems)
    entries, faults = _entries(text, name)
    if faults:
        message = "BibTeX-en kan ikke leses her. Se etter komma mellom feltene og klammer som ikke er lukket."
        raise DataError([Problem(name, _line(fault), message) for fault in faults])
    hidden = [key for key in entries if key not in lines]
    if hidden:
        message = "Kilden «{0}» må begynne på en egen linje, slik: @misc{{{0},"
        raise DataError([Problem(name, 0, message.format(key), key) for key in hidden])
    return _with_suffixes([_work(key, entry, lines[key][0]) for key, entry in entries.items()])


def _entries(text: str, name: str) -> tuple[Mapping[str, Entry], Sequence[PybtexError]]:
    try:
        with pybtex.errors.capture() as faults:
            return parse_string(text, "bibtex").entries, faults
    except PybtexSyntaxError as error:
        return {}, [error]
    except PybtexError as error:
        raise DataError([Problem(name, 0, f"Filen kan ikke leses som BibTeX: {error}.")]) from None


def _line(fault: PybtexError) -> int:
    return int(getattr(fault, "lineno", 0) or 0)


def _lines_by_key(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for match in _ENTRY.finditer(text):
        if match[1].lower() not in _NOT_WORKS:
            found.setdefault(match[2], []).append(text.count("\n", 0, match.start(1)) + 1)
    return found


def _key_problems(lines: Mapping[str, list[int]], name: str) -> list[Problem]:
    problems = []
    for key, at in lines.items():
        if not KEY.fullmatch(key):
            problems.append(
                Problem(name, at[0], f"Nøkkelen «{key}» kan bare ha små bokstaver a–z, tall og bindestrek.", key)
            )
        if len(at) > 1:
            problems.append(
                Problem(
                    name, at[1], f"Nøkkelen «{key}» er brukt før, på linje {at[0]}. Hver kilde må ha sin egen.", key
                )
            )
    return problems


def _work(key: str, entry: Entry, line: int) -> Work:
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    fields = {name.lower(): plain(value, verbatim=name.lower() in VERBATIM) for name, value in entry.fields.items()}
    return Work(key, entry.type, tuple(_author(person) for person in people), fields.get("year", ""), "", fields, line)


def _author(person: Person) -> Author:
    written = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    given = plain(" ".join([*person.first_names, *person.middle_names]))
    return Author(plain(written), given, organisation=not given and written.startswith("{"))


VERBATIM = frozenset({"url", "doi"})
"""Fields that are addresses: every sign in them stands for itself."""

NAMED_SIGNS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbraceleft": "{",
    "textbraceright": "}",
}
"""Signs that BibTeX writes by name."""

_SIGN = re.compile(rf"\\(?P<name>{'|'.join(NAMED_SIGNS)})(?![A-Za-z])\s*|\\(?P<sign>[&%$#_{{}}])|[{{}}]|~")


def plain(value: str, *, verbatim: bool = False) -> str:
    """A BibTeX value as text: braces and the few escapes in use taken away, ``--`` as a dash."""
    if verbatim:
        return re.sub(r"[{}\s]", "", value)
    value = _SIGN.sub(_sign, value.replace("---", "—").replace("--", "–"))
    return re.sub(r"\s+", " ", value).strip()


def _sign(found: re.Match[str]) -> str:
    return NAMED_SIGNS.get(found["name"], "") or found["sign"] or (" " if found[0] == "~" else "")


def short_authors(authors: Sequence[Author]) -> str:
    """«Ose», «Ose og Kaspersen», «Ose mfl.»: the names as they stand in running text."""
    names = [author.family for author in authors]
    if len(names) > 2 or names[-1] == "others":
        return f"{names[0]} mfl."
    return " og ".join(names)


def _with_suffixes(works: list[Work]) -> list[Work]:
    """Give a, b, c … to works that share author and year, over the whole bibliography."""
    groups: dict[tuple[str, str], list[Work]] = {}
    for work in works:
        if work.authors:
            groups.setdefault((short_authors(work.authors), work.year), []).append(work)
    suffixes = {
        work.key: _letters(index)
        for group in groups.values()
        if len(group) > 1
        for index, work in enumerate(sorted(group, key=lambda work: (work.title.casefold(), work.key)))
    }
    return [replace(work, suffix=suffixes.get(work.key, "")) for work in works]


def _letters(index: int) -> str:
    """0 → a, 25 → z, 26 → aa."""
    high, low = divmod(index, 26)
    return (_letters(high - 1) if high else "") + "abcdefghijklmnopqrstuvwxyz"[low]
