"""Hostile data in Chromium: pages of changed records, one page of each kind, search, the finder, the sheet, paper."""

import json

import pytest

from lavterskel.render.addresses import FOLDERS, address

from ..conftest import DESKTOP, PHONE, Server
from ..hostile import as_shown, plain
from .kinds import KINDS

PROSE = ("drift", "redigere")
"""Pages of text and tables from ``docs/``, which hold no data."""

LOOKED_AT = """() => {
  const all = [...document.querySelectorAll("*")];
  const outside = (link) => !/^(https?:|tel:|sms:|mailto:)/.test(new URL(link.getAttribute("href"), location.href));
  const count = (selector) => document.querySelectorAll(selector).length;
  const root = document.documentElement;
  return {
    pwned: typeof window.pwned,
    handlers: all.flatMap((one) => [...one.attributes].filter((each) => /^on/.test(each.name)).map((each) => one.outerHTML.slice(0, 200))),
    foreign: [...document.querySelectorAll("img, iframe, object, embed, base, plaintext, frame, body style, body link:not([rel=modulepreload], [rel=preload]), body meta, [srcdoc], [autofocus]")].map((one) => one.outerHTML.slice(0, 200)),
    links: [...document.querySelectorAll("a[href], area[href]")].filter(outside).map((one) => one.outerHTML.slice(0, 200)),
    scripts: [...document.scripts].filter((one) => one.text.includes("pwned") && one.type !== "application/ld+json").length,
    data: [...document.scripts].filter((one) => one.type === "application/ld+json").every((one) => { try { JSON.parse(one.text); return true; } catch { return false; } }),
    marks: ["h1", "main", "head > title", "body > header", "body > footer", "aside.crisis-strip"].map((one) => [one, count(one)]),
    last: document.querySelector("footer.site-footer nav ul")?.children.length ?? 0,
    wide: root.scrollWidth - root.clientWidth,
    title: document.title,
    heading: document.querySelector("h1")?.textContent ?? "",
  };
}"""


@pytest.fixture(scope="module")
def hostile_server(hostile):
    running = Server(hostile.site)
    yield running
    running.stop()


@pytest.fixture
def visit(browser, hostile_server):
    """Opens pages of the hostile site in one window and notes what should not happen."""
    faults = []
    context = browser.new_context(viewport=PHONE, locale="nb-NO")
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(f"skriptfeil: {page.url}: {error}"))
    page.on(
        "console",
        lambda said: (
            faults.append(f"{said.type}: {page.url}: {said.text[:200]}") if said.type in ("error", "warning") else None
        ),
    )
    page.on("dialog", lambda dialog: (faults.append(f"dialog: {page.url}"), dialog.dismiss()))
    page.on(
        "request",
        lambda asked: (
            faults.append(f"utenfra: {asked.url[:200]}") if not asked.url.startswith(hostile_server.url) else None
        ),
    )

    def opened(where):
        page.goto("about:blank")
        page.goto(hostile_server.url + where)
        return page

    yield opened
    context.close()
    assert not faults, faults[:20]


def wrong(seen, where, *, narrow=True):
    """What is wrong with a page, in words; ``narrow`` when it must not scroll sideways."""
    found = [f"{where}: {name}: {seen[name]}" for name in ("handlers", "foreign", "links") if seen[name]]
    found += [f"{where}: {seen[name]} {name}" for name in ("scripts",) if seen[name]]
    found += [f"{where}: {count} × {selector}" for selector, count in seen["marks"] if count != 1]
    found += [f"{where}: pwned"] if seen["pwned"] != "undefined" else []
    found += [f"{where}: JSON-LD kan ikke leses"] if not seen["data"] else []
    found += [f"{where}: bunnen har {seen['last']} lenker"] if seen["last"] < 8 else []
    found += [f"{where}: {seen['wide']} px for bred"] if narrow and seen["wide"] > 0 else []
    return found


def changed_pages(hostile):
    """Each changed record that has a page of its own: kind, address, and its title."""
    for (kind, identity), written in hostile.spoilt.written.items():
        if kind in FOLDERS and kind != "rule":
            (title,) = written.get(("short_title",)) or written.get(("title",)) or written[("text",)]
            yield kind, address(kind, identity), title
    for work in hostile.spoilt.works:
        yield "reference", address("reference", work.key), work.title


def test_the_pages_of_changed_records_are_whole_and_show_the_title_as_text(hostile, visit):
    found = []
    everything = list(changed_pages(hostile))
    pages = [page for number, page in enumerate(everything) if number % 5 in (0, 2)]  # all texts and all kinds come up
    assert {kind for kind, _where, _title in pages} == {kind for kind, _where, _title in everything}
    for kind, where, title in pages:
        seen = visit(where).evaluate(LOOKED_AT)
        found += wrong(seen, where)
        shown = as_shown(plain(title))
        end = shown.split()[-1]
        if kind != "reference" and shown.casefold() not in as_shown(seen["heading"]).casefold():
            found.append(f"{where}: overskriften er {seen['heading'][:300]!r}")
        if kind not in ("provision", "reference", "guidance") and end not in seen["title"]:
            found.append(f"{where}: sidetittelen er {seen['title'][:300]!r}")
    assert found == []
    assert len(pages) > 100


def test_one_page_of_each_kind_is_whole(hostile, visit):
    found = []
    for kind, where in KINDS.items():
        if kind != "404":
            found += wrong(visit(where).evaluate(LOOKED_AT), where, narrow=kind not in PROSE)
    assert found == []


