"""Exports as other programs read them: nothing is lost on the way, and nothing is made up."""

import json
import re

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from lavterskel.citations.bibliography import Author, Work, read_bibliography
from lavterskel.citations.formats import bibtex, csl, first_year, is_others, ris, whole
from lavterskel.export import references

MEANS = {"textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^"}
"""Signs of LaTeX that the decoder does not know, or takes for an accent."""


def work(identity="k", kind="report", authors=(), suffix="", **fields):
    return Work(identity, kind, tuple(authors), fields.get("year", ""), suffix, fields, 1)


def squeezed(text):
    return " ".join(text.split())


@pytest.fixture(scope="session")
def latex():
    """LaTeX as text, by others' rules."""
    known = get_default_latex_context_db()
    known.add_context_category("ours", prepend=True, macros=[MacroTextSpec(*pair) for pair in MEANS.items()])
    return LatexNodes2Text(latex_context=known, math_mode="verbatim", strict_latex_spaces=True)


@pytest.fixture(scope="session")
def read_by_bibtexparser(latex):
    def read(text):
        library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware(decoder=latex)])
        assert not library.failed_blocks
        return library.entries

    return read


@pytest.fixture(scope="session")
def read_by_us(tmp_path_factory):
    path = tmp_path_factory.mktemp("lest") / "lest.bib"

    def read(text):
        path.write_text(text, encoding="utf-8")
        return list(read_bibliography(path, "lest.bib").works.values())

    return read


SIGNS = st.sampled_from("{}%&~\\#$_^\"'`-?!@,=() \n")
TEXTS = (
    st.text(st.one_of(SIGNS, st.characters(exclude_categories=["C", "M"])), min_size=1, max_size=30)
    .map(squeezed)
    .filter(bool)
)
YEARS = st.sampled_from(["", "1996", "2014", "1996–97", "2018"])
NAMES = TEXTS.filter(lambda name: name != "others")
PEOPLE = st.builds(Author, NAMES, NAMES)
HOUSES = st.builds(Author, NAMES, organisation=st.just(True))


@st.composite
def works(draw):
    fields = {"title": draw(TEXTS), "year": draw(YEARS), "note": draw(st.just("") | TEXTS)}
    return work(
        authors=draw(st.lists(PEOPLE | HOUSES, max_size=4)), **{name: value for name, value in fields.items() if value}
    )


@given(works())
@example(work(title="{", authors=[Author("}", "{")]))
@example(work(title="100 % & ~ \\ ~~ \\\\", authors=[Author("A and B", "C, D")]))
@example(work(title="--- '' `` ?` !` -- \\--", authors=[Author("van der Berg, jr", "and")]))
def test_bibtex_is_read_back_by_our_own_reader(read_by_us, original):
    [read] = read_by_us(bibtex(original))
    assert (read.key, read.type, read.authors, dict(read.fields)) == (
        original.key,
        original.type,
        original.authors,
        dict(original.fields),
    )


@given(works())
@example(work(title="{", authors=[Author("}", "{")]))
@example(work(title="Én\nlinje = {to}, @book{x,"))
def test_bibtex_is_read_back_by_another_parser(read_by_bibtexparser, original):
    [read] = read_by_bibtexparser(bibtex(original))
    assert (read.entry_type, read.key) == (original.type, original.key)
    fields = {field.key: field.value for field in read.fields if field.key != "author"}
    assert fields == {name: squeezed(value) for name, value in original.fields.items()}
    assert ("author" in read.fields_dict) == bool(original.authors)


@given(st.lists(PEOPLE | HOUSES, min_size=1, max_size=4))
def test_bibtex_names_are_as_many_and_divided_in_the_same_place(latex, authors):
    entry = parse_string(bibtex(work(title="T", authors=authors)), "bibtex").entries["k"]
    assert len(entry.persons["author"]) == len(authors)
    for person, author in zip(entry.persons["author"], authors, strict=True):
        family = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
        given_names = " ".join([*person.first_names, *person.middle_names])
        assert (latex.latex_to_text(family), latex.latex_to_text(given_names)) == (author.family, author.given)


@pytest.mark.parametrize(
    "url",
    [
        "https://nav.no/_a?b=1&c=%C3%A5#d",
        "http://www.rus-ost.no/docs/ACT-h%C3%A5ndbok%202010_webutgave--NY.pdf",
        "https://folk.example/~ola/$x",
    ],
)
def test_an_address_stands_in_bibtex_as_it_is(read_by_us, url):
    written = bibtex(work(title="T", url=url, doi="10.1000/a_b%c"))
    assert f"url = {{{url}}}" in written
    [read] = read_by_us(written)
    assert (read.fields["url"], read.fields["doi"]) == (url, "10.1000/a_b%c")


def test_a_brace_in_an_address_does_not_end_it(read_by_us):
    [read] = read_by_us(bibtex(work(title="T", url="https://x.no/{a}}")))
    assert read.fields["url"] == "https://x.no/%7Ba%7D%7D"


def test_what_is_about_this_bibliography_stays_here():
    written = bibtex(work(title="T", citedin="a: 1", aliases="B 2014", keywords="bare", shorttitle="t", year="2014"))
    assert re.findall(r"^  (\w+) =", written, re.MULTILINE) == ["title", "year"]


@given(works())
@example(work(title="Én\r\nER  - \r\nTY  - BOOK", authors=[Author("A\nAU  - B", "C")]))
@example(work(title="a\x85ER  - b\u2028ER  - "))
def test_ris_is_read_back_by_another_parser(original):
    [read] = rispy.loads(ris(original))
    assert read["type_of_reference"] == "RPRT"
    assert read["id"] == original.key
    assert read["title"] == squeezed(original.title)
    assert read.get("year", "") == first_year(original)
    assert read.get("authors", []) == [
        squeezed(f"{author.family}, {author.given}" if author.given else author.family) for author in original.authors
    ]


