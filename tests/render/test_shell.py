"""The splice: nothing but the record's own parts differs, and no value can break out of its place."""

import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from lavterskel.render.page import Page
from lavterskel.render.shell import (
    EXPECTED,
    SECTIONS,
    Shell,
    ShellError,
    all_shells,
    part_values,
    sentinel,
    shell_address,
)

URL = "https://lavterskel.example/"
HTML = "".join(
    f'<i data-{part.lower()}{number}="{sentinel(part)}">' if part not in ("BODY", "STRUCTURED") else sentinel(part)
    for part, times in EXPECTED.items()
    for number in range(times)
)


def page(**parts):
    return Page(**{"address": "tilbud/x/", "title": "T", "description": "D", "body": Markup("<p>B</p>"), **parts})


def test_every_sentinel_must_stand_as_often_as_expected():
    assert Shell.split(HTML, 2, "x").pieces[1::2].count("TITLE") == 2
    for part in EXPECTED:
        with pytest.raises(ShellError, match=part):
            Shell.split(HTML + sentinel(part), 2, "x")
        with pytest.raises(ShellError, match=part):
            Shell.split(HTML.replace(sentinel(part), "", 1), 2, "x")
    with pytest.raises(ShellError, match="UKJENT"):
        Shell.split(HTML + sentinel("UKJENT"), 2, "x")


def test_links_from_the_root_become_relative_to_the_depth():
    body = Markup('<a href="~/tema/"></a><img src="~/a.svg">')
    for address, up in (("", "./"), ("krise/", "../"), ("tilbud/x/", "../../")):
        assert (
            part_values(page(address=address, body=body), URL)["BODY"]
            == f'<a href="{up}tema/"></a><img src="{up}a.svg">'
        )


class Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.values, self.data = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.values += [value for _, value in attrs]

    def handle_data(self, data):
        self.data.append(data)


@given(st.text(), st.text(), st.text())
def test_no_value_breaks_out_of_its_place(title, description, text):
    spliced = Shell.split(HTML, 2, "x").splice(
        page(title=title, description=description, body=Markup("<p>{}</p>").format(text), structured={"name": text}),
        URL,
    )
    seen = Seen()
    seen.feed(spliced)
    seen.close()
    assert [tag for tag in seen.tags if tag != "i"] == ["script", "p"]
    assert spliced.count("<script") == 1 and spliced.count("</script") == 1


@pytest.mark.parametrize("nasty", ['"><script>alert(1)</script>', "' onload='x", "&amp; & <b>", "</title><p>"])
def test_a_value_stands_whole_in_its_attribute(nasty):
    seen = Seen()
    seen.feed(Shell.split(HTML, 2, "x").splice(page(title=nasty, description=nasty), URL))
    seen.close()
    assert seen.values.count(f"{nasty} – Lavterskel") == 2
    assert seen.values.count(nasty) == 2
    assert [tag for tag in seen.tags if tag != "i"] == ["p"]


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_structured_data_survives_its_script_element(value):
    script = part_values(page(structured={"value": value}), URL)["STRUCTURED"]
    inner = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert json.loads(inner) == {"value": value}


def test_data_cannot_forge_a_link_from_the_root():
    body = Markup("<p>{}</p>").format('="~/ikke-en-lenke')
    assert part_values(page(body=body), URL)["BODY"] == f"<p>{escape(chr(61) + chr(34) + '~/ikke-en-lenke')}</p>"


def test_shells_lie_where_no_record_can():
    addresses = [shell_address(section, depth) for section, depth in all_shells()]
    assert len(addresses) == len(set(addresses)) == sum(len(depths) for depths in SECTIONS.values())
    for (_, depth), address in zip(all_shells(), addresses, strict=True):
        assert address.count("/") == depth


def test_a_shell_of_another_run_is_split_and_words_like_a_sentinel_are_text():
    made = sentinel("TITLE").rsplit("-", 1)[1]
    other = HTML.replace(made, "0123456789abcdef")
    assert Shell.split(other, 2, "x").pieces[1::2] == Shell.split(HTML, 2, "x").pieces[1::2]
    foreign = other + "LAVTERSKEL-SENTINEL-BODY-fedcba9876543210"
    assert Shell.split(foreign, 2, "x").pieces[-1].endswith("BODY-fedcba9876543210")
