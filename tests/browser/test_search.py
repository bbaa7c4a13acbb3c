import json
import re
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from .search_page import all_found, count, drawn, found, go_to_state, promised, results, says, tick
from .test_accessibility import TOO_LOW, violations
from .test_print_and_zoom import CUT, FAINT

DATA = "**/sok/data/**"
FAILED = "Fikk ikke hentet det søket trenger. Sjekk nettet og prøv igjen, eller velg et tema under."
SECRET = "hemmeligord"
KEPT = """async () => [document.cookie, ...Object.entries(localStorage).flat(), ...Object.entries(sessionStorage).flat(),
  ...(await indexedDB.databases()).map(one => one.name), ...(await caches.keys()), JSON.stringify(history.state)].join(' ')"""
SMALL = """() => [...document.querySelectorAll('#resultater > li > a, #sider a, #forstatt button, #valgte button, #ingen-treff button, '
    + '#farelenke a, #fare .crisis-number, #filtre label, #filtre summary, #filtre select, .suggest-list li')]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 90))"""
MARKS = """page => [...document.querySelectorAll('#resultater mark')].map(one => one.textContent.toLowerCase())"""


@pytest.fixture
def search(open_page):
    page = open_page("sok/#q=angst")
    drawn(page)
    return page


@pytest.fixture
def requests():
    """Notes what a page asks for and what it says to the console: ``requests(page)`` gives the growing list."""

    def noted(page):
        seen = []
        page.on("request", lambda one: seen.append(unquote(f"{one.url} {one.post_data or ''} {one.headers}")))
        page.on("console", lambda one: seen.append(unquote(one.text)))
        return seen

    return noted


def test_a_question_in_the_fragment_is_answered(open_page, server):
    page = open_page("sok/#q=søvn")
    answers = found(page)
    assert all(kind and identity for kind, identity in answers)
    assert ["topic", "sovn"] in answers
    assert ["offer", "sandnes-sovnkurs"] in answers
    says(page, "treff på «søvn»")
    spoken = [words for words in page.get_by_role("status").all_inner_texts() if words]
    assert len(spoken) == 1 and spoken[0].endswith(".")  # the hits and no more
    assert page.locator("#q").input_value() == "søvn"
    results(page).get_by_role("link", name="Sover dårlig", exact=True).click()
    page.wait_for_url(server.url + "tema/sovn/")


def test_a_question_after_a_question_mark_moves_to_the_fragment(open_page):
    page = open_page("sok/?q=s%C3%B8vn&pris=gratis&side=2&ukjent=x")
    assert found(page)
    assert urlsplit(page.url).query == ""
    assert unquote(urlsplit(page.url).fragment) == "q=søvn&pris=gratis&side=2"
    assert page.evaluate("history.length") == 2  # the blank page and this: the address with the question is not kept


@pytest.mark.parametrize("question", ["xyzzy", "!!!"])
def test_no_answer_is_said_and_helped(open_page, question):
    page = open_page(f"sok/#q={question}")
    assert found(page) == []
    says(page, f"Ingen treff på «{question}»")
    help_ = page.locator("#ingen-treff")
    expect(help_).to_be_visible()
    assert help_.locator(".chips a").count() >= 3
    expect(help_.locator("a[href='tel:116123']")).to_be_visible()
    expect(page.get_by_role("heading", name="Finn etter tema")).to_be_visible()
    page.locator("#q").fill("")
    page.keyboard.press("Enter")
    expect(help_).to_have_count(0)


def test_no_answer_shows_the_topics_nearest_in_spelling(open_page):
    page = open_page("sok/#q=depresjon&type=ukjent")
    says(page, "Ingen treff på «depresjon»")
    expect(page.locator("#ingen-treff .chips")).to_contain_text("Nedstemt (depresjon)")
    expect(page.locator("#ingen-treff")).to_contain_text("Ta bort et valg")


def test_a_former_name_finds_the_municipality(open_page):
    assert ["municipality", "nordre-follo"] in found(open_page("sok/#q=Oppegård"))


def test_letters_outside_the_keyboard_do_not_matter(open_page):
    page = open_page("sok/#q=søvn")
    assert found(page)
    for other in ("sovn", "SØVN", "soevn"):
        before = count(page)
        go_to_state(page, f"q={other}")
        assert found(page)[0] == ["topic", "sovn"]
        assert count(page) == before


