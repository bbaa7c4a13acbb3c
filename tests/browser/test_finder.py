"""The finder as a GP uses it between two patients: by keyboard, by link, and without leaving a trace."""

import json
import re
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from lavterskel.render.addresses import address

MORE = re.compile(r"^Vis \d+ lokale? tilbud til$|^Vis 1 lokalt tilbud til$")
CASE = "kommune=5001&tema=angst&alder=34&alvorlighet=mild"
NOTHING_CHOSEN = "Velg kommune eller problem for å se forslag."
NOTHING_KNOWN = {"kommune": "", "problem": "", "alder": "", "alvorlighet": ""}
ITEMS = """items => items.map(item => ({ kind: item.dataset.recordKind, id: item.dataset.recordId,
  link: item.querySelector('a')?.pathname.slice(1), words: item.textContent.slice(0, 60) }))"""
FIELDS = """items => Object.fromEntries(items.map(item => [item.dataset.recordId,
  Object.fromEntries([...item.querySelectorAll('[data-field]')].map(field => [field.dataset.field, {
    unknown: 'unknown' in field.dataset, inherited: field.dataset.inherited ?? null,
    words: field.closest('.unknown-rest, [data-field]:not([data-unknown])')?.textContent ?? field.textContent }]))]))"""
KEPT = """async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length, window.name, history.state]"""
NOTHING_KEPT = [0, 0, "", 0, 0, 0, "", None]
REFUSES = {
    "not in a safe context": "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    "not allowed": "navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError') }",
}
DRAWN_AFTER = "async number => { await (await fetch(`data/${number}.json`)).json() }"


def list_of(page):
    return page.locator("#forslag > li")


def wait_until_answered(page):
    page.wait_for_selector('#forslag[data-ready="true"]', state="attached")


def go_to(page, state):
    """Follow a link to another state of the finder that is open, and wait until it is drawn."""
    page.evaluate(
        "state => { document.getElementById('forslag').dataset.ready = 'false'; location.hash = state }", state
    )
    wait_until_answered(page)


def suggested(page, state):
    """What a link to a state suggests, best first."""
    go_to(page, state)
    return ids(page)


def items(page):
    """Every item that stands for a record: kind, id, and where its first link leads."""
    return page.locator("#forslag > li[data-record-kind]").evaluate_all(ITEMS)


def ids(page, kind=None):
    return [item["id"] for item in items(page) if kind in (None, item["kind"])]


def status(page):
    return page.locator("#resultatstatus")


def write(page, name, text):
    """Write in a field as hands do, and leave it."""
    field = page.locator(f"#{name}")
    field.press_sequentially(text)
    field.press("Tab")
    wait_until_answered(page)


def tick(page, label):
    page.get_by_label(label, exact=True).check()


def form_values(page):
    written = {name: page.locator(f"#{name}").input_value() for name in ("kommune", "problem", "alder")}
    return written | {"alvorlighet": page.locator("[name=alvorlighet]:checked").get_attribute("value")}


def message(page, name):
    return page.locator(f"#{name}-melding")


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def text_of(page, selector):
    return " ".join(page.locator(selector).text_content().split())


@pytest.fixture
def finder(open_page):
    """Opens the finder with a state in its fragment, and waits for the answer."""

    def opened(state="", **how):
        page = open_page(f"fastlege/{'#' if state else ''}{state}", **how)
        wait_until_answered(page)
        return page

    return opened


@pytest.fixture
def usable(site):
    """What the finder fetches about a municipality: its offers by id."""

    def read(number):
        found = json.loads((site / f"fastlege/data/{number}.json").read_text(encoding="utf-8"))
        return {offer["id"]: offer for offer in found["offers"]}

    return read


@pytest.fixture
def national(site):
    found = json.loads((site / "fastlege/data/nasjonale.json").read_text(encoding="utf-8"))
    return {offer["id"]: offer for offer in found}


def held(page, name):
    """Keeps back a file of the finder's data; gives the requests, to be let through later."""
    waiting = []
    page.route(f"**/data/{name}.json", lambda route: waiting.append(route))
    return waiting


def release(page, waiting, name):
    """Let a file that was held come; gives the answer."""
    while not waiting:
        page.evaluate("0")  # the request has left, and its route is handled in a moment
    with page.expect_response(f"**/data/{name}.json") as answer:
        waiting[0].continue_()
    page.unroute(f"**/data/{name}.json")
    return answer.value


def let_through(page, waiting, number):
    """Let a late answer come, and wait until the page has had its chance to draw it."""
    release(page, waiting, number).finished()
    page.evaluate(DRAWN_AFTER, number)
    wait_until_answered(page)


# The whole way


def test_the_keyboard_alone_leads_to_an_answer_in_under_ten_actions(finder, graph, site):
    page = finder(width=360)
    actions = 0
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.locator("#kommune").evaluate("field => field === document.activeElement"):
            break
    for name, text in (("kommune", "Trondheim"), ("problem", "angst"), ("alder", "34")):
        expect(page.locator(f"#{name}")).to_be_focused()
        page.keyboard.type(text)
        page.keyboard.press("Tab")
        actions += 1
    while not page.get_by_label("Mild", exact=True).is_checked():
        page.keyboard.press("ArrowDown")
        actions += 1
    assert actions < 10

    wait_until_answered(page)
    found = items(page)
    assert found[0]["kind"] == "pathway" and found[0]["id"] == "hovedforlop-1"
    expect(list_of(page).first).to_contain_text("Passer best")
    for item in found:
        assert item["link"] == address(item["kind"], item["id"])
        assert (site / item["link"] / "index.html").exists()
    expect(status(page)).to_have_role("status")
    expect(status(page)).to_contain_text(f"{graph.data.all('pathway')['hovedforlop-1'].title} passer best.")
    expect(status(page)).to_contain_text(f"{len(found)} forslag.")
    for offer in ids(page, "offer"):
        assert offer in graph.data.all("offer")


