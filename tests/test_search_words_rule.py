"""What an editor of the search's word lists can get wrong, and what is said about it."""

import pytest

from lavterskel.problems import DataError

WORDS = "vocabulary/words.yaml"
SYNONYMS = "vocabulary/synonyms.yaml"


@pytest.mark.parametrize(
    ("name", "text", "line", "field", "words"),
    [
        (WORDS, "- id: fare\n  title: Fare\n  use: danger\n  words: [brenner]\n", 3, "use", "trenger topic"),
        (
            WORDS,
            "- id: fare\n  title: Fare\n  use: danger\n  topic: finnes-ikke\n  words: [brenner]\n",
            4,
            "topic",
            "finnes-ikke",
        ),
        (
            WORDS,
            "- id: x\n  title: X\n  use: never_split\n  topic: angst\n  words: [samtale]\n",
            4,
            "topic",
            "bare av lister med use: danger",
        ),
        (
            WORDS,
            "- id: x\n  title: X\n  use: places_that_are_words\n  words:\n    - time\n    - Atlantis\n",
            6,
            "words.1",
            "Ingen kommune heter eller het «Atlantis»",
        ),
        (WORDS, "- id: x\n  title: X\n  use: noe_annet\n  words: [a]\n", 3, "use", ""),
        (SYNONYMS, "- id: bil\n  title: bil\n", 2, "title", "bare ett ord"),
        (SYNONYMS, "- id: bil\n  title: bil\n  same: [auto]\n  also: [auto]\n", 4, "also.0", "står to ganger"),
        (SYNONYMS, "- id: bil\n  title: bil\n  same: [Bil]\n", 3, "same.0", "står to ganger"),
        (SYNONYMS, "- id: bil\n  title: bil\n  same: [hvordan]\n", 3, "same.0", "uten innhold"),
        (SYNONYMS, "- id: bil\n  title: bil\n  sames: [auto]\n", 3, "sames", ""),
    ],
)
def test_a_fault_is_told_with_its_place(copy, name, text, line, field, words):
    found = copy.told(name, text)
    assert [(one[0].split("/")[-1], one[1], one[3]) for one in found] == [(name.split("/")[-1], line, field)], found
    assert words in found[0][4]


def test_a_list_that_is_missing_is_missed(copy):
    (copy.folder / WORDS).write_text("[]\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        copy.check()
    told = [problem.message for problem in caught.value.problems if "Søket trenger den" in problem.message]
    assert len(told) == 6
