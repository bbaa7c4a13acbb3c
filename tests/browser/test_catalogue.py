from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from lavterskel.facets import FACETS

from .catalogue_page import chips, go_to_state, ids, shown_count, tick

STRUCTURE = """cards => cards.map(function tree(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent.trim();
  const attributes = Object.fromEntries([...node.attributes].map(one => [one.name, one.name === 'href' ? node.href : one.value]));
  return [node.tagName, attributes, [...node.childNodes].map(tree).filter(Boolean)];
})"""


@pytest.fixture
def catalogue(open_page):
    return open_page("tilbud/")


def test_a_filter_applies_at_once_and_the_count_is_announced(catalogue):
    everything = shown_count(catalogue)
    tick(catalogue, "tema", "sovn")
    status = catalogue.locator("#antall")
    expect(status).not_to_have_text(f"{everything} tilbud")
    assert shown_count(catalogue) == len(ids(catalogue)) < everything


def test_values_of_one_facet_add_up_and_facets_narrow(catalogue):
    found = {}
    for state in ("tema=sovn", "tema=sorg", "tema=sovn,sorg", "type=kurs", "tema=sovn,sorg&type=kurs"):
        go_to_state(catalogue, state)
        found[state] = set(ids(catalogue))
    assert found["tema=sovn,sorg"] == found["tema=sovn"] | found["tema=sorg"]
    assert found["tema=sovn,sorg&type=kurs"] == found["tema=sovn,sorg"] & found["type=kurs"]
    assert found["tema=sovn"] != found["tema=sorg"] and found["tema=sovn,sorg&type=kurs"]


def test_several_municipalities_in_an_address_add_up(catalogue):
    found = {}
    for state in ("kommune=sandnes", "kommune=stange", "kommune=sandnes,stange"):
        go_to_state(catalogue, state)
        found[state] = set(ids(catalogue))
    assert found["kommune=sandnes,stange"] == found["kommune=sandnes"] | found["kommune=stange"]
    assert chips(catalogue) == ["Sandnes", "Stange"]


def test_the_fragment_holds_the_state_and_a_reload_keeps_it(catalogue):
    tick(catalogue, "tema", "sovn")
    tick(catalogue, "type", "kurs")
    catalogue.locator("#filter-kommune").select_option("sandnes")
    expect(catalogue.locator("#valgte button")).to_have_count(3)
    assert urlsplit(catalogue.url).fragment == "kommune=sandnes&tema=sovn&type=kurs"
    before = ids(catalogue)
    catalogue.reload()
    expect(catalogue.locator("#valgte button")).to_have_count(3)
    assert ids(catalogue) == before
    assert "sandnes-sovnkurs" in before
    assert catalogue.locator('input[name="tema"][value="sovn"]').is_checked()
    assert catalogue.locator("#filter-kommune").input_value() == "sandnes"


def test_every_facet_has_its_name_in_the_fragment(catalogue, site):
    state = "kommune=oslo&tema=angst&type=samtale&alder=13-17&henvisning=ta-kontakt-selv&pris=gratis&kveld=ja&maalgruppe=ungdom"
    go_to_state(catalogue, state)
    assert len(chips(catalogue)) == len(FACETS) == 8
    assert [part.partition("=")[0] for part in state.split("&")] == [facet.name for facet in FACETS]


def test_back_and_forward_walk_through_the_choices(catalogue):
    tick(catalogue, "tema", "sovn")
    expect(catalogue.locator("#valgte button")).to_have_count(1)
    sleep = ids(catalogue)
    tick(catalogue, "type", "kurs")
    expect(catalogue.locator("#valgte button")).to_have_count(2)
    catalogue.go_back()
    expect(catalogue.locator("#valgte button")).to_have_count(1)
    assert ids(catalogue) == sleep
    catalogue.go_forward()
    expect(catalogue.locator("#valgte button")).to_have_count(2)
    catalogue.locator("#tilbudsliste a").first.click()
    catalogue.wait_for_selector('article[data-record-kind="offer"]')
    catalogue.go_back()
    expect(catalogue.locator("#valgte button")).to_have_text(["Sover dårlig", "Kurs"])


def test_going_back_to_the_start_shows_everything_again(catalogue):
    everything = shown_count(catalogue)
    tick(catalogue, "tema", "sovn")
    expect(catalogue.locator("#valgte button")).to_have_count(1)
    catalogue.go_back()
    expect(catalogue.locator("#antall")).to_have_text(f"{everything} tilbud")


