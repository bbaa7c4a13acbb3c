"""What the patient takes along on paper, and what goes into the journal from an offer's page."""

import html
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

from lavterskel.model.offer import Offer

CRISIS_NUMBERS = ["tel:113", "tel:116117", "tel:116123"]
TWO = ["trondheim-rph", "trondheim-link"]
THREE = ["trondheim-rph", "trondheim-mestringstilbudet", "trondheim-link"]
TOO_MUCH = ["oslo-ung-arena", "oslo-ullern-rph", "oslo-uteseksjonens-psykologtjeneste"]
A4 = {"width": 595, "height": 842}
QR_OF = """async address => {
  const { qrcode } = await import(new URL('../assets/vendor/qrcode.js', location.href));
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  return code.createSvgTag({ cellSize: 3, margin: 6, scalable: true }).match(/ d="([^"]*)"/)[1];
}"""
PRINTED = "window.print = () => { document.documentElement.dataset.printed = 'true' }"
REFUSES = "() => { navigator.clipboard.writeText = async () => { throw new DOMException('', 'NotAllowedError') } }"
SHEET_LINK = re.compile(r' data-sheet="([^"]*)"')


def wait_until_drawn(page):
    page.wait_for_selector('#pasientark[data-ready="true"]', state="attached", timeout=5000)


def go_to(page, fragment):
    """Follow a link to another sheet, and wait until it is drawn."""
    page.evaluate(
        "to => { document.getElementById('pasientark').dataset.ready = 'false'; location.hash = to }", fragment
    )
    wait_until_drawn(page)


def offers_on(page):
    return page.locator(".sheet-offer").evaluate_all("items => items.map(item => item.dataset.recordId)")


def offer_on(page, identity):
    return page.locator(f'.sheet-offer[data-record-id="{identity}"]')


def pages_of(page):
    """How many sheets of A4 the page takes on paper."""
    paper = page.pdf(prefer_css_page_size=True, format="A4")
    sizes = {tuple(map(float, found)) for found in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)}
    assert {(round(width), round(height)) for width, height in sizes} == {(A4["width"], A4["height"])}
    return max(int(found) for found in re.findall(rb"/Count (\d+)", paper))


def state(number, ids):
    return f"kommune={number}&tilbud={','.join(ids)}"


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.fixture
def sheet(open_page):
    """Opens the sheet with some offers of a municipality, complete."""

    def opened(ids, number="5001", **how):
        page = open_page(f"pasientark/#{state(number, ids)}", **how)
        wait_until_drawn(page)
        return page

    return opened


@pytest.fixture
def usable(site):
    """What is fetched about a municipality, or «nasjonale»: its offers by id."""

    def read(name):
        found = json.loads((site / f"fastlege/data/{name}.json").read_text(encoding="utf-8"))
        return {offer["id"]: offer for offer in (found if isinstance(found, list) else found["offers"])}

    return read


@pytest.fixture
def journal(open_page, server):
    """«Kopier til journal» on an offer's page: the text that is copied."""
    page = None

    def copied(identity):
        nonlocal page
        if page is None:
            page = open_page(f"tilbud/{identity}/")
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        else:
            page.goto(f"{server.url}tilbud/{identity}/")
        page.get_by_role("button", name="Kopier til journal").click()
        expect(page.get_by_role("status").filter(has_text="Kopiert. Lim inn i journalen.")).to_be_visible()
        return clipboard(page)

    return copied


# From the finder


def test_the_offers_that_are_ticked_go_from_the_finder_to_the_sheet(open_page, server, graph):
    page = open_page("fastlege/#kommune=5001&tema=angst&alder=34&alvorlighet=mild", width=360)
    for identity in reversed(TWO):
        page.locator(f"#ark-{identity}").check()
    page.get_by_role("button", name="Skriv ut til pasienten").click()
    wait_until_drawn(page)
    assert offers_on(page) == TWO
    assert page.url == f"{server.url}pasientark/#{state('5001', TWO)}"
    for identity in TWO:
        link = offer_on(page, identity).get_by_role("heading", level=2).get_by_role("link")
        expect(link).to_have_text(graph.data.all("offer")[identity].title)
        assert link.evaluate("link => link.pathname") == f"/tilbud/{identity}/"
    expect(page.locator("#ark-status")).to_have_text("2 tilbud på arket.")


