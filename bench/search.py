"""What a search costs its reader, in Chromium: bytes and time to the first result and the next, and memory.

Asked cold, as someone who comes to the search page by a link: page, style, scripts and index are all fetched. Then
further questions are asked on the same page. Once at this machine's own speed, once as on a slow phone.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import CDPSession, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.find_chromium import find  # noqa: E402  the tests know where a Chromium may be

FIRST = ("får ikke sove", "kurs mot angst i Trondheim", "depresjonskurs", "hol § 3-1")
NEXT = (
    "angst",
    "noen å snakke med",
    "plikt til individuell plan",
    "sinnemestring",
    "samtalegruppe for pårørende",
    "P76",
)
SLOW_PROCESSOR = 4
SLOW_NETWORK = {"offline": False, "latency": 75, "downloadThroughput": 1_250_000, "uploadThroughput": 625_000}
"""10 Mbit/s down and 75 ms each way of asking: a phone on a poor 4G."""

ASK = """async text => {
  const list = document.getElementById('resultater');
  const before = performance.now();
  location.hash = `q=${encodeURIComponent(text)}`;
  await new Promise(resolve => addEventListener('hashchange', resolve, { once: true }));
  while (list.dataset.ready !== 'true') await new Promise(requestAnimationFrame);
  return performance.now() - before;
}"""
"""Asks the next question, and says how many milliseconds it took until its results stood there."""

READY = """() => new Promise(resolve => {
  const look = () => document.querySelector('#resultater[data-ready=true]') ? resolve(performance.now()) : requestAnimationFrame(look);
  look();
})"""
"""Milliseconds from the navigation's start to the first results."""


@dataclass(slots=True)
class Cost:
    """Of several questions: milliseconds and kilobytes, compressed, of each."""

    first_ms: list[float] = field(default_factory=list)
    first_kb: list[float] = field(default_factory=list)
    next_ms: list[float] = field(default_factory=list)
    next_kb: list[float] = field(default_factory=list)
    heap_mb: list[float] = field(default_factory=list)


class _Gzipped(http.server.SimpleHTTPRequestHandler):
    """Serves files compressed, as web servers do, and counts what was sent."""

    protocol_version = "HTTP/1.1"
    sent: list[int]

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:  # the name is the library's
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = _compressed(path)
        self.sent.append(len(body))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@functools.lru_cache(maxsize=4096)
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes())


@contextmanager
def _served(site: Path) -> Iterator[tuple[str, list[int]]]:
    sent: list[int] = []
    handler = type("Handler", (_Gzipped,), {"sent": sent})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()


def search_cost(site: Path, runs: int, slow: bool) -> Cost | None:
    """What the questions cost on a site; ``None`` without Chromium."""
    chromium = find()
    if chromium is None:
        return None
    cost = Cost()
    with _served(site) as (base, sent), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for text in FIRST * runs:
            context = browser.new_context()  # with an empty cache
            page = context.new_page()
            session = context.new_cdp_session(page)
            if slow:
                _slow_down(session)
            sent.clear()
            page.goto(f"{base}sok/#q={text}", wait_until="commit")
            cost.first_ms.append(page.evaluate(READY))
            page.wait_for_load_state("networkidle")  # facets come after the results, and are counted too
            cost.first_kb.append(sum(sent) / 1000)
            for further in NEXT:
                sent.clear()
                cost.next_ms.append(page.evaluate(ASK, further))
                page.wait_for_load_state("networkidle")
                cost.next_kb.append(sum(sent) / 1000)
            session.send("HeapProfiler.collectGarbage")
            cost.heap_mb.append(page.evaluate("performance.memory.usedJSHeapSize") / 1e6)
            context.close()
        browser.close()
    return cost


def _slow_down(session: CDPSession) -> None:
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})
