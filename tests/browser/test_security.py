"""The site as a host serves it, with the ready-made headers, under a path: all works, and nothing else runs."""

import re

import pytest
from playwright.sync_api import expect

from ..conftest import Server
from ..test_headers import sent
from .catalogue_page import tick
from .conftest import DRAWN_BY_SCRIPT
from .kinds import KINDS
from .search_page import found

STOPPED = """addEventListener('securitypolicyviolation',
  event => console.error(`CSP: ${event.effectiveDirective} stopped ${event.blockedURI} on ${event.documentURI}`))"""
OUTSIDE = """() => [...document.querySelectorAll('a[href]')].filter(link => link.host && link.host !== location.host)
  .filter(link => !link.relList.contains('noopener')).map(link => link.outerHTML)"""
USE = """() => {
  for (const box of document.querySelectorAll('details')) box.open = true;
  document.querySelector('.filters-toggle')?.click();
  document.querySelector('main input[type=checkbox]')?.click();
  document.querySelector('main .term a')?.focus();
  scrollTo(0, document.body.scrollHeight);
}"""
KEPT = """async () => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...await caches.keys(),
  ...(await indexedDB.databases()).map(one => one.name), ...(await navigator.serviceWorker.getRegistrations()).map(one => one.scope)].filter(Boolean)"""
EVIL = """<script>document.title = 'evil'</script><img src="data:,x" onerror="document.title = 'evil'">
<a href="javascript:document.title='evil'">x</a><style>body { display: none }</style><p style="display: none">y</p>
<iframe srcdoc="<script>parent.document.title = 'evil'</script>"></iframe><base href="https://evil.example/">
<script src="https://evil.example/x.js"></script>"""
STATE = "fastlege/#kommune=5001&tema=depresjon&alder=34&alvorlighet=alvorlig"


@pytest.fixture(scope="module")
def guarded(site, tmp_path_factory):
    """The site with its headers, at the path it was built for: gives its address."""
    root = tmp_path_factory.mktemp("vert")
    (root / "under").mkdir()
    (root / "under" / "sti").symlink_to(site)
    running = Server(root, sent(site, "_headers"))
    yield f"{running.url}under/sti/"
    running.stop()


@pytest.fixture
def complaints():
    """What the browser has said that is not well: stopped content among it."""
    return []


@pytest.fixture
def asked():
    """What the browser has asked for."""
    return []


@pytest.fixture
def visit(browser, guarded, complaints, asked):
    """Opens an address of the guarded site; what the browser complains of is noted in ``complaints``, all it asks for in ``asked``."""
    contexts = []

    def opened(address, width=1440):
        context = browser.new_context(viewport={"width": width, "height": 800}, locale="nb-NO")
        contexts.append(context)
        context.add_init_script(STOPPED)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda one: asked.append(one))
        page.goto(guarded + address)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", [*KINDS, "slik-virker-soket"])
def test_every_kind_of_page_is_whole_under_the_policy_keeps_nothing_and_asks_for_files_alone(
    visit, guarded, complaints, asked, kind
):
    page = visit(KINDS.get(kind, f"{kind}/"))
    if kind in DRAWN_BY_SCRIPT:
        page.wait_for_selector(DRAWN_BY_SCRIPT[kind], state="attached")
    assert page.evaluate("document.documentElement.className") == "js"
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 100
    assert page.evaluate(OUTSIDE) == []
    page.evaluate(USE)
    if (box := page.locator("#sok-topp")).is_visible():
        box.fill("selvmord")
        page.wait_for_selector(".suggest-list:not([hidden])")
    page.wait_for_load_state("networkidle")
    assert not complaints
    assert asked and all(one.url.startswith(guarded) and one.method == "GET" for one in asked)
    assert [one.url for one in asked if re.search(r"\?(?!v=[0-9a-f]+$)", one.url)] == []  # but the version of a file
    assert page.evaluate(KEPT) == [] and page.context.cookies() == []


def test_the_menu_opens_on_a_phone(visit, complaints):
    page = visit("", width=360)
    menu = page.get_by_role("navigation", name="Hovedmeny")
    expect(menu).to_be_hidden()
    page.locator(".menu summary").click()
    menu.get_by_role("link", name="Temaer").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url.endswith("/under/sti/tema/")
    assert not complaints


