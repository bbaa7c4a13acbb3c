"""Terms explained where they stand."""

import pytest
from playwright.sync_api import expect

PAGES = [
    "tilbud/stange-stangehjelpa/",
    "program/rask-psykisk-helsehjelp/",
    "anbefaling/smi-rec-001/",
    "foringer/psykisk-helse-og-rusarbeid-for-voksne-2025/",
]
COVERED = """tip => {
  const box = tip.getBoundingClientRect();
  return !tip.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2));
}"""


@pytest.fixture
def open_still(open_page):
    """Opens a page that does not glide when it scrolls."""

    def opened(address, **how):
        page = open_page(address, **how)
        page.emulate_media(reduced_motion="reduce")
        return page

    return opened


@pytest.fixture
def term(open_still):
    return open_still(PAGES[0]).locator(".term").first


def tip_of(term):
    return term.get_by_role("tooltip", include_hidden=True)


def test_hover_explains_and_leaving_puts_away(term):
    expect(tip_of(term)).to_be_hidden()
    term.get_by_role("link").hover()
    expect(tip_of(term)).to_be_visible()
    tip_of(term).hover()  # the explanation itself can be reached
    expect(tip_of(term)).to_be_visible()
    term.page.locator("h1").hover()
    expect(tip_of(term)).to_be_hidden()


def test_the_keyboard_explains_and_escape_puts_away(open_still):
    page = open_still(PAGES[0])
    term = page.locator(".term").first
    for _ in range(200):
        page.keyboard.press("Tab")
        if term.evaluate("term => term.contains(document.activeElement)"):
            break
    link = term.get_by_role("link")
    expect(link).to_be_focused()
    expect(tip_of(term)).to_be_visible()
    page.keyboard.press("Escape")
    expect(tip_of(term)).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(tip_of(term)).to_be_visible()


def test_escape_puts_away_what_the_pointer_shows(term):
    term.get_by_role("link").hover()
    expect(tip_of(term)).to_be_visible()
    term.page.keyboard.press("Escape")
    expect(tip_of(term)).to_be_hidden()


def test_an_explanation_is_tied_to_its_word_and_is_the_definition(term, graph):
    link = term.get_by_role("link")
    tip = tip_of(term)
    assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
    identity = link.get_attribute("href").rstrip("/").rpartition("/")[2]
    words = tip.text_content()
    link.click()
    expect(term.page.locator(f'article[data-record-kind="term"][data-record-id="{identity}"]')).to_be_visible()
    assert words.split()[:4] == graph.data.all("term")[identity].definition.split()[:4]


@pytest.mark.parametrize("width", [320, 360, 700, 900, 1440])
@pytest.mark.parametrize("address", PAGES)
def test_explanations_stay_inside_the_window(open_still, address, width):
    page = open_still(address, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    page.set_viewport_size({"width": width, "height": 740})
    terms = page.locator("main .term").all()
    assert terms
    for term in terms:
        term.get_by_role("link").focus()
        expect(tip_of(term)).to_be_in_viewport(ratio=1)
        assert not tip_of(term).evaluate(COVERED)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_at_the_foot_of_the_window_is_explained_above(open_still):
    page = open_still(PAGES[0], width=360)
    term = page.locator(".term").first
    term.evaluate("term => scrollBy(0, term.getBoundingClientRect().bottom - innerHeight + 64)")  # above «Forlat siden»
    term.get_by_role("link").hover()
    expect(tip_of(term)).to_be_in_viewport(ratio=1)
    word = term.get_by_role("link").bounding_box()
    tip = tip_of(term).bounding_box()
    assert tip["y"] + tip["height"] <= word["y"] + 1


@pytest.mark.parametrize("width", [360, 700, 1440])
def test_without_scripts_the_explanations_are_there_too(open_page, width):
    page = open_page(PAGES[1], width=width, scripts=False)
    terms = page.locator("main .term").all()
    assert len(terms) > 2
    for term in terms:
        term.get_by_role("link").focus()
        expect(tip_of(term)).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_term_is_explained_once_on_a_page_and_not_on_its_own(open_page):
    page = open_page(PAGES[3])
    ids = page.locator(".tip").evaluate_all("tips => tips.map(tip => tip.id)")
    assert ids and len(ids) == len(set(ids))
    address = page.locator(".term a").first.evaluate("link => link.href")
    own = page.locator(".tip").first.get_attribute("id")
    page.goto(address)
    expect(page.locator("article[data-record-kind='term']")).to_be_visible()
    assert page.locator(f"#{own}").count() == 0
