import pytest
from playwright.sync_api import expect

CUT = """() => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('.strip-long, .skip, svg')
    && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter(one => {
    const box = one.getBoundingClientRect();
    const hides = getComputedStyle(one).overflow !== 'visible';
    return box.left < 0 || box.right > innerWidth || (hides && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight));
  }).map(one => one.outerHTML.slice(0, 120))"""

FAINT = """() => [...document.querySelectorAll('main *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .filter(one => one.checkVisibility() && getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 400)
  .map(one => one.outerHTML.slice(0, 100))"""


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
