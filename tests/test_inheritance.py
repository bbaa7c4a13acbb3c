"""What an offer has from others, and what it never has."""

from hypothesis import given
from hypothesis import strategies as st

from lavterskel.inheritance import effective
from lavterskel.model.offer import Offer
from lavterskel.model.programme import Programme

SOURCE = [{"ref": "napha-2018"}]


def offer(identity, **fields):
    return Offer.model_validate(
        {
            "id": identity,
            "title": identity,
            "kinds": ["kurs"],
            "areas": [{"nation": True}],
            "as_of": "2018",
            "sources": SOURCE,
            **fields,
        }
    )


def programme(**fields):
    return Programme.model_validate({"id": "p", "title": "P", "as_of": "2018", "sources": SOURCE, **fields})


def resolved(*offers, programmes=()):
    return effective({one.id: one for one in offers}, {one.id: one for one in programmes})


FREE = {"cost": {"free": True}}


def test_own_word_comes_first_then_programme_then_parent():
    parent = offer("parent", cost={"free": False})
    method = programme(**FREE)
    child = offer("child", part_of="parent", programme="p")
    alone = offer("alone", part_of="parent")
    own = offer("own", part_of="parent", programme="p", cost={"text": "50 kroner"})
    found = resolved(parent, child, alone, own, programmes=[method])
    assert found["child"].cost.origin is method
    assert found["child"].cost.value.free is True
    assert found["alone"].cost.origin is parent
    assert found["own"].cost.origin is None


def test_a_chain_names_the_record_that_says_it():
    top = offer("top", age={"min": 12, "max": 25})
    found = resolved(top, offer("middle", part_of="top"), offer("low", part_of="middle"))
    assert found["low"].age.origin is top
    assert found["low"].age.value.max == 25


def test_an_offer_can_decline():
    top = offer("top", age={"min": 16, "max": 25}, **FREE)
    found = resolved(top, offer("parents", part_of="top", not_inherited=["age"]))
    assert found["parents"].age is None
    assert found["parents"].cost.origin is top


def test_a_typical_age_is_no_limit_and_hides_none():
    method = programme(age={"min": 16})
    found = resolved(offer("a", programme="p", age={"typical": "30–55"}), programmes=[method])
    assert found["a"].age.value.min == 16
    assert found["a"].age.origin is method


def test_how_to_start_does_not_hide_an_inherited_referral():
    method = programme(access={"referral": "not_needed"})
    found = resolved(offer("a", programme="p", access={"how": ["Ring."]}), programmes=[method])
    assert found["a"].referral.origin is method


def test_topics_come_from_the_programme_only():
    top = offer("top", topics=["rus"])
    found = resolved(top, offer("a", part_of="top"), offer("b", programme="p"), programmes=[programme(topics=["sovn"])])
    assert found["a"].topics.value == ()
    assert found["b"].topics.value == ("sovn",)


@given(st.lists(st.one_of(st.none(), st.booleans()), min_size=1, max_size=8))
def test_the_nearest_word_up_the_chain_holds(free):
    offers = [
        offer(
            f"o{number}",
            **({"part_of": f"o{number - 1}"} if number else {}),
            **({} if value is None else {"cost": {"free": value}}),
        )
        for number, value in enumerate(free)
    ]
    found = resolved(*offers)
    nearest = None
    for one, value in zip(offers, free, strict=True):
        nearest = value if value is not None else nearest
        got = found[one.id].cost
        assert (got.value.free if got else None) == nearest
        assert got is None or (got.origin is None) == (value is not None)


def test_real_data_inherits_from_rask_psykisk_helsehjelp(graph):
    facts = graph.effective["molde-rph"]
    assert facts.cost.value.free is True
    assert facts.cost.origin.id == "rask-psykisk-helsehjelp"
