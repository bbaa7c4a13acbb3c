"""Acute danger is seen in a question however it is written, and not where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from lavterskel.graph import Graph
from lavterskel.model.words import WordUse
from lavterskel.norwegian.letters import plain, word_texts
from lavterskel.norwegian.stem import key
from lavterskel.search.danger import find_danger
from lavterskel.search.engine import Engine

from .gold import Query

CASES = yaml.safe_load(Path(__file__).with_name("danger.yaml").read_text(encoding="utf-8"))
DANGER: dict[str, list[str]] = CASES["danger"]
HARMLESS: list[str] = CASES["harmless"]
EITHER: list[str] = CASES["either"]
SAME_TOPIC = 80
"""So many percent of the wordings must give the very topic they are listed under; the others, any danger."""
SWAPPED = 6
"""Words whose stem is this long are understood with two letters swapped."""
WITHOUT = (str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}), str.maketrans({"æ": "a", "ø": "o", "å": "a"}))


@pytest.fixture(scope="module")
def phrases(graph: Graph) -> list[str]:
    """Every phrase in the lists of danger."""
    return [phrase for one in graph.data.all("wordlist").values() if one.use is WordUse.DANGER for phrase in one.words]


def _missed(engine: Engine, texts: Iterator[str] | list[str]) -> list[str]:
    """The texts without danger. Asks for that only: there are thousands."""
    known = engine.language
    rest = (known.dangers, known.places.meanings, known.dictionary, known.stopwords)
    return [text for text in texts if find_danger(word_texts(text), *rest) is None]


@pytest.mark.parametrize("topic", DANGER)
def test_every_wording_of_danger_is_seen(engine: Engine, topic: str) -> None:
    """None is missed, and most are seen as the danger they are about."""
    seen = {text: engine.understood(text).danger for text in DANGER[topic]}
    assert [text for text, danger in seen.items() if danger is None] == []
    same = sum(danger == topic for danger in seen.values())
    assert 100 * same >= SAME_TOPIC * len(DANGER[topic])


def test_no_harmless_question_is_danger(engine: Engine) -> None:
    """Not even those that use the same words."""
    assert [text for text in HARMLESS if engine.understood(text).danger] == []


def test_no_gold_query_is_danger_but_those_that_may_be(engine: Engine, gold: list[Query]) -> None:
    """The gold queries are ordinary questions, all but a few."""
    texts = [query.text for query in gold]
    assert [text for text in EITHER if text not in texts] == []
    assert [text for text in texts if text not in EITHER and engine.understood(text).danger] == []


def test_no_name_of_a_municipality_is_danger(engine: Engine, graph: Graph) -> None:
    """One wrong letter makes no place of danger: «Seljord»."""
    names = [one.title for one in graph.data.all("municipality").values()]
    assert [name for name in names if engine.understood(f"kurs {name}").danger] == []


def test_phrase_of_danger_in_capitals_and_without_special_letters(engine: Engine, phrases: list[str]) -> None:
    """Each is seen as it stands in its list, in capitals, and with «ae» or «a» for «æ»."""
    assert _missed(engine, phrases) == []
    assert _missed(engine, [phrase.upper() for phrase in phrases]) == []
    for letters in WITHOUT:
        assert _missed(engine, [phrase.translate(letters) for phrase in phrases]) == []


def test_phrase_of_danger_with_letters_swapped(engine: Engine, phrases: list[str]) -> None:
    """Two letters changed places in a long word: what fast typing does most."""
    swapped = [text for phrase in phrases for text in _swapped(phrase)]
    assert len(swapped) > len(phrases) // 4
    assert _missed(engine, swapped) == []


def _swapped(phrase: str) -> Iterator[str]:
    """The phrase with the third and fourth letter swapped in one word after another, if the stem is long."""
    words = word_texts(phrase)
    for place, word in enumerate(words):
        if len(key(word)) >= SWAPPED and word == plain(word):
            other = word[:2] + word[3] + word[2] + word[4:]
            yield " ".join([*words[:place], other, *words[place + 1 :]])