def test_the_search_suggests_answers_and_narrows(visit, complaints, guarded):
    page = visit("")
    page.get_by_label("Hva trenger du hjelp med?").press_sequentially("søvn")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{guarded}sok/#q=s*")
    assert ["topic", "sovn"] in found(page)
    page.wait_for_selector("#filtre[data-ready]")
    tick(page, "type", "kurs")
    expect(page.locator("#valgte button")).to_have_text(["Kurs"])
    assert {kind for kind, _ in found(page)} == {"offer"}
    assert not complaints


def test_a_search_script_that_does_not_come_is_said(visit, guarded):
    page = visit("om/")
    page.route("**/assets/search.js", lambda route: route.abort())
    page.goto(f"{guarded}sok/#q=angst")
    expect(page.locator("#resultatstatus")).to_contain_text("Fikk ikke hentet søket")
    expect(page.locator("#fare .crisis-number").first).to_be_visible()


def test_the_catalogue_filters(visit, complaints):
    page = visit("tilbud/#tema=sovn")
    tick(page, "type", "kurs")
    expect(page.locator("#valgte button")).to_have_count(2)
    expect(page.locator("#tilbudsliste > li").first).to_be_visible()
    assert not complaints


def test_the_finder_answers_and_its_sheet_is_drawn(visit, complaints):
    page = visit(STATE)
    page.wait_for_selector('#forslag[data-ready="true"]')
    assert page.evaluate(OUTSIDE) == []
    page.get_by_role("button", name="Skriv ut til pasienten").click()
    expect(page.locator(".sheet-qr svg path")).to_be_visible()
    assert not complaints


def test_the_chooser_leads_to_the_municipality(visit, complaints, guarded):
    page = visit("")
    page.get_by_label("Hvor bor du?").fill("Oppegård")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{guarded}kommune/nordre-follo/")
    assert not complaints


def test_lists_narrow_and_terms_are_explained(visit, complaints):
    page = visit("anbefaling/?styrke=skal")
    expect(page.locator("#valg-styrke")).to_have_value("skal")
    page = visit("program/rask-psykisk-helsehjelp/", width=360)
    page.locator(".term a").first.focus()
    expect(page.locator(".term .tip").first).to_be_visible()
    assert not complaints


def test_a_link_out_tells_no_one_where_it_came_from(visit, complaints):
    page = visit("lov/hol/")
    asked = []
    page.context.route(
        re.compile(r"https://"), lambda route: (asked.append(route.request.headers), route.fulfill(body="ute"))
    )
    page.locator('main a[href^="https://"]').first.click()
    page.wait_for_url(re.compile(r"https://"))
    assert asked and not any("referer" in headers for headers in asked)


def with_evil(page, part, headers):
    """Let a page come with something that should not be there, with or without the headers of its host."""

    def answer(route):
        came = route.fetch()
        own = {name: value for name, value in came.headers.items() if name != "content-length"}
        body = came.text().replace("</main>", f"{part}</main>")
        route.fulfill(status=200, headers=own if headers else {"content-type": "text/html"}, body=body)

    page.route("**/personvern/", answer)


@pytest.mark.parametrize("headers", [True, False], ids=["headers", "the page alone"])
def test_what_is_injected_does_not_run(visit, complaints, guarded, headers):
    page = visit("om/")
    with_evil(page, EVIL, headers)
    page.goto(f"{guarded}personvern/")
    page.get_by_role("link", name="x", exact=True).click()
    expect(page.get_by_text("y", exact=True)).to_be_visible()
    assert page.title().startswith("Personvern")
    assert page.evaluate("document.baseURI") == f"{guarded}personvern/"
    stopped = {said.split()[1] for said in complaints if said.startswith("CSP: ")}
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "base-uri"} <= stopped
    assert any("evil.example/x.js" in said for said in complaints)


def test_text_is_never_run_as_a_script(visit, complaints, guarded):
    page = visit("om/")
    script = "document.title = 'ran'; eval(\"document.title = 'evil'\")"
    page.route("**/assets/exit.js", lambda route: route.fulfill(content_type="text/javascript", body=script))
    page.goto(f"{guarded}om/")
    expect(page).to_have_title("ran")
    assert any("unsafe-eval" in said for said in complaints)


def test_no_page_can_frame_ours(visit, guarded):
    page = visit("om/")
    page.route("**/framed.html", lambda route: route.fulfill(content_type="text/html", body=f"<iframe src={guarded}>"))
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.goto(f"{guarded}framed.html")
    assert page.frames[1].locator(".site-header").count() == 0