def test_search_shows_hostile_titles_as_text(hostile, visit):
    not_by_title = ("provision", "reference", "county")  # found by number, by author, and through municipalities
    wanted = [(kind, title) for kind, _where, title in changed_pages(hostile) if kind not in not_by_title]
    found = []
    for kind, title in wanted[::17]:
        word = title.split()[-1]
        page = visit(f"sok/#q={word}")
        page.wait_for_selector("#filtre[data-ready]", state="attached")
        titles = [as_shown(text) for text in page.locator("#resultater > li > a").all_text_contents()]
        if not any(word.lower() in text.lower() for text in titles):
            found.append(f"{kind} {word}: {[text[:80] for text in titles][:3]}")
        found += wrong(page.evaluate(LOOKED_AT), f"sok {word}")
    assert found == []


def test_suggestions_show_hostile_titles_as_text(hostile, visit):
    _kind, _where, title = next(one for one in changed_pages(hostile) if one[0] == "offer" and "<script>" in one[2])
    page = visit("sok/")
    word = title.split()[-1]
    page.locator("#q").fill(word)
    option = page.locator('#sokeskjema [role="option"]:not(.suggest-all)').filter(has_text=word).first
    option.wait_for()
    assert as_shown(option.locator("span").text_content()) == as_shown(plain(title))
    assert wrong(page.evaluate(LOOKED_AT), "forslag") == []


def test_search_for_hostile_words_is_shown_as_text(visit):
    for question in (
        "<script>window.pwned=1</script>",
        '"><img src=x onerror=window.pwned=1>',
        "__proto__",
        "constructor",
        "W" * 10_000,
        "[@" * 5_000,
        "\u202etxet",
    ):
        page = visit(f"sok/#q={json.dumps(question)[1:-1].replace('%', '%25').replace('#', '%23').replace('&', '%26')}")
        page.wait_for_selector("#resultater[data-ready]", state="attached")
        assert wrong(page.evaluate(LOOKED_AT), question[:40]) == []


def local_offers(hostile):
    """A municipality's number and the ids of its changed offers, for the one that has most."""
    changed = {identity for kind, identity in hostile.spoilt.written if kind == "offer"}
    best = ("", [])
    for path in sorted((hostile.site / "fastlege" / "data").glob("[0-9]*.json")):
        here = [
            offer["id"] for offer in json.loads(path.read_text(encoding="utf-8"))["offers"] if offer["id"] in changed
        ]
        best = max(best, (path.stem, here), key=lambda one: len(one[1]))
    return best


def test_the_finder_the_sheet_and_the_catalogue_show_hostile_offers_as_text(hostile, visit):
    number, offers = local_offers(hostile)
    topics = [identity for kind, identity in hostile.spoilt.written if kind == "topic"]
    for topic in ["", *topics[:3]]:
        page = visit(
            f"fastlege/#kommune={number}&tema={topic}&alder=34&alvorlighet=alvorlig&forhold=fare,gravid,barn,rus"
        )
        page.wait_for_selector('#forslag[data-ready="true"]')
        assert wrong(page.evaluate(LOOKED_AT), f"fastlege {topic}") == []
    page = visit(f"fastlege/#kommune={number}")
    page.wait_for_selector('#forslag[data-ready="true"]')
    titles = {offer: plain(hostile.spoilt.written[("offer", offer)][("title",)][0]) for offer in offers}
    for offer in offers[:3]:
        shown = page.locator(f'[data-record-id="{offer}"] .suggestion-title a').first
        assert as_shown(shown.text_content()) == as_shown(titles[offer])
    page = visit(f"pasientark/#kommune={number}&tilbud={','.join(offers[:3])}")
    page.wait_for_selector('#pasientark[data-ready="true"]')
    for offer in offers[:3]:
        assert as_shown(titles[offer]) in as_shown(page.locator(f'[data-record-id="{offer}"]').text_content())
    assert wrong(page.evaluate(LOOKED_AT), "pasientark") == []
    assert page.pdf()[:5] == b"%PDF-"
    page = visit("tilbud/#pris=gratis")
    page.wait_for_selector("#valgte button")
    assert wrong(page.evaluate(LOOKED_AT), "katalogen") == []


def test_hostile_pages_can_be_printed(hostile, visit):
    by_text = {}
    for key, name in hostile.spoilt.variants.items():
        if key[0] in ("offer", "recommendation", "pathway"):
            by_text.setdefault(name, key)
    for key in list(by_text.values())[::3]:
        page = visit(address(*key))
        assert page.pdf(format="A4")[:5] == b"%PDF-"


def test_letters_from_right_to_left_leave_what_stands_beside_them_in_place(hostile, visit):
    """What comes after a Hebrew name stands to the right of it, as after any other name."""
    key = next(key for key, name in hostile.spoilt.variants.items() if name == "hebraisk" and key[0] == "topic")
    page = visit("tema/")
    page.set_viewport_size(DESKTOP)
    page.evaluate(
        """(id) => {
          const link = document.querySelector(`[data-record-id="${id}"] a`);
          const line = document.createElement("p");
          line.id = "prove";
          line.append(link.cloneNode(true), " 12 (x)");
          document.querySelector("main .wrap").prepend(line);
        }""",
        key[1],
    )
    link, after = page.evaluate(
        """() => {
          const line = document.getElementById("prove");
          const range = document.createRange();
          range.selectNode(line.lastChild);
          return [line.firstChild.getBoundingClientRect(), range.getBoundingClientRect()].map((box) => [box.left, box.right]);
        }"""
    )
    assert after[0] >= link[1] - 1
