"""Compares what a page holds with and without scripts, and counts its lists."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Page

from .results import Cell, Cells, judged
from .visit import Visitor

COLUMN = "uten skript"
ENOUGH = 0.9

HELD = """() => {
  const words = (main) => {
    let count = 0;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent.closest('form, button, script, template') && parent.checkVisibility()) count += walker.currentNode.data.split(/\\s+/).filter(Boolean).length;
    }
    return count;
  };
  for (const box of document.querySelectorAll('details')) box.open = true;
  const main = document.querySelector('main');
  const seen = (selector) => [...main.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  return {
    records: seen('[data-record-id]').map((one) => one.dataset.recordId),
    links: seen('a[href]').map((one) => new URL(one.getAttribute('href'), location).href.split('#')[0]),
    words: words(main),
    notice: seen('.no-js-only').some((one) => /javascript|skript/i.test(one.textContent)),
  };
}"""
LISTED = """() => [...document.querySelectorAll('#tilbudsliste > li, li.row')].map((one) => one.dataset.recordId)"""
COUNT = "#antall, [data-list-count]"


def held(page: Page) -> dict[str, Any]:
    """Records, links and number of words outside forms that can be seen in the main part."""
    found: dict[str, Any] = page.evaluate(HELD)
    return found


def share(part: list[str], whole: list[str]) -> float:
    """How much of the whole is in the part; all of it when there is nothing."""
    wanted = set(whole)
    return len(wanted & set(part)) / len(wanted) if wanted else 1.0


def incomplete(page: Page) -> list[str]:
    """Whether a list, with the pages that follow it, holds as many as it says."""
    if not page.locator(COUNT).count():
        return []
    promised = int(re.sub(r"\D", "", page.locator(COUNT).first.inner_text()) or 0)
    found = set(page.evaluate(LISTED))
    onward = page.locator('a[rel="next"]')
    while onward.count():
        page.goto(urljoin(page.url, onward.get_attribute("href") or ""))
        found |= set(page.evaluate(LISTED))
    return [] if len(found) == promised else [f"listen sier {promised}, men har {len(found)}"]


def check(visitor: Visitor, kind: str) -> Cells:
    """The smallest share; «egen vei» where the page says that it needs scripts and leads to the same elsewhere."""
    with visitor.context() as context:
        whole = held(visitor.open(context, kind))
    with visitor.context(scripts=False) as context:
        page = visitor.open(context, kind, scripts=False)
        plain = held(page)
        faults = incomplete(page)
    shares = {
        "postene": share(plain["records"], whole["records"]),
        "lenkene": share(plain["links"], whole["links"]),
        "ordene": min(1.0, plain["words"] / max(1, whole["words"])),
    }
    if plain["notice"] and plain["links"]:
        return {COLUMN: judged(faults, "egen vei")}
    faults += [f"har {part:.0%} av {what}" for what, part in shares.items() if part < ENOUGH]
    return {COLUMN: Cell(f"{min(shares.values()):.0%}", tuple(faults))}
