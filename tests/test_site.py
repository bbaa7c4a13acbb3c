"""The built site as its readers and their machines meet it."""

import functools
import gzip
import json
import re
import xml.etree.ElementTree as ET
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from lavterskel.export.api import PLURALS
from lavterskel.norwegian.letters import plain
from lavterskel.render.addresses import FOLDERS
from lavterskel.render.addresses import address as address_of
from lavterskel.render.labels import UNKNOWN

from .conftest import SITE_URL

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Parsed(HTMLParser):
    """A page taken apart: links, ids, meta, text, and whether its elements are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.ids, self.meta, self.scripts = [], [], {}, []
        self.records, self.fields, self.title, self.faults = [], [], "", []
        self.canonical = ""
        self._open, self._script = [], ""
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> not closed" for tag in self._open]

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag not in VOID and tag not in ("path", "circle"):
            self._open.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src", "action", "data-source", "data-summaries", "data-index"):
            if values.get(name) and not (tag == "link" and values.get("rel") == "canonical"):
                self.links.append(values[name])
        if tag == "meta" and "name" in values:
            self.meta[values["name"]] = values.get("content", "")
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
        if "data-record-id" in values:
            self.records.append((tag, values["data-record-kind"], values["data-record-id"]))
        if "data-field" in values:
            self.fields.append((values["data-field"], "data-unknown" in values, values.get("data-inherited")))
        if tag == "script":
            self._script = values.get("type", "text/javascript")

    def handle_endtag(self, tag):
        if tag in VOID or tag in ("path", "circle"):
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> after <{self._open[-1] if self._open else ''}>")
            while self._open and self._open[-1] != tag:
                self._open.pop()
        if self._open:
            self._open.pop()
        self._script = ""

    def handle_data(self, data):
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += data
        if self._script == "application/ld+json":
            self.scripts.append(json.loads(data))


@pytest.fixture(scope="session")
def parsed(site):
    """Every page of the site by its address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Parsed(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@cache
def file_at(site: Path, address: str) -> Path | None:
    path = site / unquote(address)
    if path.is_file():
        return path
    return path / "index.html" if (path / "index.html").is_file() else None


def test_every_internal_link_leads_somewhere(site, parsed):
    broken = set()
    for address, page in parsed.items():
        base = SITE_URL + address if address != "404.html" else SITE_URL
        for link in page.links:
            target = urljoin(base, link)
            if not target.startswith(SITE_URL):
                continue
            parts = urlsplit(target)
            found = file_at(site, parts.path.removeprefix(urlsplit(SITE_URL).path))
            if found is None:
                broken.add((address, link))
            elif parts.fragment and "=" not in parts.fragment and found.suffix == ".html":  # «#tema=sovn» is a state
                there = parsed[found.relative_to(site).as_posix().removesuffix("index.html")]
                if unquote(parts.fragment) not in there.ids:
                    broken.add((address, link))
    assert not broken, sorted(broken)[:20]


def test_no_page_asks_anyone_else_for_anything(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r'(?:src|action)="(?:https?:)?//|<link[^>]+rel="(?:stylesheet|preload|preconnect)"[^>]+href="(?:https?:)?//',
            text,
        ), path
    for path in (site / "assets").rglob("*"):
        if path.suffix in (".css", ".js"):
            text = re.sub(r"^//[^\n]*|^/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
            assert not re.search(r"https?://(?!www\.w3\.org)|@import|url\(", text), path


def test_every_page_is_whole(parsed):
    for address, page in parsed.items():
        assert not page.faults, (address, page.faults[:3])
        assert len(page.ids) == len(set(page.ids)), (address, [one for one in page.ids if page.ids.count(one) > 1][:5])


def test_every_page_says_what_it_is(parsed):
    titles = {}
    for address, page in parsed.items():
        assert page.title and "Lavterskel" in page.title, address
        assert len(page.meta.get("description", "")) >= 20, address
        assert "SENTINEL" not in page.title
        titles.setdefault(page.title, []).append(address)
    doubled = {title: found for title, found in titles.items() if len(found) > 1}
    assert not doubled, doubled


def test_canonical_addresses_are_the_site_s_own(parsed):
    for address, page in parsed.items():
        assert page.canonical == SITE_URL + address, address


def test_no_shell_and_no_sentinel_is_left(site):
    assert not list(site.rglob("_"))
    for path in site.rglob("*.html"):
        assert "LAVTERSKEL-SENTINEL" not in path.read_text(encoding="utf-8"), path
        assert '="~/' not in path.read_text(encoding="utf-8"), path


def test_every_record_has_its_page_with_the_contract_s_markup(site, parsed, graph):
    for kind, records in graph.data.records.items():
        if kind not in FOLDERS:
            continue
        for identity in records:
            page = parsed[address_of(kind, identity).partition("#")[0]]  # the finder's rules share one page
            assert ("article", kind, identity) in page.records, (kind, identity)
    for key in graph.data.bibliography.works:
        assert ("article", "reference", key) in parsed[f"kilder/{key}/"].records


def test_list_items_lead_to_their_record_first(site):
    item = re.compile(
        r'<li[^>]*data-record-kind="([a-z]+)" data-record-id="([^"]+)"[^>]*>.*?<a[^>]*href="([^"]*)"', re.DOTALL
    )
    for page in (
        "tilbud/",
        "kommune/stange/",
        "tema/sovn/",
        "tema/samhandling/",
        "program/",
        "aktor/",
        "aktor/fastlege/",
        "krise/",
        "anbefaling/",
        "foringer/",
        "foringer/sammen-om-mestring-2014/",
        "lov/hol/",
        "kilder/",
        "kilder/napha-2018/",
    ):
        found = item.findall((site / page / "index.html").read_text(encoding="utf-8"))
        assert found, page
        for kind, identity, link in found:
            assert link.endswith(address_of(kind, identity)), (page, identity, link)


QUESTIONS = (
    "for_whom",
    "what",
    "access",
    "access_professional",
    "cost",
    "waiting",
    "opening_hours",
    "areas",
    "contacts",
)


def test_an_offer_page_answers_in_the_agreed_order(parsed, graph):
    for identity in graph.data.all("offer"):
        names = [name for name, _, _ in parsed[f"tilbud/{identity}/"].fields]
        places = [names.index(name) for name in QUESTIONS]
        assert places == sorted(places), identity


def test_what_is_unknown_is_shown_as_unknown(parsed, graph):
    for offer in graph.data.all("offer").values():
        shown = {}
        for name, unknown, inherited in parsed[f"tilbud/{offer.id}/"].fields:
            shown.setdefault(name, (unknown, inherited))
        effective = graph.effective[offer.id]
        assert shown["waiting"][0] == (not offer.waiting), offer.id
        assert shown["contacts"][0] == (not offer.contacts), offer.id
        assert shown["cost"][0] == (
            effective.cost is None or (effective.cost.value.free is None and not effective.cost.value.text)
        )
        if effective.cost and effective.cost.origin:
            assert shown["cost"][1] == effective.cost.origin.id
        if effective.referral is None:
            assert shown["access"][0] == (not (offer.access and offer.access.how)), offer.id
        for field in ("staffing", "results", "capacity", "languages"):
            assert shown[field][0] == (not getattr(offer, field)), (offer.id, field)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def visible(path: Path) -> str:
    text = re.sub(r"<(script|style|template)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r'<span class="tip".*?</span>', "", text)  # a term's explanation stands in the middle of its sentence
    text = re.sub(r"<[^>]+>", "", text)
    import html

    return re.sub(r"\s+", " ", html.unescape(text))


FACTS = (
    "title", "summary", "for_whom", "what", "method", "frequency", "length", "group_size", "place", "languages", "staffing", "capacity",
    "cooperation", "onward", "instruments", "operation", "funding", "results", "limits", "since", "notes", "status_text", "aliases",
)  # fmt: skip


def test_every_stated_fact_stands_on_the_offer_s_page(site, graph):
    missing = []
    for offer in graph.data.all("offer").values():
        page = visible(site / "tilbud" / offer.id / "index.html")
        texts = [text for name in FACTS for text in strings(getattr(offer, name) or [])]
        texts += [*(offer.access.how if offer.access else []), *(offer.access.how_professional if offer.access else [])]
        texts += [waiting.text for waiting in offer.waiting]
        texts += [offer.opening_hours.text] if offer.opening_hours and offer.opening_hours.text else []
        texts += [offer.cost.text] if offer.cost and offer.cost.text else []
        texts += [offer.provider.name] if offer.provider else []
        texts += [source.at for source in offer.sources if source.at]
        texts += [
            text for later in offer.found_later for name in FACTS for text in strings(getattr(later, name, None) or [])
        ]
        for contact in (*offer.contacts, *(contact for later in offer.found_later for contact in later.contacts)):
            texts += [value for value in (contact.phone, contact.sms, contact.email, contact.address) if value]
        missing += [
            (offer.id, text) for text in texts if "[@" not in text and re.sub(r"\s+", " ", text).strip() not in page
        ]
    assert not missing, missing[:10]


def test_every_offer_tells_how_old_it_is(site, graph):
    for offer in graph.data.all("offer").values():
        page = visible(site / "tilbud" / offer.id / "index.html")
        assert f"i {offer.as_of[:4]}" in page or "ikke bekreftet av tilbyderen" in page, offer.id


def test_what_was_found_later_stands_apart_with_its_own_date(site, graph):
    offer = graph.data.all("offer")["stange-stangehjelpa"]
    page = (site / "tilbud" / offer.id / "index.html").read_text(encoding="utf-8")
    assert "62 56 23 00" in page
    contacts = re.search(r'<div data-field="contacts" data-unknown>.*?</div>', page, re.DOTALL)
    assert contacts and UNKNOWN in contacts[0]
    assert "13. august 2026" in page and "i 2018" in page


def test_planned_offers_are_marked_and_stand_last(site, graph):
    page = visible(site / "tilbud" / "tromso-veiledet-selvhjelp" / "index.html")
    assert "Planlagt i 2018" in page
    municipality = (site / "kommune" / "tromso" / "index.html").read_text(encoding="utf-8")
    assert municipality.index("Planlagt, vurdert eller avsluttet") < municipality.index(
        "tilbud/tromso-veiledet-selvhjelp/"
    )


def test_all_357_municipalities_have_a_page_with_a_way_to_help(site, graph):
    municipalities = graph.data.all("municipality")
    assert len(municipalities) == 357
    for identity in municipalities:
        page = (site / "kommune" / identity / "index.html").read_text(encoding="utf-8")
        assert "For hele landet" in page and "tilbud/mental-helse-hjelpetelefonen/" in page, identity
        assert "Nærmeste kommuner" in page


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("Oppegård", "nordre-follo"),
        ("Fjell", "oygarden"),
        ("Halsa", "heim"),
        ("Tysfjord", "hamaroy"),
        ("Tysfjord", "narvik"),
        ("Roan", "afjord"),
        ("Bjugn", "orland"),
    ],
)
def test_former_names_lead_to_today_s_municipality(site, former, now):
    listing = (site / "kommune" / "index.html").read_text(encoding="utf-8")
    assert re.search(rf'{former} → <a href="\.\./kommune/{now}/">', listing)
    assert f"<strong>{former}</strong> var egen kommune" in (site / "kommune" / now / "index.html").read_text(
        encoding="utf-8"
    )
    language = json.loads((site / "sok" / "data" / "sprak.json").read_text(encoding="utf-8"))
    assert now in language["places"][plain(former.lower())].split()


def test_everything_is_reachable_by_links_alone(site, parsed):
    seen, waiting = set(), [""]
    while waiting:
        address = waiting.pop()
        if address in seen or address not in parsed:
            continue
        seen.add(address)
        for link in parsed[address].links:
            target = urljoin(SITE_URL + address, link)
            if target.startswith(SITE_URL):
                waiting.append(unquote(urlsplit(target).path.removeprefix(urlsplit(SITE_URL).path)))
    assert set(parsed) - seen == {"404.html"}


def test_the_interface_has_the_contract_s_shape(site, graph):
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    assert {item["id"] for item in index["items"]} == {*PLURALS.values(), "references"}
    for item in index["items"]:
        name = item["id"]
        content = json.loads((site / f"api/v1/{name}.json").read_text(encoding="utf-8"))
        assert content.keys() == {"version", "count", "items"}
        assert content["count"] == len(content["items"]) == item["count"] > 0
        for record in content["items"]:
            assert {"id", "kind", "url", "title", "sources"} <= record.keys()
            if record["url"]:
                assert file_at(site, record["url"].lstrip("/").partition("#")[0]), record["url"]


def test_inherited_values_are_apart_in_the_interface(site):
    offers = json.loads((site / "api/v1/offers.json").read_text(encoding="utf-8"))["items"]
    molde = next(offer for offer in offers if offer["id"] == "molde-rph")
    assert "cost" not in molde
    assert (
        molde["inherited"]["cost"] == {"value": {"free": True}, "from": "rask-psykisk-helsehjelp"}
        or molde["inherited"]["cost"]["from"] == "rask-psykisk-helsehjelp"
    )
    assert "molde-assistert-selvhjelp" in molde["linked_from"]["offers"]


def test_structured_data_is_what_the_page_shows(parsed, graph):
    for offer in graph.data.all("offer").values():
        (found,) = parsed[f"tilbud/{offer.id}/"].scripts
        assert found["@type"] == "Service" and found["name"] == offer.title
        assert ("offers" in found) == bool(
            offer.cost and offer.cost.free and (offer.status is None or offer.status.usable)
        )
        for area in found["areaServed"]:
            assert area["name"]
    (municipality,) = parsed["kommune/stange/"].scripts
    assert municipality["about"]["identifier"] == "3413"
    (catalogue,) = parsed["tilbud/"].scripts
    assert catalogue["@type"] == "ItemList"


def test_the_site_map_has_every_page_once(site, parsed):
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    found = [element.text for element in ET.fromstring(text).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(found) == len(set(found))
    assert set(found) == {SITE_URL + address for address in parsed if address != "404.html"}
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")


LINKED = re.compile(r'<(?:script[^>]*\ssrc|link rel="stylesheet" href)="([^"?]+)')
IMPORTED = re.compile(r'^import\s[^"]*"(\.[^"]+)"', re.MULTILINE)


def with_imports(script):
    """A script and every one that it imports."""
    found = [script]
    for one in found:
        text = one.read_text(encoding="utf-8")
        found += [other for name in IMPORTED.findall(text) if (other := (one.parent / name).resolve()) not in found]
    return found


def test_first_view_of_any_page_is_small(site):
    size = functools.cache(lambda path: len(gzip.compress(path.read_bytes())))
    parts = functools.cache(with_imports)
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        linked = [(path.parent / name).resolve() for name in LINKED.findall(html) if not name.startswith("/")]
        loaded = {part for one in linked for part in parts(one)}
        assert size(path) + sum(map(size, loaded)) < 120_000, path


def test_help_now_is_on_every_page(site):
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for number in ("113", "116117", "116123"):
            assert f'href="tel:{number}"' in text, path
        assert 'krise/">' in text


def test_pages_on_dangerous_subjects_carry_help_near_the_top(site, graph):
    for topic in graph.data.all("topic").values():
        text = (site / "tema" / topic.id / "index.html").read_text(encoding="utf-8")
        assert ('class="crisis-box"' in text) == topic.crisis, topic.id
        if topic.crisis:
            assert text.index('class="crisis-box"') < text.index('id="steder"')
