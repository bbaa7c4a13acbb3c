"""What two stock engines answer over the same site: the measure our own search is held against.

Both are run as they come, in a real browser, over the same pages. Nothing in them is tuned for this site, and nothing
is held back: each gets the whole of every page's main content, and may answer with any page of the site.
"""

from __future__ import annotations

import gzip
import html
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace

import material
from material.plugins.search.plugin import SearchPlugin
from mkdocs.theme import Theme
from playwright.sync_api import Page, sync_playwright

from ..conftest import CHROMIUM_FLAGS, Server

SHOWN = 10
"""How many answers a reader is given at first; Material's own number."""

LOCATION = re.compile("<loc>(.*?)</loc>")
MAIN = re.compile(r'<main id="innhold".*?</main>', re.DOTALL)
HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
RECORD = re.compile(r'data-record-kind="([^"]+)" data-record-id="([^"]+)"')
TAG = re.compile("<[^>]+>")

BLANK = "<!doctype html><title></title>"
"""A page that fetches nothing, for the engine to stand in."""

MATERIAL = """async ([script, shown]) => {
  const worker = new Worker(script);
  const send = message => new Promise((answered, failed) => {
    worker.onmessage = event => answered(event.data);
    worker.onerror = event => failed(new Error(event.message));
    worker.postMessage(message);
  });
  const [SETUP, QUERY] = [0, 2];
  const { config, docs } = await (await fetch("/search/search_index.json")).json();
  await send({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  window.ask = async query => {
    const { data } = await send({ type: QUERY, data: query });
    return data.items.slice(0, shown).map(([best]) => best.location.split("#")[0]);
  };
}"""
"""What Material's bundle does: the words go to the worker as typed, which adds its wildcards itself."""

PAGEFIND = """async shown => {
  const pagefind = await import("/pagefind/pagefind.js");
  window.ask = async query => {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, shown).map(result => result.data()));
    return pages.map(page => page.url.slice(1));
  };
}"""


