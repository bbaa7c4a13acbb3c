"""Measures a site of 10 000 synthetic offers against its budgets; ``make bench`` runs it.

Every build is a process of its own, so that time and memory are what a user of ``make build`` meets. The exit status
is 1 when a budget is broken. Everything written is temporary, also the entries made in the cache of parsed files.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from finder import answer_ms
from rich.console import Console
from rich.table import Table

from search import search_cost

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CACHE = ROOT / ".cache" / "parsed"

BUILD_SECONDS = 10.0
MEMORY_MB = 400.0
OWN_SECONDS = 5.0
FIRST_VIEW_KB = 120.0
ANSWER_MS = 300.0
INDEX_SECONDS = 15.0
FIRST_RESULT_KB, FIRST_RESULT_MS = 300.0, 1000.0
NEXT_RESULT_KB, NEXT_RESULT_MS = 60.0, 200.0

MADE_UP = b'"Oppdiktet '
"""How the place in the source begins in every synthetic offer, as JSON."""

LOAD = """
import json, sys, time
from pathlib import Path
from lavterskel.cache import Cache
from lavterskel.load import load
started = time.perf_counter()
data = load(Path(sys.argv[1]), Path(sys.argv[2]), Cache(Path(sys.argv[3])))
print(json.dumps([time.perf_counter() - started, len(data.all("offer"))]))
"""
"""Reads the data once, without rules or pages, and says how long it took."""

INDEX = """
import json, sys, time
from pathlib import Path
from lavterskel.progress import Progress
from lavterskel.render.context import Context
from lavterskel.search import engine, files
from lavterskel.site import Project, read
project = Project(Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2] else None)
context = Context(read(project, Progress()).graph, project.templates, "https://lavterskel.example/")
context.prepare()
started = time.perf_counter()
files.write(engine.prepare(context), context, Path(sys.argv[3]))
print(json.dumps(time.perf_counter() - started))
"""
"""Makes the search's index and writes it, and says how long that took."""

_LINKED = re.compile(r'<(?:script[^>]*\ssrc|link rel="stylesheet" href)="([^"?]+)')
_IMPORTED = re.compile(r'^import\s[^"\']*["\'](\.[^"\']+)', re.MULTILINE)


class BuildFailed(Exception):
    """A child process ended in an error; holds what it printed."""


@dataclass(slots=True)
class Ran:
    """What one child process used."""

    seconds: float
    processor_seconds: float
    memory_mb: float
    output: str


@dataclass(slots=True)
class Measure:
    """One row of the table: what was measured each time, and what it may be."""

    name: str
    unit: str
    values: list[float] = field(default_factory=list)
    budget: float | None = None
    decimals: int = 2

    @property
    def within(self) -> bool:
        """Whether the median keeps to the budget; a row without one always does."""
        return self.budget is None or not self.values or statistics.median(self.values) <= self.budget

    def row(self) -> tuple[str, ...]:
        """The cells: name, least, median, most, unit, budget and verdict."""
        shown = [
            norwegian(value, self.decimals)
            for value in (min(self.values), statistics.median(self.values), max(self.values))
        ]
        if len(self.values) == 1:
            shown = ["", shown[1], ""]
        if self.budget is None:
            return (self.name, *shown, self.unit, "", "")
        verdict = "[green]innenfor[/green]" if self.within else "[bold red]over[/bold red]"
        return (self.name, *shown, self.unit, norwegian(self.budget, 0), verdict)


@dataclass(frozen=True, slots=True)
class Size:
    """What a finished site consists of."""

    pages: int
    megabytes: float
    catalogue_kb: float
    catalogue_gzip_kb: float
    first_view_kb: float


def norwegian(number: float, decimals: int) -> str:
    """«13 437» and «0,25», with a thin space between thousands."""
    return f"{number:,.{decimals}f}".replace(",", "\u202f").replace(".", ",")


