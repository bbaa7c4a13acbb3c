import re
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from .search_page import says
from .test_accessibility import violations

HEADER = "#sok-topp"
PAGES = {"start": ("", "#hva"), "header": ("tema/sovn/", HEADER), "search": ("sok/", "#q")}
SMALL = """() => [...document.querySelectorAll('[role=option]')].map(one => one.getBoundingClientRect())
  .filter(one => one.height < 44 || one.left < 0 || one.right > innerWidth).length"""


def options(page):
    return page.get_by_role("option")


def write(page, field, words):
    """Type into a field and wait for the suggestions."""
    page.locator(field).press_sequentially(words)
    expect(options(page).last).to_contain_text(f"«{words}»")


def state(page, field):
    """What assistive technology is told: whether the list is open, and which option is pointed to and selected."""
    return page.locator(field).evaluate("""field => {
      const list = document.getElementById(field.getAttribute('aria-controls'));
      const pointed = field.getAttribute('aria-activedescendant');
      const all = [...list.children];
      return {
        sound: field.getAttribute('role') === 'combobox' && field.getAttribute('aria-autocomplete') === 'list' && list.role === 'listbox'
          && Boolean(list.ariaLabel) && all.every(one => one.role === 'option' && one.id) && new Set(all.map(one => one.id)).size === all.length,
        open: field.getAttribute('aria-expanded') === 'true', shown: list.checkVisibility(), count: all.length,
        active: pointed === null ? -1 : all.findIndex(one => one.id === pointed),
        selected: all.flatMap((one, place) => one.ariaSelected === 'true' ? [place] : []),
        focus: document.activeElement === field,
      };
    }""")


def expect_state(page, field, count, active=-1):
    found = state(page, field)
    wanted = {"sound": True, "open": count > 0, "shown": count > 0, "count": count, "active": active, "focus": True}
    assert found == {**wanted, "selected": [active] if active >= 0 else []}


@pytest.mark.parametrize("where", PAGES)
def test_the_list_says_what_it_is_at_every_step(open_page, where):
    address, field = PAGES[where]
    page = open_page(address)
    page.locator(field).focus()
    expect_state(page, field, 0)
    write(page, field, "angs")
    count = options(page).count()
    assert 3 < count <= 8
    expect(page.locator(f"{field} ~ [role=status]")).to_have_text(f"{count} forslag")
    expect_state(page, field, count)
    for active in (*range(count), -1, 0):
        page.keyboard.press("ArrowDown")
        expect_state(page, field, count, active)
    for active in (-1, count - 1):
        page.keyboard.press("ArrowUp")
        expect_state(page, field, count, active)
    page.keyboard.press("Escape")
    expect_state(page, field, 0)
    expect(page.locator(f"{field} ~ [role=status]")).to_have_text("")
    expect(page.locator(field)).to_have_value("angs")
    page.keyboard.press("Escape")
    expect(page.locator(field)).to_have_value("")
    expect_state(page, field, 0)


def test_the_list_opens_again_by_arrow_and_alt_arrow(open_page):
    page = open_page("sok/")
    page.locator("#q").focus()
    write(page, "#q", "sorg")
    count = options(page).count()
    page.keyboard.press("Escape")
    page.keyboard.press("Alt+ArrowDown")
    expect(options(page)).to_have_count(count)
    expect_state(page, "#q", count)
    page.keyboard.press("Alt+ArrowUp")
    expect_state(page, "#q", 0)
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(count)


@pytest.mark.parametrize("where", PAGES)
def test_enter_without_a_choice_answers_what_is_written(open_page, server, where):
    address, field = PAGES[where]
    page = open_page(address)
    write(page, field, "sorg")
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + "sok/#q=sorg")
    says(page, "treff på «sorg»")


@pytest.mark.parametrize("where", PAGES)
def test_an_option_is_chosen_by_arrow_and_enter(open_page, server, where):
    address, field = PAGES[where]
    page = open_page(address)
    write(page, field, "Mye angst")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_contain_text("Mye angst")
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + "tema/angst/")


