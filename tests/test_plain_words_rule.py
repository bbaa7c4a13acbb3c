"""What an editor of the list of hard words can get wrong, and what is said about it."""

import pytest

WORDS = "vocabulary/plain_words.yaml"


@pytest.mark.parametrize(
    ("text", "line", "field", "words"),
    [
        ("- id: x\n  title: iverksetter\n  instead: [gjøre]\n", 2, "title", "står også i posten «iverksette»"),
        ("- id: x\n  title: rekvirent\n  forms: [iverksatt]\n  instead: [en]\n", 3, "forms.0", "«iverksette»"),
        ("- id: x\n  title: effektuere\n  instead: [gjøre, iverksette]\n", 3, "instead.1", "selv et tungt ord"),
        ("- id: x\n  title: effektuere\n", 1, "instead", "må være med"),
        ("- id: x\n  title: effektuere\n  instead: []\n", 3, "instead", "tom"),
    ],
)
def test_a_fault_is_told_with_its_place(copy, text, line, field, words):
    found = copy.told(WORDS, "\n" + text)
    assert [(one[1] - 1, one[3]) for one in found] == [(line, field)], found
    assert words in found[0][4]
