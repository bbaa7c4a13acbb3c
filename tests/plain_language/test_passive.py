"""The passive, and what only looks like it."""

import pytest

from lavterskel.plain_language.passive import passives


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Henvisningen sendes til DPS.", ["sendes"]),
        ("Planen skal utarbeides sammen med brukeren og evalueres jevnlig.", ["utarbeides", "evalueres"]),
        ("Tilbudet gis til alle, og hjelp kan tilbys hjemme.", ["gis", "tilbys"]),
        ("Brukes ved angst.", ["Brukes"]),
        ("Medisiner må ikke fjernes.", ["fjernes"]),
        ("Søknaden blir sendt til kommunen.", ["blir sendt"]),
        ("Det du skriver, blir ikke lagret.", ["blir ikke lagret"]),
        ("Der blir du møtt med respekt.", ["blir du møtt"]),
        ("Loven ble vedtatt i 2011.", ["ble vedtatt"]),
        ("Saken har blitt behandlet.", ["blitt behandlet"]),
        ("Klagen ble ikke sett på.", ["ble ikke sett"]),
        ("Du blir tilbudt en samtale og bedt om å svare.", ["blir tilbudt"]),
    ],
)
def test_a_passive_is_found_as_it_is_written(sentence, found):
    assert passives(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Det finnes et kurs nær deg.",
        "Hun synes det er fint og trives godt.",
        "De møtes hver uke, og mange lykkes.",
        "Vi ses på torsdag.",
        "Det skyldes uro.",
        "Du kjennes trygg, og kroppen føles lett.",
        "Det trengs flere, og hjelp behøves.",
        "Kommunenes og pasientenes ansvar er ulikt.",
        "Brukernes erfaringer og deltakernes svar teller.",
        "Alles barn og deres foreldre kan komme.",
        "De eldres og pårørendes behov.",
        "Vi møter Johannes og Agnes i Moes gate.",
        "Diabetes er en sykdom.",
        "Det blir godt å sove.",
        "Du blir kjent med andre og blir trøtt.",
        "Slik blir tilbudet bedre.",
        "Da ble livet lettere.",
        "Det blir et nytt kurs.",
        "Alvoret ble svært stort, og svaret ble først klart sent.",
        "Hun blir bevisst sin egen alvorlighet.",
        "Målet er at du blir frisk.",
    ],
)
def test_what_only_looks_like_a_passive_is_left_alone(sentence):
    assert passives(sentence) == []