def test_questions_can_be_walked_through(search):
    anxious = found(search)
    search.locator("#q").fill("sorg")
    search.keyboard.press("Enter")
    says(search, "«sorg»")
    search.go_back()
    says(search, "«angst»")
    assert found(search) == anxious
    expect(search.locator("#q")).to_have_value("angst")


def test_the_skip_link_leaves_the_answers_alone(search):
    before = found(search)
    search.locator(".skip").focus()
    search.keyboard.press("Enter")
    expect(search.locator("main")).to_be_focused()
    search.wait_for_url("**/sok/#q=angst")
    assert found(search) == before


def test_a_filter_applies_at_once_and_the_count_is_announced(search):
    everything = count(search)
    tick(search, "type", "kurs")
    expect(search.locator("#valgte button")).to_have_text(["Kurs"])
    assert 0 < count(search) < everything
    assert search.locator("#resultatstatus").get_attribute("role") == "status"
    assert urlsplit(search.url).fragment == "q=angst&type=kurs"


@pytest.mark.parametrize(
    "state", ["q=angst", "q=søvn i Trondheim", "q=gruppe for 15 år", "q=kurs&pris=gratis&tema=sovn"]
)
def test_the_count_of_a_value_is_what_choosing_it_gives(open_page, state):
    page = open_page(f"sok/#{state}")
    drawn(page)
    values = promised(page)
    by_facet = {}
    for facet, value, number in values:
        by_facet.setdefault(facet, []).append((value, number))
    assert len(by_facet) > 3
    for facet, found_values in by_facet.items():
        if f"{facet}=" in state:
            continue
        for value, number in {*found_values[:2], found_values[-1]}:
            go_to_state(page, f"{state}&{facet}={value}")
            assert count(page) == number > 0, (facet, value)


def test_values_of_one_facet_add_up_and_facets_narrow(search):
    sets = {}
    for state in ("tema=sovn", "tema=sorg", "tema=sovn,sorg", "type=kurs", "tema=sovn,sorg&type=kurs"):
        go_to_state(search, f"q=mestringskurs&pris=gratis&{state}")
        sets[state] = all_found(search)
    assert sets["tema=sovn,sorg"] == sets["tema=sovn"] | sets["tema=sorg"]
    assert sets["tema=sovn,sorg&type=kurs"] == sets["tema=sovn,sorg"] & sets["type=kurs"]
    assert sets["tema=sovn"] != sets["tema=sorg"] and sets["tema=sovn,sorg&type=kurs"]


def test_choices_without_a_question_list_everything_they_hold(open_page):
    page = open_page("sok/#type=kurs&kommune=stange")
    assert sorted({kind for kind, _ in found(page)}) == ["offer"]
    expect(page.locator("#valgte button")).to_have_text(["Kurs", "Stange"])
    assert not page.locator("#resultatstatus").inner_text().count("«")


def test_what_an_address_says_of_other_facets_is_not_lost_by_a_choice(open_page):
    page = open_page("sok/#q=angst&kommune=oslo,bergen")
    expect(page.locator("#valgte button")).to_have_count(2)
    tick(page, "pris", "gratis")
    expect(page.locator("#valgte button")).to_have_count(3)
    assert urlsplit(page.url).fragment == "q=angst&kommune=oslo,bergen&pris=gratis"


def test_words_typed_but_not_asked_go_with_the_choice(search):
    search.locator("#q").fill("sorg")
    tick(search, "pris", "gratis")
    says(search, "«sorg»")
    expect(search.locator("#q")).to_have_value("sorg")


def test_a_chip_removes_its_own_filter_and_focus_stays_among_the_results(open_page):
    page = open_page("sok/#q=angst&type=kurs&tema=sovn,sorg")
    page.get_by_role("button", name="Ta bort Sover dårlig").focus()
    for left, fragment in ((2, "q=angst&type=kurs&tema=sorg"), (1, "q=angst&tema=sorg"), (0, "q=angst")):
        page.keyboard.press("Enter")
        expect(page.locator("#valgte button")).to_have_count(left)
        assert urlsplit(page.url).fragment == fragment
        expect(page.locator("#resultatstatus")).to_be_focused()
        page.keyboard.press("Tab")


