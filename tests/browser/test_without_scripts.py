from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from lavterskel.facets import FACETS, index

from .kinds import KINDS

HIDDEN_LINKS = """() => {
  for (const box of document.querySelectorAll('details')) box.open = true;
  const links = [...document.querySelectorAll('main a[href]')];
  const seen = new Set(links.filter(link => link.checkVisibility()).map(link => link.href));
  return links.filter(link => !seen.has(link.href) && !link.closest('[hidden]')).map(link => link.href);
}"""


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def reached(site):
    """Addresses of all pages that links lead to from the start page."""
    known = {""}
    waiting = [""]
    while waiting:
        address = waiting.pop()
        text = (site / address / "index.html").read_text(encoding="utf-8")
        for link in Links(text).found:
            target = urlsplit(urljoin(f"https://lavterskel.example/{address}", link))
            path = unquote(target.path)[1:]
            if target.netloc == "lavterskel.example" and path not in known and (site / path / "index.html").exists():
                known.add(path)
                waiting.append(path)
    return known


def test_links_lead_from_the_start_page_to_every_page(site):
    pages = {
        "" if path.parent == site else f"{path.parent.relative_to(site).as_posix()}/"
        for path in site.rglob("index.html")
    }
    assert len(pages) > 900
    assert sorted(pages - reached(site)) == ["api/v1/"] * ((site / "api/v1/index.html").exists())


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("municipality", ["Finn kommunen din", "Stange"]),
        ("offer", ["Finn kommunen din", "Stange", "Stangehjelpa"]),
        ("programme", ["Programmer", "Rask psykisk helsehjelp"]),
        ("guidance", ["Føringer", "Sammen om mestring. Veileder i lokalt psykisk helsearbeid og rusarbeid for voksne"]),
        ("provision", ["lover", "Helse- og omsorgstjenesteloven", "§ 3-1"]),
        ("term", ["Jeg jobber i tjenesten", "100 begreper", "ACT-team"]),
    ],
)
def test_links_by_their_words_lead_to_a_record(open_page, kind, path):
    page = open_page("", width=360, scripts=False)
    for words in path:
        page.locator("main").get_by_role("link", name=words, exact=True).first.click()
    expect(page.locator(f'article[data-record-kind="{kind}"]')).to_be_visible()


def test_the_start_page_asks_nothing_it_cannot_answer(open_page):
    page = open_page("", scripts=False)
    assert not page.locator("main input:visible, main button:visible").count()
    page.get_by_role("link", name="Velg tema").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hva gjelder det?")


def test_the_catalogue_has_pages_that_together_hold_every_offer(open_page, graph):
    page = open_page("tilbud/", scripts=False)
    found = []
    while True:
        found += page.locator("#tilbudsliste > li").evaluate_all("items => items.map(item => item.dataset.recordId)")
        onward = page.get_by_role("link", name="Neste", exact=True)
        if not onward.count():
            break
        onward.click()
    assert sorted(found) == sorted(graph.data.all("offer"))


def test_the_filter_form_leads_to_a_list_for_every_value(open_page, graph, site):
    page = open_page("tilbud/", scripts=False)
    counts = index(graph).counts
    page.locator("#filtre details").evaluate_all("boxes => boxes.forEach(box => { box.open = true })")
    lists = page.locator("form#filtre a:visible").evaluate_all(
        "links => links.map(link => new URL(link.href).pathname)"
    )
    for link in list(lists):
        text = (site / link[1:] / "index.html").read_text(encoding="utf-8")
        lists += [urlsplit(urljoin(f"https://lavterskel.example{link}", href)).path for href in Links(text).found]
    for facet in FACETS:
        landing = {f"/tilbud/{facet.name}/{value}/" for value in counts[facet.name]}
        if facet.name == "kommune":
            continue  # leads to the municipalities' own pages
        assert landing and landing <= set(lists), landing - set(lists)


def test_the_list_for_a_value_holds_what_it_promised(open_page):
    page = open_page("tilbud/", scripts=False)
    link = page.locator('form#filtre a[href$="/tema/sovn/"], form#filtre a[href$="tema/sovn/"]').first
    link.evaluate(
        "link => { for (let box = link.closest('details'); box; box = box.parentElement.closest('details')) box.open = true }"
    )
    promised = link.locator(".count").inner_text()
    link.click()
    expect(page.locator("#antall")).to_have_text(f"{promised} tilbud")
    assert page.locator("#tilbudsliste > li").count() == int(promised)


def test_the_search_page_leads_to_the_lists(open_page):
    page = open_page("sok/", scripts=False)
    assert not page.locator("main input:visible").count()
    for target in ("tilbud/", "kommune/", "tema/sovn/"):
        expect(page.locator(f'main a[href$="{target}"]').first).to_be_visible()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "404" and "sok/#" not in KINDS[kind]])
def test_nothing_is_hidden_that_only_scripts_would_show(open_page, kind):
    page = open_page(KINDS[kind], width=360, scripts=False)
    assert page.evaluate(HIDDEN_LINKS) == []
    expect(page.get_by_role("navigation", name="Hovedmeny")).to_be_visible()


LISTS = {"anbefaling/": "recommendation", "foringer/": "guidance", "kilder/": "reference"}


@pytest.mark.parametrize(("address", "kind"), LISTS.items())
def test_a_list_that_cannot_be_narrowed_here_leads_to_a_list_for_every_value(open_page, site, address, kind):
    page = open_page(address, width=360, scripts=False)
    assert not page.locator("main :is(select, button, input):visible").count()
    everything = page.locator(f'li.row[data-record-kind="{kind}"]').count()
    facets = page.locator(".list-links a").evaluate_all("links => links.map(link => link.href)")
    assert len(facets) > 3
    for facet in facets:
        page.goto(facet)
        values = page.locator("main .link-list li")
        first = values.first
        promised = int(first.locator(".count").inner_text())
        assert values.count() > 1
        assert all(
            (site / urlsplit(link).path[1:] / "index.html").exists()
            for link in values.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
        )
        first.get_by_role("link").click()
        page.locator("main details").evaluate_all("boxes => boxes.forEach(box => { box.open = true })")
        assert page.locator("li.row").count() == promised <= page.locator("li.row:visible").count()
        assert promised <= everything or kind != "reference"


def test_my_list_says_that_it_needs_scripts(open_page, server):
    page = open_page("anbefaling/dps-rec-001/", scripts=False)
    expect(page.locator("[data-listable]")).to_be_hidden()
    expect(page.locator("[data-cite-text]")).to_be_visible()
    page.goto(server.url + "min-liste/")
    expect(page.get_by_text("Listen trenger JavaScript")).to_be_visible()
    assert not page.locator("main button:visible").count()
    page.locator("main").get_by_role("link", name="hver anbefaling").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Anbefalinger")
