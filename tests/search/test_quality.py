"""Whether the search finds what it should, beside two stock engines over the same pages.

The table is printed at the end of the test run. ``make sok-tabell`` puts it in the documentation.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from lavterskel.load import Data
from lavterskel.search.engine import Engine

from ..conftest import REPORT
from ..find_chromium import HOW, find
from . import table
from .baselines import measure
from .gold import PHENOMENA, ROLES, Query, Score, score

LEAST_RECALL, LEAST_MRR = 0.92, 0.75
DRIFT = 0.03
"""How far the documentation's figures may be from what is measured: data change every day, the text need not."""
DRIFT_OF_FEW, FEW = 0.15, 60
"""The same for groups of few queries, of which each weighs much."""


@pytest.fixture(scope="module")
def ours(engine: Engine, gold: Sequence[Query]) -> dict[str, list[str]]:
    """Our own ten best answers to each query."""
    documents = engine.index.documents
    return {
        query.text: [f"{documents[hit.document].kind}/{documents[hit.document].id}" for hit in hits[:10]]
        for query in gold
        for hits in [engine.search(query.text)]
    }


@pytest.fixture(scope="module")
def rows(
    ours: dict[str, list[str]],
    gold: Sequence[Query],
    site: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> list[table.Row]:
    """The table, which is also printed at the end."""
    chromium = find()
    if chromium is None:
        pytest.fail(HOW)
    stock = measure(site, [query.text for query in gold], chromium, tmp_path_factory.mktemp("motorer"))
    engines = ["Lavterskel", *stock]
    found = table.rows(gold, [ours, *(one.answers for one in stock.values())])
    request.config.stash[REPORT] = ["Søket mot fasiten i tests/search/gold.yaml", *table.text(found, engines)]
    if os.environ.get("SKRIV_SOKETABELL"):
        table.write(found, engines)
    return found


def test_gold_is_wide_and_true(gold: Sequence[Query], data: Data) -> None:
    """Enough queries of every sort, and everything expected exists."""
    assert len(gold) >= 150
    assert len({query.text.lower() for query in gold}) == len(gold)
    assert {query.role for query in gold} == set(ROLES)
    counts = Counter(one for query in gold for one in query.phenomena)
    assert set(counts) == set(PHENOMENA)
    assert min(counts.values()) >= 5, counts
    for query in gold:
        assert 1 <= len(query.expected) <= 3, query.text
        for wanted in frozenset().union(*query.expected):
            kind, _, identity = wanted.partition("/")
            assert identity in data.records[kind], f"{query.text}: {wanted}"


def test_gold_does_not_repeat_titles(gold: Sequence[Query], engine: Engine) -> None:
    """At most a quarter of the queries have all their content words in the title of what is expected."""
    titles = {f"{one.kind}/{one.id}": one.title.lower().split() for one in engine.index.documents}
    stopwords = engine.language.stopwords

    def repeats(query: Query) -> bool:
        content = {word for word in query.text.lower().split() if word not in stopwords}
        return any(content <= set(titles[wanted]) for wanted in frozenset().union(*query.expected))

    assert sum(map(repeats, gold)) <= len(gold) / 4


def test_the_search_finds_what_it_should(rows: Sequence[table.Row]) -> None:
    by_name = {row.name: row.scores[0] for row in rows}
    assert by_name["alle"].recall >= LEAST_RECALL, by_name["alle"]
    assert by_name["alle"].mrr >= LEAST_MRR, by_name["alle"]


def test_every_phenomenon_is_understood(gold: Sequence[Query], ours: dict[str, list[str]]) -> None:
    """No phenomenon is given up for the sake of the mean."""
    weak: dict[str, Score] = {}
    for one in PHENOMENA:
        found = score([query for query in gold if one in query.phenomena], ours)
        if found.recall < 0.8:
            weak[one] = found
    assert not weak


def test_it_is_better_than_the_stock_engines(rows: Sequence[table.Row]) -> None:
    """In all and for each role, or it would not be worth having."""
    for row in rows:
        if row.name in ("alle", *table.ROLES.values()):
            own, *others = row.scores
            assert all(own.recall > other.recall and own.mrr > other.mrr for other in others), row


def test_the_documentation_tells_the_truth(rows: Sequence[table.Row]) -> None:
    stated = table.in_docs()
    for row in rows:
        measured = [figure for one in row.scores for figure in (one.recall, one.mrr)]
        assert row.name in stated, "kjør «make sok-tabell»"
        drift = DRIFT if row.scores[0].queries >= FEW else DRIFT_OF_FEW
        assert stated[row.name] == pytest.approx(measured, abs=drift), f"{row.name}: kjør «make sok-tabell»"
