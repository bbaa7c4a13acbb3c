"""What the forms of a word have in common, in both written standards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.norwegian.stem import key, root, stem

FORMS = [
    ["kurs", "kurset", "kursene", "kursa", "kursets"],
    ["gruppe", "gruppen", "gruppa", "grupper", "gruppene", "gruppenes"],
    ["samtale", "samtalen", "samtaler", "samtalene", "samtalar", "samtalane"],
    ["depresjon", "depresjonen", "depresjoner", "depresjonene", "depresjonar"],
    ["psykolog", "psykologen", "psykologer", "psykologene", "psykologar", "psykologane"],
    ["kommune", "kommunen", "kommuner", "kommunene", "kommunar", "kommunane"],
    ["krisesenter", "krisesenteret", "krisesentera"],
    ["lov", "lova", "loven", "lovene"],
    ["kommunelov", "kommuneloven", "kommunelova", "kommunelovens", "kommunelover"],
    ["fastlege", "fastlegen", "fastleger", "fastlegene", "fastlegens", "fastlegenes"],
    ["søvn", "søvnen", "soevn", "sovn", "søvnens"],
    ["ensom", "ensomhet", "ensomheten"],
    ["bruker", "brukeren", "brukere", "brukerne", "brukerens"],
]
APART = [
    ("kommuneloven", "kommune"),
    ("barnevernloven", "barnevern"),
    ("fastlege", "fast"),
    ("kollega", "kolle"),
    ("hjerne", "hjort"),
    ("angst", "rus"),
    ("psykolog", "psykiater"),
    ("tvang", "tvil"),
]
PREFIX = st.text("abdefgikmnoprstuvyæøå", min_size=3, max_size=12)


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_of_a_word_have_one_key(forms: list[str]) -> None:
    keys = {key(form) for form in forms}
    if len(keys) > 1:  # what Snowball keeps apart shares its root
        keys = {root(stem(form)) for form in forms}
    assert len(keys) == 1, {form: (key(form), root(stem(form))) for form in forms}


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_are_not_one(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        ("kursene", "kurs"),
        ("brukerne", stem("bruker")),
        ("pårørende", "pårør"),
        ("hjerne", "hjern"),
        ("kommuneloven", "kommunelov"),
        ("fastlegen", "fastleg"),
        ("3", "3"),
    ],
)
def test_stems(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@pytest.mark.parametrize("forms", [["brukeren", "bruker", "brukerne", "brukere"], ["ansatt", "ansatte", "ansattes"]])
def test_forms_that_are_kept_apart_share_a_root(forms: list[str]) -> None:
    assert len({root(stem(form)) for form in forms}) == 1


@given(PREFIX, st.sampled_from(["", "a", "en", "er", "ene", "ens", "ers", "enes", "s"]))
def test_the_name_of_an_act_keeps_its_last_part(before: str, ending: str) -> None:
    assert stem(f"{before}lov{ending}") == f"{before}lov"


@pytest.mark.parametrize("doctor", ["fastlege", "tannlege", "overlege", "kommunelege"])
def test_a_sort_of_doctor_stays_a_doctor(doctor: str) -> None:
    assert {stem(f"{doctor}{ending}") for ending in ("", "n", "r", "ne", "ns", "nes")} == {doctor[:-1]}


@given(st.text("abcdefghijklmnopqrstuvwxyzæøå0123456789", min_size=1))
def test_a_stem_is_never_nothing_and_never_longer(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word)
    assert key(word)


@pytest.mark.parametrize("forms", [["fastlege", "fastlegar", "fastlegane"], ["kommunelov", "kommunelovar"]])
def test_doctors_and_acts_in_nynorsk(forms: list[str]) -> None:
    assert len({key(form) for form in forms}) == 1
