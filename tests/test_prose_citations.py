"""Where prose pages cite, and where they only seem to."""

from textwrap import dedent

import pytest

from lavterskel.prose_citations import ProseCitation, cited_in_prose

from .conftest import ROOT


@pytest.fixture
def prose(tmp_path):
    """Writes prose pages and reads what they cite."""

    def written(**pages):
        for name, text in pages.items():
            path = tmp_path / f"{name.replace('__', '/')}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return cited_in_prose(tmp_path)

    return written


def test_a_citation_is_told_with_its_page_and_heading(prose):
    assert prose(
        om="""\
        ---
        title: "Om siden"
        ---
        # Om

        Først [@a].

        ## Hvor det kommer fra ##

        Se [@b, s. 12; se @a] og [kilden](kilder:c).
        """
    ) == [
        ProseCitation("a", "om/", "Om siden", ""),
        ProseCitation("b", "om/", "Om siden", "Hvor det kommer fra"),
        ProseCitation("a", "om/", "Om siden", "Hvor det kommer fra"),
        ProseCitation("c", "om/", "Om siden", "Hvor det kommer fra"),
    ]


def test_a_key_is_told_once_for_every_heading(prose):
    found = prose(x="## En\n[@a] [@a]\n\n[@a]\n### To\n[@a]\n")
    assert [(one.key, one.heading) for one in found] == [("a", "En"), ("a", "To")]


def test_a_page_without_a_title_goes_by_its_file_name(prose):
    assert [one.title for one in prose(redigere="[@a]\n")] == ["redigere"]


def test_addresses_are_those_of_the_site(prose):
    found = prose(index="[@a]\n", om="[@b]\n", tema__index="[@c]\n", tema__sovn="[@d]\n")
    assert {one.key: one.address for one in found} == {"a": "", "b": "om/", "c": "tema/", "d": "tema/sovn/"}


def test_an_example_is_no_citation(prose):
    found = prose(
        redigere="""\
        Skriv `[@a]` slik:

        ```yaml
        # [@b]
        - title: [x](kilder:c)
        ```

        ~~~
        [@d]
        ~~~

        [@e]
        """
    )
    assert [one.key for one in found] == ["e"]


def test_front_matter_is_no_text(prose):
    assert not prose(om='---\ntitle: Om\ndescription: "[@a]"\n---\nTekst.\n')


def test_other_brackets_are_left_alone(prose):
    assert not prose(om="[lenke](side:om/) [x] post@nav.no [](tilbud:a)\n")


def test_what_this_site_s_prose_cites_is_known_to_the_graph(graph):
    found = cited_in_prose(ROOT / "docs")
    assert found
    for one in found:
        assert one.key in graph.data.bibliography.works
        assert one in graph.prose_citations[one.key]
        assert graph.cites(one.key)
