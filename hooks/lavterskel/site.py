"""From records to a finished site: pages cut from the rendered shells, exports beside them, every link followed.

Works on any folder with rendered shells; it does not know what rendered them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .cache import Cache
from .collector import paused, settle
from .export import api, catalogue_data, finder_data, headers, references, robots, sitemap
from .graph import Graph
from .load import Data, load
from .parallel import side_by_side
from .problems import Problem
from .progress import Part, Progress
from .prose_citations import cited_in_prose
from .render.context import Context
from .render.page import Page
from .render.pages import PAGE_MAKERS, PageMaker, in_two
from .render.shell import FOLDER, SECTIONS, Shells
from .rules import check
from .search import engine as search_engine
from .search import files as search_files
from .site_links import Links


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are. ``offers`` stands in for the offer files."""

    root: Path
    offers: Path | None = None

    @property
    def data(self) -> Path:
        """The records."""
        return self.root / "data"

    @property
    def docs(self) -> Path:
        """The prose pages."""
        return self.root / "docs"

    @property
    def theme(self) -> Path:
        """The frame, the record templates, styles and scripts."""
        return self.root / "theme"

    @property
    def templates(self) -> Path:
        """The record templates."""
        return self.theme / "records"

    @property
    def cache(self) -> Cache:
        """Parsed files; the folder may be removed at any time."""
        return Cache(self.root / ".cache" / "parsed")

    @classmethod
    def at(cls, root: Path) -> Project:
        """The project in a folder, with the offers file that the environment variable OFFERS names."""
        named = os.environ.get("OFFERS")
        return cls(root, Path(named).resolve() if named else None)


@dataclass(slots=True)
class Loaded:
    """Records that hold together, their graph, and what is worth a word."""

    data: Data
    graph: Graph
    warnings: list[Problem]


def read(project: Project, progress: Progress) -> Loaded:
    """Load and check. Raises ``DataError`` with everything that is wrong."""
    with paused():
        with progress.part("les data"):
            data = load(project.data, project.offers, project.cache)
        with progress.part("sjekk regler"):
            warnings = check(data)
        with progress.part("bygg graf"):
            graph = Graph(data, cited_in_prose(project.docs))
    settle()
    return Loaded(data, graph, warnings)


def finish(loaded: Loaded, project: Project, site: Path, site_url: str, progress: Progress) -> list[str]:
    """Turn a folder with rendered shells into the whole site; returns the addresses of the pages written.

    Raises ``ShellError`` for a shell that lacks a sentinel and ``BrokenLinks`` when a link leads nowhere.
    """
    with paused():
        return _finish(loaded, project, site, site_url, progress)


def _finish(loaded: Loaded, project: Project, site: Path, site_url: str, progress: Progress) -> list[str]:
    context = Context(loaded.graph, project.templates, site_url)
    with progress.part("kort og fasetter"):
        context.prepare()
    writer = _Writer(context, site, site_url)
    with progress.part("postsider") as counter:
        one, two = in_two(loaded.data)
        first, second = side_by_side(lambda: writer.write(one), lambda: writer.write_with_exports(two))
        counter.step(len(first.addresses) + len(second.addresses))
    progress.parts += [*first.parts, *second.parts]
    written = sorted([*first.addresses, *second.addresses])
    links = first.links.joined(second.links)
    _remove_shells(site)
    with progress.part("nettstedskart"):
        sitemap.write(site, site_url, written)
        robots.write(site, site_url)
        headers.write(site, site_url, project.theme)
    with progress.part("lenkesjekk") as counter:
        counter.step(links.check(site))
    return written


@dataclass(frozen=True, slots=True)
class _Written:
    """Pages that were written: their addresses, the links on them, and how long each section took."""

    addresses: list[str]
    links: Links
    parts: list[Part]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Cuts pages from the shells of a site and writes them."""

    context: Context
    site: Path
    site_url: str

    def write_with_exports(self, makers: Sequence[PageMaker]) -> _Written:
        """Write some sections, and the files beside the pages, which need no page to be there."""
        written = self.write(makers)
        graph = self.context.graph
        with Progress(parts=written.parts, within="postsider").part("API og eksport") as counter:
            counter.step(len(api.write(graph, self.site, self.site_url)))
            catalogue_data.write(self.context, self.site)
            counter.step(finder_data.write(self.context, self.site))
            counter.step(references.write(graph.data.bibliography, self.site))
        with Progress(parts=written.parts, within="postsider").part("søkeindeks") as counter:
            counter.step(search_files.write(search_engine.prepare(self.context), self.context, self.site))
        return written

    def write(self, makers: Sequence[PageMaker]) -> _Written:
        """Write every page of some sections."""
        written = _Written([], Links(), [])
        shells = Shells(self.site)
        progress = Progress(parts=written.parts, within="postsider")
        for maker in makers:
            with progress.part(maker.name) as counter:
                for made in maker.make(self.context):
                    page = replace(made, body=self.context.glossary.explained(made.body, made.address, made.text))
                    # The whole page first, since it may take its own shell's place.
                    html = shells.for_page(page).splice(page, self.site_url)
                    write_index(f"{self.site}/{page.address}", html.encode())
                    written.links.add_body(page)
                    written.addresses.append(page.address)
                    counter.step()
        return written


def write_index(folder: str, content: bytes) -> None:
    """Write ``index.html`` in a folder, which is made when it is not there.

    By the system's own calls: at 13,000 pages, path objects and buffered files take a second longer.
    """
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103
    file = os.open(f"{folder}/index.html", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        written = 0
        while written < len(content):
            written += os.write(file, content[written:])
    finally:
        os.close(file)


def _remove_shells(site: Path) -> None:
    for section in SECTIONS:
        shutil.rmtree(site / section / FOLDER, ignore_errors=True)


def swap(staged: Path, site: Path) -> None:
    """Put a finished site in place of the last one; until here the last one was untouched."""
    old = site.with_name(site.name + ".forrige")
    if site.exists():
        shutil.rmtree(old, ignore_errors=True)  # what is left of a swap that was stopped half-way
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def pages(loaded: Loaded, project: Project, site_url: str) -> Iterator[Page]:
    """Every record page, without writing any."""
    context = Context(loaded.graph, project.templates, site_url)
    for maker in PAGE_MAKERS:
        yield from maker.make(context)
