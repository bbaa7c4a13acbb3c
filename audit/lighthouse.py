"""Lighthouse as a slow phone: four scores."""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

from .results import Cell, Cells
from .tools import LIGHTHOUSE, missing

KINDS = (
    "start",
    "tilbud",
    "tilbud-med-funn",
    "kommune-med-tilbud",
    "anbefaling",
    "sok-med-treff",
    "fastlege-med-svar",
)
"""The kinds it is run on: the ones most people come to."""

CATEGORIES = {
    "performance": ("LH ytelse", 95),
    "accessibility": ("LH uu", 100),
    "best-practices": ("LH praksis", 100),
    "seo": ("LH SEO", 100),
}
"""Category → column and lowest score."""

COLUMNS = [column for column, _ in CATEGORIES.values()]
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"


def check(address: str, chromium: str) -> Cells:
    """Four cells for one page."""
    lacking = missing("node", LIGHTHOUSE)
    if lacking:
        return dict.fromkeys(COLUMNS, Cell("mangler", (lacking,)))
    done = _run(address, chromium)
    if done.returncode:
        done = _run(address, chromium)  # what it says itself when it loses the trace of a page: run it again
    if done.returncode:
        return dict.fromkeys(COLUMNS, Cell("feilet", (done.stderr.strip()[-300:],)))
    return _scores(json.loads(done.stdout))


def _run(address: str, chromium: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            "node",
            str(LIGHTHOUSE),
            address,
            "--output=json",
            "--quiet",
            f"--chrome-flags={FLAGS}",
            f"--only-categories={','.join(CATEGORIES)}",
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "CHROME_PATH": chromium},
    )


def _scores(report: dict[str, Any]) -> Cells:
    cells: Cells = {}
    for name, (column, lowest) in CATEGORIES.items():
        score = round(100 * (report["categories"][name]["score"] or 0))
        cells[column] = Cell(str(score), () if score >= lowest else tuple(_reasons(report, name)))
    return cells


def _reasons(report: dict[str, Any], category: str) -> list[str]:
    """The audits that drew the score down, each with where it first happened."""
    found = []
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            first = json.dumps(next(iter((audit.get("details") or {}).get("items", [])), ""), ensure_ascii=False)[:200]
            found.append(f"{audit['id']} {audit.get('displayValue', '')} {first}")
    return found or [f"for lav poengsum i {category}"]