def test_the_answer_comes_while_things_are_chosen(finder):
    page = finder()
    expect(status(page)).to_have_text(NOTHING_CHOSEN)
    assert items(page) == []
    write(page, "kommune", "Trondheim")
    only_place = ids(page)
    write(page, "problem", "angst")
    with_problem = ids(page)
    tick(page, "Moderat")
    tick(page, "Har vart lenge")
    assert only_place and only_place != with_problem != ids(page)
    assert ids(page)[0] == "hovedforlop-2"


def test_a_phone_has_a_short_way_from_the_form_to_the_answer(finder):
    page = finder(CASE, width=360)
    page.emulate_media(reduced_motion="reduce")
    page.get_by_role("button", name="Se forslagene").click()
    expect(page.get_by_role("heading", name="Forslagene")).to_be_focused()
    expect(list_of(page).first).to_be_in_viewport()
    assert form_values(page)["kommune"] == "Trondheim"


def test_every_item_of_the_answer_stands_for_a_record(finder):
    page = finder()
    for state in (CASE, "kommune=1151&tema=angst&alvorlighet=mild", "kommune=1108&tema=angst"):
        go_to(page, state)
        assert [item["words"] for item in list_of(page).evaluate_all(ITEMS) if not item.get("kind")] == [], state


# The state in the fragment


def test_a_fragment_fills_the_form_and_answers(finder):
    page = finder(CASE)
    assert form_values(page) == {"kommune": "Trondheim", "problem": "Mye angst", "alder": "34", "alvorlighet": "mild"}
    assert ids(page)[0] == "hovedforlop-1"
    assert "trondheim-rph" in ids(page)


def test_another_fragment_on_the_open_page_changes_everything(finder):
    page = finder(f"{CASE}&forhold=fare,barn&varighet=lenge")
    go_to(page, "kommune=0301&icpc=P06&alvorlighet=alvorlig")
    expect(status(page)).to_contain_text("Oslo")
    assert form_values(page) == {"kommune": "Oslo", "problem": "P06", "alder": "", "alvorlighet": "alvorlig"}
    assert page.locator("[type=checkbox]:checked, [name=varighet][value=lenge]:checked").count() == 0


def test_a_code_is_the_topic_it_stands_for(finder, graph):
    page = finder()
    for code, topic in (("P74", "angst"), ("p74", "angst"), ("P06", "sovn"), ("P76", "depresjon")):
        assert code.upper() in graph.data.all("topic")[topic].icpc2
        coded = suggested(page, f"kommune=5001&icpc={code}&alvorlighet=mild")
        assert form_values(page)["problem"] == code.upper()
        assert coded == suggested(page, f"kommune=5001&tema={topic}&alvorlighet=mild")
        assert coded[0] == "hovedforlop-1"


def test_a_code_and_its_name_can_be_written_together(finder):
    page = finder("kommune=5001&tema=depresjon&alvorlighet=mild")
    expected = ids(page)
    go_to(page, "kommune=5001&alvorlighet=mild")
    assert ids(page) != expected
    write(page, "problem", "P76 Depressiv lidelse")
    assert ids(page) == expected


def test_what_applies_is_ticked_by_the_fragment(finder):
    page = finder()
    for facts in (["gravid", "barn"], ["fare", "rus", "ikke-samtale"], []):
        go_to(page, f"alder=34&forhold={','.join(facts) or 'noe-annet'}")
        ticked = page.locator("#pasient :checked:not([value=''])").evaluate_all("boxes => boxes.map(box => box.name)")
        assert ticked == [f"forhold-{fact}" for fact in facts]


def test_a_link_that_is_followed_takes_the_messages_away(finder):
    page = finder()
    write(page, "problem", "xyzzy")
    go_to(page, CASE)
    expect(page.locator("#problem")).to_have_value("Mye angst")
    expect(message(page, "problem")).to_be_hidden()


def test_what_stands_after_a_question_mark_moves_to_the_fragment_at_once(open_page, server):
    page = open_page("om/")
    referers = []
    page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
    waiting = held(page, "regler")
    start = len(server.asked)
    with page.expect_request("**/data/regler.json"):
        page.goto(f"{server.url}fastlege/?{CASE}")
    assert (urlsplit(page.url).query, urlsplit(page.url).fragment) == ("", CASE)
    release(page, waiting, "regler")
    wait_until_answered(page)
    assert form_values(page)["problem"] == "Mye angst"
    page.reload()
    wait_until_answered(page)
    assert ids(page)[0] == "hovedforlop-1"
    assert [path for path in server.asked[start:] if "angst" in path] == [f"/fastlege/?{CASE}"]
    assert not [referer for referer in referers if "angst" in referer]


