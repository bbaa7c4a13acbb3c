"""What an editor can get wrong, and what is said about it."""

import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lavterskel.load import load
from lavterskel.problems import DataError, Severity
from lavterskel.rules import check
from lavterskel.site import Project

from .conftest import ROOT

GOOD = """\
- id: prove-kurs
  title: Prøvekurs
  summary: Et kurs.
  kinds: [kurs]
  provider: {name: Prøve kommune}
  areas:
    - municipality: "0301"
  as_of: 2018
  sources:
    - ref: napha-2018
"""


@pytest.fixture
def offers(tmp_path):
    """Writes an offers file and loads this repository's data with it."""

    def written(text):
        path = tmp_path / "mine.yaml"
        path.write_bytes(text if isinstance(text, bytes) else textwrap.dedent(text).encode())
        return load(ROOT / "data", path)

    return written


def problems(offers, text):
    with pytest.raises(DataError) as caught:
        check(offers(text))
    return [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]


def changed(old, new):
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_record_loads(offers):
    assert not [warning for warning in check(offers(GOOD)) if warning.record == "prove-kurs"]


def test_an_empty_file_has_no_offers(offers):
    assert set(offers("").all("offer")) == set(offers("[]").all("offer"))


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "words"),
    [
        ("summary: Et kurs.", "sumary: Et kurs.", 3, "sumary", "Mente du «summary»?"),
        ("  as_of: 2018\n", "", 1, "as_of", "mangler"),
        ("as_of: 2018", "as_of: 2018-02-30", 8, "as_of", "finnes ikke i kalenderen"),
        ("as_of: 2018", "as_of: i fjor", 8, "as_of", "2018-06-30"),
        ("as_of: 2018", "as_of: 2099", 8, "as_of", "ikke kommet ennå"),
        ("kinds: [kurs]", "kinds: [kurz]", 4, "kinds.0", "Mente du «kurs»?"),
        ("kinds: [kurs]", "kinds: kurs", 4, "kinds", "liste"),
        ("kinds: [kurs]", "kinds: []", 4, "kinds", "minst ett"),
        ('municipality: "0301"', 'municipality: "0399"', 7, "areas.0.municipality", "kommunenumrene"),
        ('municipality: "0301"', "municipality: 0301", None, None, None),
        ('municipality: "0301"', 'municipality: "301"', 7, "areas.0.municipality", "fire siffer"),
        ('municipality: "0301"', 'municipality: "0301"\n      county: "03"', 7, "areas.0", "bare én"),
        ("as_of: 2018", "as_of: 2018\n  age: {min: 25, max: 16}", 9, "age", "høyere enn høyeste"),
        ("as_of: 2018", "as_of: 2018\n  age: {min: 180}", 9, "age.min", "høyst 110"),
        ("as_of: 2018", "as_of: 2018\n  age: {min: seksten}", 9, "age.min", "helt tall"),
        ("as_of: 2018", "as_of: 2018\n  contacts:\n    - phone: 22 40 00 4", 10, "contacts.0.phone", "8 siffer"),
        ("as_of: 2018", "as_of: 2018\n  contacts:\n    - web: www.oslo.no", 10, "contacts.0.web", "https://"),
        ("as_of: 2018", "as_of: 2018\n  cost: {free: gratis}", 9, "cost.free", "true eller false"),
        ("as_of: 2018", "as_of: 2018\n  status: stengt", 9, "status", "planned"),
        ("as_of: 2018", "as_of: 2018\n  part_of: finnes-ikke", 9, "part_of", "tilbudene"),
        ("as_of: 2018", "as_of: 2018\n  part_of: prove-kurs", 9, "part_of", "del av seg selv"),
        ("as_of: 2018", "as_of: 2018\n  topics: [søvn]", 9, "topics.0", "bindestrek"),
        ("ref: napha-2018", "ref: napha-2019", 10, "sources.0.ref", "Mente du «napha-2018»?"),
        ("ref: napha-2018", "ref: napha-2018\n      lines: [[9, 3]]", 11, "sources.0.lines.0", "baklengs"),
        ("ref: napha-2018", "ref: napha-2018\n      fields: {cost: [[1, 2]]}", 11, "sources.0.fields.cost", "har ikke det feltet"),
        ("summary: Et kurs.", "summary: Se [@napha-2017].", 3, "summary", "napha-2017"),
        ("id: prove-kurs", "id: Prøve Kurs", 1, "id", "små bokstaver"),
        ("id: prove-kurs", "id: tema", 1, "id", "Velg en annen"),
        ("id: prove-kurs", "id: 12", 1, "id", "tekst"),
        ("title: Prøvekurs", "title: ''", 2, "title", "tom"),
        ("title: Prøvekurs", "title:", 2, "title", "tekst"),
    ],
)  # fmt: skip
def test_an_error_names_line_record_and_field_and_says_what_is_right(offers, old, new, line, field, words):
    if line is None:  # a number without quotes keeps its leading zero
        assert "prove-kurs" in offers(changed(old, new)).all("offer")
        return
    found = problems(offers, changed(old, new))
    assert len(found) == 1, [str(problem) for problem in found]
    problem = found[0]
    assert problem.file.endswith("mine.yaml")
    assert (problem.line, problem.field) == (line, field)
    assert words in problem.message
    if "id:" not in old:
        assert problem.record == "prove-kurs"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- id: a\n\ttitle: b\n", 2, "tabulator"),
        ("- id: a\n  id: b\n", 2, "to ganger"),
        ("- id: a\n  title: Kurs: for deg\n", 2, "kolon"),
        ('- id: a\n  title: "Kurs\n', 3, "aldri lukket"),
        ("- id: a\n  kinds: [kurs\n  title: b\n", 3, "klamme"),
        ("- id: a\n   title: b\n  as_of: 2018\n", None, ""),
        ("- id: !!python/object:os.system a\n", 1, "Merker"),
        ("- id: &a b\n  title: *a\n", 0, "ankere"),
        ("- ? [a, b]\n  : c\n", 1, "ord"),
        ("- true: a\n", 1, "ord"),
        ("---\n- id: a\n---\n- id: b\n", 3, "flere dokumenter"),
        ("bare tekst", 1, "liste"),
        ("id: a\ntitle: b\n", 1, "liste"),
        ("- a\n- b\n", 1, "innrykk"),
        ("- \n", 1, "innrykk"),
        ("[[[[", None, ""),
        (b"- id: \xe6\n", 1, "UTF-8"),
        ("- id: a\x00\n", None, ""),
        ("- id: @a\n", 1, "tegn"),
    ],
)
def test_unreadable_yaml_is_explained(offers, text, line, words):
    found = problems(offers, text)
    assert any(words in problem.message for problem in found), [str(problem) for problem in found]
    if line is not None:
        assert any(problem.line == line for problem in found), [str(problem) for problem in found]


