"""Links, both ways."""

from lavterskel.graph import national_offers, usable_in
from lavterskel.places import distance_km, nearest


def test_every_link_has_its_back_link(graph):
    for kind, records in graph.data.records.items():
        for identity in records:
            for edge in graph.out(kind, identity):
                assert edge in graph.into(*edge.target)
            for edge in graph.into(kind, identity):
                assert edge in graph.out(*edge.source)


def test_every_source_a_record_names_lists_the_record(graph):
    for kind, records in graph.data.records.items():
        for record in records.values():
            for source in record.sources:
                assert any(citation.node == (kind, record.id) for citation in graph.citations[source.ref])


def test_every_place_in_a_record_is_a_place_the_graph_can_show(graph):
    for offer in graph.data.all("offer").values():
        for area in offer.areas:
            assert (
                area.nation
                or area.county in graph.county_by_number
                or area.municipality in graph.municipality_by_number
            )


def usable(graph, identity):
    return usable_in(graph, graph.data.all("municipality")[identity], national_offers(graph))


def ids(offers):
    return {offer.id for offer in offers}


def test_shared_offers_stand_in_every_municipality_that_shares_them(graph):
    for identity in ("stavanger", "sola", "randaberg"):
        assert "stavanger-k46-dag-kveld" in ids(usable(graph, identity).shared)


def test_a_county_offer_reaches_every_municipality_of_the_county(graph):
    assert "more-romsdal-incestsenter" in ids(usable(graph, "molde").county)
    assert "more-romsdal-incestsenter" in ids(usable(graph, "alesund").county)
    assert "more-romsdal-incestsenter" not in ids(usable(graph, "bergen").county)


def test_no_offer_stands_in_two_lists_of_one_municipality(graph):
    for identity in graph.data.all("municipality"):
        found = usable(graph, identity)
        listed = [offer.id for offers in (found.own, found.shared, found.county) for offer in offers]
        assert len(listed) == len(set(listed)), identity


def test_distance_is_symmetric_and_known(graph):
    municipalities = graph.data.all("municipality")
    oslo, bergen = municipalities["oslo"], municipalities["bergen"]
    assert abs(distance_km(oslo, bergen) - distance_km(bergen, oslo)) < 1e-9
    assert 280 < distance_km(oslo, bergen) < 330
    assert nearest(municipalities["randaberg"], municipalities.values(), 3)[0][0].id in {
        "stavanger",
        "sola",
        "kvitsoy",
        "sandnes",
    }


def test_help_now_comes_first_among_national_offers(graph):
    assert national_offers(graph)[0].id == "nodnummer-113"
