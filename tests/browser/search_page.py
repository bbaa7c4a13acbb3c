"""The search page as a reader uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from .catalogue_page import OPEN_AROUND

FACETS = ("type", "kommune", "tema", "alder", "henvisning", "pris")


def results(page: Page) -> Locator:
    """The results that are shown, once they are complete."""
    page.wait_for_selector("#resultater[data-ready]", state="attached")
    return page.locator("#resultater > li")


def drawn(page: Page) -> None:
    """Wait until the results and their facets and choices are all drawn."""
    page.wait_for_selector("#filtre[data-ready]", state="attached")


def found(page: Page) -> list[list[str]]:
    """Kind and id of each result that is shown."""
    return results(page).evaluate_all("items => items.map(item => [item.dataset.recordKind, item.dataset.recordId])")


def all_found(page: Page) -> set[tuple[str, ...]]:
    """Kind and id of the results of every page, from the first."""
    everything = {tuple(one) for one in found(page)}
    while (onward := page.locator("#sider").get_by_role("link", name="Neste")).is_visible():
        onward.click()
        drawn(page)
        everything |= {tuple(one) for one in found(page)}
    return everything


def go_to_state(page: Page, state: str) -> None:
    """Follow a link to a state of the page that is open, and wait until all of it is drawn."""
    page.evaluate(
        """state => {
      const before = location.hash;
      location.hash = state;
      if (location.hash !== before) document.getElementById('filtre').removeAttribute('data-ready');
    }""",
        state,
    )
    drawn(page)


def count(page: Page) -> int:
    """The number in the line that says how many hits there are."""
    words = re.sub(r"\s", "", page.locator("#resultatstatus").inner_text())
    return 0 if words.startswith("Ingen") else int(re.match(r"\d+", words).group())  # type: ignore[union-attr]


def promised(page: Page) -> list[tuple[str, str, int]]:
    """Facet, value and count of everything that can be chosen and is not."""
    return page.evaluate("""() => [
      ...[...document.querySelectorAll('#filtre label:has(input:not(:checked))')].map(label => [
        label.querySelector('input').name, label.querySelector('input').value, label.querySelector('.count').textContent]),
      ...[...document.querySelectorAll('#filtre option:not(:checked)')].filter(one => one.value)
        .map(one => [one.parentElement.name, one.value, one.textContent.match(/\\((.*)\\)$/)[1]])
    ].map(([name, value, count]) => [name, value, Number(count.replace(/\\D/g, ''))])""")


def tick(page: Page, facet: str, value: str) -> Locator:
    """Tick a value in the filter form, wherever it is folded away."""
    drawn(page)
    box = page.locator(f'#filtre input[name="{facet}"][value="{value}"]')
    box.evaluate(OPEN_AROUND)
    box.check()
    return box


def says(page: Page, words: str) -> None:
    """The status line comes to hold some words."""
    expect(page.locator("#resultatstatus")).to_contain_text(words)
