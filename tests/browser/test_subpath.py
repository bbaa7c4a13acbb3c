import pytest
from playwright.sync_api import expect

from .catalogue_page import ids, tick


@pytest.fixture
def open_under(open_page, subpath_server):
    assert subpath_server.endswith("/under/sti/")
    return lambda address: open_page(address, base=subpath_server)


def test_the_start_page_leads_on(open_under, subpath_server):
    page = open_under("")
    page.get_by_role("link", name="Sover dårlig", exact=True).click()
    page.wait_for_url(subpath_server + "tema/sovn/")
    page.get_by_role("link", name="Lavterskel", exact=True).click()
    page.wait_for_url(subpath_server)


def test_an_offer_opens(open_under, subpath_server):
    page = open_under("tilbud/sandnes-sovnkurs/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Søvnkurs")
    page.locator(".crumbs").get_by_role("link", name="Tilbud", exact=True).click()
    page.wait_for_url(subpath_server + "tilbud/")


def test_the_catalogue_filters(open_under, subpath_server):
    page = open_under("tilbud/?tema=sovn")
    expect(page.locator("#valgte button")).to_have_count(1)
    tick(page, "type", "kurs")
    expect(page.locator("#valgte button")).to_have_count(2)
    assert page.url == subpath_server + "tilbud/#tema=sovn&type=kurs"
    first = ids(page)[0]
    page.locator("#tilbudsliste a").first.click()
    page.wait_for_url(f"{subpath_server}tilbud/{first}/")


def test_a_list_of_its_own_leads_to_the_catalogue(open_under, subpath_server):
    page = open_under("tilbud/tema/sovn/")
    page.get_by_role("link", name="Velg mer").click()
    page.wait_for_url(subpath_server + "tilbud/#tema=sovn")
    expect(page.locator("#valgte button")).to_have_count(1)


def test_the_chooser_leads_to_the_municipality(open_under, subpath_server):
    page = open_under("")
    page.get_by_label("Hvor bor du?").fill("Oppegård")
    page.keyboard.press("Enter")
    page.wait_for_url(subpath_server + "kommune/nordre-follo/")


def test_the_search_leads_to_an_answer(open_under, subpath_server):
    page = open_under("")
    page.get_by_label("Hva trenger du hjelp med?").fill("søvn")
    page.keyboard.press("Enter")
    page.locator("#resultater").get_by_role("link", name="Sover dårlig", exact=True).click()
    page.wait_for_url(subpath_server + "tema/sovn/")


def test_a_missing_page_leads_back(open_under, subpath_server):
    page = open_under("404.html")
    page.locator("main").get_by_role("link", name="Alle tilbud").click()
    page.wait_for_url(subpath_server + "tilbud/")


def test_a_recommendation_is_found_narrowed_to_and_marked(open_under, subpath_server):
    page = open_under("anbefaling/?styrke=skal")
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    assert page.url == subpath_server + "anbefaling/#styrke=skal"
    row = page.locator("li.row:not([hidden])").first
    identity = row.get_attribute("data-record-id")
    row.get_by_role("link").click()
    page.wait_for_url(f"{subpath_server}anbefaling/{identity}/")
    page.locator("main .list-button").click()
    page.get_by_role("link", name="Se listen").click()
    page.wait_for_url(subpath_server + "min-liste/")
    page.locator(".list-items a").click()
    page.wait_for_url(f"{subpath_server}anbefaling/{identity}/")


def test_the_search_leads_to_a_section_of_a_law_and_on(open_under, subpath_server):
    page = open_under("sok/#q=hol § 3-1")
    page.locator("#resultater a").first.click()
    page.wait_for_url(subpath_server + "lov/hol/3-1/")
    page.locator(".crumbs").get_by_role("link", name="Helse- og omsorgstjenesteloven").click()
    page.wait_for_url(subpath_server + "lov/hol/")
    page.locator(".sources a").first.click()
    expect(page.locator('article[data-record-kind="reference"]')).to_be_visible()


def test_a_term_leads_to_its_page(open_under, subpath_server):
    page = open_under("program/rask-psykisk-helsehjelp/")
    page.locator(".term a").first.click()
    page.wait_for_url(subpath_server + "begrep/*/")
