"""Terms explained where they stand: nothing but the marks is added, and never where a mark would do harm."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from lavterskel.model.term import Term
from lavterskel.references import running_text
from lavterskel.render.context import Context
from lavterskel.render.glossary import Glossary
from lavterskel.render.pages.terms import pages
from lavterskel.site import Project

from ..conftest import ROOT, SITE_URL


def term(identity, *forms, definition="Forklart.", **fields):
    return Term.model_validate(
        {
            "id": identity,
            "title": identity,
            "forms": forms,
            "definition": definition,
            "as_of": "2018",
            "sources": [{"ref": "napha-2018"}],
            **fields,
        }
    )


GLOSSARY = Glossary.of(
    [
        term("recovery", "recovery", definition="Bedring [@napha-2018]. <Ikke> «bare» & kun."),
        term("rop", "ROP", "ROP-lidelse"),
        term("seng", "seng"),
        term("brukerstyrt-seng", "brukerstyrt seng", "brukerstyrte senger"),
        term("amp", "amp", "39", "x27"),
        term("fou", "FoU & fag"),
        term("uten-former"),
    ]
)
MARK = re.compile(
    r'<span class="term"><a href="~/begrep/([a-z-]+)/"[^>]*>(.*?)</a><span class="tip"[^>]*>.*?</span></span>'
)


def explained(body, address="om/", text=None):
    return GLOSSARY.explained(Markup(body), address, body if text is None else text)


def marked(body, **said):
    return MARK.findall(explained(body, **said))


def unmarked(html):
    return MARK.sub(r"\2", html)


def test_a_term_is_marked_with_its_explanation():
    assert explained("<p>Om recovery her.</p>") == (
        '<p>Om <span class="term"><a href="~/begrep/recovery/" aria-describedby="begrep-recovery">recovery</a>'
        '<span class="tip" role="tooltip" id="begrep-recovery">Bedring. &lt;Ikke&gt; «bare» &amp; kun.</span></span> her.</p>'
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>recovery og recovery</p>", [("recovery", "recovery")]),
        ("<p>Recovery</p>", [("recovery", "Recovery")]),
        ("<p>RECOVERY</p>", []),
        ("<p>ROP og rop</p>", [("rop", "ROP")]),
        ("<p>rop</p>", []),
        ("<p>Rop</p>", []),
        ("<p>recoveryhus, førrecovery, recovery-hus og re-recovery</p>", []),
        ("<p>(recovery)</p>", [("recovery", "recovery")]),
        ("<p>en brukerstyrt seng</p>", [("brukerstyrt-seng", "brukerstyrt seng")]),
        (
            "<p>en brukerstyrt seng og en seng</p>",
            [("brukerstyrt-seng", "brukerstyrt seng"), ("seng", "seng")],
        ),
        ("<p>ROP og ROP-lidelse</p>", [("rop", "ROP-lidelse")]),
        ("<p>R&amp;D &#39;sitat&#39; &#x27;x&#x27;</p>", []),
        ("<p>39 amp</p>", [("amp", "amp")]),
        ('<p title="recovery">x</p>', []),
        ('<h2>recovery</h2><p data-x="ROP">x <a href="~/recovery/">recovery</a></p><p>recovery</p>', [("recovery", "recovery")]),
        ("<dl><dt>recovery</dt><dd>seng</dd></dl>", [("seng", "seng")]),
        ("<p>x<br>recovery <img src='seng'></p>", [("recovery", "recovery")]),
        ('<li class="card"><h3><a href="x">seng</a></h3><p class="card-summary">recovery</p></li>', []),
        ("recovery", [("recovery", "recovery")]),
        ("", []),
    ],
)  # fmt: skip
def test_where_a_term_stands(body, found):
    assert marked(body) == found
    assert unmarked(explained(body)) == body


def test_a_term_s_own_page_does_not_explain_it():
    body = "<p>recovery og ROP</p>"
    assert marked(body, address="begrep/recovery/") == [("rop", "ROP")]


def test_terms_are_looked_for_in_the_page_s_own_text_only():
    assert marked("<p>recovery og ROP</p>", text="Om ROP.") == [("rop", "ROP")]
    assert explained("<p>recovery</p>", text="") == "<p>recovery</p>"


def test_a_term_first_on_a_line_of_a_text_is_found():
    text = running_text(term("x", definition="Første linje\nrecovery"))
    assert marked("<p>Første linje\nrecovery</p>", text=text) == [("recovery", "recovery")]


def test_a_term_with_a_sign_that_html_writes_by_name_is_found():
    assert marked("<p>FoU &amp; fag</p>", text="FoU & fag") == [("fou", "FoU &amp; fag")]


INLINE_CLOSED = ["a", "small", "cite", "code", "button", "label", "summary"]
HEADINGS = ["h1", "h2", "h3", "h4", "dt", "th"]
OPEN = ["em", "strong", "span"]
BLOCKS = ["p", "li", "dd", "td", "div", "section", "article", "ul", "details"]
SAID = st.lists(
    st.sampled_from(
        [
            "recovery",
            "Recovery",
            "ROP",
            "ROP-lidelse",
            "seng",
            "brukerstyrt seng",
            "amp",
            "og",
            "hus-",
            "&",
            "'",
            "39",
            "<",
        ]
    ),
    max_size=5,
).map(" ".join)


def element(names, inner):
    return st.builds(
        lambda name, attribute, content: f'<{name} title="{escape(attribute)}">{content}</{name}>',
        st.sampled_from(names),
        SAID,
        inner,
    )


def several(of):
    return st.lists(of, max_size=4).map("".join)


WORDS = SAID.map(lambda said: str(escape(said)))
PHRASES = several(
    WORDS
    | element(INLINE_CLOSED, WORDS)
    | element(OPEN, WORDS)
    | element(OPEN, element(INLINE_CLOSED, WORDS))
    | st.just("<br>")
)
PAGES = several(
    st.recursive(
        PHRASES | element(HEADINGS, PHRASES) | element(INLINE_CLOSED, PHRASES),
        lambda inner: element(BLOCKS, several(inner)),
        max_leaves=12,
    )
)
CLOSED = {*INLINE_CLOSED, *HEADINGS}


class Read(HTMLParser):
    """What stands in open text, and the marks with the elements around them."""

    def __init__(self, html):
        super().__init__()
        self.path, self.open_text, self.around = [], "", []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "br":
            self.open_text += "\n"
            return
        if ("class", "term") in attrs:
            self.around.append(list(self.path))
            tag = "term"
        self.path.append(tag)
        self.open_text += "\n"

    def handle_endtag(self, tag):
        self.path.pop()
        self.open_text += "\n"

    def handle_data(self, data):
        if not CLOSED & set(self.path):
            self.open_text += data


@given(PAGES)
def test_marks_are_all_that_is_added(html):
    assert unmarked(explained(html)) == html


@given(PAGES)
def test_no_term_is_marked_twice_nor_inside_a_mark_a_link_or_a_heading(html):
    shown = explained(html)
    terms = [identity for identity, _written in MARK.findall(shown)]
    assert len(terms) == len(set(terms))
    around = Read(shown).around
    assert len(around) == len(terms)
    assert not [path for path in around if {*CLOSED, "term"} & set(path)]


@given(PAGES)
def test_a_term_in_open_text_is_marked(html):
    text = Read(html).open_text
    terms = {identity for identity, _written in MARK.findall(explained(html))}
    for identity, pattern in [("recovery", "[rR]ecovery"), ("rop", "ROP(-lidelse)?"), ("amp", "amp|39")]:
        stands = re.search(rf"(?<![\w-])({pattern})(?![\w-])", text)
        assert (identity in terms) == bool(stands), (identity, text)


@given(PAGES)
def test_marking_what_is_marked_adds_nothing_inside_the_marks(html):
    once = explained(html)
    assert not [path for path in Read(explained(once)).around if "term" in path]


def test_every_term_s_page_explains_others_and_not_itself(graph):
    context = Context(graph, Project(ROOT).templates, SITE_URL)
    found = []
    for page in pages(context):
        shown = context.glossary.explained(page.body, page.address, page.text)
        terms = [identity for identity, _written in MARK.findall(shown)]
        found += terms
        assert unmarked(shown) == page.body
        assert page.address not in {f"begrep/{identity}/" for identity in terms}
    assert found


def test_a_form_of_signs_alone_is_never_marked_and_stops_nothing():
    body = Markup("<p>Steg ❻ er recovery.</p>")
    made = Glossary.of([term("steg", "❻"), term("recovery", "recovery")]).explained(body, "", "Steg ❻ er recovery.")
    assert "begrep-recovery" in made
    assert "begrep-steg" not in made