def test_a_box_ticked_by_keyboard_keeps_the_focus(search):
    box = search.locator('#filtre input[name="type"]').first
    box.focus()
    value = box.get_attribute("value")
    for number in (1, 0):
        search.keyboard.press("Space")
        expect(search.locator("#valgte button")).to_have_count(number)
        expect(search.locator(f'#filtre input[name="type"][value="{value}"]')).to_be_focused()
    more = search.locator("#filtre .more-values summary").first
    more.focus()
    search.keyboard.press("Enter")
    search.keyboard.press("Tab")
    folded = search.evaluate("document.activeElement.value")
    search.keyboard.press("Space")
    expect(search.locator("#valgte button")).to_have_count(1)
    drawn(search)
    assert search.evaluate("document.activeElement.closest('#filtre') !== null"), folded


@pytest.mark.parametrize(
    ("question", "shown", "undo", "again", "name"),
    [
        ("søvn i Trondheim", "Trondheim", "Søk på ordet «Trondheim» i stedet", "Bruk stedet igjen", "kommune"),
        ("samtale for 15 år", "15 år", "Søk på «15 år» som ord i stedet", "Bruk alderen igjen", "alder"),
    ],
)
@pytest.mark.parametrize("by", ["tap", "keyboard"])
def test_what_was_understood_is_undone_at_once_and_done_again(open_page, question, shown, undo, again, name, by):
    page = open_page(f"sok/#q={question}", width=360)
    before = (found(page), count(page))
    line = page.locator("#forstatt")
    expect(line).to_contain_text(shown)
    for button, fragment in ((undo, f"&ord={name}"), (again, "")):
        one = page.get_by_role("button", name=button)
        if by == "tap":
            one.click()
        else:
            one.focus()
            page.keyboard.press("Enter")
        page.wait_for_url(re.compile(re.escape(quote(question)) + re.escape(fragment) + "$"))
        expect(page.get_by_role("button", name=again if button == undo else undo)).to_be_visible()
        expect(page.locator("#resultatstatus")).to_be_focused()
        if button == undo:
            assert count(page) != before[1]
            assert not page.locator("#forstatt").get_by_text("Viser det").count()
    assert (found(page), count(page)) == before


def test_a_municipality_chosen_takes_the_place_of_the_one_in_the_question(open_page):
    page = open_page("sok/#q=kurs i Stange")
    drawn(page)
    page.locator("#filter-kommune").select_option("oslo")
    expect(page.locator("#valgte button")).to_have_text(["Oslo"])
    expect(page.locator("#forstatt")).to_be_hidden()


def test_pages_follow_one_another_and_back_and_forward_walk_them(search):
    seen = [found(search)]
    for number in (2, 3):
        search.locator("#sider").get_by_role("link", name="Neste").click()
        says(search, f"side {number} av")
        expect(search.locator("#resultatstatus")).to_be_focused()
        expect(search.locator("#sider [aria-current='page']")).to_have_text(str(number))
        assert search.locator("#resultater").get_attribute("start") == str(10 * number - 9)
        seen.append(found(search))
    assert len({tuple(one) for page in seen for one in page}) == 30
    search.go_back()
    says(search, "side 2 av")
    assert found(search) == seen[1]
    search.go_forward()
    says(search, "side 3 av")
    results(search).get_by_role("link").first.click()
    search.wait_for_selector("article")
    search.go_back()
    says(search, "side 3 av")
    assert found(search) == seen[2]


def test_an_address_that_is_shared_opens_the_same(search, open_page):
    search.locator("#q").fill("samtale i Oslo for 15 år")
    search.keyboard.press("Enter")
    says(search, "samtale i Oslo")
    search.get_by_role("button", name="Søk på ordet «Oslo»").click()
    says(search, "treff")
    drawn(search)
    tick(search, "pris", "gratis")
    drawn(search)
    address = search.url.split("/", 3)[3]
    other = open_page(address)
    drawn(other)
    assert found(other) == found(search)
    for part in ("#resultatstatus", "#forstatt", "#valgte"):
        assert other.locator(part).inner_text() == search.locator(part).inner_text()


