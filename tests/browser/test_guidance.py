"""Guidance as those who work in the services use it: lists that are narrowed, law and source, what is cited."""

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from lavterskel.model.guidance import Voice
from lavterskel.render import labels

SUPERSEDED = "anbefaling/som-4-1-3-01/"


def shown(page):
    """The ids of the rows that can be seen, in the order of the page."""
    return page.locator("li.row:not([hidden])").evaluate_all(
        "rows => rows.filter(row => !row.closest('[hidden]')).map(row => row.dataset.recordId)"
    )


def choose(page, facet, value):
    page.locator(f"#valg-{facet}").select_option(value)


def count(page):
    return page.locator("[data-list-count]")


@pytest.fixture
def matching(graph):
    """Ids of the recommendations of national guidance with a strength and an addressee."""

    def found(strength=None, addressee=None):
        return {
            item.id
            for item in graph.data.all("recommendation").values()
            if item.voice is Voice.GUIDANCE
            and strength in (None, item.strength)
            and (addressee is None or addressee in item.addressees)
        }

    return found


# From the start page to a recommendation, and on by law and source


def test_three_clicks_lead_from_the_start_page_to_a_recommendation_and_on_to_law_and_source(open_page, server, site):
    start = len(server.asked)
    page = open_page("", width=360)
    door = page.locator(".door").nth(2)
    door.get_by_role("link", name="Jeg jobber i tjenesten").click()
    page.locator("main").get_by_role("link", name="Anbefalinger", exact=True).click()
    row = page.locator("li.row[data-lov]").first
    identity = row.get_attribute("data-record-id")
    row.get_by_role("link").click()
    recommendation = page.locator(f'article[data-record-kind="recommendation"][data-record-id="{identity}"]')
    expect(recommendation).to_be_visible()

    page.locator('[data-field="legal_basis"] a').first.click()
    law = page.locator('article[data-record-kind="provision"], article[data-record-kind="law"]')
    expect(law).to_be_visible()
    here = urlsplit(page.url).path
    page.locator(".sources a").first.click()
    expect(page.locator('article[data-record-kind="reference"]')).to_be_visible()
    cited_by = page.locator(".cited-by a")
    paths = cited_by.evaluate_all("links => links.map(link => link.pathname)")
    assert here in paths
    cited_by.nth(next(number for number, path in enumerate(paths) if path != here)).click()
    expect(page.locator("article[data-record-kind]")).to_be_visible()
    assert urlsplit(page.url).path != here
    for asked in server.asked[start:]:
        path = unquote(urlsplit(asked).path)[1:]
        assert (site / path / "index.html").exists() or (site / path).is_file(), asked


def test_the_band_over_a_superseded_recommendation_leads_to_the_present_one(open_page, server, graph):
    item = graph.data.all("recommendation")[SUPERSEDED.split("/")[1]]
    page = open_page(SUPERSEDED)
    band = page.locator(".superseded")
    expect(band).to_contain_text("Erstattet")
    present = item.see_now[0]
    band.get_by_role("link", name=graph.data.all("recommendation")[present].title).click()
    page.wait_for_url(f"{server.url}anbefaling/{present}/")
    expect(page.locator(".superseded")).to_have_count(0)


# The list


def test_each_voice_has_a_list_of_its_own(open_page, graph):
    said = {}
    for item in graph.data.all("recommendation").values():
        said.setdefault(item.voice, set()).add(item.id)
    assert len(said) > 2
    page = open_page("anbefaling/")
    assert set(shown(page)) == said[Voice.GUIDANCE]
    for voice in said:
        page.get_by_role("navigation", name="Hvem som sier det").get_by_role("link", name=labels.VOICE[voice]).click()
        expect(page.locator(".tabs [aria-current='page']")).to_contain_text(labels.VOICE[voice])
        assert set(shown(page)) == said[voice]