def test_all_errors_are_shown_at_once(offers):
    text = changed("kinds: [kurs]", "kinds: []") + changed("prove-kurs", "annet-kurs").replace(
        "as_of: 2018", "age: {min: -1}"
    )
    found = problems(offers, text)
    assert {(problem.record, problem.field) for problem in found} == {
        ("prove-kurs", "kinds"),
        ("annet-kurs", "as_of"),
        ("annet-kurs", "age.min"),
    }


def test_a_doubled_id_names_both_places(offers):
    found = problems(offers, GOOD + GOOD)
    assert [problem.line for problem in found] == [11]
    assert "mine.yaml:1" in found[0].message


def test_a_missing_recommended_field_is_only_a_warning(offers):
    warnings = check(offers(changed("  summary: Et kurs.\n", "")))
    assert [(warning.record, warning.line) for warning in warnings if warning.record == "prove-kurs"] == [
        ("prove-kurs", 1)
    ]


def test_clock_times_stay_text_and_impossible_hours_are_told(offers):
    slot = "as_of: 2018\n  opening_hours:\n    slots:\n      - {days: [mo], opens: 16:00, closes: 08:00}"
    found = problems(offers, changed("as_of: 2018", slot))
    assert "Åpner 16:00 og stenger 08:00" in found[0].message


def test_a_missing_offers_file_is_told(tmp_path):
    with pytest.raises(DataError) as caught:
        load(ROOT / "data", tmp_path / "borte.yaml")
    assert "finnes ikke" in str(caught.value)


JUNK = st.text(alphabet="abc:- []{}'\"#&*!|>%@`,?\n\t\\0æ", max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(JUNK, JUNK.map(lambda junk: GOOD + junk), JUNK.map(lambda junk: GOOD.replace("[kurs]", junk))))
def test_nothing_an_editor_writes_gives_a_traceback(tmp_path, junk):
    path = tmp_path / "rot.yaml"
    path.write_text(junk, encoding="utf-8")
    try:
        check(load(ROOT / "data", path, Project(ROOT).cache))
    except DataError as error:
        assert error.problems


def test_the_example_in_the_editors_guide_is_good(offers):
    guide = (ROOT / "docs" / "redigere.md").read_text(encoding="utf-8")
    example = guide.split("```yaml\n", 1)[1].split("```", 1)[0].replace("ref: eksempel-kommune", "ref: napha-2018")
    assert not [warning for warning in check(offers(example)) if warning.record == "eksempelkommune-sovnkurs"]
