"""How long the GP's finder takes from the last choice to the answer on the screen, in Chromium on this machine."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.find_chromium import find  # noqa: E402  the tests know where a Chromium may be

LAST_CHOICE = """async ([selector, value]) => {
  const answer = document.getElementById('forslag');
  const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const field = document.querySelector(selector);
  const before = answer.innerHTML;
  const started = performance.now();
  if (field.type === 'radio') field.click();
  else { field.value = value; field.dispatchEvent(new Event('change', { bubbles: true })); }
  while (answer.dataset.ready !== 'true' || answer.innerHTML === before) await painted();
  await painted();
  return performance.now() - started;
}"""
"""Makes one choice in the form, and says how many milliseconds it took until the new answer was painted."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


def answer_ms(site: Path, runs: int) -> tuple[list[float], list[float]] | None:
    """Milliseconds to the answer when severity, and when the municipality, is chosen last; ``None`` without Chromium.

    The municipality is the one with most offers, so that the case is the heaviest there is.
    """
    chromium = find()
    if chromium is None:
        return None
    heaviest = max((site / "fastlege" / "data").glob("[0-9]*.json"), key=lambda path: path.stat().st_size).stem
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/fastlege/"
    severity, place = [], []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(runs):
            page = browser.new_page()
            page.goto(f"{base}#kommune={heaviest}&tema=angst&alder=34")
            page.wait_for_selector("#forslag[data-ready=true] > li", state="attached")
            severity.append(page.evaluate(LAST_CHOICE, ["input[name=alvorlighet][value=mild]", ""]))
            page.close()
            page = browser.new_page()
            page.goto(f"{base}#tema=angst&alder=34&alvorlighet=mild")
            page.wait_for_selector("#forslag[data-ready=true] > li", state="attached")
            name = page.locator(f'#kommuneliste option[data-number="{heaviest}"]').first.get_attribute("value")
            place.append(page.evaluate(LAST_CHOICE, ["#kommune", name]))
            page.close()
        browser.close()
    server.shutdown()
    return severity, place