@dataclass(frozen=True)
class SitePage:
    """A page of the built site, with the attributes by which MkDocs hands pages to search plugins."""

    url: str
    html: str
    content: str
    title: str
    toc: tuple[()] = ()
    meta: dict[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The record the page is about, as «kind/id»; a list is about none, and keeps its address."""
        record = RECORD.search(self.content.partition("<h1")[0])  # only a page's own record begins above its heading
        return "/".join(record.groups()) if record else self.url


@dataclass(frozen=True)
class Measured:
    """What an engine answered, and what that cost."""

    answers: dict[str, list[str]]
    """Per query, at most ten names of pages, best first."""
    index_seconds: float
    """Making its index while the site is built."""
    ready_seconds: float
    """Loading it in the browser, until a first query can be sent."""
    query_seconds: float
    """All queries, one at a time."""
    first_answer_kb: float
    """What the engine has fetched, gzipped, when the first query is answered; the form it is typed in is not counted."""


def answers(site: Path, queries: Sequence[str], chromium: str, work: Path) -> dict[str, dict[str, list[str]]]:
    """Per engine and query, at most ten names of pages, best first. ``work`` is an empty folder to write in."""
    return {engine: measured.answers for engine, measured in measure(site, queries, chromium, work).items()}


def measure(site: Path, queries: Sequence[str], chromium: str, work: Path) -> dict[str, Measured]:
    """The answers with what they cost. Two threads, as a second Playwright cannot start in a thread that has one."""
    pages = read_pages(site)
    with ThreadPoolExecutor(2) as pool:
        engines = {
            "Material": pool.submit(_material, pages, queries, chromium, work / "material"),
            "Pagefind": pool.submit(_pagefind, pages, queries, chromium, work / "pagefind"),
        }
        return {name: engine.result() for name, engine in engines.items()}


def read_pages(site: Path) -> list[SitePage]:
    """The pages in the sitemap, but those of our own search, which would only stand in the way of the rest."""
    locations = LOCATION.findall((site / "sitemap.xml").read_text(encoding="utf-8"))
    home = min(locations, key=len)
    addresses = (location.removeprefix(home) for location in locations)
    return [_read_page(site, address) for address in addresses if not address.startswith("sok/")]


def _read_page(site: Path, address: str) -> SitePage:
    text = (site / address / "index.html").read_text(encoding="utf-8")
    main, heading = MAIN.search(text), HEADING.search(text)
    assert main and heading, f"{address} mangler <main> eller <h1>"
    return SitePage(address, text, main[0], html.unescape(TAG.sub("", heading[1])).strip())


def _material(pages: Sequence[SitePage], queries: Sequence[str], chromium: str, folder: Path) -> Measured:
    start = time.perf_counter()
    scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
    shutil.copytree(scripts, folder / "assets" / "javascripts")
    (folder / "search").mkdir()
    (folder / "search" / "search_index.json").write_text(_material_index(pages), encoding="utf-8")
    (worker,) = (folder / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    made = time.perf_counter() - start
    return _ask(pages, queries, chromium, folder, MATERIAL, [f"/{worker.relative_to(folder)}", SHOWN], made)


def _material_index(pages: Sequence[SitePage]) -> str:
    """The index Material's plugin makes by its own defaults for the language of the site."""
    plugin = SearchPlugin()
    plugin.load_config({})
    plugin.on_config(SimpleNamespace(theme=Theme("material", language="nb")))
    for page in pages:
        plugin.search_index.add_entry_from_context(replace(page, content=_as_markdown_makes_it(page.content)))
    index: str = plugin.search_index.generate_search_index(None)
    return index


def _as_markdown_makes_it(content: str) -> str:
    """Our HTML as the plugin expects it.

    Material draws navigation around the content; ours is within, so it is marked as outside. Markdown puts each block
    on its own line; ours stand close, and a term would be read as one word with its definition.
    """
    return content.replace("<nav", "<nav data-search-exclude").replace("><", ">\n<")


def _pagefind(pages: Sequence[SitePage], queries: Sequence[str], chromium: str, folder: Path) -> Measured:
    start = time.perf_counter()
    for page in pages:
        (folder / page.url).mkdir(parents=True, exist_ok=True)
        (folder / page.url / "index.html").write_text(page.html, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--root-selector", "main", "--silent"]
    subprocess.run(command, check=True, timeout=120)
    made = time.perf_counter() - start
    return _ask(pages, queries, chromium, folder, PAGEFIND, SHOWN, made)


def _ask(
    pages: Sequence[SitePage],
    queries: Sequence[str],
    chromium: str,
    folder: Path,
    script: str,
    argument: object,
    index_seconds: float,
) -> Measured:
    """Ask an engine everything. ``script`` loads it, and leaves ``window.ask``: from a query to addresses."""
    names = {page.url: page.name for page in pages}
    found: dict[str, list[str]] = {}
    kilobytes = 0.0
    with _open(folder, chromium) as (tab, server):
        start = time.perf_counter()
        tab.evaluate(script, argument)
        ready = time.perf_counter()
        for query in queries:
            found[query] = [names[address] for address in tab.evaluate("query => ask(query)", query)]
            kilobytes = kilobytes or _gzipped_kb(folder, server.asked)
        return Measured(found, index_seconds, ready - start, time.perf_counter() - ready, kilobytes)


@contextmanager
def _open(folder: Path, chromium: str) -> Iterator[tuple[Page, Server]]:
    """A browser at an empty page of a server for the folder."""
    (folder / "blank.html").write_text(BLANK, encoding="utf-8")
    server = Server(folder)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
            tab = browser.new_page()
            tab.goto(server.url + "blank.html")
            yield tab, server
            browser.close()
    finally:
        server.stop()


def _gzipped_kb(folder: Path, asked: Sequence[str]) -> float:
    files = {folder / path.partition("?")[0].lstrip("/") for path in asked}
    return sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file()) / 1000
