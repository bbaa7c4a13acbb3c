"""What is easy to get wrong in the booklet from 2018, and what was found of its offers later."""

import pytest

from lavterskel.facets import index
from lavterskel.model.offer import AreaRole, FoundStatus, Referral, Status, WaitingMeasure, WaitingNature
from lavterskel.references import sources

NAPHA = "napha-2018"


@pytest.fixture(scope="module")
def offers(graph):
    return graph.data.all("offer")


@pytest.fixture(scope="module")
def booklet(offers):
    return {
        identity: offer for identity, offer in offers.items() if any(source.ref == NAPHA for source in offer.sources)
    }


def numbers(offer, *roles):
    return {area.municipality for area in offer.areas if area.role in roles}


def test_everything_of_the_booklet_is_here(graph, booklet):
    assert len(booklet) == 140
    assert sum(any(source.ref == NAPHA for source in one.sources) for one in graph.data.all("programme").values()) == 35
    actors = [one for one in graph.data.all("actor").values() if one.sources[0].ref == NAPHA]
    assert len(actors) == 41


def test_every_record_of_the_booklet_names_its_article_and_lines(graph, booklet):
    for one in (*booklet.values(), *graph.data.all("programme").values(), *graph.data.all("actor").values()):
        for _, source in sources(one):
            if source.ref == NAPHA:
                assert source.at, one.id
                assert source.lines and all(last <= 7470 for _, last in source.lines), one.id


def test_every_offer_has_a_sentence_in_plain_words(offers):
    for offer in offers.values():
        assert offer.summary, offer.id
        assert len(offer.summary) <= 200 and offer.summary.endswith("."), offer.id


def test_the_booklet_has_no_phone_number_and_no_address(booklet):
    for offer in booklet.values():
        assert not [contact for contact in offer.contacts if contact.phone or contact.address], offer.id


def test_unknown_is_the_normal_case(booklet):
    assert sum(offer.cost is not None and offer.cost.free is True for offer in booklet.values()) <= 12
    assert sum(offer.access is not None and offer.access.referral is not None for offer in booklet.values()) <= 30


def test_inherited_values_are_derived(graph):
    for identity in ("molde-rph", "kristiansand-rph", "stjordal-rph", "fjell-rph", "nordsalten-rph"):
        effective = graph.effective[identity]
        assert effective.cost.origin.id == effective.age.origin.id == "rask-psykisk-helsehjelp", identity
        assert effective.age.value.min == 16
    assert graph.effective["bamble-kurs-kognitiv"].referral.value is Referral.APPLICATION
    assert graph.effective["bamble-kurs-kognitiv"].referral.origin.id == "bamble-frisk-bris"


def test_a_young_person_s_age_limit_is_not_their_parents(graph):
    assert graph.effective["stavanger-k46-dag-kveld"].age.value.max == 25
    assert graph.effective["stavanger-k46-foreldre"].age is None
    assert graph.effective["lorenskog-veiledning"].age is None


def test_umbrellas_and_their_parts(graph):
    def parts(identity):
        return {offer.id for offer in graph.offers_pointing_at("offer", identity, "part_of")}

    assert len(parts("trondheim-mestringstilbudet")) == 8
    assert len(parts("oslo-ung-arena")) == 10
    assert "sandnes-sovnkurs" in parts("sandnes-mestringssenteret")
    assert parts("sandnes-rph") == {"sandnes-rph-sovn", "sandnes-tankens-kraft"}
    assert graph.data.all("offer")["kristiansand-modul-utmattelse"].part_of == "kristiansand-assistert-selvhjelp"


def test_shared_offers_have_roles(offers):
    assert numbers(offers["stavanger-k46-dag-kveld"], AreaRole.HOST) == {"1103"}
    assert numbers(offers["stavanger-k46-dag-kveld"], AreaRole.PARTNER) == {"1124", "1127"}
    assert numbers(offers["modum-sigdal-rph"], AreaRole.INVITED) == {"3318"}
    assert numbers(offers["storfjord-kid-kib"], AreaRole.CONSIDERED) == {"5536"}
    assert numbers(offers["fosen-rph"], AreaRole.PARTNER) == {"5057", "5058"}
    shared = [offer for offer in offers.values() if any(area.role for area in offer.areas) and offer.as_of == "2018"]
    assert len(shared) >= 14


def test_names_of_the_time_are_kept(offers):
    def then(identity):
        return {(area.municipality, area.name_then) for area in offers[identity].areas}

    assert then("oppegard-sta-opp") == {("3207", "Oppegård")}
    assert {("4626", "Fjell"), ("4626", "Sund")} <= then("fjell-rph")
    assert ("5055", "Halsa") in then("surnadal-sinnemestring")
    assert {("1875", "Tysfjord"), ("1806", "Tysfjord")} <= then("nordsalten-rph")
    assert {("5057", "Bjugn"), ("5058", "Roan")} <= then("fosen-rph")


