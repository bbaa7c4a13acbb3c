"""The shell and the splice: one page of each section is rendered by the site generator, the rest are cut from it.

A shell is an ordinary page with sentinels where a record's own parts go. Its links are relative, so it serves one
depth only. Nothing here knows which generator made it.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from .page import Page

SITE_NAME = "Lavterskel"

PARTS = ("TITLE", "DESCRIPTION", "CANONICAL", "STRUCTURED", "BODY")
EXPECTED = {"TITLE": 2, "DESCRIPTION": 2, "CANONICAL": 2, "STRUCTURED": 1, "BODY": 1}
"""How often each sentinel stands in a shell: title and description also as og:, canonical also as og:url."""

FOLDER = "_"
"""A shell for pages one level further down lies in a folder of this name, which no record can have."""

_MADE_NOW = secrets.token_hex(8)
"""Part of every sentinel, another in each run: no text in the data, such as the crisis strip of a shell, can hold it."""
_FIRST = re.compile(r"LAVTERSKEL-SENTINEL-[A-Z]+-([0-9a-f]{16})")
"""The first sentinel in a shell, in its title, before any data: it tells which run made the shell."""
_OUTWARD = re.compile(r' href="(?:https?:)?//[^>]*')
"""From the address of a link to another host to the end of its tag."""

SECTIONS: Mapping[str, tuple[int, ...]] = {
    "": (0,),
    "krise": (1,),
    "tilbud": (1, 2, 3, 4),
    "kommune": (1, 2),
    "fylke": (2,),
    "tema": (1, 2),
    "program": (1, 2),
    "aktor": (1, 2),
    "forlop": (1, 2),
    "verktoy": (1, 2),
    "fastlege": (1, 2, 3),
    "pasientark": (1,),
    "foringer": (1, 2, 3),
    "anbefaling": (1, 2, 3),
    "sporsmal": (1, 2),
    "sjekkliste": (1, 2),
    "lov": (1, 2, 3),
    "begrep": (1, 2),
    "kilder": (1, 2, 3),
    "sok": (1, 2, 3),
    "ansatte": (1,),
    "min-liste": (1,),
}
"""The depths at which each section has pages."""


class ShellError(Exception):
    """A shell does not have the sentinels it should."""


def sentinel(part: str) -> str:
    """The word that stands for a part in a shell."""
    return f"LAVTERSKEL-SENTINEL-{part}-{_MADE_NOW}"


def shell_address(section: str, depth: int) -> str:
    """Where the shell for a section's pages of one depth is rendered: ``tilbud/_/`` for depth 2."""
    return section + "/" * bool(section) + f"{FOLDER}/" * (depth - bool(section))


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, split at its sentinels: literal, part, literal, part, …, literal."""

    pieces: tuple[str, ...]
    depth: int

    @classmethod
    def split(cls, html: str, depth: int, name: str) -> Shell:
        """Split a shell. Raises ``ShellError`` unless every sentinel stands exactly as often as expected."""
        first = _FIRST.search(html)
        made = first[1] if first else _MADE_NOW
        pieces = tuple(re.split(rf"LAVTERSKEL-SENTINEL-([A-Z]+)-{made}", html))
        found = {part: pieces[1::2].count(part) for part in {*PARTS, *pieces[1::2]}}
        wrong = [
            f"{part}: {found[part]} i stedet for {EXPECTED.get(part, 0)}"
            for part in sorted(found)
            if found[part] != EXPECTED.get(part, 0)
        ]
        if wrong:
            raise ShellError(f"Skallet {name} har feil antall merker ({'; '.join(wrong)}). Se theme/main.html.")
        return cls(pieces, depth)

    def splice(self, page: Page, site_url: str) -> str:
        """The whole page. Every value is escaped for where it stands."""
        values = part_values(page, site_url)
        filled = list(self.pieces)
        filled[1::2] = [values[part] for part in self.pieces[1::2]]
        return "".join(filled)


def part_values(page: Page, site_url: str) -> dict[str, str]:
    """What takes each sentinel's place, ready to stand in HTML."""
    return {
        "TITLE": escape(full_title(page)),
        "DESCRIPTION": escape(page.description),
        "CANONICAL": escape(site_url.rstrip("/") + "/" + quote(page.address)),
        "STRUCTURED": citation_tags(page.citation) + structured_script(page.structured),
        "BODY": linked(page.body, page.depth),
    }


def linked(html: str, depth: int) -> str:
    """Content with its links as they stand on a page so many steps down.

    Links from the site's root, ``="~/tilbud/"``, become relative; links to other hosts say ``noopener``, beside the
    ``rel`` that they may have after their ``href``.
    """
    return _OUTWARD.sub(_without_opener, str(html).replace('="~/', '="' + ("../" * depth or "./")))


def _without_opener(link: re.Match[str]) -> str:
    attributes = link[0]
    if ' rel="' in attributes:
        return attributes.replace(' rel="', ' rel="noopener ')
    return attributes + ' rel="noopener"'


def full_title(page: Page) -> str:
    """The page's title with the site's name after it; the start page carries its own."""
    return page.title if page.address == "" else f"{page.title} – {SITE_NAME}"


def citation_tags(tags: Iterable[tuple[str, str]]) -> str:
    """What reference managers read, as ``meta`` elements."""
    return "".join(f'<meta name="{escape(name)}" content="{escape(content)}">\n' for name, content in tags)


def structured_script(structured: Mapping[str, object] | None) -> str:
    """JSON-LD as a script element that no value can close; nothing where there is none."""
    if structured is None:
        return ""
    text = json.dumps(structured, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{safe}</script>'


class Shells:
    """Every shell below a rendered site, read when first needed."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._read: dict[tuple[str, int], Shell] = {}

    def for_page(self, page: Page) -> Shell:
        """The shell a page is cut from."""
        key = (page.section, page.depth)
        if key not in self._read:
            address = shell_address(*key)
            html = (self._site / address / "index.html").read_text(encoding="utf-8")
            self._read[key] = Shell.split(html, page.depth, "/" + address)
        return self._read[key]


def all_shells() -> list[tuple[str, int]]:
    """Section and depth of every shell there is."""
    return [(section, depth) for section, depths in SECTIONS.items() for depth in depths]
