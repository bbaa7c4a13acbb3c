"""The bibliography as files: every source in three formats, one by one and as a whole.

Writes ``/kilder/kilder.{bib,ris,json}`` and ``/kilder/<key>/<key>.{bib,ris,json}``.
"""

from __future__ import annotations

from pathlib import Path

from ..citations.bibliography import Bibliography
from ..citations.formats import EXTENSIONS, whole


def write(bibliography: Bibliography, site: Path) -> int:
    """Write every file; returns how many."""
    folder = site / "kilder"
    works = list(bibliography.works.values())
    for extension in EXTENSIONS:
        _write(folder / f"kilder.{extension}", whole(works, extension))
        for work in works:
            _write(folder / work.key / f"{work.key}.{extension}", whole([work], extension))
    return len(EXTENSIONS) * (len(works) + 1)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)  # the source's page may be in another process's share
    path.write_bytes(content.encode())
