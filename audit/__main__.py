"""Builds the site, serves it, runs every check on one page of each kind, and prints the table.

``python -m audit start tilbud`` looks at those kinds alone. The exit status is 1 when anything is not as it should be.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from rich.progress import Progress
from tests.browser.kinds import KINDS
from tests.conftest import ROOT, run_mkdocs
from tests.find_chromium import HOW, find

from . import accessibility, html, keyboard, lighthouse, privacy, report, slow_phone, without_scripts
from .examine import examine
from .results import Cells
from .server import Server

COLUMNS = [
    *accessibility.COLUMNS,
    html.COLUMN,
    *lighthouse.COLUMNS,
    keyboard.COLUMN,
    without_scripts.COLUMN,
    privacy.POLICY,
    privacy.STORAGE,
    privacy.REQUESTS,
    *slow_phone.COLUMNS,
]


def examine_all(kinds: Sequence[str], site: Path, address: str, chromium: str) -> dict[str, Cells]:
    """Every check on every kind: the files, the pages side by side, and then, alone on the machine, what takes time."""
    results = html.check(site, kinds)
    slow = [kind for kind in lighthouse.KINDS if kind in kinds]
    with Progress(transient=True) as progress:
        task = progress.add_task("Kontrollerer sidene", total=2 * len(kinds) + len(slow))
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
            waiting = {pool.submit(examine, kind, address, chromium): kind for kind in kinds}
            for done in as_completed(waiting):
                results[waiting[done]] |= done.result()
                progress.advance(task)
        for kind in kinds:
            results[kind] |= slow_phone.check(kind, address, chromium)
            progress.advance(task)
        for kind in slow:
            results[kind] |= lighthouse.check(address + KINDS[kind], chromium)
            progress.advance(task)
    return results


def main(chosen: Sequence[str]) -> int:
    """The exit status."""
    chromium = find()
    unknown = [kind for kind in chosen if kind not in KINDS]
    if chromium is None or unknown:
        print(f"Ukjent sidetype: {', '.join(unknown)}. Se tests/browser/kinds.py." if unknown else HOW)
        return 1
    kinds = list(chosen) or list(KINDS)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        server = Server(site)
        built = run_mkdocs(ROOT, "build", "--strict", "--site-dir", str(site), SITE_URL=server.url)
        if built.returncode:
            print(built.stdout + built.stderr)
            return 1
        server.start()
        results = examine_all(kinds, site, server.url, chromium)
    return 0 if report.show(results, COLUMNS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
