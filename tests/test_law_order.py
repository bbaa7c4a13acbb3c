"""Provisions in the order of their law."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.render.pages.laws import number_key, provisions_of, with_parts

ORDER = [
    "kapittel 2",
    "kapittel 3",
    "kapittel 10",
    "§ 1",
    "§ 2-1",
    "§ 2-1 første ledd",
    "§ 2-1 andre ledd",
    "§ 2-1 tredje ledd",
    "§ 2-1 tiende ledd",
    "§ 2-1 a",
    "§ 2-1 a andre ledd",
    "§ 2-1 b",
    "§ 2-2",
    "§ 2-10",
    "§ 3",
    "§ 3-2 første ledd nr. 5",
    "§ 3-2 første ledd nr. 6 bokstav a",
    "§ 3-2 første ledd nr. 6 bokstav b",
    "§ 3-2 første ledd nr. 10",
    "§ 3-2 andre ledd",
    "§ 10",
]


@given(st.permutations(ORDER))
def test_numbers_sort_as_a_lawyer_counts(shuffled):
    assert sorted(shuffled, key=number_key) == ORDER


@pytest.mark.parametrize(
    ("first", "then"), [("artikkel 6 nr. 1 bokstav a", "artikkel 12"), ("§ 1-3", "§ 1-3 bokstav a")]
)
def test_articles_and_letters_too(first, then):
    assert number_key(first) < number_key(then)


@given(st.integers(1, 99), st.integers(1, 99))
def test_sections_follow_their_number(one, other):
    assert (number_key(f"§ {one}") < number_key(f"§ {other}")) == (one < other)
    assert (number_key(f"§ 3-{one} andre ledd") < number_key(f"§ 3-{other}")) == (one < other)


def test_every_law_lists_all_its_provisions_each_once(graph):
    for law in graph.data.all("law"):
        listed = [one.id for one in provisions_of(graph, law)]
        assert sorted(listed) == sorted(one.id for one in graph.data.all("provision").values() if one.law == law)


def test_the_parts_of_a_provision_follow_it_before_anything_else(graph):
    for law in graph.data.all("law"):
        listed = [one.id for one in provisions_of(graph, law)]
        for place, identity in enumerate(listed):
            parts = with_parts(graph, identity)
            assert set(listed[place : place + len(parts)]) == set(parts)


def test_chapters_come_first(graph):
    for law in graph.data.all("law"):
        chapters = [one.number.startswith("kapittel") for one in provisions_of(graph, law)]
        assert not any(later and not earlier for earlier, later in pairwise(chapters)), law
