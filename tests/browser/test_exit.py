"""«Forlat siden»: by a tap, by the key, without scripts, and what Back then shows."""

import pytest
from playwright.sync_api import expect

from .kinds import KINDS

EVERYDAY = "https://www.yr.no/"
STAFF = (
    *("fastlege", "pasientark", "ansatte", "anbefaling", "foringer", "lov", "begrep", "forlop", "verktoy", "aktor"),
    *("sporsmal", "sjekkliste", "kilder", "api", "redigere", "slik-virker-soket", "drift"),
)


@pytest.fixture
def resident(browser, server):
    """A page of someone who may have to leave at once; the everyday page is answered here and not fetched."""
    contexts = []

    def opened(address, *, width=1440, scripts=True):
        context = browser.new_context(
            viewport={"width": width, "height": 740}, locale="nb-NO", java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.route(f"{EVERYDAY}**", lambda route: route.fulfill(body="<title>Været</title>", content_type="text/html"))
        page.goto(server.url + "om/")
        page.goto(server.url + address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_one_tap_leaves_and_back_does_not_return(resident, server, width):
    page = resident("tema/vold/", width=width)
    button = page.get_by_role("link", name="Forlat siden", exact=True)
    assert button.bounding_box()["height"] >= 44
    page.mouse.wheel(0, 2000)
    expect(button).to_be_in_viewport()
    button.click()
    page.wait_for_url(EVERYDAY)
    page.go_back()
    assert page.url == server.url + "om/"


def test_the_page_is_covered_before_the_other_has_come(resident):
    page = resident("krise/")
    left = page.evaluate(
        "() => { document.getElementById('forlat').click(); return [document.title, document.body.textContent, location.pathname] }"
    )
    assert left == ["Ny fane", "", "/"]


def test_those_who_use_the_keys_meet_it_second_and_see_it_then(resident, server):
    page = resident("tema/vold/")
    early = page.get_by_role("link", name="Forlat siden nå")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(early).to_be_focused()
    expect(early).to_be_in_viewport(ratio=1)
    assert early.bounding_box()["height"] >= 44
    page.keyboard.press("Enter")
    page.wait_for_url(EVERYDAY)
    page.go_back()
    assert page.url == server.url + "om/"


def test_shift_three_times_leaves_and_says_how_many_are_left(resident):
    page = resident("sok/#q=vold")
    page.keyboard.press("Shift")
    expect(page.locator("#forlat-sagt")).to_contain_text("to ganger til")
    page.keyboard.press("Shift")
    expect(page.locator("#forlat-sagt")).to_contain_text("én gang til")
    page.keyboard.press("Shift")
    page.wait_for_url(EVERYDAY)


def test_shift_to_write_a_capital_is_no_exit(resident):
    page = resident("sok/")
    page.locator("#q").focus()
    for letter in "ABCDE":
        page.keyboard.press(f"Shift+{letter}")
    assert page.locator("#q").input_value() == "ABCDE"
    assert page.url.endswith("/sok/")


def test_without_scripts_it_is_a_link(resident):
    page = resident("tilbud/sandnes-sovnkurs/", scripts=False)
    link = page.get_by_role("link", name="Forlat siden", exact=True)
    assert {"nofollow", "noreferrer", "noopener"} <= set(link.get_attribute("rel").split())
    link.click()
    page.wait_for_url(EVERYDAY)


def test_it_is_on_every_page_for_residents_and_on_none_for_staff(site):
    for address in KINDS.values():
        path = site / address.partition("#")[0]
        page = path / "index.html" if path.is_dir() else path
        if not page.is_file():
            continue
        section = address.split("/")[0]
        assert ('id="forlat"' in page.read_text(encoding="utf-8")) == (section not in STAFF), address
