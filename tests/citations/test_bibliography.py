import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lavterskel.citations.bibliography import plain, read_bibliography
from lavterskel.citations.style import entry, label, name, year
from lavterskel.problems import DataError


@pytest.fixture
def bib(tmp_path):
    def read(text):
        path = tmp_path / "references.bib"
        path.write_text(text, encoding="utf-8")
        return read_bibliography(path, "references.bib").works

    return read


def test_authors_and_years(bib):
    works = bib(
        "@book{a, author={Ose, Solveig and Kaspersen, Silje L.}, title={Én}, year={2018}}\n@misc{b, author={{Helsedirektoratet}}, title={To}}\n@misc{c, author={A, B and C, D and E, F}, year={2010}}"
    )
    assert label(works["a"]) == "Ose og Kaspersen, 2018"
    assert label(works["b"]) == "Helsedirektoratet, u.å."
    assert label(works["c"]) == "A mfl., 2010"
    assert "Ose, S. og Kaspersen, S. L. (2018)." in entry(works["a"])
    assert "Bare forfatter og år i kilden" in entry(works["c"])
    assert name(works["b"]) == "Helsedirektoratet: To"


def test_year_letters_are_given_over_the_whole_bibliography(bib):
    works = bib(
        "".join(
            f"@misc{{k{number}, author={{{{Nav}}}}, title={{{title}}}, year={{2015}}}}\n"
            for number, title in enumerate("CAB")
        )
    )
    assert [year(works[f"k{number}"]) for number in range(3)] == ["2015c", "2015a", "2015b"]


def test_everything_from_the_file_is_escaped(bib):
    works = bib(
        '@online{a, author={{<b>X</b>}}, title={<script>alert("1")</script>}, url={javascript:alert(1)}, year={2020}}'
    )
    assert "<script" not in entry(works["a"]) and "<b>" not in entry(works["a"])
    assert "href" not in entry(works["a"])


def test_the_day_read_is_told(bib):
    works = bib("@online{a, author={{Nav}}, title={X}, url={https://nav.no/}, urldate={2026-08-13}}")
    assert "Hentet 13. august 2026 fra" in entry(works["a"])


def test_braces_and_escapes_are_taken_away():
    assert plain("{{Helse \\& omsorg}} 10--12") == "Helse & omsorg 10–12"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("@misc{a.b, title={x}}", 1, "bindestrek"),
        ("@misc{a, title={x}}\n@misc{a, title={y}}", 2, "brukt før, på linje 1"),
        ("@misc{a, title={x}\n", 2, "BibTeX"),
        ("@misc{a, title=}", 1, "BibTeX"),
    ],
)
def test_faults_are_told_with_line(bib, text, line, words):
    with pytest.raises(DataError) as caught:
        bib(text)
    assert [problem.line for problem in caught.value.problems] == [line]
    assert words in caught.value.problems[0].message


JUNK = st.text(alphabet='@{}(),="#%ab1 -\\\n\0æ', max_size=60)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        JUNK,
        JUNK.map(lambda junk: f"@misc{{a, title={{x}}, author={{{junk}}}}}"),
        JUNK.map(lambda junk: "@misc{a, title={x}}" + junk),
    )
)
def test_nothing_an_editor_writes_gives_a_traceback(tmp_path, junk):
    path = tmp_path / "rot.bib"
    path.write_text(junk, encoding="utf-8")
    try:
        works = read_bibliography(path, "rot.bib").works
    except DataError as error:
        assert error.problems
    else:
        for work in works.values():
            assert entry(work) and label(work)
