from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect


def results(page):
    page.wait_for_selector("#resultater[data-ready='true']", state="attached")
    return page.locator("#resultater > li")


def found(page):
    return results(page).evaluate_all("items => items.map(item => [item.dataset.recordKind, item.dataset.recordId])")


def test_a_question_in_the_fragment_is_answered(open_page, server):
    page = open_page("sok/#q=søvn")
    answers = found(page)
    assert all(kind and identity for kind, identity in answers)
    assert ["topic", "sovn"] in answers
    assert ["offer", "sandnes-sovnkurs"] in answers
    expect(page.locator("#resultatstatus")).to_contain_text("treff på «søvn»")
    assert page.locator("#q").input_value() == "søvn"
    results(page).get_by_role("link", name="Sover dårlig", exact=True).click()
    page.wait_for_url(server.url + "tema/sovn/")


def test_a_question_after_a_question_mark_moves_to_the_fragment(open_page):
    page = open_page("sok/?q=s%C3%B8vn")
    assert found(page)
    assert urlsplit(page.url).query == ""
    assert unquote(urlsplit(page.url).fragment) == "q=søvn"


def test_what_is_typed_never_reaches_the_server(open_page, server):
    page = open_page("")
    start = len(server.asked)
    page.get_by_label("Hva trenger du hjelp med?").fill("hemmelig")
    page.keyboard.press("Enter")
    expect(page.locator("#resultatstatus")).to_contain_text("«hemmelig»")
    page.locator("#q").fill("mer hemmelig angst")
    page.get_by_role("button", name="Søk").click()
    expect(page.locator("#resultatstatus")).to_contain_text("«mer hemmelig angst»")
    page.reload()
    expect(page.locator("#resultatstatus")).to_contain_text("«mer hemmelig angst»")
    assert len(server.asked) > start
    assert not [path for path in server.asked[start:] if "hemmelig" in path]


@pytest.mark.parametrize("question", ["xyzzy", "!!!"])
def test_no_answer_is_said_and_helped(open_page, question):
    page = open_page(f"sok/#q={question}")
    assert found(page) == []
    expect(page.locator("#resultatstatus")).to_contain_text(f"Ingen treff på «{question}»")
    expect(page.get_by_role("heading", name="Finn etter tema")).to_be_visible()


def test_a_former_name_finds_the_municipality(open_page):
    assert ["municipality", "nordre-follo"] in found(open_page("sok/#q=Oppegård"))


def test_letters_outside_the_keyboard_do_not_matter(open_page):
    plain = found(open_page("sok/#q=sovn"))
    assert plain and plain == found(open_page("sok/#q=SØVN"))


def test_questions_can_be_walked_through(open_page):
    page = open_page("sok/#q=angst")
    anxious = found(page)
    page.locator("#q").fill("sorg")
    page.keyboard.press("Enter")
    expect(page.locator("#resultatstatus")).to_contain_text("«sorg»")
    page.go_back()
    expect(page.locator("#resultatstatus")).to_contain_text("«angst»")
    assert found(page) == anxious


def test_the_skip_link_leaves_the_answers_alone(open_page):
    page = open_page("sok/#q=angst")
    before = found(page)
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.wait_for_url("**/sok/#q=angst")
    assert found(page) == before
