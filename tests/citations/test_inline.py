import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.citations.inline import Cited, citations, cited_keys, with_citations, without_citations
from lavterskel.prose import Prose, ProseError


def test_brackets_are_read():
    assert citations("@napha-2018") == [Cited("napha-2018")]
    assert citations("se @a, s. 12; @b") == [Cited("a", "se", "s. 12"), Cited("b")]
    assert list(cited_keys("x [@a] y [se @b, kap. 2] [lenke](url)")) == ["a", "b"]


def test_a_citation_becomes_a_link_with_its_locator(graph):
    shown = with_citations("Se [@napha-2018, s. 71] & mer.", graph.data.bibliography)
    assert shown == 'Se (<a class="citation" href="~/kilder/napha-2018/">NAPHA, 2018</a>, s. 71) &amp; mer.'


@given(st.text())
def test_text_without_a_known_citation_is_only_escaped(graph_text):
    from markupsafe import escape

    from lavterskel.citations.bibliography import Bibliography

    assert with_citations(graph_text, Bibliography({}, "x")) == escape(graph_text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Et ord [@a].", "Et ord."),
        ("Et ord [se @a, s. 12; @b], og mer", "Et ord, og mer"),
        ("Et ord. [@a]", "Et ord."),
        ("Er det et ord [@a]?", "Er det et ord?"),
        ("«Et ord [@a]» – sagt [@a][@b]", "«Et ord» – sagt"),
        ("Før [@a] og etter", "Før og etter"),
        ("Et [ord] og en [lenke](url)", "Et [ord] og en [lenke](url)"),
        ("Møt opp [kl. 12 @ torget].", "Møt opp [kl. 12 @ torget]."),
        ("post@nav.no", "post@nav.no"),
    ],
)
def test_a_text_can_stand_without_its_citations(text, left):
    assert without_citations(text) == left


PARTS = st.lists(
    st.sampled_from(["ord", " ", ".", "[@a]", "[se @b, s. 1]", "[x]", "@", "[", "]", "\n", ";"]), max_size=12
)


@given(PARTS.map("".join))
def test_no_citation_is_left_and_no_word_is_lost(text):
    left = without_citations(text)
    assert not list(cited_keys(left))
    assert left.count("ord") == text.count("ord")
    assert list(cited_keys(text)) or left == text


def test_prose_links_to_records_are_relative_to_the_page(graph):
    prose = Prose(graph)
    assert prose.resolved("[x](tilbud:oslo-link)", "om.md", "om/") == "[x](../tilbud/oslo-link/)"
    assert prose.resolved("[x](side:tema/)", "om.md", "om/") == "[x](../tema/)"
    assert (
        prose.resolved("`[x](tilbud:oslo-link)` [@napha-2018]", "om.md", "om/")
        == "`[x](tilbud:oslo-link)` [@napha-2018]"
    )
    assert (
        prose.citation("[@napha-2018, s. 4]", "om/")
        == '(<a class="citation" href="../kilder/napha-2018/">NAPHA, 2018</a>, s. 4)'
    )
    assert prose.citation("[bare klammer]", "om/") == "[bare klammer]"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [("a\nb [@finnes-ikke]", "linje 2"), ("[x](tilbud:finnes-ikke)", "tilbud:finnes-ikke")],
)
def test_prose_that_points_nowhere_is_told(graph, markdown, words):
    with pytest.raises(ProseError, match=words):
        Prose(graph).resolved(markdown, "om.md", "om/")
