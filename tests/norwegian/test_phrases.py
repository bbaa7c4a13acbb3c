"""Phrases found in a question."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.norwegian.letters import plain, word_texts
from lavterskel.norwegian.phrases import Match, Phrases
from lavterskel.norwegian.stem import key

STOPWORDS = frozenset({"jeg", "med", "å", "veldig", "få", "i", "og"})
WORDS = st.sampled_from(["sliter", "sove", "kurs", "angst", "tungt", "jeg", "å", "i", "veldig"])
SENTENCES = st.lists(WORDS, max_size=10)
TAUGHT = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=6)


def taught(*pairs: tuple[str, str]) -> Phrases:
    """Phrases with meanings."""
    phrases = Phrases(STOPWORDS)
    for text, meaning in pairs:
        phrases.add(text, meaning)
    return phrases


def found(phrases: Phrases, text: str) -> list[Match]:
    """What is found in a text."""
    return phrases.find(word_texts(text))


@pytest.mark.parametrize(
    "text",
    ["sliter med å sove", "jeg sliter med å sove", "sliter veldig med å få sove", "sliter å sove", "slit med å sova"],
)
def test_stop_words_between_do_not_matter(text: str) -> None:
    assert [match.meanings for match in found(taught(("sliter med å sove", "@sovn")), text)] == [("@sovn",)]


@pytest.mark.parametrize("text", ["sliter", "sove", "sove sliter", "sliter nå med å ikke sove", ""])
def test_all_its_content_must_be_there_in_order(text: str) -> None:
    assert not found(taught(("sliter med å sove", "@sovn")), text)


def test_a_phrase_with_one_word_of_content_is_found_only_whole() -> None:
    """«å sove» is not known as «sove» alone."""
    phrases = taught(("i sove", "@x"))
    assert not found(phrases, "sove")
    assert found(phrases, "jeg i sove") == [Match(1, 3, ("@x",))]


def test_the_longest_wins_and_what_it_covers_is_taken() -> None:
    phrases = taught(("sosial", "@a"), ("angst", "@b"), ("sosial angst", "@c"), ("angst kurs", "@d"))
    assert found(phrases, "sosial angst kurs") == [Match(0, 2, ("@c",))]
    assert found(phrases, "kurs angst sosial") == [Match(1, 2, ("@b",)), Match(2, 3, ("@a",))]


def test_what_begins_before_a_longer_one_does_not_share_its_words() -> None:
    phrases = taught(("kurs angst", "@a"), ("angst tungt sove", "@b"))
    assert found(phrases, "kurs angst tungt sove") == [Match(1, 4, ("@b",))]


def test_a_phrase_may_mean_several_things_once_each() -> None:
    phrases = taught(("Herøy", "a"), ("herøy", "b"), ("heroey", "a"))
    assert found(phrases, "i heroy") == [Match(1, 2, ("a", "b"))]


def test_names_are_not_inflected() -> None:
    names = Phrases(frozenset(), plain)
    names.add("Sandnes", "sandnes")
    assert names.find(["sandnes"]) and not names.find(["sandne"])


def test_other_keys_may_stand_in_for_the_words_own() -> None:
    phrases = taught(("sosial angst", "@c"))
    assert phrases.find(["sosial", "agnst"], [key("sosial"), key("angst")]) == [Match(0, 2, ("@c",))]


def test_nothing_is_known_by_no_words() -> None:
    phrases = taught(("", "@a"), (" – ", "@b"))
    assert not phrases.meanings


@given(TAUGHT, SENTENCES)
def test_what_is_found_never_overlaps(texts: list[str], sentence: list[str]) -> None:
    matches = taught(*((text, text) for text in texts)).find(sentence)
    assert all(0 <= match.start < match.end <= len(sentence) for match in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    for match in matches:
        assert match.meanings
        inside = {key(word) for word in sentence[match.start : match.end]}
        assert all(key(word) in inside for text in match.meanings for word in text.split() if word not in STOPWORDS)


@given(TAUGHT.filter(bool), SENTENCES, SENTENCES)
def test_a_phrase_alone_is_always_found(texts: list[str], before: list[str], after: list[str]) -> None:
    phrases = taught(*((text, text) for text in texts))
    words = texts[0].split()
    assert [(match.start, match.end) for match in phrases.find(words)] == [(0, len(words))]
    covered = {place for one in phrases.find([*before, *words, *after]) for place in range(one.start, one.end)}
    assert covered & set(range(len(before), len(before) + len(words)))