DANGER = [
    "jeg vil dø",
    "vil dö",
    "JEG VIL TA LIVET MITT",
    "selvmord",
    "sjelvmord",
    "selmord",
    "selvmordstankar",
    "jeg orker ikke leve lenger i Trondheim",
    "har tatt overdose",
]


def test_words_of_danger_show_help_before_anything_else(open_page):
    page = open_page("sok/", width=360)
    help_ = page.locator("#fare")
    for question in DANGER:
        for asked in (question, "angst"):  # between each, one that is not
            go_to_state(page, f"q={asked}")
            assert help_.is_visible() == (asked == question), question
            if asked != question:
                continue
            numbers = help_.locator("a[href^='tel:']").evaluate_all("links => links.map(link => link.href)")
            assert numbers[:3] == ["tel:113", "tel:116117", "tel:116123"]
            assert help_.get_attribute("role") == "alert"
            below = page.locator("#forstatt, #filtre, #resultatstatus, #resultater").locator("visible=true")
            lowest = help_.bounding_box()["y"] + help_.bounding_box()["height"]
            assert all(one.bounding_box()["y"] >= lowest for one in below.all()), question
            expect(help_.locator("a[href='tel:116123']")).to_be_in_viewport(ratio=1)


def test_other_words_show_no_alarm(open_page):
    page = open_page("sok/")
    for question in ("angst", "søvn", "dør og vindu", "leve med sorg", "hva koster det"):
        go_to_state(page, f"q={question}")
        expect(page.locator("#fare")).to_be_hidden()


def test_help_stands_when_filters_leave_nothing_and_goes_when_the_question_does(open_page):
    page = open_page("sok/#q=jeg vil dø&kommune=utsira&type=fysioterapi&tema=bolig")
    says(page, "Ingen treff")
    expect(page.locator("#fare")).to_be_visible()
    page.locator("#q").fill("sorg")
    page.keyboard.press("Enter")
    says(page, "«sorg»")
    expect(page.locator("#fare")).to_be_hidden()


@pytest.mark.parametrize("question", ["jeg vil dø", "angst"])
def test_an_index_that_does_not_come_is_said_helped_and_tried_again(open_page, question):
    page = open_page("om/")
    page.route(DATA, lambda route: route.abort())
    page.goto(urlsplit(page.url)._replace(path="/sok/", fragment=f"q={question}").geturl())
    expect(page.locator("#resultatstatus")).to_have_text(FAILED)
    expect(page.locator("#fare .crisis-number").first).to_be_visible()
    expect(page.get_by_role("heading", name="Finn etter tema")).to_be_visible()
    assert page.locator("#resultatstatus").bounding_box()["width"] > 600
    assert violations(page) == []
    again = page.get_by_role("button", name="Prøv igjen")
    first = again.element_handle()
    again.click()
    first.wait_for_element_state("hidden")  # what failed again has a button of its own
    expect(page.locator("#resultatstatus")).to_have_text(FAILED)
    page.unroute(DATA)
    again.focus()
    page.keyboard.press("Enter")
    assert found(page)
    expect(page.locator("#resultatstatus")).to_be_focused()
    expect(page.get_by_role("button", name="Prøv igjen")).to_have_count(0)
    assert page.locator("#fare").is_visible() == (question == "jeg vil dø")


def test_a_failure_leaves_nothing_of_the_answer_before(search):
    go_to_state(search, "q=søvn i Trondheim")
    search.route("**/sok/data/**", lambda route: route.abort())
    search.evaluate("location.hash = 'q=gjeldsrådgivning'")
    expect(search.locator("#resultatstatus")).to_have_text(FAILED)
    for part in ("#resultater > li", "#forstatt > li", "#filtre", "#sider", "#forklaring"):
        expect(search.locator(part).locator("visible=true")).to_have_count(0)


def test_facets_that_do_not_come_leave_the_results(open_page):
    page = open_page("om/")
    page.route("**/fasett-*.json", lambda route: route.abort())
    page.goto(urlsplit(page.url)._replace(path="/sok/", fragment="q=angst").geturl())
    assert len(found(page)) == 10
    says(page, "treff på «angst»")
    expect(page.locator("#filtre")).to_be_hidden()