def test_an_option_is_chosen_by_mouse_and_the_field_keeps_its_focus(open_page, server):
    page = open_page("om/")
    write(page, HEADER, "Mye angst")
    options(page).first.hover()
    page.mouse.down()
    expect(page.locator(HEADER)).to_be_focused()
    page.mouse.up()
    page.wait_for_url(server.url + "tema/angst/")
    write(page, HEADER, "sorg")
    options(page).last.click()
    page.wait_for_url(server.url + "sok/#q=sorg")
    says(page, "treff på «sorg»")


def test_an_option_is_chosen_by_touch(browser, server):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server.url)
    page.locator("#hva").tap()
    write(page, "#hva", "Mye angst")
    assert page.evaluate(SMALL) == 0
    options(page).first.tap()
    page.wait_for_url(server.url + "tema/angst/")
    context.close()


def test_typing_more_lets_go_of_what_was_pointed_to(open_page, server):
    page = open_page("sok/")
    write(page, "#q", "angst")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" sorg")
    page.keyboard.press("Enter")
    says(page, "«angst sorg»")
    assert page.url == server.url + "sok/#q=angst%20sorg"


def test_leaving_the_field_closes_the_list_and_what_comes_late_stays_away(open_page):
    page = open_page("om/")
    write(page, HEADER, "sorg")
    page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)
    page.locator(HEADER).fill("angst")
    page.locator("main").click()
    page.wait_for_timeout(400)
    expect(options(page)).to_have_count(0)


