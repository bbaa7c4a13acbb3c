import pytest
from playwright.sync_api import expect

from .kinds import KINDS

A4 = {"width": 688, "height": 1017}
"""What is between the margins of the sheet, in CSS pixels."""

CUT = """() => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('.skip, svg, .table-scroll')
    && getComputedStyle(one).clipPath !== 'inset(50%)' // words for those who hear the page
    && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter(one => {
    const box = one.getBoundingClientRect();
    const hides = getComputedStyle(one).overflow !== 'visible';
    return box.left < 0 || box.right > innerWidth || (hides && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight));
  }).map(one => one.outerHTML.slice(0, 120))"""

FAINT = """() => [...document.querySelectorAll('main *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => one.checkVisibility() && getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 400)
  .map(one => one.outerHTML.slice(0, 100))"""


OF_NO_USE_ON_PAPER = """() => [...document.querySelectorAll(
    '.site-header, .crumbs, .site-footer nav, .skip, .exit, .pager, .tabs, form, button, input, select, textarea')]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length)
  .map(one => one.outerHTML.slice(0, 120))"""

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""The spacing of WCAG 2.2, 1.4.12."""

SPACED_BY = """rules => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}"""
"""The content security policy lets no page write its own style element."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_fits_the_sheet_in_black_on_white_without_what_is_of_no_use_there(open_kind, kind):
    page = open_kind(kind, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size(A4)
    assert page.evaluate("document.documentElement.scrollWidth") <= A4["width"]
    assert page.evaluate(OF_NO_USE_ON_PAPER) == []
    assert page.evaluate(FAINT) == []
    assert page.evaluate(CUT) == []
    expect(page.locator("h1, h2").locator("visible=true").first).to_be_visible()


@pytest.mark.parametrize("address", ["tilbud/sandnes-sovnkurs/", "kommune/stange/", "kommune/utsira/"])
def test_an_offer_and_a_municipality_on_paper_say_where_they_are_on_the_web(open_page, server, address):
    page = open_page(address)
    expect(page.locator(".on-paper")).to_be_hidden()
    expect(page.locator(".on-paper svg")).to_have_count(1)
    page.emulate_media(media="print")
    expect(page.locator("[data-on-web]")).to_have_text(page.locator("link[rel=canonical]").get_attribute("href"))
    code = page.get_by_role("img", name="QR-kode til nettsiden")
    expect(code).to_be_visible()
    assert code.locator("path").get_attribute("d") == page.evaluate(
        """async ([module, address]) => {
          const place = document.createElement('div');
          (await import(module)).drawSquareCode(place, address);
          return place.querySelector('path').getAttribute('d');
        }""",
        [server.url + "assets/square-code.js", page.locator("[data-on-web]").inner_text()],
    )


def test_the_address_is_on_paper_without_scripts_too(open_page):
    page = open_page("tilbud/sandnes-sovnkurs/", scripts=False)
    page.emulate_media(media="print")
    expect(page.locator("[data-on-web]")).to_be_visible()
    expect(page.locator("[data-on-web]")).to_contain_text("/tilbud/sandnes-sovnkurs/")


@pytest.mark.parametrize("address", ["tilbud/alta-hfu/", "lov/hol/3-1/", "krise/"])
def test_links_to_other_sites_are_spelled_out_on_paper(open_page, address):
    page = open_page(address)
    unsaid = """() => [...document.querySelectorAll('main a[href^="http"]')].filter(one => one.host !== location.host).filter(one => {
      const bare = one.href.replace(/^https?:\\/\\/(www\\.)?/, '').replace(/\\/$/, '');
      return !one.textContent.includes(bare) && !getComputedStyle(one, '::after').content.includes(one.getAttribute('href'));
    }).map(one => one.outerHTML)"""
    assert page.evaluate(unsaid) != []
    page.emulate_media(media="print")
    assert page.evaluate(unsaid) == []


@pytest.mark.parametrize("kind", KINDS)
def test_more_space_in_the_text_and_400_percent_cut_nothing(open_kind, kind):
    page = open_kind(kind, width=320)
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 × 1024 at 400 %
    page.evaluate(SPACED_BY, SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []


def test_an_offer_on_paper_is_its_facts(open_page):
    page = open_page("tilbud/sandnes-sovnkurs/")
    page.emulate_media(media="print")
    for part in ('[data-field="access"]', '[data-field="cost"]', ".start-box", ".age-band", ".sources"):
        expect(page.locator(part).first).to_be_visible()
    for part in (".site-header", ".menu", ".crumbs", ".site-footer nav", ".skip"):
        expect(page.locator(part)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_dark_screens_give_dark_print_on_white_paper(open_page):
    page = open_page("tilbud/stange-stangehjelpa/", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(FAINT) == []


def test_the_catalogue_on_paper_is_its_offers(open_page):
    page = open_page("tilbud/")
    page.emulate_media(media="print")
    expect(page.locator(".card").first).to_be_visible()
    for part in ("#filtre", ".pager", ".site-header"):
        expect(page.locator(part)).to_be_hidden()


@pytest.mark.parametrize(
    ("address", "shown", "hidden"),
    [
        (
            "anbefaling/smi-rec-001/",
            [".superseded", ".badge", "[data-field='document']", ".table-wrap thead", "[data-cite-text]", ".sources"],
            [".mark-line", ".neighbours", ".cite details", ".cite button"],
        ),
        (
            "lov/hol/3-1/",
            ["[data-field='gives']", ".band-amber", ".row .badge", ".row-meta", ".sources"],
            [".voice-other .row"],
        ),
        (
            "foringer/psykisk-helse-og-rusarbeid-for-voksne-2025/",
            ["[data-field='status']", ".unread", "#endringer", ".row .badge", ".sources"],
            [".tip"],
        ),
        ("anbefaling/#styrke=skal&mottaker=fastlege", ["[data-list-count]", ".row .badge"], [".list-form", ".tabs"]),
        ("sjekkliste/faser-i-kvalitetsforbedring/", [".superseded", ".checklist li"], []),
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_guidance_on_paper_is_what_is_asked_and_by_whom(open_page, address, shown, hidden, scheme):
    page = open_page(address, scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    page.set_viewport_size({"width": 680, "height": 960})
    for part in shown:
        expect(page.locator(part).locator("visible=true").first).to_be_visible()
    for part in [*hidden, ".site-header", ".crumbs", ".site-footer nav", ".skip"]:
        expect(page.locator(part).locator("visible=true")).to_have_count(0)
    assert page.evaluate(FAINT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


def test_a_narrowed_list_on_paper_is_only_what_was_chosen(open_page):
    page = open_page("anbefaling/#styrke=skal&mottaker=fastlege")
    promised = int(page.locator("[data-list-count]").inner_text().split()[0])
    page.emulate_media(media="print")
    assert page.locator("li.row:visible").count() == promised > 0


@pytest.mark.parametrize("width", [320, 360])
def test_tables_need_no_sideways_scrolling_on_a_phone(open_page, width):
    for address in ("anbefaling/smi-rec-001/", "foringer/psykisk-helse-og-rusarbeid-for-voksne-2025/"):
        page = open_page(address, width=width)
        tables = page.locator(".table-wrap")
        assert tables.count()
        for table in tables.all():
            assert table.evaluate("box => box.scrollWidth <= box.clientWidth")
            headings = table.locator("thead th").all_text_contents()
            for cell in table.locator("tbody td").all():
                assert cell.get_attribute("data-label") in headings


@pytest.mark.parametrize(
    "address",
    [
        "tilbud/sandnes-sovnkurs/",
        "tilbud/stange-stangehjelpa/",
        "",
        "tilbud/",
        "krise/",
        "kommune/",
        "kilder/napha-2018/",
        "ansatte/",
        "anbefaling/",
        "anbefaling/styrke/skal/",
        "anbefaling/smi-rec-001/",
        "foringer/psykisk-helse-og-rusarbeid-for-voksne-2025/",
        "foringer/",
        "tema/brukermedvirkning/",
        "lov/",
        "lov/hol/3-1/",
        "begrep/",
        "sjekkliste/",
        "min-liste/",
    ],
)
def test_text_twice_the_size_is_not_cut(open_page, address):
    page = open_page(address, width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CUT) == []