def test_a_script_that_does_not_come_is_said(open_page):
    page = open_page("om/")
    page.route("**/search-marks.js", lambda route: route.abort())
    page.goto(urlsplit(page.url)._replace(path="/sok/", fragment="q=angst").geturl())
    says(page, "Fikk ikke hentet søket")
    expect(page.locator("#fare .crisis-number").first).to_be_visible()
    page.unroute("**/search-marks.js")
    page.locator("#q").fill("sorg")
    page.keyboard.press("Enter")
    says(page, "«sorg»")


def test_a_slow_network_is_said_and_answered(open_page):
    page = open_page("om/")
    waiting = []
    let_through = []
    page.route(DATA, lambda route: route.continue_() if let_through else waiting.append(route))
    page.goto(urlsplit(page.url)._replace(path="/sok/", fragment="q=angst").geturl())
    expect(page.locator("#underveis")).to_have_text("Henter det søket trenger …")
    let_through.append(True)
    for route in waiting:
        route.continue_()
    says(page, "treff på «angst»")


def test_of_two_questions_in_haste_the_last_is_answered(search):
    waiting, let_through = [], []
    search.route(DATA, lambda route: route.continue_() if let_through else waiting.append(route))
    for question in ("gjeldsrådgivning", "sorg"):
        search.evaluate("question => { location.hash = 'q=' + question }", question)
        search.wait_for_timeout(150)
    assert waiting
    let_through.append(True)
    for route in reversed(waiting):
        route.continue_()
    says(search, "«sorg»")
    search.wait_for_timeout(200)
    says(search, "«sorg»")
    expect(search.locator("#q")).to_have_value("sorg")
    assert "sorg" in results(search).first.inner_text().lower()


def test_what_is_typed_is_in_no_request_message_or_storage(open_page, server, requests):
    page = open_page("")
    seen = requests(page)
    start = len(server.asked)
    field = page.get_by_label("Hva trenger du hjelp med?")
    field.press_sequentially(f"{SECRET} angst", delay=5)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    says(page, f"«{SECRET} angst»")
    page.locator("#q").fill(f"jeg vil dø {SECRET} i Trondheim for 15 år")
    page.get_by_role("button", name="Søk", exact=True).click()
    says(page, f"dø {SECRET}")
    page.get_by_role("button", name="Søk på «15 år» som ord i stedet").click()
    page.wait_for_url("**&ord=alder")
    tick(page, "type", "tilbud")
    page.reload()
    says(page, SECRET)
    results(page).get_by_role("link").first.click()
    page.wait_for_selector("article")
    assert seen and len(server.asked) > start
    assert not [one for one in [*seen, *server.asked[start:]] if SECRET in one or "vil dø" in one]
    kept = page.evaluate(KEPT)
    assert SECRET not in kept and page.context.cookies() == []
    assert SECRET not in json.dumps(page.context.storage_state())


HOSTILE = [
    "q=<img src=x onerror=alert(1)><script>alert(2)</script>",
    "q=\"'`><b>fet</b> &amp; %00 100%25",
    "q=__proto__ constructor toString",
    'q=angst&type=<b>x</b>,__proto__&kommune="><i>&tema=constructor&alder=999,abc,-1&henvisning=%F0&pris=;',
    "q=angst&ord=alt,__proto__,<b>&side=-1",
    "q=angst&side=999&ord=kommune,alder,kommune",
    "q=angst&side=abc&forklar=2",
    "q=" + "angst " * 1700,
    "q=" + "å" * 10_000,
    "q=angst&tema=" + "b" * 10_000,
    "q=%E0%A4%A&q=to",
]