def test_the_first_three_go_to_the_sheet_when_none_is_ticked(open_page):
    page = open_page("fastlege/#kommune=1108&tema=angst&alder=34&alvorlighet=mild")
    page.wait_for_selector('#forslag[data-ready="true"]', state="attached")
    suggested = page.locator("#forslag > li[data-record-kind=offer]").evaluate_all(
        "items => items.map(item => item.dataset.recordId)"
    )
    page.get_by_role("button", name="Skriv ut til pasienten").click()
    wait_until_drawn(page)
    assert offers_on(page) == suggested[:3]


def test_without_a_municipality_the_sheet_holds_what_is_for_everyone(open_page, usable):
    page = open_page("fastlege/#tema=angst")
    page.get_by_role("button", name="Skriv ut til pasienten").click()
    wait_until_drawn(page)
    assert len(offers_on(page)) == 3
    assert set(offers_on(page)) <= set(usable("nasjonale"))


# What stands on it


def test_each_offer_says_how_to_start_and_what_is_not_known(sheet, usable):
    page = sheet(THREE, width=360)
    for identity in THREE:
        offer = usable("5001")[identity]
        said = offer_on(page, identity).inner_text()
        for words in (
            *offer.get("how", [offer.get("referral_text", "Vi vet ikke hvordan du starter.")]),
            offer["title"],
        ):
            assert words in said
        for words in [offer[name] for name in ("summary", "hours", "age_text", "age_line") if name in offer]:
            assert words in said
        for contact in offer.get("contacts", []):
            assert contact["words"] in said
        assert offer.get("cost", "Vi vet ikke hva det koster. Spør.") in said
        assert re.search(r"\b20\d\d\b", said)
    assert {"how" in usable("5001")[identity] for identity in THREE} == {True, False}
    assert {"cost" in usable("5001")[identity] for identity in THREE} == {True, False}


def test_numbers_can_be_rung(sheet):
    page = sheet(TWO, width=360)
    numbers = page.get_by_role("region", name="Hvis det blir verre").get_by_role("link")
    assert numbers.evaluate_all("links => links.map(link => link.getAttribute('href'))") == CRISIS_NUMBERS
    for number in numbers.all():
        expect(number).to_be_visible()
    expect(offer_on(page, "trondheim-rph").locator("a[href^='tel:']")).to_be_visible()


@pytest.mark.parametrize("ids", [TWO[:1], THREE])
def test_the_square_code_has_a_name_and_leads_to_what_is_on_the_sheet(sheet, server, ids):
    page = sheet(ids)
    code = page.get_by_role("img", name="QR-kode til nettsiden")
    expect(code).to_have_count(1)
    expect(code).to_be_visible()
    address = f"tilbud/{ids[0]}/" if len(ids) == 1 else f"pasientark/#{state('5001', ids)}"
    assert code.locator("path").get_attribute("d") == page.evaluate(QR_OF, server.url + address)


@pytest.mark.parametrize("ids", [TWO[:1], THREE])
def test_the_address_in_the_square_code_is_written_too(sheet, ids):
    page = sheet(ids)
    expect(page.locator(".sheet-address")).to_contain_text("/tilbud/" if len(ids) == 1 else "/pasientark/")


def test_large_type_is_larger(sheet):
    page = sheet(TWO[:1], width=360)
    size = "parseFloat(getComputedStyle(document.querySelector('.sheet-offer p')).fontSize)"
    before = page.evaluate(size)
    page.get_by_label("Stor skrift").focus()
    page.keyboard.press("Space")
    assert page.evaluate(size) > 1.25 * before
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    on_paper = page.evaluate(size)
    page.get_by_label("Stor skrift").evaluate("box => box.click()")
    assert on_paper > 1.25 * page.evaluate(size)