def test_a_question_after_a_question_mark_moves_to_the_fragment(open_page, server):
    arrival = "/tilbud/?tema=sovn&kommune=sandnes"
    page = open_page("om/")
    referers = []
    page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
    start = len(server.asked)
    page.goto(server.url + arrival[1:])
    expect(page.locator("#valgte button")).to_have_text(["Sandnes", "Sover dårlig"])
    assert urlsplit(page.url).query == ""
    assert urlsplit(page.url).fragment == "kommune=sandnes&tema=sovn"
    assert [path for path in server.asked[start:] if "sovn" in path or "sandnes" in path] == [arrival]
    assert not [referer for referer in referers if "sovn" in referer]


def test_what_is_chosen_never_reaches_the_server(catalogue, server):
    start = len(server.asked)
    tick(catalogue, "tema", "selvmordstanker")
    catalogue.locator("#filter-kommune").select_option("stange")
    expect(catalogue.locator("#valgte button")).to_have_count(2)
    catalogue.reload()
    expect(catalogue.locator("#valgte button")).to_have_count(2)
    assert not [path for path in server.asked[start:] if "selvmord" in path or "stange" in path]


def test_an_age_in_years_finds_the_offers_with_known_ages_around_it(catalogue, graph):
    expected = set()
    for offer, values in graph.effective.items():
        low, high = (values.age.value.min, values.age.value.max) if values.age else (None, None)
        if (low, high) != (None, None) and (low or 0) <= 14 <= (110 if high is None else high):
            expected.add(offer)
    go_to_state(catalogue, "alder=14")
    assert set(ids(catalogue)) == expected
    assert expected
    assert chips(catalogue) == ["14 år"]


def test_a_chip_removes_its_own_filter_and_focus_stays_among_the_results(open_page):
    page = open_page("tilbud/#tema=sovn,angst&type=kurs")
    expect(page.locator("#valgte button")).to_have_count(3)
    page.get_by_role("button", name="Ta bort Sover dårlig").click()
    expect(page.locator("#valgte button")).to_have_count(2)
    assert urlsplit(page.url).fragment == "tema=angst&type=kurs"
    expect(page.locator("#valgte button").first).to_be_focused()
    for left in (1, 0):
        page.keyboard.press("Enter")
        expect(page.locator("#valgte button")).to_have_count(left)
    expect(page.locator("#antall")).to_be_focused()
    assert urlsplit(page.url).fragment == ""


def test_the_count_of_a_value_is_what_choosing_it_gives(catalogue):
    values = [
        ("tema", "sovn"),
        ("tema", "sorg"),
        ("type", "kurs"),
        ("henvisning", "ta-kontakt-selv"),
        ("pris", "gratis"),
    ]
    values += [("kveld", "ja"), ("maalgruppe", "ungdom")]
    for facet, value in values:
        go_to_state(catalogue, "")
        label = catalogue.locator(f'label:has(input[name="{facet}"][value="{value}"])')
        promised = int(label.locator(".count").text_content())
        go_to_state(catalogue, f"{facet}={value}")
        assert len(ids(catalogue)) == shown_count(catalogue) == promised > 0, (facet, value)


def test_the_count_in_a_drop_down_list_is_what_choosing_it_gives(catalogue):
    for facet in ("kommune", "alder"):
        go_to_state(catalogue, "")
        options = catalogue.locator(f"#filter-{facet} option").all()
        for option in options[1:5]:
            value = option.get_attribute("value")
            go_to_state(catalogue, "")
            promised = option.text_content()
            go_to_state(catalogue, f"{facet}={value}")
            assert promised.endswith(f"({len(ids(catalogue))})"), promised


def test_counts_follow_the_other_choices(catalogue):
    go_to_state(catalogue, "type=kurs")
    promised = int(catalogue.locator('label:has(input[value="sovn"]) .count').text_content())
    go_to_state(catalogue, "type=kurs&tema=sovn")
    assert len(ids(catalogue)) == promised


def test_a_choice_leaves_the_counts_of_its_own_facet_standing(catalogue):
    count = catalogue.locator('label:has(input[value="sorg"]) .count')
    before = count.text_content()
    go_to_state(catalogue, "tema=sovn")
    assert count.text_content() == before
    assert before != "0"