NOT_UNDERSTOOD = (
    "kommune=9999",
    "kommune=",
    "tema=finnes-ikke",
    "alvorlighet=<script>alert(1)</script>",
    "kommune=9999&tema=finnes-ikke&alder=tre&alvorlighet=<script>&varighet=x&forhold=x",
    "kommune=__proto__&tema=__proto__&alder=__proto__&alvorlighet=__proto__&forhold=__proto__",
    "tema=constructor&kommune=../../krise",
    "%E0%A4%A&alder=-3",
    "alder=999",
    "icpc=Z99",
)


@pytest.mark.parametrize("before", ["", CASE])
def test_what_is_not_understood_is_left_unchosen(finder, before):
    page = finder()
    faults = []
    for state in NOT_UNDERSTOOD:
        if before:
            go_to(page, before)
        if suggested(page, state) or form_values(page) != NOTHING_KNOWN or status(page).inner_text() != NOTHING_CHOSEN:
            faults.append(state)
    assert faults == []


def test_the_finder_works_on_after_an_address_that_is_not_understood(finder):
    page = finder("kommune=9999&tema=finnes-ikke&alder=tre&alvorlighet=<script>&varighet=x&forhold=x")
    assert form_values(page) == NOTHING_KNOWN
    assert items(page) == []
    write(page, "kommune", "Trondheim")
    assert "trondheim-rph" in ids(page)


def test_what_is_understood_stands_beside_what_is_not(finder):
    page = finder("kommune=5001&tema=finnes-ikke,angst&alvorlighet=<script>&alder=34")
    assert form_values(page) == {"kommune": "Trondheim", "problem": "Mye angst", "alder": "34", "alvorlighet": ""}
    assert ids(page) == suggested(page, "kommune=5001&tema=angst&alder=34")


# What is written


NAMES = {
    "Oppegård": "3207",
    "Fjell": "4626",
    "tromso": "5501",
    "  OSLO kommune ": "0301",
    "Tråante": "5001",
}


def test_a_municipality_is_found_by_any_of_its_names(finder, graph, usable):
    page = finder()
    titles = {one.number: one.title for one in graph.data.all("municipality").values()}
    for written, number in NAMES.items():
        page.locator("#kommune").fill(written)
        page.locator("#kommune").press("Tab")
        expect(status(page)).to_contain_text(f" i {titles[number]}.")
        expect(page.locator("#kommune")).to_have_attribute("aria-invalid", "false")
        assert ids(page)[0] in usable(number), written


@pytest.mark.parametrize(
    ("written", "choices"),
    [("Herøy", ["Herøy (Møre og Romsdal)", "Herøy (Nordland)"]), ("Tysfjord", ["Hamarøy", "Narvik"])],
)
def test_several_municipalities_are_offered_as_buttons(finder, written, choices):
    page = finder()
    write(page, "kommune", written)
    buttons = message(page, "kommune").get_by_role("button")
    assert sorted(buttons.all_inner_texts()) == choices
    assert items(page) == []
    expect(page.locator("#kommune")).to_have_attribute("aria-invalid", "true")
    buttons.filter(has_text=choices[1]).click()
    expect(status(page)).to_contain_text(choices[1])
    expect(page.locator("#kommune")).to_be_focused()
    expect(page.locator("#kommune")).to_have_value(choices[1])
    expect(message(page, "kommune")).to_be_hidden()


def test_several_topics_are_offered_as_buttons_that_the_keyboard_reaches(finder, graph):
    page = finder("kommune=5001")
    without = ids(page)
    page.locator("#problem").press_sequentially("selv")
    page.locator("#problem").press("Enter")
    buttons = message(page, "problem").get_by_role("button")
    titles = {topic.title: topic.id for topic in graph.data.all("topic").values()}
    assert {"selvmordstanker", "selvskading"} <= {titles[words] for words in buttons.all_inner_texts()}
    assert ids(page) == without
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent") != "Selvskading":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).to_have_value("Selvskading")
    expect(page.locator("#problem")).to_be_focused()
    expect(message(page, "problem")).to_be_hidden()
    assert ids(page) == suggested(page, "kommune=5001&tema=selvskading") != without


MISTAKES = {
    "kommune": [("Andeby", "Andeby", "Trondheim"), ("<b>x", "<b>x", "Oslo")],
    "problem": [("xyzzy", "xyzzy", "søvn"), ("<img src=x>", "<img src=x>", "P74"), ("P99", "P99", "P74")],
    "alder": [("tre", "hele år", "3"), ("999", "hele år", "99")],
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_word_that_is_not_known_gets_a_message_tied_to_its_field(finder, name):
    page = finder()
    field = page.locator(f"#{name}")
    for written, said, right in MISTAKES[name]:
        expect(message(page, name)).to_be_hidden()
        field.fill(written)
        field.press("Tab")
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(re.escape(said)))
        expect(message(page, name)).to_be_visible()
        expect(message(page, name)).to_have_role("alert")
        assert items(page) == []
        field.fill(right)
        field.press("Tab")
        expect(field).to_have_attribute("aria-invalid", "false")
        expect(message(page, name)).to_be_hidden()
        if name != "alder":
            expect(list_of(page)).not_to_have_count(0)
        page.get_by_role("button", name="Tøm alt").click()


