"""Goes through a page with the Tab key alone."""

from __future__ import annotations

from playwright.sync_api import Page

from .results import Cell, Cells, judged
from .visit import WIDTHS, Visitor

COLUMN = "tastatur"
TURNS = 4000
"""More presses than any page has places to stop."""

STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  if (one.auditStops) return one === window.auditLast ? 'fast' : null;
  const before = window.auditLast;
  one.auditStops = true;
  window.auditLast = one;
  return {
    what: one.outerHTML.slice(0, 110),
    where: one.closest('main') ? 'main' : one.closest('footer') ? 'footer' : 'top',
    after: !before || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
  };
}"""
"""What has focus, and whether it comes after the last one; null at the end of the page, «fast» where Tab leads nowhere."""

MET = """() => {
  const one = window.auditLast;
  const outlined = ({outlineStyle, outlineWidth}) => outlineStyle === 'auto' || outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const boxes = [...one.getClientRects()];
  const parts = [.5, .1, .9, .3, .7];
  const seen = (box) => parts.some((x) => parts.some((y) => {
    const there = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
    return there && (one.contains(there) || there.contains(one) && there.closest('label, summary, a, .card')
      || there.closest('label')?.control === one || one.closest('.card')?.contains(there));
  }));
  return {
    ring: [one, one.closest('.card'), one.closest('label')].some((part) => part && outlined(getComputedStyle(part))),
    inside: boxes.some((box) => box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight && box.width > 0),
    uncovered: boxes.some(seen),
  };
}"""
"""How what has focus is met by the eye."""

WORDS = {"ring": "fokus synes ikke", "inside": "fokus er utenfor vinduet", "uncovered": "fokus er dekket av noe"}
SETTLED = 300
"""Milliseconds until parts that are drawn first when they come into view have taken their real height."""

MISSED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0 && !one.auditStops && !one.closest('[inert]'))
  .filter((one) => one.tagName !== 'SUMMARY' || one.parentElement.querySelector(':scope > summary') === one)
  .filter((one) => one.type !== 'radio' || ![...document.querySelectorAll(`input[type=radio][name="${one.name}"]`)].some((other) => other.auditStops))
  .map((one) => one.outerHTML.slice(0, 110))"""
"""What can be seen and should have been stopped at, but was not."""


def walk(page: Page) -> tuple[int, list[str]]:
    """How many stops there are from the top of the page to its end, and what is wrong with them."""
    faults: list[str] = []
    reached: set[str] = set()
    stops = 0
    while stops < TURNS:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        if stop == "fast":
            return stops, [
                *faults,
                "Tab kommer ikke videre herfra: " + page.evaluate("auditLast.outerHTML.slice(0, 110)"),
            ]
        stops += 1
        reached.add(stop["where"])
        met = page.evaluate(MET)
        if not all(met.values()):
            page.wait_for_timeout(SETTLED)
            met = page.evaluate(MET)
        faults += [f"{words}: {stop['what']}" for name, words in WORDS.items() if not met[name]]
        if not stop["after"]:
            faults.append(f"rekkefølgen hopper tilbake: {stop['what']}")
    faults += [
        f"Tab når ikke {place}" for place in ("main", "footer") if place not in reached and _has_stop(page, place)
    ]
    faults += [f"Tab stopper ikke her: {what}" for what in page.evaluate(MISSED)]
    return stops, faults


def _has_stop(page: Page, place: str) -> bool:
    return bool(page.locator(f"{place} :is(a[href], button, input, select):visible").count())


def check(visitor: Visitor, kind: str) -> Cells:
    """One cell for both widths, showing the number of stops on a desktop."""
    faults: list[str] = []
    stops = 0
    for width in WIDTHS:
        with visitor.context(width=width) as context:
            stops, found = walk(visitor.open(context, kind))
            faults += [f"{width}: {fault}" for fault in found]
    return {COLUMN: judged(faults) if faults else Cell(f"✓ {stops}")}
