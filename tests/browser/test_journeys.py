import re

import pytest
from playwright.sync_api import expect

from .kinds import KINDS

CRISIS_NUMBERS = {"tel:113", "tel:116117", "tel:116123"}


def test_three_taps_lead_from_the_start_page_to_a_sleep_course(open_page):
    page = open_page("", width=360)
    page.get_by_role("link", name="Sover dårlig", exact=True).click()
    page.locator(".chips").get_by_role("link", name="Sandnes").click()
    expect(page.get_by_role("heading", name="Sandnes", exact=True)).to_be_in_viewport()
    course = page.get_by_role("link", name="Søvnkurs", exact=True)
    course.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Søvnkurs")
    expect(page.get_by_role("heading", name="Slik kommer du i gang")).to_be_visible()


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Oppegård", "nordre-follo"),
        ("Fjell", "oygarden"),
        ("Halsa", "heim"),
        ("oslo kommune", "oslo"),
        ("  STANGE ", "stange"),
        ("tromso", "tromso"),
        ("Os", "os"),
        ("Tråante", "trondheim"),
        ("Nordre F", "nordre-follo"),
    ],
)
def test_the_chooser_understands(open_page, server, written, slug):
    page = open_page("")
    page.get_by_label("Hvor bor du?").fill(written)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.url}kommune/{slug}/")


def test_the_chooser_on_the_list_of_municipalities_works_too(open_page, server):
    page = open_page("kommune/")
    page.get_by_label("Hvor bor du?").fill("Kárášjohka")
    page.get_by_role("button", name="Gå til kommunen").click()
    page.wait_for_url(f"{server.url}kommune/karasjok/")


@pytest.mark.parametrize(
    ("written", "answer"),
    [("Andeby", "Fant ingen kommune som heter «Andeby»"), ("", "Skriv navnet på kommunen først"), ("<b>x", "«<b>x»")],
)
def test_the_chooser_says_why_it_goes_nowhere(open_page, server, written, answer):
    page = open_page("")
    page.get_by_label("Hvor bor du?").fill(written)
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(answer)
    expect(page.get_by_label("Hvor bor du?")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Hvor bor du?")).to_have_accessible_description(re.compile(re.escape(answer)))
    assert page.url == server.url


@pytest.mark.parametrize(
    ("written", "choices"),
    [
        ("Herøy", ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"]),
        ("Tysfjord", ["Tysfjord (Narvik)", "Tysfjord (Hamarøy)"]),
    ],
)
def test_the_chooser_asks_which_when_several_share_a_name(open_page, written, choices):
    page = open_page("")
    page.get_by_label("Hvor bor du?").fill(written)
    page.keyboard.press("Enter")
    links = page.get_by_role("alert").get_by_role("link")
    expect(links).to_have_count(len(choices))
    assert sorted(links.all_inner_texts()) == sorted(choices)
    links.first.click()
    expect(page.locator('article[data-record-kind="municipality"]')).to_be_visible()


def test_leaving_the_field_does_not_lead_away(open_page, server):
    page = open_page("")
    page.get_by_label("Hvor bor du?").press_sequentially("Oslo")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Vis")).to_be_focused()
    assert page.url == server.url


@pytest.mark.parametrize("kind", KINDS)
def test_crisis_numbers_can_be_rung_from_every_page(open_kind, kind):
    page = open_kind(kind, width=360)
    strip = page.get_by_role("complementary", name="Hjelp nå", exact=True).get_by_role("link")
    for link in strip.all():
        expect(link).to_be_in_viewport(ratio=1)
    targets = strip.evaluate_all("links => links.map(link => link.href)")
    assert set(targets) >= CRISIS_NUMBERS
    assert targets[-1].endswith("/krise/")


@pytest.mark.parametrize("width", [320, 360])
def test_the_crisis_strip_is_one_line_on_a_phone(open_page, width):
    page = open_page("", width=width)
    lines = page.locator(".crisis-strip a").evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
    assert len(set(lines)) == 1


def test_every_number_on_the_crisis_page_is_a_link(open_page):
    page = open_page("krise/", width=360)
    numbers = page.locator(".crisis-number")
    for number in numbers.all():
        assert re.fullmatch(
            r"tel:(\+47)?" + number.inner_text().replace(" ", "").removeprefix("+47"), number.get_attribute("href")
        )
    assert numbers.count() >= len(CRISIS_NUMBERS)
