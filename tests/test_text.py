import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.text import counted, joined, lower_first, shortened, slug, sort_key, upper_first


def test_slugs_follow_the_contract():
    assert slug("Nordre Follo") == "nordre-follo"
    assert slug("Åfjord") == "afjord"
    assert slug("Sør-Varanger") == "sor-varanger"
    assert slug("Ærlig & «Ågot»") == "aerlig-agot"


@given(st.text())
def test_a_slug_is_its_own_slug(text):
    assert slug(slug(text)) == slug(text)


def test_the_alphabet_ends_with_the_norwegian_letters():
    assert sorted(["Åmli", "Øyer", "Ærøy", "Zola", "Ål", "Alta"], key=sort_key) == [
        "Alta",
        "Zola",
        "Ærøy",
        "Øyer",
        "Ål",
        "Åmli",
    ]
    assert sort_key("«Stå opp»") == sort_key("Stå opp")
    assert sort_key("idé") == sort_key("ide")


def test_lists_and_numbers_read_as_norwegian():
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b og c"
    assert counted(1, "kommune", "kommuner") == "1 kommune"
    assert counted(10000, "tilbud", "tilbud") == "10\u202f000 tilbud"


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_shortened_text_is_short(text, most):
    assert len(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("name", "inside"), [("Fastlegen", "fastlegen"), ("NAV-kontoret", "NAV-kontoret"), ("AKAN", "AKAN"), ("A", "A")]
)
def test_a_name_inside_a_sentence(name, inside):
    assert lower_first(name) == inside


def test_a_name_first_in_a_line():
    assert upper_first("økonomiloven § 1") == "Økonomiloven § 1"
    assert upper_first("") == ""


def test_a_long_slug_is_cut_to_the_name_of_a_folder_and_still_told_apart():
    one, other = slug("ord " * 2500 + "en"), slug("ord " * 2500 + "to")
    assert one != other
    assert max(len(one), len(other)) < 120
    assert one.startswith("ord-ord-")
