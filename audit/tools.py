"""The tools that npm has fetched, and what to say when they are not there."""

from __future__ import annotations

import shutil
from pathlib import Path

MODULES = Path(__file__).parent / "node_modules"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"


def missing(program: str, tool: Path) -> str | None:
    """Why a tool cannot be run, in one line; none when it can."""
    if shutil.which(program) is None:
        return f"Mangler {program}, som {tool.stem} trenger."
    if not tool.exists():
        return f"Mangler {tool.stem}. Hent det med: npm ci --prefix audit --ignore-scripts"
    return None
