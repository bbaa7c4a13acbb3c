"""The Nu HTML checker on the files as they are served."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.kinds import KINDS

from .results import Cell, Cells, judged
from .tools import NU, missing

COLUMN = "Nu"
ABOUT_POLICY = "violates Content Security Policy"
"""Left out: a file has no address for «self» to be, and data is no script. The browser itself is asked, in ``privacy.py``."""


def file_of(kind: str) -> str:
    """The file that an address is served from: ``tilbud/index.html``."""
    path = urlsplit(KINDS[kind]).path
    return f"{path}index.html" if not path or path.endswith("/") else path


def check(site: Path, kinds: Sequence[str]) -> dict[str, Cells]:
    """Errors and warnings, by kind of page."""
    lacking = missing("java", NU)
    if lacking:
        return {kind: {COLUMN: Cell("mangler", (lacking,))} for kind in kinds}
    files = sorted({str(site / file_of(kind)) for kind in kinds})
    done = subprocess.run(
        ["java", "-jar", str(NU), "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    faults: dict[str, list[str]] = {}
    for one in json.loads(done.stdout)["messages"]:
        if ABOUT_POLICY in one["message"]:
            continue
        words = f"{one.get('lastLine', '?')}: {one['message']} {one.get('extract', '')[:120]!r}"
        faults.setdefault(urlsplit(one["url"]).path, []).append(words)
    return {kind: {COLUMN: judged(faults.get(str(site / file_of(kind)), []))} for kind in kinds}
