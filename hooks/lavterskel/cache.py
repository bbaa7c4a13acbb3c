"""Parsed files, kept between runs under a name made from what they were parsed from.

A change in the content, or in how we parse it, is another name: an entry can be superfluous, but never stale.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FORMAT = "5"
"""Part of every name; raised when a parser gives another result for the same content."""

_WHOLE = b"\n"
"""The last byte of an entry that was written to its end."""


@dataclass(frozen=True, slots=True)
class Cache:
    """Entries in a folder; without a folder nothing is kept."""

    folder: Path | None = None

    def recall(self, kind: str, content: bytes, parse: Callable[[], bytes]) -> bytes:
        """What ``parse`` gives for ``content``, from an earlier run where there is one."""
        if self.folder is None:
            return parse()
        name = hashlib.sha256(f"{FORMAT} {kind} ".encode() + content).hexdigest()
        entry = self.folder / f"{name}.json"
        if entry.exists():
            stored = entry.read_bytes()
            if stored.endswith(_WHOLE):
                return stored[: -len(_WHOLE)]
        parsed = parse()
        self._store(entry, parsed + _WHOLE)
        return parsed

    def _store(self, entry: Path, content: bytes) -> None:
        """Write whole or not at all: a build that is stopped half-way leaves no half entry."""
        entry.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=entry.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(entry)


NO_CACHE = Cache()
"""Keeps nothing."""
