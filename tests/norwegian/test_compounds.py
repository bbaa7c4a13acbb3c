"""Compounds taken apart by words that stand alone elsewhere."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lavterskel.norwegian.compounds import LINKS, MOST_PARTS, SHORTEST_COMPOUND, SHORTEST_PART, Splitter
from lavterskel.norwegian.stem import stem

PARTS = ["depresjon", "kurs", "angst", "mestring", "søvn", "vansker", "barn", "vern", "familie", "gruppe", "hjelp"]
STEMS = frozenset(map(stem, PARTS))
LINK = "(?:" + "|".join(sorted(LINKS, key=len, reverse=True)) + ")"

PIECE = st.text("abos", min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("depresjonskurs", ("depresjon", "kurs")),
        ("angstkurs", ("angst", "kurs")),
        ("angstmestringskurs", ("angst", "mestring", "kurs")),
        ("søvnvansker", ("søvn", "vansker")),
        ("søvnvanskene", ("søvn", "vansker")),
        ("barnevernet", ("barn", "vern")),
        ("familievernkurs", ("familie", "vern", "kurs")),
        ("hjelpegrupper", ("hjelp", "gruppe")),
        ("gruppekurs", ("gruppe", "kurs")),
    ],
)
def test_a_compound_is_its_parts(word: str, parts: tuple[str, ...]) -> None:
    assert Splitter(STEMS).split(word) == tuple(map(stem, parts))


@pytest.mark.parametrize("word", ["kurs", "kursene", "depresjon", "barn", "depresjonsbil", "bilkurs", "xkurs", ""])
def test_a_word_that_is_no_compound_of_known_parts_is_whole(word: str) -> None:
    assert Splitter(STEMS).split(word) == ()


def test_what_is_never_split_is_whole_in_every_form() -> None:
    splitter = Splitter(STEMS, frozenset({stem("barnevern")}))
    assert splitter.split("barnevernet") == splitter.split("barnevern") == ()
    assert splitter.split("familievern") == ("famili", "vern")


def test_as_few_parts_as_can_be_and_the_longest_last() -> None:
    splitter = Splitter(frozenset({"selv", "hjelp", "grupp", "selvhjelp", "hjelpegrupp"}))
    assert splitter.split("selvhjelpsgruppe") == ("selvhjelp", "grupp")
    assert splitter.split("selvhjelpegruppe") == ("selv", "hjelpegrupp")


def test_four_parts_and_no_more() -> None:
    splitter = Splitter(frozenset({"angst", "søvn", "barn", "vern", "hjelp"}))
    assert len(splitter.split("angstsøvnbarnvern")) == MOST_PARTS == 4
    assert splitter.split("angstsøvnbarnvernhjelp") == ()


@given(st.frozensets(PIECE), st.lists(PIECE, min_size=1, max_size=5).map("".join))
def test_parts_and_links_give_the_stem_back(parts: frozenset[str], word: str) -> None:
    found = Splitter(parts).split(word)
    assert not found or 2 <= len(found) <= MOST_PARTS
    assert not found or len(word) >= SHORTEST_COMPOUND
    assert all(part in parts and len(part) >= SHORTEST_PART for part in found)
    if found:
        assert re.fullmatch(LINK.join(map(re.escape, found)), stem(word))


@given(st.text("bdkmnp", min_size=3, max_size=6), st.sampled_from(LINKS), st.text("bdkmnp", min_size=3, max_size=6))
def test_two_known_parts_are_always_found(first: str, link: str, last: str) -> None:
    word = first + link + last
    assume(stem(word) == word)
    assert len(Splitter(frozenset({first, last})).split(word)) == 2


@given(st.frozensets(PIECE), st.lists(PIECE, min_size=1, max_size=5).map("".join))
def test_asking_again_gives_the_same(parts: frozenset[str], word: str) -> None:
    splitter = Splitter(parts)
    assert splitter.split(word) == splitter.split(word)
