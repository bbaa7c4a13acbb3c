"""The catalogue as a reader uses it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

OPEN_AROUND = "field => { for (let box = field.closest('details'); box; box = box.parentElement.closest('details')) box.open = true }"


def tick(page: Page, facet: str, value: str) -> Locator:
    """Tick a value in the filter form, wherever it is folded away."""
    box = page.locator(f'#filtre input[name="{facet}"][value="{value}"]')
    box.evaluate(OPEN_AROUND)
    box.check()
    return box


def go_to_state(page: Page, state: str) -> None:
    """Follow a link to a state of the catalogue that is open, and wait until it is drawn."""
    if urlsplit(page.url).fragment != state:
        page.evaluate("state => { document.getElementById('antall').textContent = ''; location.hash = state }", state)
    expect(page.locator("#antall")).not_to_be_empty()


def shown_count(page: Page) -> int:
    """The number in the line that says how many offers there are."""
    return int(page.locator("#antall").inner_text().split()[0])


def ids(page: Page) -> list[str]:
    """The offers of the whole list, after «Vis flere» has been used up."""
    while page.locator("#vis-flere").is_visible():
        page.locator("#vis-flere button").click()
    return page.locator("#tilbudsliste > li").evaluate_all("items => items.map(item => item.dataset.recordId)")


def chips(page: Page) -> list[str]:
    """The words of the chosen filters."""
    return page.locator("#valgte button").all_inner_texts()