def run(arguments: Sequence[str | Path], offers: Path | None = None) -> Ran:
    """Run a child process to its end, and read from the kernel what it used.

    The kernel counts this process's own memory into the child's peak when the child is made; so this one stays small,
    and the offers are made in a child too. Raises ``BuildFailed``.
    """
    environment = {name: value for name, value in os.environ.items() if name != "OFFERS"} | {"NO_MKDOCS_2_WARNING": "1"}
    if offers is not None:
        environment["OFFERS"] = str(offers)
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        child = subprocess.Popen(
            [str(argument) for argument in arguments],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _, status, used = os.wait4(child.pid, 0)
        except BaseException:
            child.kill()
            child.wait()
            raise
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode(errors="replace")
    if child.returncode != 0:
        raise BuildFailed(printed)
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Ran(seconds, used.ru_utime, used.ru_maxrss / per_mb, printed)


def build(site: Path, offers: Path | None = None) -> Ran:
    """Build the site into a folder that does not exist yet.

    Each build has a folder of its own: on some disks, files made where many have just been deleted take far longer.
    """
    return run([BIN / "mkdocs", "build", "--strict", "--site-dir", site], offers)


def load_seconds(offers: Path, cache: Path) -> float:
    """Seconds to read the data, in a process of its own."""
    seconds, _number = json.loads(run([sys.executable, "-c", LOAD, ROOT / "data", offers, cache]).output)
    return float(seconds)


def index_seconds(offers: Path | None, site: Path) -> float:
    """Seconds to make the search's index and write its files, in a process of its own."""
    return float(run([sys.executable, "-c", INDEX, ROOT, offers or "", site]).output)


def cached_offers() -> list[Path]:
    """Entries with synthetic offers in the project's cache, known by words that only they hold."""
    return [entry for entry in CACHE.glob("*.json") if MADE_UP in entry.read_bytes()]


def forget_offers() -> None:
    """Take the synthetic offers out of the project's cache."""
    for entry in cached_offers():
        entry.unlink(missing_ok=True)


def size(site: Path) -> Size:
    """Measure a finished site."""
    files = [(path, path.stat().st_size) for path in site.rglob("*") if path.is_file()]
    catalogue = (site / "tilbud" / "katalog.json").read_bytes()
    return Size(
        pages=sum(path.suffix == ".html" for path, _ in files),
        megabytes=sum(count for _, count in files) / 1e6,
        catalogue_kb=len(catalogue) / 1e3,
        catalogue_gzip_kb=len(gzip.compress(catalogue)) / 1e3,
        first_view_kb=sum(len(gzip.compress(path.read_bytes())) for path in first_view(site / "tilbud" / "index.html"))
        / 1e3,
    )


def first_view(page: Path) -> list[Path]:
    """A page with the style sheets and scripts it fetches before anyone has done anything; scripts' imports too."""
    found = [page]
    for path in found:
        pattern = _LINKED if path == page else _IMPORTED
        if path == page or path.suffix == ".js":
            linked = (
                Path(os.path.normpath(path.parent / target))
                for target in pattern.findall(path.read_text(encoding="utf-8"))
            )
            found += [target for target in dict.fromkeys(linked) if target not in found]
    return found


def measure(number: int, seed: int, runs: int, folder: Path, console: Console) -> list[Measure]:
    """Everything there is to measure, in the order of the table."""
    offers = folder / "offers.yaml"
    made = Measure(f"Lage {norwegian(number, 0)} oppdiktede tilbud", "s")
    load_cold, load_warm = Measure("Lese data, uten mellomlager", "s"), Measure("Lese data, med mellomlager", "s")
    cold = Measure("Bygge, uten mellomlager", "s", budget=BUILD_SECONDS)
    warm = Measure("Bygge, med mellomlager", "s", budget=BUILD_SECONDS)
    busy_cold, busy_warm = (
        Measure("– regnearbeid, begge prosessene", "s"),
        Measure("– regnearbeid, begge prosessene", "s"),
    )
    memory_cold = Measure("Minne på det meste, uten mellomlager", "MB", budget=MEMORY_MB, decimals=0)
    memory_warm = Measure("Minne på det meste, med mellomlager", "MB", budget=MEMORY_MB, decimals=0)
    own = Measure("Bygge dataene i dette kodelageret", "s", budget=OWN_SECONDS)

    with console.status("Lager tilbud …"):
        made.values.append(
            run([sys.executable, ROOT / "bench" / "synthetic.py", str(number), offers, "--seed", str(seed)]).seconds
        )
    for turn in range(1, runs + 1):
        with console.status(f"Leser data, omgang {turn} av {runs} …"):
            cache = folder / f"cache-{turn}"
            load_cold.values.append(load_seconds(offers, cache))
            load_warm.values.append(load_seconds(offers, cache))
            shutil.rmtree(cache)
    try:
        for turn in range(1, runs + 1):
            forget_offers()
            for seconds, busy, memory, word in (
                (cold, busy_cold, memory_cold, "uten"),
                (warm, busy_warm, memory_warm, "med"),
            ):
                with console.status(f"Bygger {word} mellomlager, omgang {turn} av {runs} …"):
                    site = folder / f"site-{turn}-{word}"
                    ran = build(site, offers)
                seconds.values.append(ran.seconds)
                busy.values.append(ran.processor_seconds)
                memory.values.append(ran.memory_mb)
            if not cached_offers():
                raise BuildFailed(
                    "Bygget la ikke de leste dataene i mellomlageret der de var ventet, så «med mellomlager» er ikke målt."
                )
    finally:
        forget_offers()
    with console.status("Måler det som ble skrevet …"):
        written = size(site)
    with console.status("Spør veiviseren i Chromium …"):
        answers = answer_ms(site, runs)
    for turn in range(1, runs + 1):
        with console.status(f"Bygger egne data, omgang {turn} av {runs} …"):
            own.values.append(build(folder / f"eget-{turn}").seconds)
    index = Measure("Søkeindeksen: lage og skrive", "s", budget=INDEX_SECONDS)
    for turn in range(1, runs + 1):
        with console.status(f"Lager søkeindeksen, omgang {turn} av {runs} …"):
            index.values.append(index_seconds(offers, folder / f"indeks-{turn}"))
    searches = []
    for name, searched in ((f"{norwegian(number, 0)} tilbud", site), ("egne data", folder / f"eget-{runs}")):
        with console.status(f"Søker i Chromium, {name} …"):
            searches += _searches(name, searched, runs)
    return [
        made,
        load_cold,
        load_warm,
        Measure(
            "Gevinst av mellomlageret, lese data",
            "ganger",
            [one / other for one, other in zip(load_cold.values, load_warm.values, strict=True)],
            decimals=1,
        ),
        cold,
        busy_cold,
        warm,
        busy_warm,
        memory_cold,
        memory_warm,
        Measure("Sider", "", [written.pages], decimals=0),
        Measure(
            "Sider i sekundet, med mellomlager", "", [written.pages / seconds for seconds in warm.values], decimals=0
        ),
        Measure("Nettstedet på disk", "MB", [written.megabytes], decimals=0),
        Measure("tilbud/katalog.json", "kB", [written.catalogue_kb], decimals=0),
        Measure("tilbud/katalog.json, gzip", "kB", [written.catalogue_gzip_kb], decimals=0),
        Measure("Første visning av /tilbud/ (HTML, CSS, JS), gzip", "kB", [written.first_view_kb], FIRST_VIEW_KB, 1),
        own,
        *([] if answers is None else _answers(*answers)),
        index,
        *searches,
    ]


def _searches(name: str, site: Path, runs: int) -> list[Measure]:
    """What a search costs on a site. The time limits are for this machine's own speed; a slow phone is shown beside."""
    cost, slow = (search_cost(site, runs, slow=one) for one in (False, True))
    if cost is None or slow is None:
        return []
    return [
        Measure(f"Søk, {name}: første svar, gzip", "kB", cost.first_kb, FIRST_RESULT_KB, 0),
        Measure(f"Søk, {name}: første svar", "ms", cost.first_ms, FIRST_RESULT_MS, 0),
        Measure(f"Søk, {name}: neste svar, gzip", "kB", cost.next_kb, NEXT_RESULT_KB, 0),
        Measure(f"Søk, {name}: neste svar", "ms", cost.next_ms, NEXT_RESULT_MS, 0),
        Measure(f"Søk, {name}: minne i siden", "MB", cost.heap_mb, decimals=1),
        Measure(f"Søk, {name}: første svar, treg telefon", "ms", slow.first_ms, decimals=0),
        Measure(f"Søk, {name}: neste svar, treg telefon", "ms", slow.next_ms, decimals=0),
    ]


def _answers(severity: list[float], place: list[float]) -> list[Measure]:
    return [
        Measure("Veiviseren: svar etter siste valg, alvorlighet", "ms", severity, ANSWER_MS, 0),
        Measure("Veiviseren: svar etter siste valg, kommune", "ms", place, ANSWER_MS, 0),
    ]


def show(measures: Sequence[Measure], title: str, console: Console) -> None:
    """Print the table."""
    table = Table(title=title, title_justify="left")
    table.add_column("Mål", no_wrap=True)
    for column in ("Minst", "Median", "Mest"):
        table.add_column(column, justify="right", no_wrap=True)
    table.add_column("Enhet")
    table.add_column("Grense", justify="right")
    table.add_column("Dom", no_wrap=True)
    for item in measures:
        table.add_row(*item.row())
    console.print(table)


def load_average() -> str:
    """How busy the machine is with other things: timings mean little when this is high."""
    return f"{os.cpu_count()} kjerner, last {norwegian(os.getloadavg()[0], 1)} før målingen"


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(
        description="Måler bygget av mange tilbud mot grensene det skal holde.", add_help=False
    )
    parser.add_argument("--antall", type=int, default=10_000, help="hvor mange tilbud (standard 10000)")
    parser.add_argument("--omganger", type=int, default=3, help="hvor mange ganger hver tid måles (standard 3)")
    parser.add_argument("--seed", type=int, default=1, help="frø for de oppdiktede tilbudene (standard 1)")
    parser.add_argument("-h", "--help", action="help", help="vis denne hjelpen")
    chosen = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    busy = load_average()
    try:
        CACHE.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="bench-", dir=CACHE.parent) as folder:  # the disk that site/ is on
            measures = measure(chosen.antall, chosen.seed, max(1, chosen.omganger), Path(folder), console)
    except BuildFailed as failure:
        console.print("[bold red]Målingen stoppet.[/bold red] Dette ble skrevet:\n")
        console.print(str(failure).strip(), markup=False)
        return 1
    except KeyboardInterrupt:
        console.print("Målingen ble avbrutt. Alt den skrev, er ryddet bort.")
        return 130
    show(
        measures,
        f"{norwegian(chosen.antall, 0)} oppdiktede tilbud, {chosen.omganger} {'omgang' if chosen.omganger == 1 else 'omganger'} ({busy})",
        console,
    )
    over = [item.name for item in measures if not item.within]
    if over:
        console.print(f"[bold red]{len(over)} mål er over grensen:[/bold red] {'; '.join(over)}.")
        return 1
    console.print("Alle mål er innenfor grensene.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