def test_words_of_danger_give_help_first_among_the_suggestions(open_page, server):
    page = open_page("om/")
    for words in ("vil dø", "sjelvmord", "jeg vil ta livet mit"):
        page.locator(HEADER).fill("")
        write(page, HEADER, words)
        expect(options(page).first).to_contain_text("Hjelp nå")
    expect(page.locator(f"{HEADER} ~ [role=status]")).to_have_text(re.compile("^Hjelp nå står øverst"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(server.url + "krise/")


def test_suggestions_that_do_not_come_leave_the_field_working(open_page, server):
    page = open_page("om/")
    page.route("**/search-engine.js", lambda route: route.abort())
    page.route("**/sok/data/**", lambda route: route.abort())
    page.locator(HEADER).press_sequentially("sorg")
    page.wait_for_timeout(300)
    expect(options(page)).to_have_count(0)
    page.unroute("**/search-engine.js")
    page.unroute("**/sok/data/**")
    page.keyboard.type(" nå")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    says(page, "«sorg nå»")
    assert unquote(urlsplit(page.url).fragment) == "q=sorg nå"


def test_an_index_that_failed_once_is_fetched_again(open_page):
    page = open_page("om/")
    page.route("**/sok/data/**", lambda route: route.abort())
    page.locator(HEADER).press_sequentially("sorg")
    page.wait_for_timeout(300)
    page.unroute("**/sok/data/**")
    page.keyboard.type(" ")
    expect(options(page).last).to_contain_text("«sorg»")
    page.route("**/sok/data/**", lambda route: route.abort())
    page.keyboard.type("gjeldsrådgivning")
    expect(options(page)).to_have_count(0)  # not those for less than what is written


def test_suggestions_for_less_never_come_last(open_page):
    page = open_page("om/")
    write(page, HEADER, "angst")
    waiting, let_through = [], []
    page.route("**/sok/data/**", lambda route: route.continue_() if let_through else waiting.append(route))
    for words in ("gjeld", "sorg"):
        page.locator(HEADER).fill(words)
        page.wait_for_timeout(250)
    assert waiting
    let_through.append(True)
    for route in reversed(waiting):
        route.continue_()
    expect(options(page).last).to_contain_text("«sorg»")
    page.wait_for_timeout(200)
    expect(options(page).last).to_contain_text("«sorg»")


def test_nothing_is_fetched_before_someone_goes_to_the_field(open_page, server):
    start = len(server.asked)
    page = open_page("om/")
    page.wait_for_load_state("networkidle")
    assert not [path for path in server.asked[start:] if "sok/data" in path or "search-engine" in path]
    page.locator(HEADER).focus()
    write(page, HEADER, "sorg")
    assert [path for path in server.asked[start:] if "sok/data" in path]


@pytest.mark.parametrize("words", ["<img src=x onerror=alert(1)>", "\"'`><b>x", "constructor __proto__", "§§§ %00"])
def test_hostile_words_are_shown_as_text(open_page, words):
    page = open_page("om/")
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.locator(HEADER).fill(words)
    expect(options(page).last).to_have_text(f"Vis alle treff på «{words}»")
    assert page.locator(".suggest :is(img, b)").count() == 0
    page.keyboard.press("Enter")
    says(page, f"«{words}»")
    expect(page.locator("#q")).to_have_value(words)


def test_whole_pages_of_words_are_cut_where_they_are_repeated(open_page):
    page = open_page("om/", width=1440)
    page.locator(HEADER).fill("sorg og angst " * 800)
    expect(options(page).last).to_contain_text(" …»")
    assert len(options(page).last.inner_text()) < 200
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440
    page.keyboard.press("Enter")
    says(page, " …»")


@pytest.mark.parametrize("where", PAGES)
def test_slash_leads_to_the_field(open_page, where):
    address, field = PAGES[where]
    page = open_page(address)
    if where == "start":
        field = HEADER  # the first of two
    page.keyboard.press("/")
    expect(page.locator(field)).to_be_focused()
    expect(page.locator(field)).to_have_value("")
    page.keyboard.type("a/b")
    expect(page.locator(field)).to_have_value("a/b")


def test_slash_leads_to_the_search_page_where_no_field_is_shown(open_page):
    page = open_page("om/", width=360)
    page.keyboard.press("/")
    page.wait_for_url("**/sok/#q")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("sorg")
    page.keyboard.press("Enter")
    says(page, "«sorg»")


def test_slash_is_a_sign_like_others_while_typing_and_with_other_keys(open_page):
    page = open_page("kommune/")
    place = page.get_by_label("Hvor bor du?")
    place.press_sequentially("Os/lo")
    expect(place).to_have_value("Os/lo")
    expect(place).to_be_focused()
    page.locator("main").focus()
    for keys in ("Control+/", "Alt+/", "Meta+/"):
        page.keyboard.press(keys)
        expect(page.locator("main")).to_be_focused()
    page.evaluate("document.querySelector('main p').setAttribute('contenteditable', '')")
    page.locator("main p").first.focus()
    page.keyboard.type("/")
    expect(page.locator(HEADER)).not_to_be_focused()


def test_the_key_can_be_turned_off_and_on_again(open_page, server):
    page = open_page("sok/")
    line = page.locator("#hurtigtast")
    line.get_by_role("button", name="Slå av hurtigtasten").click()
    expect(line).to_contain_text("Hurtigtasten / er slått av")
    expect(line.get_by_role("button")).to_be_focused()
    assert page.evaluate("({...localStorage})") == {"lavterskel.hurtigtast": "av"}
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.goto(server.url + "om/")
    page.keyboard.press("/")
    expect(page.locator(HEADER)).not_to_be_focused()
    page.goto(server.url + "sok/")
    line.get_by_role("button", name="Slå på hurtigtasten").click()
    assert page.evaluate("localStorage.length") == 0
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("where", "width"), [("start", 360), ("header", 1440), ("search", 360)])
def test_open_suggestions_are_sound_and_fit(open_page, where, width, scheme):
    address, field = PAGES[where]
    page = open_page(address, width=width, scheme=scheme)
    write(page, field, "angs")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate(SMALL) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(forced_colors="active")
    chosen = page.locator("[aria-selected=true]")
    assert chosen.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.emulate_media(forced_colors="none")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SMALL) == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(media="print")
    expect(options(page).first).to_be_hidden()


def test_the_list_of_suggestions_and_the_finders_are_two(open_page):
    page = open_page("fastlege/#kommune=5001&tema=angst&alder=34&alvorlighet=mild")
    page.wait_for_selector('#forslag[data-ready="true"]')
    assert page.locator("#forslag").evaluate("list => getComputedStyle(list).position") == "static"


def test_without_scripts_no_page_shows_a_field_that_cannot_answer(open_page):
    for address, field in PAGES.values():
        page = open_page(address, scripts=False)
        expect(page.locator(field)).to_be_hidden()
        expect(page.locator(".header-search")).to_be_visible()
    page = open_page("", scripts=False)
    page.locator(".header-search").click()
    expect(page.get_by_role("heading", name="Søket trenger JavaScript")).to_be_visible()