def test_no_offer_gives_help(open_page):
    page = open_page("tilbud/#kommune=stange&tema=sovn&type=fysioterapi")
    help_ = page.locator("#ingen")
    expect(help_).to_be_visible()
    expect(page.locator("#antall")).to_have_text("0 tilbud")
    expect(help_.locator("a[href='tel:116117']")).to_be_visible()
    assert page.locator("#tilbudsliste > li").count() == 0
    page.locator("#valgte button").last.click()
    expect(page.locator("#valgte button")).to_have_count(2)


def test_a_value_that_no_offer_has_is_not_forgotten(open_page):
    page = open_page("tilbud/#tema=bolig&kommune=stange")
    expect(page.locator("#ingen")).to_be_visible()
    page.get_by_role("button", name="Ta bort bolig").click()
    expect(page.locator("#tilbudsliste > li").first).to_be_visible()


def test_a_list_of_its_own_leads_on_to_the_catalogue_with_its_value_chosen(open_page, server):
    page = open_page("tilbud/tema/sovn/")
    page.get_by_role("link", name="Velg mer").click()
    page.wait_for_url(server.url + "tilbud/#tema=sovn")
    expect(page.locator("#valgte button")).to_have_text(["Sover dårlig"])
    assert page.locator('input[name="tema"][value="sovn"]').is_checked()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sover dårlig")


def test_a_card_drawn_by_script_is_the_card_the_server_sent(open_page):
    page = open_page("tilbud/")
    sent = page.locator("#tilbudsliste > li").evaluate_all(STRUCTURE)
    with_summary = page.locator(".card-summary:not(:empty)").count()
    tick(page, "pris", "gratis")
    expect(page.locator("#valgte button")).to_have_count(1)
    page.locator("#valgte button").click()
    expect(page.locator("#valgte button")).to_have_count(0)
    page.wait_for_function("n => document.querySelectorAll('.card-summary:not(:empty)').length === n", arg=with_summary)
    assert len(sent) == 48
    assert page.locator("#tilbudsliste > li").evaluate_all(STRUCTURE) == sent


def test_summaries_that_come_late_are_filled_in(open_page):
    page = open_page("tilbud/")
    waiting = []
    page.route("**/sammendrag.json", lambda route: waiting.append(route))
    tick(page, "tema", "sovn")
    expect(page.locator("#valgte button")).to_have_count(1)
    assert page.locator(".card-summary:not(:empty)").count() == 0
    waiting[0].continue_()
    expect(page.locator(".card-summary:not(:empty)").first).to_be_visible()


def test_show_more_adds_cards_and_moves_focus_to_the_first_of_them(open_page):
    page = open_page("tilbud/#pris=ikke-oppgitt")
    more = page.get_by_role("button", name="Vis flere")
    expect(more).to_be_visible()
    before = page.locator("#tilbudsliste > li").count()
    more.click()
    assert before == 48 < page.locator("#tilbudsliste > li").count()
    expect(page.locator("#tilbudsliste > li").nth(before).get_by_role("link")).to_be_focused()
    assert len(ids(page)) == shown_count(page) == len(set(ids(page)))


def test_planned_offers_are_marked_and_never_first(catalogue, graph):
    planned = {offer.id for offer in graph.data.all("offer").values() if offer.status and not offer.status.usable}
    tick(catalogue, "pris", "ikke-oppgitt")
    catalogue.locator("#valgte button").click()
    expect(catalogue.locator("#valgte")).to_be_hidden()
    listed = ids(catalogue)
    assert planned and set(listed[-len(planned) :]) == planned
    marked = catalogue.locator("li.card:has(.card-age strong)").evaluate_all(
        "items => items.map(item => item.dataset.recordId)"
    )
    assert set(marked) == planned


def test_the_skip_link_leaves_the_choices_alone(open_page):
    page = open_page("tilbud/#tema=sovn&type=kurs")
    expect(page.locator("#valgte button")).to_have_count(2)
    listed = ids(page)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.wait_for_url("**/tilbud/#tema=sovn&type=kurs")
    assert ids(page) == listed
    assert len(chips(page)) == 2


def test_a_table_that_does_not_come_is_said(open_page):
    page = open_page("tilbud/")
    page.route("**/katalog.json", lambda route: route.abort())
    tick(page, "tema", "sovn")
    expect(page.locator("#antall")).to_have_text("Fikk ikke hentet tilbudene. Prøv igjen.")
    page.unroute("**/katalog.json")
    tick(page, "type", "kurs")
    expect(page.locator("#valgte button")).to_have_count(2)
