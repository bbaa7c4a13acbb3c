"""Ages in a question, and numbers that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.norwegian.ages import NUMBERS, OLDEST, find_age
from lavterskel.norwegian.letters import word_texts


def years(text: str) -> int | None:
    """The age in a text."""
    found = find_age(word_texts(text))
    return found.years if found else None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("14 år", 14),
        ("14-åring", 14),
        ("14 åring", 14),
        ("14åring", 14),
        ("14år", 14),
        ("14-årig gutt", 14),
        ("jente 14 år gammel", 14),
        ("14 år gammal", 14),
        ("fjorten år", 14),
        ("fjortenåring", 14),
        ("fjortenårige jenter", 14),
        ("fjorten åring", 14),
        ("sønn på 14", 14),
        ("sønn på fjorten", 14),
        ("datter på 14 år", 14),
        ("en på 82", 82),
        ("ei på 16", 16),
        ("ein på 16 år", 16),
        ("kurs for 14-åringer", 14),
        ("tilbod til 14-åringar", 14),
        ("14-åringen min sover ikke", 14),
        ("15aar", 15),
        ("15 aar", 15),
        ("15-aring", 15),
        ("femtenaring", 15),
        ("under 18 år", 18),
        ("fra 18 år", 18),
        ("0 år", 0),
        ("110 år", 110),
        ("for 3 år siden, nå 14 år", 14),
    ],
)
def test_ages(text: str, age: int) -> None:
    assert years(text) == age


@pytest.mark.parametrize(
    "text",
    [
        "",
        "14",
        "år",
        "for 3 år siden",
        "for 3 år sidan",
        "for ti år siden",
        "i 5 år",
        "hadde angst i 10 år",
        "siste 2 år",
        "om 2 år",
        "på 2 år",
        "gjennom 10 år",
        "etter 3 år",
        "3 år etter",
        "3 års erfaring",
        "hver 14 år",
        "111 år",
        "1000 år",
        "116 117",
        "kurs på 8 timer",
        "18 måneder",
        "24 timer",
        "2023-2027",
        "§ 14",
        "P76",
        "tiltak",
        "atten",
        "nitti",
        "²år",
    ],
)
def test_numbers_that_are_no_age(text: str) -> None:
    assert years(text) is None


@given(st.integers(0, 999))
def test_every_age_up_to_the_oldest(age: int) -> None:
    told = age if age <= OLDEST else None
    assert years(f"{age} år") == years(f"{age}-åring") == years(f"{age}år") == years(f"gutt på {age}") == told


@pytest.mark.parametrize("word", NUMBERS)
def test_every_number_in_letters(word: str) -> None:
    assert years(f"{word} år") == years(f"{word}åring") == years(f"en på {word}") == NUMBERS[word]


SOME_WORDS = ["på", "en", "gutt", "år", "i", "siden", "14", "15år", "fjortenåring", "åring", "300", "over", "²", "١٤"]


@given(st.lists(st.sampled_from(SOME_WORDS)))
def test_an_age_lies_within_the_words(words: list[str]) -> None:
    found = find_age(words)
    if found:
        assert 0 <= found.start < found.end <= len(words)
        assert 0 <= found.years <= OLDEST


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    find_age(word_texts(text))


@pytest.mark.parametrize("text", ["sønnen min på 14", "jenta mi på 14", "guten min på 14 år", "dattera vår på 14 år"])
def test_someones_child(text: str) -> None:
    assert years(text) == 14


@pytest.mark.parametrize("text", ["mor på 82", "pappa på 82 år", "jeg er 82", "hun er 82", "faren min er 82"])
def test_other_persons(text: str) -> None:
    assert years(text) == 82


@pytest.mark.parametrize("text", ["barn på 6 måneder", "barn på 8 uker", "ungdom på 10. trinn", "en på 10 mnd"])
def test_other_units_than_years(text: str) -> None:
    assert years(text) is None


@pytest.mark.parametrize("text", ["hatt angst 10 år", "10 års venteliste", "gift 20 år"])
def test_how_long_something_lasted(text: str) -> None:
    assert years(text) is None


@pytest.mark.parametrize(("text", "age"), [("treåring", 3), ("fem år", 5), ("tre år gammel", 3), ("femtiåring", 50)])
def test_other_numbers_in_letters(text: str, age: int) -> None:
    assert years(text) == age