def test_on_other_lists_the_other_voices_are_folded_away(open_page, graph):
    page = open_page("anbefaling/styrke/skal/")
    expect(page.get_by_role("heading", name="Nasjonale føringer")).to_be_visible()
    folded = page.locator("details.voice-other")
    assert folded.count()
    for box in folded.all():
        expect(box.locator("li.row").first).to_be_hidden()


def test_strength_and_addressee_narrow_at_once(open_page, matching):
    page = open_page("anbefaling/")
    choose(page, "styrke", "skal")
    assert set(shown(page)) == matching("skal")
    choose(page, "mottaker", "kommune")
    assert set(shown(page)) == matching("skal", "kommune") < matching("skal")
    expect(count(page)).to_have_text(f"{len(matching('skal', 'kommune'))} anbefalinger")
    expect(count(page)).to_have_attribute("role", "status")
    for group in page.locator("[data-list-group]:not([hidden])").all():
        expect(group.locator("h2 .count")).to_have_text(str(group.locator("li.row:not([hidden])").count()))


def test_a_choice_gives_what_it_promises(open_page):
    page = open_page("anbefaling/#styrke=skal")
    promised = page.locator('#valg-mottaker option[value="fastlege"]').text_content()
    choose(page, "mottaker", "fastlege")
    assert promised.endswith(f"({len(shown(page))})")


def test_the_choices_stand_in_the_fragment_and_a_reload_keeps_them(open_page, matching):
    page = open_page("anbefaling/")
    choose(page, "mottaker", "kommune")
    choose(page, "styrke", "skal")
    assert urlsplit(page.url).fragment == "styrke=skal&mottaker=kommune"
    page.reload()
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    expect(page.locator("#valg-mottaker")).to_have_value("kommune")
    assert set(shown(page)) == matching("skal", "kommune")


def test_back_and_forward_walk_through_the_choices(open_page, matching):
    page = open_page("anbefaling/")
    choose(page, "styrke", "skal")
    choose(page, "mottaker", "kommune")
    page.go_back()
    expect(page.locator("#valg-mottaker")).to_have_value("")
    assert set(shown(page)) == matching("skal")
    page.go_back()
    expect(page.locator("#valg-styrke")).to_have_value("")
    assert set(shown(page)) == matching()
    page.go_forward()
    page.go_forward()
    expect(page.locator("#valg-mottaker")).to_have_value("kommune")
    page.locator("li.row:not([hidden]) a").first.click()
    expect(page.locator('article[data-record-kind="recommendation"]')).to_be_visible()
    page.go_back()
    expect(page.locator("#valg-mottaker")).to_have_value("kommune")
    assert set(shown(page)) == matching("skal", "kommune")


def test_a_question_after_a_question_mark_moves_to_the_fragment(open_page, server, matching):
    page = open_page("om/")
    referers = []
    page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
    start = len(server.asked)
    page.goto(server.url + "anbefaling/?styrke=skal")
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", "styrke=skal")
    assert set(shown(page)) == matching("skal")
    page.reload()
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    choose(page, "mottaker", "kommune")
    assert [path for path in server.asked[start:] if "styrke" in path or "mottaker" in path] == [
        "/anbefaling/?styrke=skal"
    ]
    assert not [referer for referer in referers if "skal" in referer]


def test_an_empty_list_offers_to_take_the_choices_away(open_page, graph, matching):
    addressees = {actor for item in graph.data.all("recommendation").values() for actor in item.addressees}
    lacking = next(
        actor for actor in sorted(addressees) if matching(addressee=actor) and not matching("frarades", actor)
    )
    page = open_page(f"anbefaling/#styrke=frarades&mottaker={lacking}")
    expect(count(page)).to_have_text("0 anbefalinger")
    assert shown(page) == []
    reset = page.get_by_role("button", name="Ta bort valgene")
    reset.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#valg-styrke")).to_be_focused()
    expect(reset).to_be_hidden()
    assert set(shown(page)) == matching()
    assert urlsplit(page.url).fragment == ""


def test_the_skip_link_leaves_the_choices_alone(open_page, matching):
    page = open_page("anbefaling/#styrke=skal")
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.wait_for_url("**/anbefaling/#styrke=skal")
    assert set(shown(page)) == matching("skal")


