"""What a reference manager finds on a page."""

from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.citations.bibliography import Author, Work
from lavterskel.citations.tags import coins, highwire

PAGE = "https://lavterskel.example/kilder/k/"


def work(kind="report", authors=(), **fields):
    return Work("k", kind, tuple(authors), fields.get("year", ""), "", fields, 1)


def context_object(shown):
    """The pairs that a COinS element carries, read as a browser and then a resolver read them."""
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found.append((tag, dict(attrs)))

    reader = Reader()
    reader.feed(shown)
    reader.close()
    [(tag, attributes)] = found
    assert (tag, attributes["class"]) == ("span", "Z3988")
    return parse_qsl(attributes["title"], strict_parsing=True)


OSE = Author("Ose", "Solveig")
NAPHA = Author("NAPHA", organisation=True)
ARTICLE = work(
    "article", [OSE, NAPHA, Author("others")], title="T", journal="J", volume="2", number="3", pages="4–5", year="2018"
)


def test_every_author_has_a_tag_of_their_own():
    found = highwire(ARTICLE, PAGE)
    assert [content for name, content in found if name == "citation_author"] == ["Ose, Solveig", "NAPHA"]


def test_tags_say_what_is_known_and_nothing_else():
    found = dict(highwire(work(title="T", year="1996–97", institution="H", number="IS-1", school="NTNU"), PAGE))
    assert found == {
        "citation_title": "T",
        "citation_publication_date": "1996",
        "citation_technical_report_institution": "H",
        "citation_technical_report_number": "IS-1",
        "citation_dissertation_institution": "NTNU",
        "citation_language": "nb",
        "citation_public_url": PAGE,
    }


def test_only_a_report_has_a_report_number():
    assert "citation_technical_report_number" not in dict(highwire(ARTICLE, PAGE))


def test_a_work_without_a_title_has_no_tags():
    assert highwire(work(year="1999", authors=[OSE]), PAGE) == ()


def test_an_article_is_told_from_a_book():
    article, report = dict(context_object(coins(ARTICLE))), dict(context_object(coins(work(title="R", number="IS-1"))))
    assert article["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:journal"
    assert (article["rft.genre"], article["rft.atitle"], article["rft.jtitle"]) == ("article", "T", "J")
    assert (article["rft.issue"], article["rft.pages"]) == ("3", "4–5")
    assert report["rft_val_fmt"] == "info:ofi/fmt:kev:mtx:book"
    assert (report["rft.genre"], report["rft.btitle"], "rft.issue" in report) == ("report", "R", False)


@pytest.mark.parametrize("kind", ["book", "online", "legislation", "misc"])
def test_other_works_are_books(kind):
    assert dict(context_object(coins(work(kind, title="T"))))["rft.genre"] == "book"


READABLE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(READABLE, READABLE, READABLE.filter(lambda name: name != "others"))
def test_a_context_object_carries_any_text_whole(title, journal, family):
    pairs = context_object(coins(work("article", [Author(family), OSE], title=title, journal=journal, year="2018")))
    assert [value for name, value in pairs if name == "rft.au"] == [family, "Ose, Solveig"]
    assert dict(pairs)["rft.atitle"] == title
    assert dict(pairs)["rft.jtitle"] == journal
    assert dict(pairs)["rft.date"] == "2018"


def test_every_source_of_the_site_can_be_read(graph):
    for source in graph.data.bibliography.works.values():
        pairs = context_object(coins(source))
        assert dict(pairs).get("rft.atitle", dict(pairs).get("rft.btitle", "")) == source.title
        assert bool(highwire(source, PAGE)) == bool(source.title)