ARTICLE = work(
    "ose-2018",
    "article",
    [Author("Ose", "Solveig"), Author("others")],
    year="2018",
    title="Lavterskel",
    journal="Tidsskrift",
    volume="12",
    number="3",
    pages="10–19",
    doi="10.1000/x",
    urldate="2026-08-13",
    url="https://x.no/",
)
REPORT = work(
    "is-2076", "report", [Author("Helsedirektoratet", organisation=True)], title="R", number="IS-2076", institution="H"
)
BARE = work("bratt-1999", "misc", [Author("Bratt")], year="1999", keywords="bare")


def test_an_article_has_issue_and_pages_in_every_format(read_by_bibtexparser):
    [read] = rispy.loads(ris(ARTICLE))
    assert (read["type_of_reference"], read["journal_name"], read["volume"]) == ("JOUR", "Tidsskrift", "12")
    assert (read["number"], read["start_page"], read["end_page"]) == ("3", "10", "19")
    item = csl(ARTICLE)
    assert (item["type"], item["container-title"], item["volume"]) == ("article-journal", "Tidsskrift", "12")
    assert (item["issue"], item["page"], "number" in item) == ("3", "10–19", False)
    [entry] = read_by_bibtexparser(bibtex(ARTICLE))
    assert (entry["journal"], entry["number"], entry["pages"]) == ("Tidsskrift", "3", "10–19")


def test_a_report_keeps_its_number_as_a_number():
    [read] = rispy.loads(ris(REPORT))
    assert (read["type_of_reference"], read["publisher"]) == ("RPRT", "H")
    assert "M1  - IS-2076\r\n" in ris(REPORT) and "IS  - " not in ris(REPORT)
    assert (csl(REPORT)["number"], "issue" in csl(REPORT)) == ("IS-2076", False)


def test_people_and_organisations_are_told_apart():
    assert csl(ARTICLE)["author"] == [{"family": "Ose", "given": "Solveig"}]
    assert csl(REPORT)["author"] == [{"literal": "Helsedirektoratet"}]
    assert "author = {{Helsedirektoratet}}" in bibtex(REPORT)
    assert "author = {Ose, Solveig and others}" in bibtex(ARTICLE)


def test_those_who_are_left_out_are_nobody_s_name():
    assert is_others(Author("others")) and not is_others(Author("others", "Per"))
    assert ris(ARTICLE).count("AU  - ") == 1


def test_what_is_not_known_is_not_written(read_by_us):
    assert "TI  - " not in ris(BARE) and "title" not in bibtex(BARE) and "title" not in csl(BARE)
    unknown = work("x", "misc", title="T")
    assert ris(unknown) == "TY  - GEN\r\nID  - x\r\nTI  - T\r\nLA  - nb\r\nER  - \r\n"
    assert csl(unknown) == {"id": "x", "type": "document", "language": "nb", "title": "T"}
    assert not read_by_us(bibtex(unknown))[0].authors


@pytest.mark.parametrize(
    ("year", "first"), [("2014", "2014"), ("1996–97", "1996"), ("", ""), ("u.å.", ""), ("ca. 1990", "")]
)
def test_a_year_is_its_first_four_digits(year, first):
    assert first_year(work(year=year)) == first
    assert csl(work(year=year)).get("issued") == ({"date-parts": [[int(first)]]} if first else None)


@pytest.mark.parametrize(
    ("written", "parts"),
    [("2026-08-13", [2026, 8, 13]), ("2026-08", [2026, 8]), ("2026", [2026]), ("i fjor", None), ("", None)],
)
def test_the_day_read_is_as_exact_as_it_was_written(written, parts):
    assert csl(work(urldate=written)).get("accessed") == ({"date-parts": [parts]} if parts else None)


@pytest.mark.parametrize(
    ("kind", "in_ris", "in_csl"),
    [
        ("book", "BOOK", "book"),
        ("thesis", "THES", "thesis"),
        ("online", "ELEC", "webpage"),
        ("legislation", "STAT", "legislation"),
        ("incollection", "CHAP", "chapter"),
        ("unknown", "GEN", "document"),
    ],
)
def test_a_type_is_the_nearest_that_each_format_has(kind, in_ris, in_csl):
    assert ris(work(kind=kind)).startswith(f"TY  - {in_ris}\r\n")
    assert csl(work(kind=kind))["type"] == in_csl


def test_the_whole_bibliography_is_read_back(graph, read_by_us, read_by_bibtexparser):
    works = graph.data.bibliography.works
    as_bibtex = whole(works.values(), "bib")
    for read in read_by_us(as_bibtex):
        original = works[read.key]
        assert (read.type, read.title, read.year) == (original.type, original.title, original.year)
        assert [(one.family, one.given) for one in read.authors] == [(a.family, a.given) for a in original.authors]
        assert read.fields.get("url") == original.fields.get("url")
    assert [entry.key for entry in read_by_bibtexparser(as_bibtex)] == list(works)
    as_ris = rispy.loads(whole(works.values(), "ris"))
    assert [entry["id"] for entry in as_ris] == list(works)
    assert [entry.get("title", "") for entry in as_ris] == [one.title for one in works.values()]
    items = json.loads(whole(works.values(), "json"))
    assert [item["id"] for item in items] == list(works)
    assert [item.get("title", "") for item in items] == [one.title for one in works.values()]


def test_files_are_written_also_where_no_page_has_been_yet(data, tmp_path):
    count = references.write(data.bibliography, tmp_path)
    assert count == len(list(tmp_path.rglob("*.*"))) == 3 * (len(data.bibliography.works) + 1)
