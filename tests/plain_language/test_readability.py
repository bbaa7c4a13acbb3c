"""LIX, counted by hand."""

import pytest

from lavterskel.plain_language.readability import band, lix


def test_lix_is_words_per_sentence_and_the_share_of_long_words():
    # 10 sentences of 6 words; in each, «hjelpen» alone has more than six letters: 6 + 100 · 10 / 60 = 22,7
    assert lix(["Du kan få hjelpen med en."] * 10) == 23


def test_seven_letters_are_long_and_six_are_not():
    assert lix(["kommer kommer kommer"] * 10) == 3
    assert lix(["kommune kommune kommune"] * 10) == 103


def test_a_short_text_has_none():
    assert lix(["Ring oss."]) is None
    assert lix([]) is None


@pytest.mark.parametrize(
    ("value", "name"), [(29, "svært lett"), (30, "lett"), (49, "middels"), (59, "vanskelig"), (60, "svært vanskelig")]
)
def test_bands_have_names(value, name):
    assert band(value) == name