@pytest.mark.parametrize("width", [360, 1440])
def test_hostile_addresses_are_shown_as_text_and_break_nothing(open_page, width):
    page = open_page("sok/", width=width)
    plain = page.evaluate("document.querySelectorAll('main :is(img, script, i, b, iframe)').length")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for state in HOSTILE:
        go_to_state(page, state)
        assert page.evaluate("document.querySelectorAll('main :is(img, script, i, b, iframe)').length") == plain, state[
            :60
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state[:60]
        assert re.search(r"treff", page.locator("#resultatstatus").inner_text()), state[:60]
        assert len(page.locator("#resultatstatus").inner_text()) < 200
    go_to_state(page, HOSTILE[0])
    expect(page.locator("#q")).to_have_value(HOSTILE[0][2:])
    says(page, HOSTILE[0][2:])
    go_to_state(page, HOSTILE[3])
    assert {"<b>x</b>", "999 år", "abc"} <= set(page.locator("#valgte button").all_inner_texts())
    for left in range(page.locator("#valgte button").count(), 0, -1):
        page.locator("#valgte button").first.click()
        expect(page.locator("#valgte button")).to_have_count(left - 1)
    assert found(page)


def test_a_page_beyond_the_last_is_the_last(open_page):
    page = open_page("sok/#q=angst&side=999")
    says(page, "side")
    number, last = re.search(r"side (\d+) av (\d+)", page.locator("#resultatstatus").inner_text()).groups()
    assert number == last and found(page)
    expect(page.locator("#sider").get_by_role("link", name="Neste")).to_have_count(0)


@pytest.mark.parametrize(
    ("question", "among", "only"),
    [
        ("angst", {"angst", "panikkangst", "angstmestringskurs"}, "angst"),
        ("kurset", {"kurs"}, "kurs"),
        ("kurs i mestring", {"kurs", "mestring"}, "kurs|mestr"),
        ("gruppe for pårørende", {"gruppe", "pårørende"}, "grupp|pårørende"),
    ],
)
def test_words_that_match_are_marked_and_no_others(open_page, question, among, only):
    page = open_page(f"sok/#q={question}")
    results(page)
    marked = set(page.evaluate(MARKS))
    assert among <= marked
    assert all(re.search(only, word) and " " not in word for word in marked), marked


def test_a_hit_without_a_visible_word_says_why(open_page):
    page = open_page("sok/#q=bekymret for alt")
    results(page)
    unseen = page.locator("#resultater > li:not(:has(mark))")
    assert unseen.count()
    assert "Gjelder: " in " ".join(unseen.all_inner_texts())


def test_a_misspelt_word_is_said_as_it_was_read(open_page):
    page = open_page("sok/#q=deprosjon")
    results(page)
    expect(page.locator("#forstatt")).to_contain_text("for «deprosjon»")


def test_why_results_stand_as_they_do_can_be_shown(search):
    button = search.get_by_role("button", name="Vis hvorfor treffene står slik")
    button.focus()
    search.keyboard.press("Enter")
    expect(search.locator(".result-why")).to_have_count(10)
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert urlsplit(search.url).fragment == "q=angst&forklar=1"
    points = [int(re.sub(r"\D", "", text)) for text in search.locator(".result-why summary").all_inner_texts()]
    assert points == sorted(points, reverse=True) and points[-1] > 0
    for why in search.locator(".result-why").all_inner_texts():
        assert "«angst»" in why and "dekning 100 %" in why
    search.locator("#sider").get_by_role("link", name="Neste").click()
    says(search, "side 2 av")
    expect(search.locator(".result-why")).to_have_count(10)
    search.keyboard.press("Shift+Tab")
    button.click()
    expect(search.locator(".result-why")).to_have_count(0)
    says(search, "side 2 av")


@pytest.fixture
def phone(browser, server):
    """A phone whose screen is touched."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="nb-NO"
    )
    page = context.new_page()
    yield lambda address: (page.goto(server.url + address), page)[1]
    context.close()


def test_the_whole_way_by_touch(phone, server):
    page = phone("")
    page.get_by_label("Hva trenger du hjelp med?").tap()
    page.keyboard.type("kurs angst i Trondheim")
    page.get_by_role("option", name="Vis alle treff").tap()
    says(page, "«kurs angst i Trondheim»")
    page.get_by_role("button", name="Søk på ordet «Trondheim»").tap()
    page.wait_for_url("**&ord=kommune")
    drawn(page)
    page.get_by_role("button", name="Vis valg").tap()
    page.locator("#filtre label:has(input[value='kurs'])").evaluate(
        "row => { for (let box = row.closest('details'); box; box = box.parentElement.closest('details')) box.open = true }"
    )
    page.locator("#filtre label:has(input[value='kurs'])").tap()
    expect(page.locator("#valgte button")).to_have_text(["Kurs"])
    expect(page.get_by_role("button", name="Skjul valg")).to_be_visible()
    page.get_by_role("button", name="Skjul valg").tap()
    page.get_by_role("button", name="Ta bort Kurs").tap()
    expect(page.locator("#valgte button")).to_have_count(0)
    assert page.evaluate(SMALL) == [] and page.evaluate(TOO_LOW) == []
    page.locator("#sider").get_by_role("link", name="Neste").tap()
    says(page, "side 2 av")
    results(page).get_by_role("link").first.tap()
    page.wait_for_selector("article")
    assert urlsplit(page.url).path != "/sok/"


def test_the_whole_way_by_keyboard_on_a_narrow_screen(open_page):
    page = open_page("sok/", width=360)

    def tab_to(words):
        for _ in range(60):
            page.keyboard.press("Tab")
            name = page.evaluate(
                "document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
            )
            if re.match(words, name.strip()):
                return
        raise AssertionError(words)

    tab_to("Hva leter du etter")
    page.keyboard.type("angst")
    page.keyboard.press("Enter")
    says(page, "«angst»")
    drawn(page)
    tab_to("Vis valg")
    page.keyboard.press("Enter")
    tab_to("Tilbud")
    page.keyboard.press("Space")
    expect(page.locator("#valgte button")).to_have_text(["Tilbud"])
    tab_to("Ta bort Tilbud")
    page.keyboard.press("Enter")
    expect(page.locator("#valgte button")).to_have_count(0)
    tab_to("Neste")
    page.keyboard.press("Enter")
    says(page, "side 2 av")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('#resultater a')")
    page.keyboard.press("Enter")
    page.wait_for_selector("article")


STATES = ["q=søvn i Trondheim for 15 år", "q=jeg vil dø&forklar=1", "q=angst&type=kurs&tema=sovn", "q=xyzzy"]


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_a_phone_dark_doubled_and_forced(open_page, state):
    page = open_page(f"sok/#{state}", width=360, scheme="dark")
    drawn(page)
    if page.locator("#filtre").is_visible():
        page.get_by_role("button", name="Vis valg").click()
        page.locator("#filtre details").evaluate_all("boxes => boxes.forEach(box => { box.open = true })")
    assert violations(page) == []
    assert page.evaluate(SMALL) == [] and page.evaluate(TOO_LOW) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(color_scheme="light", forced_colors="active")
    assert violations(page, ["color-contrast"]) == []
    page.emulate_media(forced_colors="none")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_on_paper_are_what_was_found(open_page, scheme):
    page = open_page("sok/#q=jeg vil dø i Trondheim", scheme=scheme)
    drawn(page)
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": 680, "height": 960})
    for part in ("#resultatstatus", "#resultater > li", "#fare .crisis-number", "#forstatt"):
        expect(page.locator(part).locator("visible=true").first).to_be_visible()
    for part in ("#sokeskjema", "#filtre", "#sider", "#forklaring", "main button", ".site-header"):
        expect(page.locator(part).locator("visible=true")).to_have_count(0)
    assert page.evaluate(FAINT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_without_scripts_letters_and_topics_lead_to_everything(open_page, graph):
    page = open_page("sok/", scripts=False, width=360)
    assert not page.locator("main input:visible").count()
    expect(page.get_by_role("heading", name="Søket trenger JavaScript")).to_be_visible()
    assert page.locator("#sokehjelp .chips a:visible").count() == len(graph.data.all("topic"))
    page.get_by_role("button", name="Å", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alt på Å")
    listed = set()
    for letter in page.locator(".letters a").evaluate_all("links => links.map(link => link.href)"):
        page.goto(letter)
        rows = page.locator(".entries > li:visible")
        assert rows.count()
        listed |= {
            tuple(one)
            for one in rows.evaluate_all("items => items.map(item => [item.dataset.recordKind, item.dataset.recordId])")
        }
    for kind in ("topic", "programme", "offer", "actor", "pathway", "instrument", "term", "law", "guidance"):
        assert {(kind, one) for one in graph.data.all(kind)} <= listed
    page.locator(".entries a").first.click()
    page.wait_for_selector("article")