@pytest.mark.parametrize(("name", "written"), [("kommune", "Trondheim"), ("problem", "angst")])
def test_what_is_taken_out_of_a_field_again_is_no_longer_used(finder, name, written):
    page = finder()
    page.locator(f"#{name}").press_sequentially(written)
    expect(list_of(page)).not_to_have_count(0)
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    expect(list_of(page)).to_have_count(0)
    expect(status(page)).to_have_text(NOTHING_CHOSEN)


def test_a_word_that_no_topic_has_leads_to_all_topics(finder, server):
    page = finder()
    write(page, "problem", "xyzzy")
    message(page, "problem").get_by_role("link", name="Se alle temaene").click()
    page.wait_for_url(f"{server.url}tema/")


# Nothing leaves, nothing is kept


def fill_everything(page):
    for name, text in (("kommune", "Oppegård"), ("problem", "livredd"), ("alder", "34")):
        write(page, name, text)
    for label in ("Moderat", "Har vart lenge", "Akutt fare for liv eller helse", "Gravid", "Barn i hjemmet"):
        tick(page, label)
    for label in ("Rus i tillegg", "Vil ikke ha samtaler alene"):
        tick(page, label)
    page.locator(".pick input").first.check()
    page.locator("details.why").first.locator("summary").click()


def test_what_is_filled_in_never_reaches_the_server_and_is_never_kept(finder, server, site):
    start = len(server.asked)
    page = finder()
    referers = []
    page.on("request", lambda request: referers.append(request.headers.get("referer", "")))
    fill_everything(page)
    asked = server.asked[start:]
    assert any(path.endswith("/3207.json") for path in asked)
    for path in asked:
        parts = urlsplit(path)
        assert not parts.query or re.fullmatch(r"v=\w+", parts.query), path
        local = unquote(parts.path)[1:]
        assert (site / local / "index.html").exists() or (site / local).is_file(), path
    assert not [path for path in asked if re.search("oppeg|redd|angst|34|moderat", unquote(path).lower())]
    assert set(referers) <= {f"{server.url}fastlege/", ""}
    assert page.evaluate(KEPT) == NOTHING_KEPT
    assert page.context.cookies() == []
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert page.url == f"{server.url}fastlege/"


def test_a_choice_after_arriving_by_a_link_takes_the_fragment_away(finder, server):
    page = finder(CASE)
    tick(page, "Alvorlig")
    assert page.url == f"{server.url}fastlege/"


def test_a_reload_forgets_what_was_written(finder):
    page = finder()
    fill_everything(page)
    page.reload()
    wait_until_answered(page)
    assert form_values(page) == NOTHING_KNOWN
    assert page.locator("#pasient [type=checkbox]:checked").count() == 0
    assert items(page) == []


