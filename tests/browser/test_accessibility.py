import itertools

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from .kinds import KINDS

AXE = Axe()
COLOURS = ["color-contrast", "link-in-text-block"]
LAYOUT = ["target-size", "scrollable-region-focusable", "meta-viewport", "region"]
"""The rules whose answer can change with the colours or the width; the rest are tried once, light and wide."""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(one => one.checkVisibility())
  .map(one => Number(one.tagName[1]))"""
TOO_LOW = """() => [...document.querySelectorAll(
    'button, .button, .chips a, .site-header a, .site-header summary, .crisis-strip a, #filtre label, #filtre summary, select, main input, '
    + '.tabs a, .row > a, .inline-list a, .link-list a, .term-list dt a, .provisions a, main details > summary')]
  .filter(one => one.checkVisibility({contentVisibilityAuto: true}) && !(['checkbox', 'radio'].includes(one.type) && one.closest('label')))
  .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect().height]).filter(([, height]) => height < 44)"""
FOCUS = """() => {
  const one = document.activeElement;
  const ring = element => { const style = getComputedStyle(element); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
  const box = one.getBoundingClientRect();
  return {what: one.outerHTML.slice(0, 90), end: one === document.body, visible: (ring(one) || Boolean(one.closest('.card') && ring(one.closest('.card'))))
    && box.right > 0 && box.bottom > 0 && box.width > 0};
}"""


def violations(page, rules=None):
    only = {"runOnly": rules} if rules else {}
    found = AXE.run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [f"{one['id']}: {node['target'][0]} {node['html'][:120]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wrong(open_kind, kind):
    page = open_kind(kind)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 740})
    assert violations(page, COLOURS + LAYOUT) == []
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert violations(page, COLOURS) == []


@pytest.mark.parametrize("state", ["#tema=sovn&type=kurs", "#kommune=stange&tema=sovn&type=fysioterapi"])
def test_axe_finds_nothing_wrong_in_a_filtered_catalogue(open_page, state):
    page = open_page(f"tilbud/{state}", width=360)
    page.get_by_role("button", name="Vis valg").click()
    page.locator("#filtre details").evaluate_all("boxes => boxes.forEach(box => { box.open = true })")
    expect(page.locator("#valgte button").first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_in_a_list_of_ones_own_or_an_explanation(open_page, server, scheme):
    page = open_page("anbefaling/smi-rec-001/", width=360, scheme=scheme)
    page.locator("main .list-button").click()
    page.locator(".term a").first.focus()
    expect(page.get_by_role("tooltip").first).to_be_visible()
    assert violations(page) == []
    page.goto(server.url + "min-liste/")
    expect(page.locator(".list-items > li")).to_have_count(1)
    assert violations(page) == []
    assert page.evaluate(TOO_LOW) == []
    page.goto(server.url + "anbefaling/#styrke=frarades&lov=fvl&mottaker=fastlege")
    expect(page.get_by_role("button", name="Ta bort valgene")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_language_and_headings(open_kind, kind):
    page = open_kind(kind)
    levels = page.evaluate(HEADINGS)
    assert page.locator("html").get_attribute("lang") == "nb"
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels)), levels


@pytest.mark.parametrize("kind", KINDS)
def test_narrow_screens_need_no_sideways_scrolling_and_targets_are_large(open_kind, kind):
    page = open_kind(kind, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    page.evaluate("document.querySelector('.filters-toggle')?.click()")
    assert page.evaluate(TOO_LOW) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_skip_link_comes_first_and_works(open_page):
    page = open_page("tilbud/sandnes-sovnkurs/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Til innholdet")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    "kind",
    [
        "start",
        "tilbud",
        "tilbud-med-funn",
        "kommune-med-tilbud",
        "temaer",
        "sok-med-treff",
        "ansatte",
        "anbefalinger",
        "anbefaling-flere-steder",
        "foring",
        "bestemmelse",
        "kilder",
    ],
)
def test_focus_can_always_be_seen(open_kind, kind, width):
    page = open_kind(kind, width=width)
    page.emulate_media(reduced_motion="reduce")  # what has focus is then where it will stay
    for _ in range(70):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["end"]:
            break
        assert focus["visible"], focus["what"]


def test_the_menu_opens_with_the_keyboard(open_page):
    page = open_page("", width=360)
    menu = page.get_by_role("navigation", name="Hovedmeny")
    expect(menu).to_be_hidden()
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Tilbud", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle tilbud")


def test_the_menu_follows_the_width_of_the_window(open_page):
    page = open_page("", width=360)
    menu = page.get_by_role("navigation", name="Hovedmeny")
    expect(menu).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 900})
    expect(menu).to_be_visible()
    page.set_viewport_size({"width": 360, "height": 740})
    expect(menu).to_be_hidden()


def test_the_filters_work_with_the_keyboard(open_page):
    page = open_page("tilbud/", width=360)
    toggle = page.locator(".filters-toggle")
    expect(page.locator("#filter-kommune")).to_be_hidden()
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(page.locator("#filter-kommune")).to_be_focused()
    page.keyboard.type("Stange")
    expect(page.locator("#valgte button")).to_have_text(["Stange"])
    box = page.locator('#filtre input[type="checkbox"]:visible').first
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#valgte button")).to_have_count(2)
    expect(box).to_be_focused()
    group = page.locator("#filtre summary:visible").last
    group.focus()
    before = page.locator('#filtre input[type="checkbox"]:visible').count()
    page.keyboard.press("Enter")
    assert page.locator('#filtre input[type="checkbox"]:visible').count() > before


def test_motion_is_left_out_for_those_who_ask(open_page):
    page = open_page("")
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