def test_words_that_no_choice_has_are_passed_over(open_page, matching):
    page = open_page("anbefaling/?styrke=hemmelig&x=1")
    expect(page.locator("#valg-styrke")).to_have_value("")
    assert set(shown(page)) == matching()
    assert "hemmelig" not in page.url


@pytest.mark.parametrize("address", ["foringer/", "kilder/"])
def test_other_lists_narrow_too(open_page, address):
    page = open_page(address)
    everything = shown(page)
    option = page.locator("#valg-type option").nth(1)
    promised = option.text_content()
    choose(page, "type", option.get_attribute("value"))
    assert 0 < len(shown(page)) < len(everything)
    assert promised.endswith(f"({len(shown(page))})")


@pytest.mark.parametrize("extension", ["bib", "ris", "json"])
def test_the_sources_can_be_taken_along(open_page, data, extension):
    page = open_page("kilder/")
    with page.expect_download() as waiting:
        page.locator(f'a[download][href$="kilder.{extension}"]').click()
    text = waiting.value.path().read_text(encoding="utf-8")
    opening = {"bib": "\n@", "ris": "TY  - ", "json": '"id":'}[extension]
    assert f"\n{text}".count(opening) == len(data.bibliography.works)


# Search


@pytest.mark.parametrize("question", ["hol § 3-1", "§3-1", "helse- og omsorgstjenesteloven § 3-1", "HOL §3-1"])
def test_a_section_of_a_law_is_found_first(open_page, server, question):
    page = open_page(f"sok/#q={question}")
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    links = page.locator("#resultater > li a").evaluate_all("links => links.map(link => link.href)")
    assert links[0] == f"{server.url}lov/hol/3-1/"


def test_a_section_of_any_law_comes_before_its_parts_and_everything_else(open_page, graph):
    page = open_page("sok/#q=§ 3-1")
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    found = page.locator("#resultater > li").evaluate_all(
        "items => items.map(item => [item.dataset.recordKind, item.dataset.recordId])"
    )
    provisions = graph.data.all("provision").values()
    whole = {("provision", one.id) for one in provisions if one.number == "§ 3-1"}
    parts = {("provision", one.id) for one in provisions if one.number.startswith("§ 3-1 ")}
    assert len(whole) > 1 and parts
    assert {tuple(one) for one in found[: len(whole)]} == whole
    assert {tuple(one) for one in found[len(whole) :]} <= parts


def test_a_whole_title_is_found(open_page, graph):
    title = graph.data.all("term")["individuell-plan"].title
    page = open_page(f"sok/#q={title.lower()}")
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    expect(page.locator("#resultater > li > a").filter(has_text=title).first).to_be_visible()


def test_the_name_of_a_guide_finds_the_guide_before_what_it_says(open_page):
    page = open_page("sok/#q=sammen om mestring")
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    expect(page.locator("#resultater > li").first).to_have_attribute("data-record-id", "sammen-om-mestring-2014")


def test_someone_who_looks_for_help_meets_the_topic_first(open_page):
    page = open_page("sok/#q=søvn")
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    expect(page.locator("#resultater > li").first).to_have_attribute("data-record-id", "sovn")
    expect(page.locator("#resultater > li").first).to_have_attribute("data-record-kind", "topic")


def test_one_citation_is_copied(open_page):
    page = open_page(SUPERSEDED)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier", exact=True).click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-cite-text]").text_content().strip()


def test_what_is_chosen_stays_in_the_browser(open_page, server, site):
    start = len(server.asked)
    page = open_page("anbefaling/")
    choose(page, "styrke", "skal")
    choose(page, "tema", "tvangsbruk")
    assert len(server.asked) > start
    for asked in server.asked[start:]:
        parts = urlsplit(asked)
        assert parts.query.startswith("v=") or not parts.query, asked
        path = unquote(parts.path)[1:]
        assert (site / path / "index.html").exists() or (site / path).is_file(), asked
    assert page.context.cookies() == []
