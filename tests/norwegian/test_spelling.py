"""How far apart two spellings are."""

from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lavterskel.norwegian.spelling import distance, errors_allowed, nearest

WORD = st.text("abcø", max_size=8)
MOST = st.integers(0, 4)
MANY = 99


def plainly(one: str, other: str) -> int:
    """The same distance, by its definition."""

    @cache
    def of(row: int, column: int) -> int:
        if not row or not column:
            return row + column
        same = one[row - 1] == other[column - 1]
        ways = [of(row - 1, column) + 1, of(row, column - 1) + 1, of(row - 1, column - 1) + (not same)]
        if row > 1 and column > 1 and one[row - 2 : row] == other[column - 2 : column][::-1]:
            ways.append(of(row - 2, column - 2) + 1)
        return min(ways)

    return of(len(one), len(other))


@given(WORD, WORD, MOST)
@example("cab", "abøø", 1)  # near enough until the last letters
def test_it_is_the_distance_up_to_its_cap(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(plainly(one, other), most + 1)


@given(WORD, WORD, MOST)
def test_it_is_the_same_both_ways(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == distance(other, one, most)


@given(st.text(), st.text(), MOST)
def test_only_equals_are_at_no_distance(one: str, other: str, most: int) -> None:
    assert (distance(one, other, most) == 0) == (one == other)
    assert distance(one, one, most) == 0


@given(st.text(min_size=2), st.data())
def test_one_slip_is_one_error(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    before, first, second, after = word[:place], word[place], word[place + 1], word[place + 2 :]
    assert distance(word, before + second + first + after, 2) == (first != second)
    assert distance(word, before + second + after, 2) == 1
    assert distance(word, before + first + first + second + after, 2) == 1


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("psykolog", "pskolog", 1),
        ("psykolog", "psykkolog", 1),
        ("psykolog", "pyskolog", 1),
        ("psykolog", "psykalog", 1),
        ("depresjon", "deprsjno", 2),
        ("depresjon", "depresion", 1),
        ("ca", "abc", 3),  # the pair that was swapped is not touched again
        ("", "abc", 3),
        ("angst", "rus", 4),
    ],
)
def test_slips_that_people_make(one: str, other: str, errors: int) -> None:
    assert distance(one, other, MANY) == errors


@pytest.mark.parametrize(("word", "errors"), [("", 0), ("rus", 0), ("sorg", 1), ("psykose", 1), ("psykolog", 2)])
def test_longer_words_may_have_more_errors(word: str, errors: int) -> None:
    assert errors_allowed(word) == errors


@given(WORD, st.lists(WORD, max_size=8), MOST)
def test_the_nearest_are_all_that_are_nearest(word: str, among: list[str], most: int) -> None:
    away = [plainly(word, one) for one in among]
    least = min([*away, most + 1])
    errors, found = nearest(word, among, most)
    assert found == [one for one, far in zip(among, away, strict=True) if far == least and far <= most]
    assert errors == (least if found else most)
