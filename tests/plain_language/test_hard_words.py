"""Hard words in their forms, and easy words that resemble them."""

import pytest

from lavterskel.plain_language.hard_words import HardWords


@pytest.fixture(scope="module")
def hard_words(data):
    return HardWords(data.all("plainword").values())


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Kommunen iverksetter tiltak.", [("iverksetter", "iverksette")]),
        ("Tiltaket er iverksatt.", [("iverksatt", "iverksette")]),
        ("Brev vedrørende søknaden.", [("vedrørende", "vedrorende")]),
        ("Du benytter skjemaet, og det benyttes av flere.", [("benytter", "benytte"), ("benyttes", "benytte")]),
        ("I henhold til loven har du rett til hjelp.", [("I henhold til", "i-henhold-til")]),
        ("Dette foretas i forbindelse med utskrivning.", [("foretas", "foreta"), ("i forbindelse med", "i-forbindelse-med")]),
        ("Hvorvidt du får plass, avgjøres senere.", [("Hvorvidt", "hvorvidt")]),
    ],
)  # fmt: skip
def test_a_hard_word_is_found_in_every_form(hard_words, sentence, found):
    assert [(one.written, one.entry.id) for one in hard_words.within(sentence)] == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilbudet gjelder alle.",
        "Etter loven har du rett til hjelp.",
        "Han sitter på benken og ser på nyttårsfesten.",
        "Vi har et godt forhold til naboen.",
        "Det er en forbindelse med buss.",
        "Ring legevakten når det haster.",
        "Leder er Kari Anfører i Benytte AS.",
    ],
)
def test_easy_words_and_names_are_left_alone(hard_words, sentence):
    assert hard_words.within(sentence) == []


def test_the_list_is_long_and_every_word_in_it_is_found(data, hard_words):
    entries = data.all("plainword").values()
    assert len(entries) >= 80
    for entry in entries:
        assert [one.entry for one in hard_words.within(f"her {entry.title}")] == [entry], entry.id
