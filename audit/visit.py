"""Opens pages in Chromium, and opens what can be opened on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import DRAWN_BY_SCRIPT
from tests.browser.kinds import KINDS

PHONE, DESKTOP = 360, 1280
WIDTHS = {PHONE: 740, DESKTOP: 900}
"""Width → height of the windows that pages are seen in."""

UNFOLD = """() => {
  for (const box of document.querySelectorAll('details')) box.open = true;
  document.querySelector('.filters-toggle[aria-expanded="false"]')?.click();
  document.querySelector('main .term a')?.focus();
}"""
"""Menu, filters and folded parts open, and an explanation shown."""

FIELDS = 'input[role="combobox"]:visible'
SUGGESTIONS = ".suggest-list:not([hidden])"


@dataclass(frozen=True, slots=True)
class Visitor:
    """One browser and the address of the site."""

    browser: Browser
    site: str

    def address(self, kind: str) -> str:
        """Where the page that stands for a kind is."""
        return self.site + KINDS[kind]

    @contextmanager
    def context(self, *, width: int = DESKTOP, scheme: str = "light", scripts: bool = True) -> Iterator[BrowserContext]:
        """A browser that remembers nothing, for readers who want no motion: what is seen is then where it will stay."""
        context = self.browser.new_context(
            viewport={"width": width, "height": WIDTHS[width]},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            reduced_motion="reduce",
            locale="nb-NO",
        )
        try:
            yield context
        finally:
            context.close()

    def open(self, context: BrowserContext, kind: str, *, scripts: bool = True) -> Page:
        """The page that stands for a kind, complete."""
        page = context.new_page()
        self.go(page, kind, scripts=scripts)
        return page

    def go(self, page: Page, kind: str, *, scripts: bool = True) -> None:
        """Lead a page that is open to a kind, and wait until it is complete."""
        page.goto("about:blank")  # another fragment alone would not load the page anew
        page.goto(self.address(kind), wait_until="networkidle")
        if scripts and kind in DRAWN_BY_SCRIPT:
            page.wait_for_selector(DRAWN_BY_SCRIPT[kind], state="attached")


def suggest(page: Page) -> bool:
    """Write in the first search field there is, and wait for its suggestions; false where the page has no field."""
    field = page.locator(FIELDS).first
    if not field.count():
        return False
    field.fill("søvn")
    page.wait_for_selector(SUGGESTIONS)
    return True