@pytest.mark.parametrize(
    "identity",
    [
        "tromso-veiledet-selvhjelp",
        "modum-kurs-ungdom",
        "modum-kurs-18-30",
        "storfjord-kid-kib",
        "kristiansand-modul-utmattelse",
    ],
)
def test_planned_offers_are_planned(offers, identity):
    assert offers[identity].status is Status.PLANNED


def test_the_hypothetical_course_is_no_offer(offers):
    assert not [offer for offer in offers.values() if "småbarn" in offer.title.casefold() and offer.as_of == "2018"]


def test_the_meanings_of_waiting_time_are_kept_apart(offers):
    def said(identity):
        return [(waiting.measures, waiting.nature, waiting.days_max) for waiting in offers[identity].waiting]

    assert (WaitingMeasure.MESSAGE, WaitingNature.DESCRIBED, 2) in said("sarpsborg-team-lavterskel")
    assert any(nature is WaitingNature.GOAL for _, nature, _ in said("sarpsborg-team-lavterskel"))
    assert any(
        measures is WaitingMeasure.START and nature is WaitingNature.PROMISE and days == 7
        for measures, nature, days in said("bamble-frisk-bris")
    )
    assert all(days is None or days >= 7 for _, _, days in said("modum-sigdal-rph"))
    assert any(nature is WaitingNature.RATING for _, nature, _ in said("trondheim-mestringstilbudet"))


def test_a_typical_age_is_not_a_limit(offers):
    age = offers["stjordal-rph"].age
    assert age.typical and age.min is None and age.max is None


def test_storfjord_s_evenings_and_free_courses_are_only_planned(offers, graph):
    facets = index(graph)
    assert offers["storfjord-kid-kib"].cost.free
    assert facets.by_offer["storfjord-psykisk-helse"]["kveld"] == ()
    assert facets.by_offer["storfjord-psykisk-helse"]["pris"] == ("ikke-oppgitt",)


def test_trondheim_names_no_more_than_the_booklet_does(graph):
    assert len(graph.offers_pointing_at("offer", "trondheim-mestringstilbudet", "part_of")) < 18


def test_what_was_found_later_is_never_merged(offers):
    for offer in offers.values():
        for found in offer.found_later:
            assert found.as_of > offer.as_of
            assert found.sources and all(source.ref != NAPHA for source in found.sources), offer.id
    trondheim = offers["trondheim-mestringstilbudet"].found_later[0]
    assert trondheim.status is FoundStatus.NOT_FOUND and trondheim.see and trondheim.notes
    assert offers["stange-stangehjelpa"].found_later[0].status is FoundStatus.CONFIRMED


def test_web_facts_have_the_day_they_were_read_and_how_sure_they_are(offers):
    for offer in offers.values():
        for _, source in sources(offer):
            if source.ref.startswith("web-") and offer.id != "nodnummer-113":
                assert source.confidence, (offer.id, source.ref)


def test_contradictory_and_withheld_facts_are_left_out(offers):
    shown = {contact.phone.replace(" ", "") for offer in offers.values() for contact in offer.contacts if contact.phone}
    shown |= {
        contact.phone.replace(" ", "")
        for offer in offers.values()
        for found in offer.found_later
        for contact in found.contacts
        if contact.phone
    }
    for number in (
        "22567067",
        "22491922",
        "22461922",
        "22940010",
        "22944500",
        "51531111",
        "46617130",
        "46617150",
        "53005510",
        "47708888",
        "40033945",
    ):
        assert number not in shown, number
    for offer in offers.values():
        if "krisesenter" in offer.title.casefold():
            assert not [contact for contact in offer.contacts if contact.address], offer.id


def test_the_crisis_numbers_are_right(offers):
    numbers = {
        offer.id: [contact.phone for contact in offer.contacts if contact.phone][:1]
        for offer in offers.values()
        if offer.crisis
    }
    assert numbers["nodnummer-113"] == ["113"]
    assert numbers["legevakt-116117"] == ["116 117"]
    assert numbers["mental-helse-hjelpetelefonen"] == ["116 123"]
    assert numbers["kirkens-sos-telefon"] == ["22 40 00 40"]
    assert numbers["alarmtelefonen"] == ["116 111"]
    assert numbers["vo-linjen"] == ["116 006"]
    assert numbers["giftinformasjonen"] == ["22 59 13 00"]
