"""Where Norwegian sentences end, and where they only seem to."""

import pytest

from lavterskel.plain_language.sentences import sentences, words


@pytest.mark.parametrize(
    "one",
    [
        "Kurset er for deg som sover dårlig, bl.a. på grunn av uro.",
        "Du kan f.eks. Ring eller skrive.",
        "Jf. Helsepersonelloven § 10 a skal barn få hjelp.",
        "Møt opp kl. 18.00 i Storgata 5.",
        "Se nr. 12 i listen, pkt. 3 og s. 40.",
        "Kommunen svarer, jf. § 3-1, innen tre uker.",
        "Det gjelder ca. 40 personer pga. Flytting.",
        "Loven gjelder fra 1. januar 2018.",
        "Etter § 2-1 a 2. ledd har du rett til hjelp.",
        "Kurset begynner 13. august og varer i uke 34–40.",
        "Boken er skrevet av T. Aarre i 2010.",
        "Prisen er 1 234,50 kr. per gang.",
        "Meld. St. 23 handler om psykisk helse.",
        "Hun er redd … og trøtt.",
        "Søk på «hva nå?» eller noe annet.",
    ],
)
def test_an_abbreviation_a_number_or_a_name_ends_nothing(one):
    assert sentences(one) == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ring først. Så møter du opp.", ["Ring først.", "Så møter du opp."]),
        ("Er det gratis? Ja! Alltid.", ["Er det gratis?", "Ja!", "Alltid."]),
        (
            "Du får hjelp med bolig, økonomi osv. Det er gratis.",
            ["Du får hjelp med bolig, økonomi osv.", "Det er gratis."],
        ),
        ("Vi lager mat, går tur m.m. Bli med.", ["Vi lager mat, går tur m.m.", "Bli med."]),
        ("Heftet kom i 2018. Tilbudet finnes ennå.", ["Heftet kom i 2018.", "Tilbudet finnes ennå."]),
        ("Loven heter § 3-1. Kommunen følger den.", ["Loven heter § 3-1.", "Kommunen følger den."]),
        ("Han sa: «Kom.» Så gikk de.", ["Han sa: «Kom.»", "Så gikk de."]),
        ("(Det gjelder alle.) «Hei» er nok.", ["(Det gjelder alle.)", "«Hei» er nok."]),
        ("Det er åpent. 113 er nødnummeret.", ["Det er åpent.", "113 er nødnummeret."]),
        ("En linje\nsom fortsetter.\n\nEt nytt avsnitt", ["En linje som fortsetter.", "Et nytt avsnitt"]),
        ("", []),
    ],
)
def test_sentences_are_parted(text, parts):
    assert sentences(text) == parts


def test_words_are_counted_as_people_count_them():
    assert words("Helse- og omsorgstjenesten, kl. 12.30: rus/psykiatri (24/7) – 50 %!") == [
        "Helse", "og", "omsorgstjenesten", "kl", "12.30", "rus/psykiatri", "24/7", "50"
    ]  # fmt: skip
