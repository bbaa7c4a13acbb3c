import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lavterskel.citations.bibliography import Author, CitedIn, plain, read_bibliography
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


def test_an_organisation_is_a_name_in_braces_of_its_own(bib):
    works = bib(
        "@misc{a, author={{Helsedirektoratet}}, title={T}}\n"
        "@misc{b, author={{Helse- og omsorgsdepartementet} and Ose, Solveig}, title={T}}\n"
        "@misc{c, author={Bratt}, title={T}}\n"
        "@misc{d, author={{van Os}, Jim}, title={T}}\n"
    )
    organisations = {
        key: [author.family for author in work.authors if author.organisation] for key, work in works.items()
    }
    assert organisations == {"a": ["Helsedirektoratet"], "b": ["Helse- og omsorgsdepartementet"], "c": [], "d": []}
    assert works["d"].authors == (Author("van Os", "Jim"),)


@pytest.mark.parametrize(
    ("fields", "issuer"),
    [
        ("publisher={P}, institution={I}", "P"),
        ("institution={I}, school={S}", "I"),
        ("school={S}, organization={O}", "S"),
        ("organization={O}, author={{A}}", "O"),
        ("author={Ose, S and {Nav}}", "Nav"),
        ("author={Ose, S}", ""),
        ("title={T}", ""),
    ],
)
def test_the_issuer_is_the_house_or_else_the_organisation_that_wrote_it(bib, fields, issuer):
    assert bib(f"@report{{a, {fields}}}")["a"].issuer == issuer


def test_a_work_is_bare_when_it_says_so(bib):
    works = bib("@misc{a, keywords={x, bare}}\n@misc{b, keywords={barebuss}}\n@misc{c, title={bare}}")
    assert [work.bare for work in works.values()] == [True, False, False]


def test_a_bare_work_has_no_title(graph):
    bare = [work for work in graph.data.bibliography.works.values() if work.bare]
    assert bare
    assert not [work.key for work in bare if work.title]


def test_other_forms_and_where_it_is_cited_are_lists(bib):
    work = bib(
        "@misc{a, aliases={Hdir 2014 (x); IS-2076;}, citedin={napha-2018: 39--43, 76; sintef-2018: 12; smistad-2023}}"
    )["a"]
    assert work.aliases == ("Hdir 2014 (x)", "IS-2076")
    assert work.cited_in == (
        CitedIn("napha-2018", "39–43, 76"),
        CitedIn("sintef-2018", "12"),
        CitedIn("smistad-2023", ""),
    )
    plain_work = bib("@misc{a, title={T}}")["a"]
    assert (plain_work.aliases, plain_work.cited_in) == ((), ())


def test_letters_are_given_by_the_short_form(bib):
    works = bib(
        "@misc{a, author={Ose, S and Bo, K and Li, M}, title={B}, year={2018}}\n"
        "@misc{b, author={Ose, S and others}, title={A}, year={2018}}\n"
        "@misc{c, author={Ose, S and Bo, K}, title={C}, year={2018}}\n"
        "@misc{d, author={Ose, T}, title={D}, year={2018}}\n"
        "@misc{e, author={Ose, U}, title={E}, year={2018}}\n"
        "@misc{f, title={Uten forfatter}, year={2018}}\n"
    )
    assert {key: label(work) for key, work in works.items()} == {
        "a": "Ose mfl., 2018b",
        "b": "Ose mfl., 2018a",
        "c": "Ose og Bo, 2018",
        "d": "Ose, 2018a",
        "e": "Ose, 2018b",
        "f": "Uten forfatter, 2018",
    }


def test_letters_go_on_after_z(bib):
    works = bib("".join(f"@misc{{k{n:02}, author={{{{Nav}}}}, title={{{n:02}}}}}\n" for n in range(54)))
    letters = [work.suffix for work in works.values()]
    assert (letters[0], letters[25], letters[26], letters[27], letters[52]) == ("a", "z", "aa", "ab", "ba")
    assert len(set(letters)) == 54


def test_no_two_works_have_the_same_short_form(graph):
    with_authors = [label(work) for work in graph.data.bibliography.works.values() if work.authors]
    assert len(with_authors) == len(set(with_authors))


@pytest.mark.parametrize("url", ["https://a.no/x--y_z", "https://a.no/~ola/%20b?c=1&d=#e", "https://a.no/x---y$z"])
def test_an_address_is_kept_sign_for_sign(bib, url):
    work = bib(f"@online{{a, title={{x--y~z}}, url={{{url}}}, doi={{10.1/a--b~c}}}}")["a"]
    assert (work.title, work.fields["url"], work.fields["doi"]) == ("x–y z", url, "10.1/a--b~c")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"100 \% \& \$ \# \_", "100 % & $ # _"),
        (r"{\textbackslash}a{\textasciitilde}b", "\\a~b"),
        (r"\textbraceleft x\textbraceright", "{x}"),
        (r"\{x\}", "{x}"),
        (r"s.~12--14 --- x", "s. 12–14 — x"),
        (r"a-{}-b", "a--b"),
        ("a\n\t b", "a b"),
    ],
)
def test_text_is_read_as_it_is_printed(written, read):
    assert plain(written) == read


def test_a_law_stands_under_its_own_name(bib):
    works = bib(
        "@legislation{a, title={Lov om <helse>}, shorttitle={hol}, date={2011-06-24}, year={2011}, number={nr. 30}}\n"
        "@legislation{b, title={Forskrift}, year={2014}}\n"
        "@legislation{c, title={Gammel lov}, date={i 1842}}\n"
    )
    assert entry(works["a"]) == "<cite>Lov om &lt;helse&gt;</cite> (24. juni 2011 nr. 30)."
    assert entry(works["b"]) == "<cite>Forskrift</cite>."
    assert entry(works["c"]) == "<cite>Gammel lov</cite> (i 1842)."
    assert label(works["a"]) == "hol, 2011"


def test_those_the_source_leaves_out_are_mfl(bib):
    works = bib(
        "@article{a, author={Ose, S and Bo, K and others}, title={T}, year={2018}}\n"
        "@article{b, author={Ose, S and Bo, K and Li, Mai-Lis}, title={U}, year={2017}}\n"
        "@article{c, author={Bo, K and others}, title={V}, year={2016}}\n"
    )
    assert entry(works["a"]).startswith("Ose, S., Bo, K. mfl. (2018).")
    assert entry(works["b"]).startswith("Ose, S., Bo, K. og Li, M. L. (2017).")
    assert entry(works["c"]).startswith("Bo, K. mfl. (2016).")
    assert [label(work) for work in works.values()] == ["Ose mfl., 2018", "Ose mfl., 2017", "Bo mfl., 2016"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("@misc{a.b, title={x}}", 1, "bindestrek"),
        ("@misc{a, title={x}}\n@misc{a, title={y}}", 2, "brukt før, på linje 1"),
        ("@misc{a, title={x}\n", 2, "BibTeX"),
        ("@misc{a, title=}", 1, "BibTeX"),
        ("@misc{a, title={x}} @misc{b, title={y}}", 0, "«b» må begynne på en egen linje, slik: @misc{b,"),
        ("@misc(a, title={x})", 0, "«a» må begynne på en egen linje"),
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
