"""What a slow phone on a slow net sees: when the first content stands, and whether anything moves after that."""

from __future__ import annotations

from playwright.sync_api import sync_playwright
from tests.conftest import CHROMIUM_FLAGS

from .results import Cell, Cells
from .visit import PHONE, Visitor

FIRST, MOVED = "FCP s", "CLS"
COLUMNS = (FIRST, MOVED)
LATEST = 2500
"""Milliseconds."""
MOST = 0.05
SLOWER = 4
"""Times slower than this machine."""
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
"""Milliseconds and bytes a second: Lighthouse's «slow 4G»."""
STILL = 1500
"""Milliseconds after the last request in which a page may still move."""

WATCH = """window.auditMoved = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.auditMoved += one.value;
}).observe({type: 'layout-shift', buffered: true})"""
SEEN = (
    """() => ({first: performance.getEntriesByName('first-contentful-paint')[0].startTime, moved: window.auditMoved})"""
)


def check(kind: str, site: str, chromium: str) -> Cells:
    """Two cells. Nothing else should run on the machine meanwhile."""
    with sync_playwright() as playwright:
        visitor = Visitor(playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS), site)
        with visitor.context(width=PHONE) as context:
            page = context.new_page()
            page.add_init_script(WATCH)
            session = context.new_cdp_session(page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", SLOW_4G)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            visitor.go(page, kind)
            page.wait_for_timeout(STILL)
            seen = page.evaluate(SEEN)
    first, moved = seen["first"], seen["moved"]
    return {
        FIRST: Cell(
            f"{first / 1000:.1f}".replace(".", ","),
            () if first <= LATEST else (f"det første innholdet kom etter {first:.0f} ms",),
        ),
        MOVED: Cell(f"{moved:.3f}".replace(".", ","), () if moved < MOST else (f"innholdet flytter seg {moved:.3f}",)),
    }