def test_text_twice_the_size_stays_in_the_window(sheet):
    page = sheet(TWO, width=360)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_three_offers_are_one_page_and_one_is_in_large_type_too(sheet):
    page = sheet(THREE)
    assert pages_of(page) == 1
    page = sheet(THREE[:1])
    assert pages_of(page) == 1
    page.get_by_label("Stor skrift").check()
    assert pages_of(page) == 1


def test_even_the_longest_three_are_one_page(sheet):
    assert pages_of(sheet(TOO_MUCH, "0301")) == 1


def test_paper_holds_the_sheet_and_nothing_else_in_black_on_white(sheet):
    page = sheet(TWO, scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    for part in (".sheet-title", ".sheet-offer", ".sheet-crisis", ".sheet-qr svg", ".sheet-day"):
        expect(page.locator(part).first).to_be_visible()
    for part in (".site-header", ".crumbs", ".site-footer", ".crisis-strip", ".sheet-tools", "h1"):
        expect(page.locator(part).locator("visible=true")).to_have_count(0)
    colours = "style => [style.color, style.backgroundColor]"
    assert page.evaluate(f"({colours})(getComputedStyle(document.querySelector('.sheet')))") == [
        "rgb(0, 0, 0)",
        "rgb(255, 255, 255)",
    ]


def test_the_button_prints(sheet, server):
    page = sheet(TWO)
    page.evaluate(PRINTED)
    page.get_by_role("button", name="Skriv ut").click()
    expect(page.locator("html")).to_have_attribute("data-printed", "true")


# Addresses that name nothing


NAMES_NOTHING = (
    "kommune=5001",
    "kommune=5001&tilbud=",
    "kommune=5001&tilbud=finnes-ikke",
    "tilbud=__proto__,constructor",
    "kommune=../../krise&tilbud=<script>alert(1)</script>",
)


def test_a_sheet_without_offers_says_so_and_where_to_choose(open_page):
    page = open_page("pasientark/")
    for fragment in ("", *NAMES_NOTHING):
        if fragment:
            go_to(page, state("5001", TWO))
            go_to(page, fragment)
        expect(page.locator("#pasientark")).to_be_hidden()
        expect(page.locator("#ark-status")).to_have_text("Ingen tilbud er valgt.")
        for words in ("Velg dem i veiviseren", "siden til et tilbud"):
            expect(page.get_by_role("link", name=words)).to_be_visible()


def test_offers_that_are_known_stand_though_others_are_not(sheet):
    page = sheet(["finnes-ikke", "trondheim-rph", "<b>x", "nasjonal-ebehandling"])
    assert offers_on(page) == ["trondheim-rph", "nasjonal-ebehandling"]
    expect(page.locator("#ark-tomt")).to_be_hidden()


def test_an_offer_named_twice_stands_once(sheet):
    assert offers_on(sheet(["trondheim-rph", "trondheim-rph"])) == ["trondheim-rph"]


def test_an_unknown_municipality_leaves_what_is_for_everyone(open_page, server):
    page = open_page("om/")
    page.route("**/data/9999.json", lambda route: route.abort())
    page.goto(f"{server.url}pasientark/#{state('9999', ['trondheim-rph', 'nasjonal-ebehandling'])}")
    wait_until_drawn(page)
    assert offers_on(page) == ["nasjonal-ebehandling"]


def test_which_offers_are_printed_is_told_to_no_one(open_page, server, site):
    start = len(server.asked)
    page = open_page(f"pasientark/#{state('5001', TWO)}")
    wait_until_drawn(page)
    page.get_by_label("Stor skrift").check()
    for asked in server.asked[start:]:
        parts = urlsplit(asked)
        assert not parts.query or re.fullmatch(r"v=\w+", parts.query), asked
        local = unquote(parts.path)[1:]
        assert (site / local / "index.html").exists() or (site / local).is_file(), asked
        assert "trondheim" not in asked
    assert page.context.storage_state() == {"cookies": [], "origins": []}
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_scripts_the_sheet_says_what_to_do(open_page):
    page = open_page("pasientark/", scripts=False)
    expect(page.get_by_text("Arket trenger JavaScript. Skriv ut siden til tilbudet i stedet.")).to_be_visible()
    assert page.locator("main :is(button, input):visible").count() == 0


# From an offer's page


@pytest.mark.parametrize("identity", ["sandnes-sovnkurs", "nasjonal-ebehandling"])
def test_an_offer_s_page_leads_to_its_sheet(open_page, identity):
    page = open_page(f"tilbud/{identity}/", width=360)
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Skriv ut på ett ark").click()
    wait_until_drawn(page)
    assert offers_on(page) == [identity]
    expect(offer_on(page, identity).get_by_role("link").first).to_have_text(title)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_every_offer_that_can_be_used_leads_to_a_sheet_that_knows_it(site, graph, usable):
    offers: dict[str, Offer] = graph.data.all("offer")
    for identity, offer in offers.items():
        found = SHEET_LINK.search((site / f"tilbud/{identity}/index.html").read_text(encoding="utf-8"))
        assert bool(found) is (offer.status is None or offer.status.usable), identity
        if found:
            parts = parse_qs(html.unescape(found[1]))
            assert parts["tilbud"] == [identity]
            assert any(identity in usable(name) for name in [*parts.get("kommune", []), "nasjonale"]), identity


# The journal from an offer's page


def test_the_journal_names_the_offer_its_place_its_age_and_its_address(journal, graph, site):
    for identity, place, year in (
        ("trondheim-rph", "Trondheim", "2026"),
        ("sandnes-sovnkurs", "Sandnes", "2018"),
        ("nasjonal-ebehandling", "Hele landet", "2026"),
    ):
        text = journal(identity)
        first, *rest = text.splitlines()
        assert first == f"- {graph.data.all('offer')[identity].title} ({place})"
        assert rest[0].startswith("  Inngang: Du ")
        assert year in rest[-1] and rest[-1].endswith(f"/tilbud/{identity}/")
        assert not re.search(r"</?[a-z]+|&[a-z]+;|undefined|null|\[object", text)


def test_the_journal_says_when_nothing_is_known_of_how_to_come_in(journal):
    assert "  Inngang: ikke oppgitt." in journal("trondheim-link").splitlines()


def test_the_journal_is_sentences_and_not_run_together(journal):
    faults = []
    for identity in ("trondheim-rph", "sandnes-sovnkurs", "nasjonal-ebehandling"):
        faults += re.findall(r".{0,12}(?:[a-zæøå]\.[A-ZÆØÅ]|\d[A-ZÆØÅ]|\.\.|:  ).{0,12}", journal(identity))
    assert faults == []


def test_the_journal_keeps_what_was_found_later_apart(journal, graph):
    offer = graph.data.all("offer")["stange-stangehjelpa"]
    later = {contact.phone for found in offer.found_later for contact in found.contacts if contact.phone}
    assert later and not offer.contacts
    text = journal(offer.id)
    assert "beskrevet i 2018" in text
    assert not [phone for phone in later if phone in text]


def test_the_journal_holds_both_what_the_patient_and_what_the_doctor_does(journal, usable):
    offer = usable("5001")["trondheim-mestringstilbudet"]
    assert offer["how"] and offer["how_professional"]
    text = journal("trondheim-mestringstilbudet")
    assert offer["how_professional"][0] in text
    assert offer["referral_text"] in text


def test_the_journal_says_that_a_planned_offer_was_not_in_use(journal, graph):
    planned = next(offer for offer in graph.data.all("offer").values() if offer.status and not offer.status.usable)
    assert re.search("planlagt|ikke i bruk|avsluttet", journal(planned.id).lower())


def test_a_browser_that_does_not_copy_says_so(open_page):
    page = open_page("tilbud/trondheim-rph/")
    page.evaluate(REFUSES)
    page.get_by_role("button", name="Kopier til journal").click()
    expect(page.get_by_role("status").filter(has_text="lar oss ikke kopiere")).to_be_visible()


def test_without_scripts_no_button_promises_what_it_cannot_do(open_page):
    page = open_page("tilbud/trondheim-rph/", scripts=False)
    expect(page.get_by_role("button", name="Kopier til journal")).to_be_hidden()
    expect(page.get_by_role("link", name="Skriv ut på ett ark")).to_be_hidden()
