"""Where readers say that something is wrong: set in one place, shown wherever it should be."""

import re

import pytest

from lavterskel.feedback import NOT_SET, Feedback, UnusableFeedback, sentence

from .conftest import run_mkdocs

PAGES = ("tilgjengelighet/index.html", "om/index.html", "404.html", "tilbud/sandnes-sovnkurs/index.html", "index.html")


def read(site, page):
    return (site / page).read_text(encoding="utf-8")


def set_to(project, value):
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    changed = re.sub(r"^  tilbakemelding:.*$", f"  tilbakemelding: {value}", text, flags=re.M)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def test_a_site_without_a_place_says_so_and_links_nowhere(site):
    for page in ("tilgjengelighet/index.html", "om/index.html"):
        assert NOT_SET in read(site, page)
    for page in PAGES:
        assert "mailto:" not in read(site, page)
        assert "Si fra om feil" not in read(site, page)
        assert "tilbakemelding }}" not in read(site, page)


def test_a_place_that_is_set_is_on_every_page_that_should_have_it(project):
    set_to(project, "post+feil@eksempel.kommune.no")
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    for page in PAGES:
        assert 'href="mailto:post%2Bfeil@eksempel.kommune.no" rel="noopener">Si fra om feil</a>' in read(
            project / "site", page
        )
    assert "Si fra om feilen</a>" in read(project / "site", "404.html")
    for page in ("tilgjengelighet/index.html", "om/index.html"):
        told = read(project / "site", page)
        assert re.search(r"Skriv til <a [^>]*>post\+feil@eksempel\.kommune\.no</a>\.", told)
        assert NOT_SET not in told


def test_a_place_that_cannot_be_used_stops_the_build(project):
    set_to(project, "ring oss")
    done = run_mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "«tilbakemelding: ring oss» er verken en e-postadresse eller en nettadresse" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_no_place(value):
    assert Feedback.at(value) is None


@pytest.mark.parametrize("value", ["post@eksempel", "javascript:alert(1)", "http://", 12, ["a@b.no"], 'a"@b.no'])
def test_other_values_are_refused(value):
    with pytest.raises(UnusableFeedback):
        Feedback.at(value)


def test_a_form_on_the_web_is_named_by_its_address():
    assert sentence(Feedback.at("https://eksempel.kommune.no/si-fra/")) == (
        "Si fra på [eksempel.kommune.no/si-fra](<https://eksempel.kommune.no/si-fra/>)."
    )
