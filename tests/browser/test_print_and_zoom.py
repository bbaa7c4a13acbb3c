import pytest
from playwright.sync_api import expect

CUT = """() => [...document.querySelectorAll('body *')].filter(one => one.checkVisibility() && !one.closest('.strip-long, .skip, svg')
    && [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .filter(one => {
    const box = one.getBoundingClientRect();
    const hides = getComputedStyle(one).overflow !== 'visible';
    return box.left < 0 || box.right > innerWidth || (hides && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight));
  }).map(one => one.outerHTML.slice(0, 120))"""


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
    faint = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
          .filter(one => getComputedStyle(one).color.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) > 400)
          .map(one => one.outerHTML.slice(0, 100))"""
    )
    assert faint == []


def test_the_catalogue_on_paper_is_its_offers(open_page):
    page = open_page("tilbud/")
    page.emulate_media(media="print")
    expect(page.locator(".card").first).to_be_visible()
    for part in ("#filtre", ".pager", ".site-header"):
        expect(page.locator(part)).to_be_hidden()


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
    ],
)
def test_text_twice_the_size_is_not_cut(open_page, address):
    page = open_page(address, width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(CUT) == []
