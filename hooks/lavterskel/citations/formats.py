"""Works in the formats that reference managers read: BibTeX, RIS and CSL-JSON.

Only what is known is written: a work known by author and year alone has no title in any of them. Field names follow
BibTeX/biblatex, the RIS specification (2001) and CSL 1.0.2.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from .bibliography import NAMED_SIGNS, VERBATIM, Author, Work

_INTERNAL = frozenset({"citedin", "aliases", "keywords", "shorttitle"})
"""Fields that are about this bibliography, not about the work."""

_RIS_TYPES = {
    "article": "JOUR",
    "book": "BOOK",
    "incollection": "CHAP",
    "inproceedings": "CPAPER",
    "report": "RPRT",
    "techreport": "RPRT",
    "thesis": "THES",
    "online": "ELEC",
    "legislation": "STAT",
}
_CSL_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "online": "webpage",
    "legislation": "legislation",
}
_RIS_FIELDS = (
    ("journal", "JO"),
    ("booktitle", "BT"),
    ("volume", "VL"),
    ("publisher", "PB"),
    ("institution", "PB"),
    ("school", "PB"),
    ("address", "CY"),
    ("doi", "DO"),
    ("isbn", "SN"),
    ("url", "UR"),
    ("note", "N1"),
)
_CSL_FIELDS = (
    ("journal", "container-title"),
    ("booktitle", "container-title"),
    ("volume", "volume"),
    ("pages", "page"),
    ("publisher", "publisher"),
    ("institution", "publisher"),
    ("school", "publisher"),
    ("address", "publisher-place"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("url", "URL"),
    ("note", "note"),
)

EXTENSIONS = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""File ending of each format, and its name."""


def bibtex(work: Work) -> str:
    """One BibTeX entry, UTF-8, with the signs that BibTeX reads as its own escaped."""
    fields = {"author": " and ".join(_bibtex_author(author) for author in work.authors)} if work.authors else {}
    fields |= {
        name: _address(value) if name in VERBATIM else _escaped(value)
        for name, value in work.fields.items()
        if name not in _INTERNAL
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{work.type}{{{work.key},\n{lines}}}\n"


def ris(work: Work) -> str:
    """One RIS record, ended by ER. A value stands on one line, since a new line is a new tag."""
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _ris_lines(work))


def csl(work: Work) -> dict[str, object]:
    """One CSL-JSON item."""
    item: dict[str, object] = {"id": work.key, "type": _CSL_TYPES.get(work.type, "document"), "language": "nb"}
    if work.title:
        item["title"] = work.title
    if work.authors:
        item["author"] = [_csl_author(author) for author in work.authors if not is_others(author)]
    year = first_year(work)
    if year:
        item["issued"] = {"date-parts": [[int(year)]]}
    for name, csl_name in _CSL_FIELDS:
        if name in work.fields:
            item[csl_name] = work.fields[name]
    if "number" in work.fields:
        item["issue" if "journal" in work.fields else "number"] = work.fields["number"]
    read = _date_parts(work.fields.get("urldate", ""))
    if read:
        item["accessed"] = {"date-parts": [read]}
    return item


def whole(works: Iterable[Work], extension: str) -> str:
    """Several works as the content of one file in the format of ``extension``."""
    if extension == "bib":
        return "\n".join(bibtex(work) for work in works)
    if extension == "ris":
        return "\r\n".join(ris(work) for work in works)
    return json.dumps([csl(work) for work in works], ensure_ascii=False, indent=1)


def first_year(work: Work) -> str:
    """The four digits a year begins with: «1996–97» → 1996; empty when unknown."""
    found = re.match(r"\d{4}", work.year)
    return found[0] if found else ""


def is_others(author: Author) -> bool:
    """Whether the name stands for the authors that the source leaves out, «and others» in BibTeX."""
    return author.family == "others" and not author.given


def person(author: Author) -> str:
    """«Family, Given», or an organisation's name."""
    return f"{author.family}, {author.given}" if author.given else author.family


def _bibtex_author(author: Author) -> str:
    if is_others(author):
        return "others"
    if not author.given:
        return f"{{{_escaped(author.family)}}}"
    parts = (_escaped(author.family), _escaped(author.given))
    return ", ".join(f"{{{part}}}" if _APART.search(part) else part for part in parts)


_APART = re.compile(r",|(^|\s)and(\s|$)", re.IGNORECASE)
"""What divides names, and must be in braces to be part of one."""

_WRITTEN = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    **{sign: f"{{\\{name}}}" for name, sign in NAMED_SIGNS.items()},
}


def _escaped(value: str) -> str:
    """Text as BibTeX: signs it reads as its own by name, and nothing between which it would make one sign of two."""
    written = "".join(_WRITTEN.get(sign, sign) for sign in " ".join(value.split()))
    return re.sub(r"([-'`?!])(?=[-'`])", r"\1{}", written)


def _address(value: str) -> str:
    """An address stands as it is, since it is not read as text; only braces could end it."""
    return value.replace("{", "%7B").replace("}", "%7D")


def _ris_lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _RIS_TYPES.get(work.type, "GEN")
    yield "ID", work.key
    for author in work.authors:
        if not is_others(author):
            yield "AU", person(author)
    if work.title:
        yield "TI", work.title
    if first_year(work):
        yield "PY", first_year(work)
    for name, tag in _RIS_FIELDS:
        if name in work.fields:
            yield tag, work.fields[name]
    if "number" in work.fields:
        yield ("IS" if "journal" in work.fields else "M1"), work.fields["number"]
    first, _, last = work.fields.get("pages", "").partition("–")
    if first:
        yield "SP", first
    if last:
        yield "EP", last
    yield "LA", "nb"
    yield "ER", ""


def _csl_author(author: Author) -> dict[str, str]:
    return {"family": author.family, "given": author.given} if author.given else {"literal": author.family}


def _date_parts(date: str) -> list[int]:
    return [int(part) for part in date.split("-")] if re.fullmatch(r"\d{4}(-\d\d){0,2}", date) else []
