"""«Min liste» as someone uses it who puts things aside, compares, prints, copies, shares and clears."""

import json

import pytest
from playwright.sync_api import expect

KEY = "lavterskel.minliste"
OFFERS = ("offer/sandnes-sovnkurs", "offer/stange-stangehjelpa")
RECOMMENDATION = "recommendation/som-4-1-3-01"
OTHER_RECOMMENDATION = "recommendation/dps-rec-001"
PRINTED = "window.print = () => { document.documentElement.dataset.printed = 'true' }"
NO_STORAGE = (
    """Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"""
)
ADDRESSES = {"offer": "tilbud", "recommendation": "anbefaling"}


def address(identity):
    kind, name = identity.split("/")
    return f"{ADDRESSES[kind]}/{name}/"


def stored(page):
    return json.loads(page.evaluate("key => localStorage.getItem(key)", KEY) or "[]")


def listed(page):
    page.wait_for_selector("[data-my-list][data-ready]")
    return page.locator(".list-items > li").evaluate_all(
        "items => items.map(item => `${item.dataset.recordKind}/${item.dataset.recordId}`)"
    )


@pytest.fixture
def put(open_page, server):
    """Puts records in the list from their own pages, in one browser; gives the page, which shows the list."""

    def puts(*ids, width=1440):
        page = open_page(address(ids[0]), width=width)
        for number, identity in enumerate(ids):
            if number:
                page.goto(server.url + address(identity))
            page.locator("main [data-listable] .list-button").click()
        page.goto(server.url + "min-liste/")
        return page

    return puts


def test_what_is_put_aside_is_listed_and_taken_away(put, server):
    page = put(*OFFERS, RECOMMENDATION)
    assert listed(page) == [*OFFERS, RECOMMENDATION] == stored(page)
    expect(page.locator("[data-my-count]")).to_have_text("3")
    expect(page.locator(".list-items > li").first).to_contain_text("Sandnes")
    page.get_by_role("button", name="Ta bort: Søvnkurs").click()
    assert listed(page) == [OFFERS[1], RECOMMENDATION] == stored(page)
    expect(page.get_by_role("button", name="Ta bort:").first).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="Tatt bort.")).to_be_visible()
    expect(page.locator("[data-my-count]")).to_have_text("2")
    page.locator(".list-items a").first.click()
    button = page.locator("main [data-listable] .list-button")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert stored(page) == [RECOMMENDATION]


@pytest.mark.parametrize("width", [360, 1440])
def test_a_card_has_a_button_of_its_own(open_page, server, width):
    """Also cards that filters draw; and the card's link still leads on."""
    page = open_page("tilbud/#kommune=sandnes", width=width)
    page.wait_for_selector("#valgte button")
    card = page.locator("#tilbudsliste > li.card").first
    button = card.locator(".list-button")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert stored(page) == [f"offer/{card.get_attribute('data-record-id')}"]
    assert page.url.startswith(server.url + "tilbud/#")
    box = button.bounding_box()
    assert box["height"] >= 44
    card.get_by_role("link").click()
    page.wait_for_url(server.url + "tilbud/*/")


def test_offers_stand_side_by_side(put):
    page = put(*OFFERS, RECOMMENDATION)
    listed(page)
    table = page.get_by_role("region", name="Tilbudene side om side").locator("table")
    expect(table.locator("thead th")).to_have_text(["Søvnkurs", "Stangehjelpa"])
    for label in ("Pris", "Alder"):
        cells = (
            table.locator("tbody tr").filter(has=page.get_by_role("rowheader", name=label, exact=True)).locator("td")
        )
        expect(cells).to_have_count(2)
    assert "" not in table.locator("tbody td").all_inner_texts()
    page.get_by_role("button", name="Ta bort: Søvnkurs").click()
    expect(page.locator(".list-compared:visible")).to_have_count(0)


def test_recommendations_stand_side_by_side(put, graph):
    page = put(RECOMMENDATION, OTHER_RECOMMENDATION, OFFERS[0])
    listed(page)
    table = page.get_by_role("region", name="Anbefalingene side om side").locator("table")
    titles = [
        graph.data.all("recommendation")[one.split("/")[1]].title for one in (RECOMMENDATION, OTHER_RECOMMENDATION)
    ]
    expect(table.locator("thead th")).to_have_text(titles)
    expect(table.get_by_role("rowheader")).to_have_text(
        ["Styrke", "Rettet til", "Rettslig grunnlag", "Hvem sier det", "Tema"]
    )
    assert "" not in table.locator("tbody td").all_inner_texts()
    expect(page.locator(".list-compared:visible")).to_have_count(1)


