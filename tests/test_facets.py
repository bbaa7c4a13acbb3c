"""The catalogue's facets, on the real data."""

import pytest

from lavterskel.facets import FACETS, NATIONWIDE, UNKNOWN, index


@pytest.fixture(scope="module")
def facets(graph):
    return index(graph)


def with_value(facets, name, value):
    return {identity for identity, values in facets.by_offer.items() if value in values[name]}


def test_the_names_are_the_contract():
    assert [facet.name for facet in FACETS] == [
        "kommune",
        "tema",
        "type",
        "alder",
        "henvisning",
        "pris",
        "kveld",
        "maalgruppe",
    ]


def test_counts_are_the_number_of_offers(facets):
    for name, counts in facets.counts.items():
        for value, count in counts.items():
            assert count == len(with_value(facets, name, value)), (name, value)
            assert facets.labels[name][value]


def test_unknown_is_never_free_and_never_without_referral(graph, facets):
    for offer in graph.data.all("offer").values():
        effective = graph.effective[offer.id]
        if effective.cost is None:
            assert facets.by_offer[offer.id]["pris"] == (UNKNOWN,)
        if effective.referral is None:
            assert facets.by_offer[offer.id]["henvisning"] == (UNKNOWN,)


def test_a_wider_topic_includes_the_narrower(graph, facets):
    for topic in graph.data.all("topic").values():
        if topic.broader:
            assert with_value(facets, "tema", topic.id) <= with_value(facets, "tema", topic.broader)


def test_invited_and_considered_municipalities_do_not_have_the_offer(facets):
    assert "modum-sigdal-rph" not in with_value(facets, "kommune", "krodsherad")
    assert "modum-sigdal-rph" in with_value(facets, "kommune", "sigdal")
    assert "storfjord-kid-kib" not in with_value(facets, "kommune", "lyngen")


def test_national_offers_have_their_own_value(facets):
    assert "mental-helse-hjelpetelefonen" in with_value(facets, "kommune", NATIONWIDE)


def test_ages_cover_the_bands_they_touch(facets):
    assert facets.by_offer["oslo-ung-arena"]["alder"] == ("0-12", "13-17", "18-25")
    assert facets.by_offer["ovre-eiker-ressursteam"]["alder"] == ("13-17", "18-25")
