"""The browser understands and answers as Python does: same units, same ids, same points."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page

from lavterskel.norwegian.letters import plain, word_texts
from lavterskel.norwegian.stem import key, root, stem
from lavterskel.search.engine import Engine
from lavterskel.search.question import Question

from .gold import Query

SEARCH = """async ([queries, options]) => {
  const { Engine } = await import(new URL('../assets/search-engine.js', location.href));
  window.engine ??= await Engine.open(new URL('data/', location.href));
  const all = [];
  for (const text of queries) {
    const { question, hits } = await window.engine.search(text, options);
    const shown = await window.engine.shown(hits.slice(0, 20).map(hit => hit.document));
    all.push([question, shown.map(({ kind, id }, place) => [`${kind}/${id}`, hits[place].score]), hits.length]);
  }
  return all;
}"""

WORDS = """async words => {
  const w = await import(new URL('../assets/search-words.js', location.href));
  return words.map(word => [w.plain(word), w.stem(word), w.key(word), w.root(w.stem(word))]);
}"""

ODD = [
    "",
    " ",
    "§",
    "§§ 3-1 og 3-2",
    "hol §3-1 a",
    "10-4",
    "24-7",
    "i",
    "og i på",
    "Trondheim",
    "i Trondheim",
    "trondheim kommune",
    "kurs i time",
    "time hos psykolog",
    "Herøy angst",
    "nordre follo søvn",
    "søvn i Oppegård",
    "14 år",
    "kurs for 14 år",
    "gutt på 14 som er redd",
    "for 3 år siden",
    "femtenåring",
    "KOR",
    "DU kurs",
    "JEG VIL DØ",
    "vill dö",
    "ta livet mitt",
    "<script>alert(1)</script>",
    "constructor __proto__ toString",
    "İstanbul ŞÜKRÜ",
    "e\u0301a\u030a o\u0308",
    "ﬁnn hjelp ½ ²",
    "søvn\u00a0kurs\u2011gruppe",
    "a" * 300,
    "IS-2076 Meld. St. 26 (2014–2015)",
    "P76 p 76",
    "selv hjelp gruppe angst mestring",
    "legemidelassistert rehabiltering",
]


@pytest.fixture
def search_page(open_page: Callable[..., Page]) -> Page:
    """The search page, whose folder the data lie in."""
    return open_page("sok/")


def as_in_browser(question: Question) -> dict[str, object]:
    """A question in the names the browser uses."""
    return {
        "units": [
            {
                "text": unit.text,
                "importance": unit.importance,
                "alternatives": [{"weight": one.weight, "terms": list(one.terms)} for one in unit.alternatives],
            }
            for unit in question.units
        ],
        "places": list(question.places),
        "placeText": question.place_text,
        "age": question.age,
        "ageText": question.age_text,
        "danger": question.danger,
        "normative": question.normative,
        "spelled": [list(pair) for pair in question.spelled],
    }


def compare(page: Page, engine: Engine, queries: Sequence[str], **chosen: Sequence[str]) -> None:
    """Ask both sides the same questions."""
    answers = page.evaluate(SEARCH, [list(queries), {"chosen": chosen}])
    for text, (question, shown, count) in zip(queries, answers, strict=True):
        assert question == as_in_browser(engine.understood(text)), text
        hits = engine.search(text, chosen)
        found = [(engine.index.documents[hit.document], hit.score) for hit in hits[:20]]
        assert shown == [[f"{document.kind}/{document.id}", points] for document, points in found], text
        assert count == len(hits), text


def test_gold_queries(search_page: Page, engine: Engine, gold: Sequence[Query]) -> None:
    compare(search_page, engine, [query.text for query in gold])


def test_odd_queries(search_page: Page, engine: Engine) -> None:
    compare(search_page, engine, ODD)


def test_spoilt_queries(search_page: Page, engine: Engine, gold: Sequence[Query]) -> None:
    """Gold queries with letters swapped, dropped and doubled, words joined and parted."""
    chance = random.Random(4)
    compare(search_page, engine, [spoilt(query.text, chance) for query in gold])


def spoilt(text: str, chance: random.Random) -> str:
    """The text with one to three slips of the finger."""
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(text))
        before, here, after = text[:place], text[place : place + 1], text[place + 1 :]
        text = chance.choice(
            [before + after[:1] + here + after[1:], before + after, before + here * 2 + after, before + " " + after]
        )
    return text


def test_choices(search_page: Page, engine: Engine) -> None:
    queries = ["angst", "kurs i Trondheim", "jente på 15 som kutter seg", "plikt til individuell plan", "rus"]
    for chosen in ({"type": ["tilbud"]}, {"kommune": ["stange"]}, {"tema": ["angst", "rus"], "alder": ["15"]}):
        compare(search_page, engine, queries, **chosen)
    compare(search_page, engine, queries, henvisning=["ta-kontakt-selv"], pris=["gratis"])


def test_every_word_of_the_site_has_the_same_stem(search_page: Page, engine: Engine) -> None:
    texts = (text for one in engine.index.documents for found in one.words.values() for text in found)
    words = sorted({word for text in texts for word in word_texts(text)})
    assert len(words) > 10_000
    answers = search_page.evaluate(WORDS, words)
    ours = [[plain(word), stem(word), key(word), root(stem(word))] for word in words]
    assert answers == ours
