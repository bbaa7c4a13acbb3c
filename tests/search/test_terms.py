"""Texts to terms."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.model.words import WordUse
from lavterskel.norwegian.compounds import Splitter
from lavterskel.norwegian.stem import stem
from lavterskel.search.engine import Engine
from lavterskel.search.terms import Analyser, name_term, parts_in

STOPWORDS = frozenset({"du", "kor", "i", "med", "å"})
KNOWN = frozenset(map(stem, ["depresjon", "kurs"]))
LETTERS = "abcdeghikmnoprstuvæøå"


def terms(*texts: str) -> list[str]:
    """The terms of some texts."""
    return list(Analyser(Splitter(KNOWN), STOPWORDS).terms(texts))


def test_words_are_stemmed_in_order_as_often_as_they_stand() -> None:
    assert terms("Samtaler, samtalen", "Samtale") == ["samtal"] * 3


def test_stop_words_are_no_terms() -> None:
    assert terms("Kor du er i grupper") == ["er", "grupp"]


def test_capitals_save_a_stop_word() -> None:
    assert terms("DU har kurs med KOR") == ["du", "har", stem("kurs"), stem("kor")]


def test_a_hyphen_neither_parts_nor_joins_for_good() -> None:
    assert {stem("søvn"), stem("gruppe"), stem("søvngruppe")} <= set(terms("søvn-gruppe"))


def test_a_compound_is_found_whole_and_by_its_parts() -> None:
    assert terms("depresjonskurs") == [stem("depresjonskurs"), "depresjon", stem("kurs")]
    assert set(terms("kurs mot depresjon")) & set(terms("depresjonskurs")) == KNOWN


@given(st.lists(st.text()))
def test_a_second_reading_gives_the_same(texts: list[str]) -> None:
    """What is remembered of a word is what it was."""
    analyser = Analyser(Splitter(KNOWN), STOPWORDS)
    assert list(analyser.terms(texts)) == list(analyser.terms(texts)) == terms(*texts)


@given(st.text(), st.text())
def test_two_texts_have_the_terms_of_both(one: str, other: str) -> None:
    assert Counter(terms(one, other)) == Counter(terms(one) + terms(other))


def lists(**uses: set[str]) -> dict[WordUse, set[str]]:
    """Word lists, those not named empty."""
    return {use: uses.get(use.value, set()) for use in WordUse}


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        (["angst og angsten"], {"angst"}),
        (["angst"], set()),
        (["angst", "angst"], {"angst"}),
        (["rus ru", "rus ru"], {stem("rus")} if len(stem("rus")) > 2 else set()),
        (["år2 år2 2024 2024"], set()),
        (["enn enn ikke ikke"], {"enn"}),
        (["lig lig lig"], set()),
    ],
)
def test_a_part_is_a_word_that_stands_alone_more_than_once(texts: list[str], parts: set[str]) -> None:
    assert parts_in(texts, lists(stopwords={"ikke", "og"}, not_parts={"lig"})) == parts


@pytest.mark.parametrize(
    "name",
    ["Søvnkurs i Sandnes", "søvn kurs i sandnes", "SOEVNKURS I SANDNES", "sovn-kurs i Sandnes"],
)
def test_a_name_is_one_however_it_is_spaced(name: str) -> None:
    assert name_term(name.lower().replace("-", " ").split()) == name_term(["søvnkurs", "i", "sandnes"])


@given(st.lists(st.text(LETTERS, min_size=1)))
def test_the_term_of_a_name_is_no_word(words: list[str]) -> None:
    assert name_term(words).startswith("=")
    assert not any(term.startswith("=") for term in terms(" ".join(words)))


NEVER_SEEN = {
    "sorgkurs": ("sorg", "kurs"),
    "hasjkurs": ("hasj", "kurs"),
    "tvangskurs": ("tvang", "kurs"),
    "stressgruppe": ("stress", "gruppe"),
    "panikksamtaler": ("panikk", "samtale"),
    "barneangst": ("barn", "angst"),
}


@pytest.mark.parametrize(("word", "parts"), NEVER_SEEN.items())
def test_compounds_that_no_text_here_has(engine: Engine, word: str, parts: tuple[str, ...]) -> None:
    assert stem(word) not in engine.language.dictionary
    assert engine.language.splitter.split(word) == tuple(map(stem, parts))


@pytest.mark.parametrize("word", ["Nordland", "Trondheim", "Sandnes", "Kristiansand", "Lillestrøm", "Sarpsborg"])
def test_names_of_places_are_whole(engine: Engine, word: str) -> None:
    assert engine.language.splitter.split(word.lower()) == ()
