"""What tests stand on: this repository's real data, the site built from it once, and a browser to see it in."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lavterskel.graph import Graph
from lavterskel.load import Data, load
from lavterskel.progress import Progress
from lavterskel.site import Loaded, Project, read

from .edited_copy import Copy
from .find_chromium import HOW, find
from .hostile import Hostile, spoil

settings.register_profile("no-clock", deadline=None)  # a busy machine is not a fault
settings.load_profile("no-clock")
expect.set_options(timeout=30_000)  # as long as Playwright waits for everything else

REPORT: pytest.StashKey[list[str]] = pytest.StashKey()
"""Lines to print when all tests have run."""


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand what was measured to the process that prints, from the one of the two that ran the test."""
    handed = getattr(session.config, "workeroutput", None)
    if handed is not None:
        handed["report"] = session.config.stash.get(REPORT, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: pytest.Item) -> None:
    """Keep what a process handed over when it ended."""
    lines = getattr(node, "workeroutput", {}).get("report")
    if lines:
        node.config.stash[REPORT] = lines


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what a test has measured, also when all went well."""
    title, *lines = config.stash.get(REPORT, [""])
    if title:
        terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)


ROOT = Path(__file__).parent.parent
SITE_URL = "https://lavterskel.example/under/sti/"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def run_mkdocs(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as a person would, in a project folder."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": SITE_URL, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="session")
def data() -> Data:
    """This repository's records."""
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """This repository's records, checked, with their graph."""
    return read(Project(ROOT), Progress())


@pytest.fixture(scope="session")
def graph(loaded: Loaded) -> Graph:
    """The links between this repository's records."""
    return loaded.graph


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, built once by the ordinary command."""
    folder = tmp_path_factory.mktemp("bygget") / "site"
    done = run_mkdocs(ROOT, "build", "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """A site built from data with the corpus of ``hostile.py`` in every text field."""
    root = tmp_path_factory.mktemp("fiendtlig")
    for name in ("docs", "theme", "hooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    spoilt = spoil(root / "data")
    done = run_mkdocs(root, "build", "--strict")
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return Hostile(spoilt, root / "site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    for name in ("data", "docs", "theme", "hooks"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the data that a test may spoil."""
    return Copy(tmp_path / "data")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing; notes every path asked for."""

    asked: list[str]
    also: Mapping[str, str]

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:  # the name is the library's
        self.asked.append(self.path)
        super().do_GET()

    def end_headers(self) -> None:
        for name, value in self.also.items():
            self.send_header(name, value)
        super().end_headers()


class Server:
    """A folder served on this machine, with some headers; ``asked`` lists the paths that browsers fetched."""

    def __init__(self, folder: Path, headers: Mapping[str, str] | None = None) -> None:
        self.asked: list[str] = []
        handler = type("Handler", (_Quiet,), {"asked": self.asked, "also": headers or {}})
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(handler, directory=str(folder))
        )
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop serving."""
        self._server.shutdown()


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The site at the root of a host."""
    running = Server(site)
    yield running
    running.stop()


@pytest.fixture(scope="session")
def subpath_server(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The very same files under a sub-path: gives the address of the site there."""
    root = tmp_path_factory.mktemp("vert")
    (root / "under" / "sti").parent.mkdir()
    (root / "under" / "sti").symlink_to(site)
    running = Server(root)
    yield running.url + "under/sti/"
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium that was already on the machine."""
    path = find()
    if path is None:
        pytest.fail(HOW)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield running
        running.close()


PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1440, "height": 900}


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Opens an address of the site: ``open_page("tilbud/", width=360, scripts=False, scheme="dark")``.

    A script error, or a request that fails or leaves the machine, fails the test.
    """
    contexts = []
    faults: list[str] = []

    def opened(address: str, *, width: int = 1440, scripts: bool = True, scheme: str = "light", base: str = "") -> Page:
        context = browser.new_context(
            viewport=PHONE if width == PHONE["width"] else {**DESKTOP, "width": width},
            java_script_enabled=scripts,
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="nb-NO",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"skriptfeil på {page.url}: {error}"))
        page.on(
            "response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
        )
        page.on(
            "request", lambda asked: faults.append(f"utenfra: {asked.url}") if "127.0.0.1" not in asked.url else None
        )
        page.goto((base or server.url) + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not faults, faults
