"""Follows every internal link of a finished site, so that none leads nowhere."""

from __future__ import annotations

import os
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from .render.page import Page

_BODY = re.compile(r'="(?:~/([^"#?]*)|#([^"]+))')
"""A link from the site's root, or one to a place on the same page."""
_ANY = re.compile(r'\b(?:href|src)="([^"]+)"')
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
_SHOWN = 20


class BrokenLinks(Exception):
    """Links that lead nowhere, each with the page it stands on."""

    def __init__(self, broken: list[tuple[str, str]]) -> None:
        self.broken = broken
        lines = [f"  /{page} → {target}" for page, target in broken[:_SHOWN]]
        more = [f"  … og {len(broken) - _SHOWN} til"] if len(broken) > _SHOWN else []
        super().__init__("\n".join([f"{len(broken)} lenker fører ingen steder:", *lines, *more]))


class Links:
    """Collects links while pages are written, and follows them when all pages are there.

    Record bodies are read as they are written; the pages around them, which MkDocs rendered, are read from disk.
    """

    def __init__(self) -> None:
        self._first_seen: dict[str, str] = {}
        self._missing_places: list[tuple[str, str]] = []
        self._record_pages: set[str] = set()
        self._count = 0

    def add_body(self, page: Page) -> None:
        """Note every link of a record page's body."""
        self._record_pages.add(page.address)
        for target, place in _BODY.findall(page.body):
            self._count += 1
            if not place:
                self._first_seen.setdefault(target, page.address)
            elif f'id="{place}"' not in page.body:
                self._missing_places.append((page.address, f"#{place}"))

    def joined(self, other: Links) -> Links:
        """These links and another's."""
        both = Links()
        both._first_seen = {**other._first_seen, **self._first_seen}
        both._missing_places = self._missing_places + other._missing_places
        both._record_pages = self._record_pages | other._record_pages
        both._count = self._count + other._count
        return both

    def check(self, site: Path) -> int:
        """Follow them all; returns how many. Raises ``BrokenLinks``."""
        seen_frames: set[str] = set()
        for folder, _folders, names in os.walk(site):
            page = "".join(f"{part}/" for part in Path(folder).relative_to(site).parts)
            if page in self._record_pages:
                frame = f"{page.partition('/')[0]}:{page.count('/')}"
                if frame in seen_frames:
                    continue  # pages of one section and depth share their frame, which has been read
                seen_frames.add(frame)
            for name in names:
                if name.endswith(".html"):
                    self._add_file(Path(folder, name), page)
        broken = [(page, "/" + target) for target, page in self._first_seen.items() if not _exists(site, target)]
        if broken or self._missing_places:
            raise BrokenLinks(sorted(broken + self._missing_places))
        return self._count

    def _add_file(self, path: Path, page: str) -> None:
        for link in _ANY.findall(path.read_text(encoding="utf-8")):
            if path.name == "404.html" or _OUTSIDE.match(link):
                continue
            self._count += 1
            self._first_seen.setdefault(resolved(page, link), page)


def resolved(page: str, link: str) -> str:
    """The address from the site's root that a relative link on a page leads to, without query and fragment."""
    path = unquote(link.partition("#")[0].partition("?")[0])
    target = posixpath.normpath(posixpath.join("/" + page, path)).lstrip("/")
    return f"{target}/" if target and path.endswith("/") else target


def _exists(site: Path, target: str) -> bool:
    path = site / target
    return path.is_file() or (path / "index.html").is_file()
