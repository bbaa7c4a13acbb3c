"""Which works the prose pages cite, and under which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .citations.inline import cited_keys

CODE = re.compile(r"^(```|~~~).*?^\1\s*$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
"""What in Markdown is code, where a citation is only text."""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
_LINK = re.compile(r"\]\(kilder:([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True)
class ProseCitation:
    """A prose page's use of a work: the page, its title and the heading it stands under."""

    key: str
    address: str
    title: str
    heading: str


def cited_in_prose(docs: Path) -> list[ProseCitation]:
    """Every citation in the Markdown files below a folder, each key once for every heading."""
    return [citation for path in sorted(docs.rglob("*.md")) for citation in _cited_on(path, docs)]


def _cited_on(path: Path, docs: Path) -> Iterator[ProseCitation]:
    text = path.read_text(encoding="utf-8")
    front = _FRONT.match(text)
    body = CODE.sub("", text[front.end() :] if front else text)
    title = _TITLE.search(front[1]) if front else None
    name = title[1].strip("\"'") if title else path.stem
    heading = ""
    seen = set()
    for line in body.splitlines():
        found = _HEADING.match(line)
        if found:
            heading = found[2] if len(found[1]) > 1 else ""
        for key in (*cited_keys(line), *_LINK.findall(line)):
            if (key, heading) not in seen:
                seen.add((key, heading))
                yield ProseCitation(key, _address(path.relative_to(docs)), name, heading)


def _address(path: Path) -> str:
    """``om.md`` → ``om/``; ``index.md`` → the folder it stands in."""
    parts = path.with_suffix("").parts
    return "".join(f"{part}/" for part in (parts[:-1] if parts[-1] == "index" else parts))