def test_one_tap_empties_the_list_and_one_more_brings_it_back(put):
    page = put(*OFFERS)
    page.get_by_role("button", name="Tøm listen").click()
    assert listed(page) == []
    assert page.evaluate("localStorage.length") == 0
    expect(page.get_by_role("heading", name="Listen er tom")).to_be_visible()
    expect(page.get_by_role("link", name="Se tilbudene")).to_be_focused()
    page.get_by_role("button", name="Angre").click()
    expect(page.locator(".list-items > li")).to_have_count(2)
    assert stored(page) == list(OFFERS)


def test_the_list_is_copied_as_text_with_how_to_start_and_source(put, graph):
    page = put(OFFERS[0], RECOMMENDATION)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier som tekst").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    first, second = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    assert first.startswith("1. Søvnkurs (Sandnes)")
    assert "/tilbud/sandnes-sovnkurs/" in first
    title = graph.data.all("recommendation")["som-4-1-3-01"].title
    assert second.startswith(f"2. Bør: {title}\n")
    assert "Erstattet" in second and "Sammen om mestring" in second


def test_a_shared_link_shows_the_list_and_keeps_nothing_unasked(put, open_page, server):
    page = put(*OFFERS)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier lenke").click()
    expect(page.get_by_role("status").filter(has_text="Lenken er kopiert")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(server.url + "min-liste/#delt=")
    other = open_page(link.removeprefix(server.url))
    assert listed(other) == list(OFFERS)
    assert other.evaluate("localStorage.length") == 0
    expect(other.get_by_role("button", name="Tøm listen")).to_be_hidden()
    assert other.get_by_role("button", name="Ta bort:").count() == 0
    other.get_by_role("button", name="Legg alt i min liste").click()
    other.wait_for_url(server.url + "min-liste/#")
    assert listed(other) == list(OFFERS) == stored(other)
    assert not any("delt" in asked for asked in server.asked)


def test_the_list_on_paper_is_the_list(put, server):
    page = put(*OFFERS, RECOMMENDATION)
    page.add_init_script(PRINTED)
    page.reload()
    listed(page)
    page.get_by_role("button", name="Skriv ut").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "true")
    page.emulate_media(media="print")
    assert page.locator("main button:visible").count() == 0
    expect(page.locator(".list-items > li:visible")).to_have_count(3)
    expect(page.get_by_text("Listen ligger bare i denne nettleseren")).to_be_hidden()
    expect(page.locator(".exit")).to_be_hidden()


@pytest.mark.parametrize(
    "spoilt",
    ["{oops", '{"a":1}', "null", '[null, 3, "x", "offer/../krise", "topic/sovn", "offer/<img src=x>", {"id": 1}]'],
)
def test_a_spoilt_list_is_survived(open_page, server, spoilt):
    page = open_page("om/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, spoilt])
    page.goto(server.url + "min-liste/")
    assert listed(page) == []
    page.goto(server.url + address(OFFERS[0]))
    page.locator("main [data-listable] .list-button").click()
    assert stored(page) == [OFFERS[0]]


def test_a_record_that_is_gone_says_so(browser, server):
    context = browser.new_context(locale="nb-NO")
    page = context.new_page()
    page.goto(server.url + "min-liste/#delt=offer/finnes-ikke,offer/sandnes-sovnkurs")
    assert listed(page) == ["offer/finnes-ikke", "offer/sandnes-sovnkurs"]
    expect(page.locator(".list-items > li").first).to_contain_text("finnes ikke lenger")
    context.close()


def test_a_browser_that_keeps_nothing_says_so(open_page, server):
    page = open_page("om/")
    page.add_init_script(NO_STORAGE)
    page.goto(server.url + address(OFFERS[0]))
    page.locator("main [data-listable] .list-button").click()
    expect(page.get_by_role("status").filter(has_text="lar oss ikke lagre")).to_be_visible()
    page.goto(server.url + "min-liste/")
    assert listed(page) == []


def test_the_list_grows_to_a_limit_and_says_so(open_page, server):
    page = open_page("om/")
    many = [f"offer/nr-{number}" for number in range(40)]
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(many)])
    page.goto(server.url + address(OFFERS[0]))
    page.locator("main [data-listable] .list-button").click()
    expect(page.get_by_role("status").filter(has_text="har plass til 40")).to_be_visible()
    assert stored(page) == many
