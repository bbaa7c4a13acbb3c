"""Lists that a reader can narrow: what is counted is what is listed."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from lavterskel.facets import FACETS, LIST_FACETS
from lavterskel.render.collection import Collection, ListFacet, ListRow, facet_pages
from lavterskel.render.context import Context
from lavterskel.render.pages import guidance, recommendations, references
from lavterskel.rules.reserved_ids import RESERVED
from lavterskel.site import Project
from lavterskel.text import slug, sort_key

from ..conftest import ROOT, SITE_URL

COLOUR = ListFacet("farge", "Farge", lambda item: item["farge"])
SIZE = ListFacet("storrelse", "Størrelse", lambda item: item["storrelse"], ("stor", "liten"))


def values(*labels):
    return tuple((slug(label), label) for label in labels)


def collection(*items):
    rows = [
        ListRow("ting", f"t{number}", {"farge": (), "storrelse": (), **item}, Markup("<b>{}</b>").format(number))
        for number, item in enumerate(items)
    ]
    return Collection("ting/", "Ting", "ting", "ting", (COLOUR, SIZE), rows)


@pytest.fixture(scope="module")
def context(graph):
    return Context(graph, Project(ROOT).templates, SITE_URL)


LABELS = st.sampled_from(["Rød", "Grønn", "Ås", "Ærlig", "NAV", "Nav", "x & y", "1–2"])
CHOSEN = st.lists(LABELS, unique_by=slug, max_size=4).map(lambda labels: values(*labels))
ITEMS = st.lists(st.fixed_dictionaries({"farge": CHOSEN, "storrelse": CHOSEN}), max_size=12)


@given(ITEMS)
def test_the_records_with_each_value_are_those_that_are_counted(items):
    listed = collection(*items)
    for facet in (COLOUR, SIZE):
        found = listed.values(facet)
        assert len({one.value for one in found}) == len(found)
        held = [(identity, one.value) for one in found for identity in listed.ids_with(facet, one.value)]
        assert Counter(held) == Counter((row.id, value) for row in listed.rows for value, _label in facet.of(row.item))
        assert {one.value: one.count for one in found} == Counter(value for _identity, value in held)


@given(ITEMS, st.sets(st.integers(0, 11)))
def test_some_of_the_records_count_as_if_there_were_no_others(items, chosen):
    ids = [f"t{number}" for number in range(len(items)) if number in chosen]
    among_all = collection(*items).values(COLOUR, ids)
    alone = collection(*(item for number, item in enumerate(items) if number in chosen)).values(COLOUR)
    assert among_all == alone


@given(ITEMS)
def test_records_stand_in_the_collection_s_order_under_every_value(items):
    listed = collection(*items)
    order = [row.id for row in listed.rows]
    for one in listed.values(COLOUR):
        ids = listed.ids_with(COLOUR, one.value)
        assert ids == sorted(ids, key=order.index)


def test_values_are_alphabetical_after_those_that_have_an_order():
    items = [
        {"farge": values("Ås", "Rød")},
        {"farge": values("Ærlig"), "storrelse": values("Ås", "Liten", "Bred", "Stor")},
    ]
    listed = collection(*items)
    assert [one.label for one in listed.values(COLOUR)] == ["Rød", "Ærlig", "Ås"]
    assert [one.label for one in listed.values(SIZE)] == ["Stor", "Liten", "Bred", "Ås"]


def test_words_with_one_address_are_one_value():
    listed = collection({"farge": values("Nav")}, {"farge": values("NAV")}, {"farge": values("NAV")})
    [value] = listed.values(COLOUR)
    assert (value.value, value.label, value.count) == ("nav", "Nav", 3)
    assert listed.ids_with(COLOUR, "nav") == ["t0", "t1", "t2"]


def test_an_unknown_value_has_no_records():
    assert collection({"farge": values("Rød")}).ids_with(COLOUR, "gul") == []


def test_a_row_carries_its_values():
    listed = collection({"farge": values("Rød", "Ås")})
    assert listed.drawn["t0"] == (
        '<li class="row" data-record-kind="ting" data-record-id="t0" data-farge="rod as"><b>0</b></li>\n'
    )
    assert listed.list_of(["t0", "t0"]) == listed.drawn["t0"] * 2


def test_the_form_has_only_what_there_is_a_choice_in(context):
    listed = collection(
        {"farge": values("Rød"), "storrelse": values("Stor")}, {"farge": values("Ås"), "storrelse": values("Stor")}
    )
    form = listed.form(context)
    assert 'name="farge"' in form and "Ås (1)" in form and 'name="storrelse"' not in form
    assert "<form" not in listed.form(context, ["t0"])
    assert "<form" not in listed.form(context, without=["farge"])


def test_every_value_has_a_page_with_its_records(context):
    listed = collection({"farge": values("Rød")}, {"farge": values("Rød", "x & y")})
    found = {page.address: page for page in facet_pages(context, listed, listed.list_of)}
    assert list(found) == ["ting/farge/", "ting/farge/rod/", "ting/farge/x-y/", "ting/storrelse/"]
    assert found["ting/farge/rod/"].body.count('class="row"') == 2
    assert found["ting/farge/x-y/"].body.count('class="row"') == 1
    assert "x &amp; y" in found["ting/farge/x-y/"].body
    assert found["ting/farge/rod/"].description == "Ting etter farge: Rød. 2 ting."


MAKERS = {"recommendation": recommendations.pages, "guidance": guidance.pages, "reference": references.pages}
"""Kind → what makes the pages of its section."""


@pytest.fixture(scope="module", params=MAKERS)
def section(request, context):
    """A section whose list can be narrowed: its kind and its pages by address."""
    pages = list(MAKERS[request.param](context))
    addresses = [page.address for page in pages]
    assert len(addresses) == len(set(addresses))
    return request.param, {page.address: page for page in pages}


def test_no_record_can_hide_a_list(section, graph):
    kind, pages = section
    records = graph.data.bibliography.works if kind == "reference" else graph.data.all(kind)
    lists = {address.split("/")[1] for address in pages if address.count("/") > 1} - set(records)
    assert lists <= set(LIST_FACETS[kind]) <= RESERVED[kind]
    assert set(LIST_FACETS[kind]) - lists <= {"kilder"}


def test_every_record_is_listed_under_each_of_its_values_and_no_other(section):
    _kind, pages = section
    base = next(iter(pages))
    shown = {address: rows(str(page.body)) for address, page in pages.items() if address.count("/") in (1, 3)}
    for address, listed in shown.items():
        if address.startswith(base) and address != base:
            facet, value = address.split("/")[1:3]
            assert listed and all(value in carried[facet] for carried in listed.values()), address
            having = {identity for identity, carried in shown[base].items() if value in carried.get(facet, ())}
            assert having <= set(listed), address


def rows(body):
    """Id → facet → values, for every row of a list."""
    found = {}
    for start in body.split('<li class="row" ')[1:]:
        attributes = dict(part.split('="', 1) for part in start.partition('">')[0].removesuffix('"').split('" '))
        found[attributes.pop("data-record-id")] = {
            name.removeprefix("data-"): value.split() for name, value in attributes.items()
        }
    return found


def test_an_offer_s_lists_are_reserved():
    assert RESERVED["offer"] == {"side", *(facet.name for facet in FACETS)}


def test_real_values_are_in_norwegian_order(context):
    facet = next(facet for facet in context.recommendations.facets if facet.name == "tema")
    labels = [one.label for one in context.recommendations.values(facet)]
    assert labels == sorted(labels, key=sort_key) and len(labels) > 10
