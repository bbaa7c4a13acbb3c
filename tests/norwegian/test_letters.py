"""Text to words, and the plain letters that two spellings of a word have in common."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lavterskel.norwegian.letters import cased_words, is_abbreviation, lowered, plain, word_texts, words

NORWEGIAN = "abcdefghijklmnopqrstuvwxyzæøå"
WITHOUT_KEYS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a"})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Søvnkurs i Sandnes", ["søvnkurs", "i", "sandnes"]),
        ("helse- og omsorgstjenester", ["helse", "og", "omsorgstjenester"]),
        ("søvn-kurs/gruppe", ["søvn", "kurs", "gruppe"]),
        ("søvn\u00a0kurs\u2011gruppe", ["søvn", "kurs", "gruppe"]),
        ("14-åring", ["14", "åring"]),
        ("§ 3-1 a", ["3", "1", "a"]),
        ("ÆRLIG ØL PÅ ÅS", ["ærlig", "øl", "på", "ås"]),
        ("Porsáŋgu", ["porsáŋgu"]),
        ("", []),
        (" –!? ", []),
    ],
)
def test_signs_and_spaces_part_words(text: str, found: list[str]) -> None:
    assert word_texts(text) == found


def test_letters_with_loose_marks_are_the_same_letters() -> None:
    """A Mac may send «å» as «a» and a ring."""
    assert word_texts(unicodedata.normalize("NFD", "pårørende på Ås")) == ["pårørende", "på", "ås"]


def test_case_is_kept_where_it_tells() -> None:
    assert cased_words("KOR, eller «kor» på Ås") == ["KOR", "eller", "kor", "på", "Ås"]


@pytest.mark.parametrize(("word", "told"), [("KOR", True), ("DU", True), ("ÆØÅ", True), ("Kor", False), ("I", False)])
def test_capitals_make_an_abbreviation(word: str, told: bool) -> None:
    assert is_abbreviation(word) is told


@given(st.text())
def test_a_word_knows_where_it_stood(text: str) -> None:
    low = lowered(text)
    for word in words(text):
        assert low[word.start : word.end] == word.text
    assert word_texts(text) == [word.text for word in words(text)]


@given(st.text(NORWEGIAN + NORWEGIAN.upper() + " -.,«»§0123456789"))
def test_words_with_case_are_the_same_words(text: str) -> None:
    assert [word.lower() for word in cased_words(text)] == word_texts(text)


@pytest.mark.parametrize("spelling", ["søvn", "soevn", "sovn", "sövn"])
def test_spellings_of_one_word_are_one(spelling: str) -> None:
    assert plain(spelling) == "sovn"


@pytest.mark.parametrize(
    ("word", "plainly"),
    [
        ("pårørende", "parorende"),
        ("paaroerende", "parorende"),
        ("bærum", "barum"),
        ("idé", "ide"),
        ("evenášši", "evenassi"),
        ("porsáŋgu", "porsangu"),
        ("hárstták", "harsttak"),
        ("straße", "strasse"),
        ("angst", "angst"),
    ],
)
def test_accents_and_foreign_letters_go(word: str, plainly: str) -> None:
    assert plain(word) == plainly


def parted(word: str) -> bool:
    """Whether no two of the vowels that spellings turn on stand side by side."""
    return not any(one in "aeoæøå" and other in "aeoæøå" for one, other in pairwise(word))


@given(st.text(NORWEGIAN).filter(parted))
def test_every_way_to_write_without_the_keys_is_one(word: str) -> None:
    assert plain(word) == plain(word.translate(WITHOUT_KEYS)) == plain(word.translate(BARE))


@given(st.text(NORWEGIAN).filter(parted))
def test_what_is_plain_stays_so(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@given(st.text("aeoåæø"))
@example("aaa")
def test_what_is_plain_stays_so_where_vowels_meet(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@pytest.mark.parametrize("word", ["ǿ", "ǽ"])
def test_accents_on_letters_of_ours(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@pytest.mark.parametrize("word", ["pågående", "stående", "gåande", "døende"])
def test_words_where_vowels_meet_written_without_the_keys(word: str) -> None:
    assert plain(word) == plain(word.translate(WITHOUT_KEYS))
