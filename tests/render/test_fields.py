"""What a reader sees of a value."""

import pytest

from lavterskel.model.offer import Age, Contact, Cost, OpeningHours, Waiting
from lavterskel.render.environment import tel
from lavterskel.render.fields import age_values, contact_link, cost_values, opening_values, waiting_values


@pytest.mark.parametrize(
    ("age", "shown"),
    [
        ({"min": 16, "max": 25}, ["16–25 år"]),
        ({"min": 16}, ["Fra 16 år"]),
        ({"max": 24}, ["Til og med 24 år"]),
        ({"typical": "30–55"}, ["Vanlig alder: 30–55 (ikke en grense)"]),
        ({"text": "Voksne"}, ["Voksne"]),
        ({}, []),
    ],
)
def test_ages(age, shown):
    assert list(age_values(Age(**age))) == shown


def test_cost_unknown_is_not_free():
    assert cost_values(Cost()) == ()
    assert cost_values(Cost(free=True)) == ("Gratis",)
    assert cost_values(Cost(text="Du betaler 50 kroner.")) == ("Du betaler 50 kroner.",)
    assert cost_values(Cost(free=True, text="gratis.")) == ("Gratis",)


def test_waiting_keeps_whose_word_it_is():
    shown = waiting_values(str, [Waiting(text="Innen 48 timer.", measures="message", nature="promise")])
    assert "løfte" in shown[0] and "til du får svar" in shown[0]


def test_hours():
    slots = [
        {"days": ["mo", "tu", "we"], "opens": "08:00", "closes": "15:30"},
        {"days": ["sa", "su"], "opens": "10:00", "closes": "14:00"},
    ]
    assert opening_values(OpeningHours(slots=slots)) == ("mandag–onsdag kl. 8–15.30", "lørdag og søndag kl. 10–14")
    assert opening_values(OpeningHours(always=True)) == ("Åpent hele døgnet, alle dager",)
    assert opening_values(OpeningHours(evening=True)) == ("Åpent om kvelden",)
    assert opening_values(None) == ()


def test_numbers_can_be_rung():
    assert tel("22 40 00 40") == "+4722400040"
    assert tel("116 117") == "116117"
    assert tel("113") == "113"
    assert tel("+47 911 16 123") == "+4791116123"


def test_contacts_are_escaped():
    link = contact_link(Contact(address="<b>Storgata</b> 1", label="Oppmøte & post"))
    assert "<b>" not in link and "&lt;b&gt;" in link and "Oppmøte &amp; post" in link