def test_the_copied_link_holds_choices_and_never_what_was_written(finder, server):
    page = finder()
    fill_everything(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier lenke").click()
    expect(page.get_by_role("status").filter(has_text="Lenken er kopiert")).to_be_visible()
    link = clipboard(page)
    assert page.url == f"{server.url}fastlege/"
    assert link.split("#")[0] == page.url
    assert dict(parse_qsl(urlsplit(link).fragment)) == {
        "kommune": "3207",
        "tema": "angst",
        "alder": "34",
        "alvorlighet": "moderat",
        "varighet": "lenge",
        "forhold": "fare,gravid,barn,rus,ikke-samtale",
    }
    assert re.fullmatch(r"[a-z0-9,=&-]+", urlsplit(link).fragment)

    before = ids(page)
    assert before
    page.get_by_role("button", name="Tøm alt").click()
    assert suggested(page, urlsplit(link).fragment) == before
    assert form_values(page)["kommune"] == "Nordre Follo"


def test_the_copied_link_holds_the_code_and_not_the_words_after_it(finder):
    page = finder()
    write(page, "problem", "P74 er redd for sjefen")
    write(page, "kommune", "Trondheim")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier lenke").click()
    expect(page.get_by_role("status").filter(has_text="Lenken er kopiert")).to_be_visible()
    assert urlsplit(clipboard(page)).fragment == "kommune=5001&icpc=P74"


# Danger first


def test_danger_gives_a_number_beside_the_box_and_first_in_the_answer(finder):
    page = finder(width=360)
    box = page.get_by_label("Akutt fare for liv eller helse")
    number = page.locator("#pasient a[href='tel:113']")
    expect(number).to_be_hidden()
    box.focus()
    page.keyboard.press("Space")
    expect(number).to_be_visible()
    expect(number).to_be_in_viewport(ratio=1)
    assert 0 < number.bounding_box()["y"] - box.bounding_box()["y"] < 150
    first = list_of(page).first
    expect(first).to_have_attribute("data-record-id", "nodnummer-113")
    expect(first.locator("a[href='tel:113']")).to_be_visible()
    expect(status(page)).to_contain_text("Først: hva du gjør ved fare for liv eller helse.")
    page.keyboard.press("Space")
    expect(number).to_be_hidden()
    assert items(page) == []


def test_danger_comes_before_everything_else_that_is_chosen(finder):
    page = finder()
    for state in ("alder=34", "kommune=5001&tema=depresjon&alvorlighet=mild", "kommune=1151&alder=15"):
        go_to(page, state)
        tick(page, "Akutt fare for liv eller helse")
        assert ids(page)[:2] == ["nodnummer-113", "legevakt-116117"]


def test_thoughts_of_suicide_give_the_number_first(finder):
    page = finder("kommune=5001&alvorlighet=mild")
    for written in ("Tanker om selvmord", "sjølvmord", "vil dø", "P77"):
        page.locator("#problem").fill(written)
        page.locator("#problem").press("Tab")
        first = list_of(page).first
        expect(first).to_have_attribute("data-record-id", "nodnummer-113")
        expect(first.locator("a[href='tel:113']")).to_be_visible()
        expect(status(page)).to_contain_text("Først: hva du gjør ved fare for liv eller helse.")
        assert "selvmord" in ids(page, "pathway")
        page.locator("#problem").fill("søvn")
        expect(status(page)).not_to_contain_text("fare for liv")


# Why


@pytest.mark.parametrize(
    ("state", "chosen"),
    [
        (CASE, ["«Mye angst»", "mild"]),
        ("kommune=5001&tema=depresjon&alvorlighet=alvorlig&varighet=lenge", ["«Nedstemt (depresjon)»", "alvorlig"]),
        ("tema=alkohol&alvorlighet=moderat&varighet=ny", ["«Alkohol»", "moderat", "ny eller ventes å gå over"]),
    ],
)
def test_the_best_pathway_says_why(finder, graph, site, state, chosen):
    page = finder(state)
    best = page.locator("#forslag .best")
    why = best.locator("details.why").filter(has_text="Hvorfor dette forslaget")
    expect(why.get_by_text("Regel: ").first).to_be_hidden()
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    because = why.locator("ul", has_text="Kriterium: ").first
    rule = because.get_by_text("Regel: ")
    expect(rule).to_be_visible()
    known = graph.data.all("rule")[rule.text_content().removeprefix("Regel: ")]
    assert known.pathway == best.get_attribute("data-record-id")
    for words in chosen:
        expect(because.get_by_text("Brukte det du valgte")).to_contain_text(words)
    sources = because.locator("li", has_text="Kilde: ").get_by_role("link")
    for link in sources.evaluate_all("links => links.map(link => link.pathname)"):
        assert re.match(r"/kilder/[a-z0-9-]+/$", link) and (site / link[1:] / "index.html").exists()
    assert sources.count()

    criterion = because.locator("li", has_text="Kriterium: ").get_by_role("link")
    words, target = criterion.text_content(), urlsplit(criterion.get_attribute("href"))
    assert target.fragment == f"kriterium-{known.criterion.key}"
    criterion.click()
    there = page.locator(f"#{target.fragment}")
    expect(there).to_be_in_viewport()
    assert " ".join(words.split()) in text_of(page, f"#{target.fragment}")


def test_every_suggestion_says_why_and_what_it_rests_on(finder, graph):
    page = finder("kommune=5001&tema=depresjon&alder=34&alvorlighet=alvorlig&forhold=fare,gravid,barn,rus")
    assert len(items(page)) > 20
    rules = set()
    for item in page.locator("#forslag > li[data-record-kind]:not([data-record-kind=offer])").all():
        why = item.locator("details.why").last
        mentioned = re.findall(r"Regel: ([a-z0-9-]+)", " ".join(why.locator("li").all_text_contents()))
        assert mentioned
        assert why.locator("a[href*='/kilder/']").count() >= len(set(mentioned))
        rules |= set(mentioned)
    assert rules <= set(graph.data.all("rule")) and len(rules) > 10


# Offers

SHOWN = {"age": "age_text", "cost": "cost", "as_of": "age_line"}


@pytest.mark.parametrize("number", ["5001", "1108", "0301"])
def test_each_offer_says_what_is_known_and_that_the_rest_is_not(finder, usable, national, number):
    page = finder(f"kommune={number}")
    page.get_by_role("button", name=MORE).click()
    shown = page.locator("#forslag > li[data-record-kind=offer]").evaluate_all(FIELDS)
    known = usable(number) | national
    unknown = 0
    assert len(shown) > 8
    for identity, fields in shown.items():
        offer = known[identity]
        expected = {name: [offer[key]] if key in offer else [] for name, key in SHOWN.items()}
        expected["access"] = [offer[key] for key in ["referral_text"] if key in offer] + offer.get("how", [])
        expected["waiting"] = offer.get("waiting", [])
        assert set(expected) <= set(fields)
        for name, values in expected.items():
            assert fields[name]["unknown"] is (not values), (identity, name)
            assert all(value in fields[name]["words"] for value in values), (identity, name)
            assert values or "Ikke oppgitt" in fields[name]["words"], (identity, name)
            unknown += not values
        assert re.search(r"\b20\d\d\b", fields["as_of"]["words"])
    assert unknown > 5


def test_what_is_inherited_says_from_what(finder, graph, usable):
    page = finder("kommune=5001&tema=depresjon")
    shown = page.locator("#forslag > li[data-record-kind=offer]").evaluate_all(FIELDS)
    fields = shown["trondheim-kurs-depresjon"]
    assert usable("5001")["trondheim-kurs-depresjon"]["inherited"]["age"]["title"] == "Mestringstilbudet"
    assert "(gjelder Mestringstilbudet)" in fields["age"]["words"]
    assert fields["age"]["inherited"] == "trondheim-mestringstilbudet"


def test_more_offers_follow_when_they_are_asked_for(finder, usable):
    page = finder("kommune=1108")
    before = ids(page, "offer")
    page.get_by_role("button", name=MORE).click()
    local = [offer for offer in ids(page, "offer") if offer in usable("1108")]
    assert local[:8] == before[:8] and len(local) > len([one for one in before if one in usable("1108")])
    assert page.locator("#forslag .tier:text-is('I Sandnes')").count() >= 1
    expect(page.locator(f"#forslag [data-record-id='{local[8]}'] a").first).to_be_focused()
    expect(status(page)).to_contain_text(f"{len(local)} lokale tilbud i Sandnes")


def test_a_heading_over_offers_is_said_once(finder):
    page = finder("kommune=1108")
    page.get_by_role("button", name=MORE).click()
    headings = page.locator("#forslag .tier").all_inner_texts()
    assert len(headings) == len(set(headings))


@pytest.fixture
def about(graph):
    """How many of some offers, own or shared, are about a topic."""

    def count(offers, topic):
        local = [offer for offer in offers.values() if offer["tier"] in ("own", "shared")]
        return sum(any(topic in graph.topic_and_above(one) for one in offer.get("topics", [])) for offer in local)

    return count


def test_a_municipality_without_offers_says_so_and_whom_to_ask(finder, graph, usable, about, site):
    assert not usable("1151")
    page = finder("kommune=1151&tema=angst&alder=34&alvorlighet=mild")
    none = page.locator("#forslag .none")
    expect(none).to_contain_text("Vi kjenner ingen lokale tilbud for dette i Utsira.")
    expect(none).to_contain_text("Det betyr ikke at det ikke finnes.")
    expect(status(page)).to_contain_text("Ingen lokale tilbud i Utsira for dette.")
    neighbours = none.locator("li:has(a[href*='/kommune/'])")
    assert neighbours.count() > 1
    for neighbour in neighbours.all():
        slug = neighbour.get_by_role("link").get_attribute("href").split("/")[-2]
        count = about(usable(graph.data.all("municipality")[slug].number), "angst")
        assert count and re.search(rf"\(\d+ km\): {count} tilbud for dette$", neighbour.inner_text())
    asked = none.locator("p:has(.badge)")
    assert asked.count()
    for words in asked.all():
        expect(words.locator(".badge")).to_have_text(re.compile("^(Skal|Bør|Kan)$"))
        link = words.get_by_role("link", name="Anbefalingen").evaluate("link => link.pathname")
        assert re.match("/anbefaling/[a-z0-9-]+/$", link) and (site / link[1:] / "index.html").exists()
    assert ids(page)[0] == "hovedforlop-1"
    assert [offer for offer in ids(page, "offer") if offer.startswith("nasjonal-")]
    neighbours.first.get_by_role("link").click()
    expect(page.locator('article[data-record-kind="municipality"]')).to_be_visible()


def test_a_municipality_with_offers_but_none_for_this_says_so(finder, usable, about):
    assert usable("5035") and not about(usable("5035"), "spill")
    page = finder("kommune=5035&tema=spill")
    assert not [offer for offer in ids(page, "offer") if offer in usable("5035")]
    expect(page.locator("#forslag .none")).to_contain_text("Vi kjenner ingen lokale tilbud for dette i Stjørdal.")


def slow_then_another_one(page):
    page.locator("#kommune").fill("Trondheim")
    expect(status(page)).to_contain_text("Trondheim")
    return "Trondheim"


def slow_then_the_first_again(page):
    page.locator("#kommune").fill("Oslo")
    return "Oslo"


def slow_then_an_unknown_one(page):
    page.locator("#kommune").fill("Sandnesk")
    page.keyboard.press("Tab")
    return ""


def slow_then_all_emptied(page):
    page.get_by_role("button", name="Tøm alt").click()
    return ""


def slow_then_a_link(page):
    page.evaluate("location.hash = 'kommune=5001&tema=sovn'")
    expect(status(page)).to_contain_text("Trondheim")
    return "Trondheim"


@pytest.mark.parametrize(
    ("before", "then"),
    [
        ("kommune=0301", slow_then_another_one),
        ("", slow_then_all_emptied),
        ("kommune=0301", slow_then_the_first_again),
        ("", slow_then_an_unknown_one),
        ("", slow_then_a_link),
    ],
)
def test_a_slow_municipality_never_takes_the_place_of_the_last_one(finder, usable, before, then):
    page = finder(before)
    waiting = held(page, "1108")
    with page.expect_request("**/data/1108.json"):
        page.locator("#kommune").fill("Sandnes")
    last = then(page)
    let_through(page, waiting, "1108")
    assert not set(ids(page, "offer")) & set(usable("1108"))
    expect(status(page)).to_contain_text(last or NOTHING_CHOSEN)


def test_of_two_links_the_last_one_is_answered(finder, usable):
    page = finder()
    waiting = held(page, "1108")
    with page.expect_request("**/data/1108.json"):
        page.evaluate("location.hash = 'kommune=1108&tema=angst'")
    page.evaluate("location.hash = 'kommune=5001&tema=angst'")
    expect(status(page)).to_contain_text("Trondheim")
    let_through(page, waiting, "1108")
    assert form_values(page)["kommune"] == "Trondheim"
    assert not set(ids(page, "offer")) & set(usable("1108"))


def test_an_answer_is_not_called_complete_while_a_municipality_is_awaited(finder, usable):
    page = finder("kommune=0301")
    waiting = held(page, "1108")
    with page.expect_request("**/data/1108.json"):
        page.locator("#kommune").fill("Sandnes")
    tick(page, "Mild")
    ready, drawn = list_of(page).first.evaluate("item => item.parentElement.dataset.ready"), ids(page, "offer")
    let_through(page, waiting, "1108")
    assert set(ids(page, "offer")) & set(usable("1108"))
    assert ready == "false" or not set(drawn) & set(usable("0301"))


def test_what_is_written_before_the_rules_have_come_is_answered(open_page, server):
    page = open_page("om/")
    waiting = held(page, "regler")
    with page.expect_request("**/data/regler.json"):
        page.goto(f"{server.url}fastlege/")
    for name, text in (("kommune", "Trondheim"), ("problem", "angst"), ("alder", "34")):
        page.locator(f"#{name}").fill(text)
    release(page, waiting, "regler")
    wait_until_answered(page)
    assert form_values(page) == {"kommune": "Trondheim", "problem": "angst", "alder": "34", "alvorlighet": ""}
    assert "trondheim-rph" in ids(page)


def test_offers_that_do_not_come_are_said_and_can_be_asked_for_again(finder, usable):
    page = finder("tema=angst")
    page.route("**/data/1108.json", lambda route: route.abort())
    write(page, "kommune", "Sandnes")
    expect(message(page, "kommune")).to_contain_text("Prøv igjen")
    assert ids(page)
    page.unroute("**/data/1108.json")
    page.locator("#kommune").fill("")
    write(page, "kommune", "Sandnes")
    expect(message(page, "kommune")).to_be_hidden()
    assert set(ids(page)) & set(usable("1108"))


@pytest.mark.parametrize("name", ["regler", "nasjonale"])
def test_rules_that_do_not_come_are_said_with_another_way(open_page, server, name):
    page = open_page("om/")
    page.route(f"**/data/{name}.json", lambda route: route.abort())
    page.goto(f"{server.url}fastlege/#{CASE}")
    expect(status(page)).to_contain_text("Prøv igjen")
    status(page).get_by_role("link", name="tabellene").click()
    page.wait_for_url(f"{server.url}fastlege/tema/")


# Handing over


def test_the_journal_gets_plain_text_with_the_choice_the_pathway_the_sources_and_the_offers(finder, graph, server):
    page = finder(f"{CASE}&forhold=barn")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Ta med på arket til pasienten").nth(1).check()
    ticked = page.locator(".pick input:checked").get_attribute("id").removeprefix("ark-")
    page.get_by_role("button", name="Kopier til journal").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert. Lim inn i journalen.")).to_be_visible()
    text = clipboard(page)
    lines = text.splitlines()
    assert lines[1] == "Valgt: Trondheim; Mye angst; 34 år; mild; barn i hjemmet"
    assert any(line.startswith(f"- {graph.data.all('pathway')['hovedforlop-1'].title}: ") for line in lines)
    assert any(line.startswith("  Kriterium: ") for line in lines)
    assert sum(line.startswith("  Kilde: ") for line in lines) == text.split("Tilbud:")[0].count("\n- ")
    assert re.findall(r"Kilde: (http\S+)", text) == [f"{server.url}tilbud/{ticked}/"]
    assert graph.data.all("offer")[ticked].title in text
    assert re.search(r"(Beskrevet i|Lest) .*20\d\d", text)
    assert "erstatter ikke den kliniske vurderingen" in lines[-1]
    assert not re.search(r"</?[a-z]+|&[a-z]+;|undefined|null|\[object", text)


def test_the_journal_takes_the_first_three_when_none_is_ticked(finder):
    page = finder(CASE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier til journal").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert re.findall(r"/tilbud/([a-z0-9-]+)/", clipboard(page)) == ids(page, "offer")[:3]


def test_the_journal_names_sources_so_that_they_can_be_found_again(finder):
    page = finder(CASE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier til journal").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert not [line for line in clipboard(page).splitlines() if line.startswith("  Kilde: ") and "…" in line]


@pytest.mark.parametrize("why", REFUSES)
def test_a_browser_that_does_not_copy_says_so(open_page, server, why):
    page = open_page("om/")
    page.add_init_script(REFUSES[why])
    page.goto(f"{server.url}fastlege/#{CASE}")
    wait_until_answered(page)
    told = page.locator("#verktoy-status")
    page.get_by_role("button", name="Kopier til journal").click()
    expect(told).to_contain_text("lar oss ikke kopiere")
    page.get_by_role("button", name="Kopier lenke").click()
    expect(told).to_have_text(f"{server.url}fastlege/#{CASE}")


def test_what_is_ticked_stays_ticked_while_other_things_are_chosen(finder):
    page = finder(CASE)
    page.locator("#ark-trondheim-rph").check()
    tick(page, "Moderat")
    expect(page.locator("#ark-trondheim-rph")).to_be_checked()
    write(page, "alder", "5")
    assert page.locator(".pick input:checked").count() == 1
    page.locator("#alder").fill("12")
    expect(page.locator("#ark-trondheim-rph")).to_have_count(0)
    page.locator("#alder").fill("34")
    assert page.locator(".pick input:checked").count() == 0


def test_emptying_takes_everything_away_and_starts_again(finder):
    page = finder()
    fill_everything(page)
    write(page, "problem", "xyzzy")
    expect(message(page, "problem")).to_be_visible()
    page.get_by_role("button", name="Tøm alt").click()
    expect(page.locator("#kommune")).to_be_focused()
    assert form_values(page) == NOTHING_KNOWN
    assert page.locator("#pasient [type=checkbox]:checked").count() == 0
    expect(page.locator("[name=varighet][value='']")).to_be_checked()
    assert list_of(page).count() == 0
    expect(status(page)).to_have_text(NOTHING_CHOSEN)
    expect(page.get_by_role("button", name="Kopier til journal")).to_be_hidden()
    assert page.locator(".finder-message:visible, [aria-invalid=true]").count() == 0
    expect(page.locator("#pasient .danger-now")).to_be_hidden()
    write(page, "kommune", "Oppegård")
    assert page.locator(".pick input:checked").count() == 0


def test_emptying_takes_the_fragment_away_too(finder, server):
    page = finder(f"{CASE}&forhold=fare")
    page.get_by_role("button", name="Tøm alt").click()
    assert page.url == f"{server.url}fastlege/"


# The GP judges


def test_severity_is_a_word_and_never_a_number(finder):
    page = finder("kommune=5001&tema=depresjon&alder=34")
    values = page.locator("[name=alvorlighet]").evaluate_all("boxes => boxes.map(box => box.value)")
    assert values == ["mild", "moderat", "alvorlig", ""]
    for severity in ("Mild", "Moderat", "Alvorlig"):
        tick(page, severity)
        text = text_of(page, "main").lower()
        assert re.search(rf"brukte det du valgte: [^.]*\b{severity.lower()}\b", text)
        assert not re.search(r"(alvor\w*|skår|score|grad|sannsynlighet|risiko)\s*(er|på|:|=)?\s*\d", text)
        assert not re.search(
            r"\d\s*(poeng|%|prosent|av (5|10|100)\b)", text_of(page, "#forslag .part-pathway >> nth=0")
        )
        assert page.locator("main :is(meter, progress, output, [role=meter], [role=progressbar])").count() == 0


def test_severity_is_asked_and_never_taken_for_granted(finder):
    page = finder("kommune=5001&tema=depresjon&alder=34")
    assert form_values(page)["alvorlighet"] == ""
    assert page.locator("#forslag .best").count() == 0
    expect(page.locator("#forslag-hint")).to_contain_text("Velg alvorlighet")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_supports_and_does_not_replace_the_judgement(open_page, scripts):
    page = open_page("fastlege/", width=360, scripts=scripts)
    expect(page.get_by_text("støtter og erstatter ikke den kliniske vurderingen")).to_be_visible()
    expect(page.get_by_text("Du vurderer alvoret; siden regner ikke ut noe.")).to_be_visible()


# Without scripts


def test_without_scripts_tables_lead_to_the_offers(open_page, graph):
    page = open_page("fastlege/", width=360, scripts=False)
    expect(page.locator("#pasient")).to_be_hidden()
    assert page.locator("main :is(input, button):visible").count() == 0
    page.locator("main").get_by_role("link", name="tilbud etter tema og kommune", exact=True).click()
    page.locator("main").get_by_role("link", name=graph.data.all("topic")["angst"].title, exact=True).click()
    row = page.locator("tr", has=page.locator("th[scope=row]", has_text="Trondheim"))
    expect(row).to_be_visible()
    row.get_by_role("link", name=graph.data.all("offer")["trondheim-rph"].title).click()
    expect(page.locator('article[data-record-id="trondheim-rph"]')).to_be_visible()


def test_a_table_holds_the_offers_that_the_finder_knows_for_the_topic(open_page, graph, usable):
    page = open_page("fastlege/tema/angst/", scripts=False)
    rows = {}
    for row in page.locator("tbody tr").evaluate_all(
        """rows => rows.map(row => [row.querySelector('th[scope=row] a').getAttribute('href').split('/').at(-2),
          [...row.querySelectorAll('td')].map(cell => [...cell.querySelectorAll('li')].map(item => item.dataset.recordId)),
          [...row.querySelectorAll('li')].every(item => item.querySelector('a').pathname === `/tilbud/${item.dataset.recordId}/`)])"""
    ):
        rows[row[0]] = row[1]
        assert row[2]
    expected = {}
    for identity, municipality in graph.data.all("municipality").items():
        for offer in usable(municipality.number).values():
            about = any("angst" in graph.topic_and_above(topic) for topic in offer.get("topics", []))
            if about and offer["tier"] in ("own", "shared"):
                expected.setdefault(identity, {})[offer["id"]] = offer.get("referral")
    assert {place: {one for cell in cells for one in cell} for place, cells in rows.items()} == {
        place: set(offers) for place, offers in expected.items()
    }
    for place, (alone, through, unknown) in rows.items():
        assert {expected[place][one] for one in alone} <= {"not_needed"}
        assert {expected[place][one] for one in through} <= {"via_professional", "application", "required"}
        assert {expected[place][one] for one in unknown} <= {None}


def test_every_topic_has_its_table(open_page, site, graph):
    page = open_page("fastlege/tema/", scripts=False)
    listed = page.locator("main li[data-record-kind=topic]").evaluate_all(ITEMS)
    assert len(listed) > 30
    for item in listed:
        assert item["link"] == f"fastlege/tema/{item['id']}/"
        assert (site / item["link"] / "index.html").exists()
        assert item["id"] in graph.data.all("topic")
