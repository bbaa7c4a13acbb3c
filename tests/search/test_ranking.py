"""What comes first, and why: by rule on small indexes, and by what people ask on the real one."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lavterskel.facets import NATIONWIDE
from lavterskel.norwegian.compounds import Splitter
from lavterskel.norwegian.stem import stem
from lavterskel.search.documents import Document, Standing
from lavterskel.search.engine import Engine
from lavterskel.search.fields import Field
from lavterskel.search.index import Index, build
from lavterskel.search.question import Question, Unit
from lavterskel.search.ranking import everything, filters, question_filters, rank
from lavterskel.search.terms import Analyser
from lavterskel.search.ways import Alternative


def document(identity: str, body: str = "", *, title: str = "", kind: str = "term", **more: object) -> Document:
    """A document with a title and a text."""
    words = {Field.TITLE: [title], Field.BODY: [body]}
    return Document(kind, identity, title, "", words=words, **more)  # type: ignore[arg-type]


def made(*documents: Document) -> Index:
    """An index of some documents, and some that have none of the words."""
    return build(
        [*documents, *(document(f"x{number}", "noe ganske annet") for number in range(20))],
        Analyser(Splitter(frozenset()), frozenset()),
    )


def asked(*texts: str, **more: object) -> Question:
    """A question for words that weigh the same, each found as it stands."""
    return Question(tuple(Unit(text, 10, (Alternative(100, (stem(text),)),)) for text in texts), **more)  # type: ignore[arg-type]


def order(question: Question, index: Index) -> list[str]:
    """The ids of what is found, best first."""
    return [index.documents[hit.document].id for hit in rank(question, index)]


def test_title_before_text() -> None:
    index = made(document("tekst", "angst"), document("tittel", title="Angst"))
    assert order(asked("angst"), index) == ["tittel", "tekst"]


def test_more_of_the_question_before_more_of_one_word() -> None:
    index = made(document("en", "angst angst angst angst"), document("begge", "angst søvn"))
    assert order(asked("angst", "søvn"), index) == ["begge", "en"]


def test_what_is_planned_or_ended_after_what_can_be_used() -> None:
    ended = document("slutt", "angst", title="Angst", standing=Standing.NOT_YET_OR_NO_MORE)
    index = made(ended, document("brukes", "angst", title="Angst"))
    assert order(asked("angst"), index) == ["brukes", "slutt"]


def test_local_before_nationwide_when_a_place_is_named() -> None:
    local = document("lokal", "angst", facets={"kommune": ["stange"]})
    index = made(document("landet", "angst", facets={"kommune": [NATIONWIDE]}), local)
    assert order(asked("angst", places=("stange",)), index) == ["lokal", "landet"]
    assert order(asked("angst"), index) == ["landet", "lokal"]


def test_ages_that_are_stated_before_none() -> None:
    index = made(document("alle", "angst"), document("unge", "angst", ages=(13, 19)))
    assert order(asked("angst", age=15), index) == ["unge", "alle"]
    assert order(asked("angst"), index) == ["alle", "unge"]


def test_norms_first_only_when_asked_for() -> None:
    index = made(document("bør", "plan", kind="recommendation"), document("tilbud", "plan", kind="offer"))
    assert order(asked("plan"), index) == ["tilbud", "bør"]
    assert order(asked("plan", normative=True), index) == ["bør", "tilbud"]


def test_the_rarer_word_leads() -> None:
    common = [document(f"m{number}", "mestring") for number in range(15)]
    index = made(*common, document("sorg", "sorg"))
    assert order(asked("mestring", "sorg"), index)[0] == "sorg"


def test_the_best_way_counts_and_the_others_a_little() -> None:
    index = made(document("a", "angst"), document("b", "angst redsel"))
    best, other = Alternative(100, ("angst",)), Alternative(50, (stem("redsel"),))
    alone, both = (rank(Question((Unit("angst", 10, ways),)), index) for ways in ((best,), (best, other)))
    points = [{index.documents[hit.document].id: hit.score for hit in hits} for hits in (alone, both)]
    assert points[0]["a"] == points[1]["a"]
    assert points[0]["b"] < points[1]["b"] < 2 * points[0]["b"]


def test_all_the_terms_of_a_way_must_be_there() -> None:
    index = made(document("begge", "depresjon samtale"), document("en", "samtale"))
    way = Alternative(85, ("depresjon", stem("samtale")))
    assert order(Question((Unit("depresjonssamtale", 10, (way,)),)), index) == ["begge"]


def test_equals_stand_in_the_order_of_the_index() -> None:
    index = made(*(document(f"t{number}", "angst") for number in range(5)))
    assert order(asked("angst"), index) == [f"t{number}" for number in range(5)]


def test_a_bonus_lifts_and_is_not_missed() -> None:
    index = made(document("a", "angst"), document("b", "angst", title="Søvn"))
    bonus = Unit("hele navnet", 0, (Alternative(100, (stem("søvn"),)),))
    hits = rank(Question((*asked("angst").units, bonus)), index)
    assert [index.documents[hit.document].id for hit in hits] == ["b", "a"]
    assert hits[1].score == rank(asked("angst"), index)[0].score


def test_what_is_not_asked_for_is_not_found() -> None:
    assert not rank(asked("ukjent"), made())
    assert not rank(Question(()), made(document("a", "angst")))


def test_reasons_tell_the_field_and_the_term() -> None:
    (hit,) = rank(asked("angst"), made(document("a", "en tekst", title="Angst")))
    (reason,) = hit.reasons
    assert (reason.text, reason.terms, reason.fields) == ("angst", ("angst",), 1 << Field.TITLE)
    assert reason.points > 0 and hit.factors["dekning"] == 100


def test_filters_let_through_what_fits_every_facet() -> None:
    index = made(
        document("a", facets={"kommune": ["stange"], "type": ["tilbud"]}),
        document("b", facets={"kommune": [NATIONWIDE], "type": ["tilbud"]}),
        document("c", facets={"type": ["tilbud"]}, ages=(0, 12)),
    )
    through = filters(index.documents, {"kommune": ["stange", "oslo"], "type": ["tilbud"]})
    assert [through(number) for number in range(3)] == [True, True, False]
    young = filters(index.documents, {"alder": ["13"]})
    assert [young(number) for number in range(4)] == [True, True, False, True]
    assert all(map(filters(index.documents, {"type": []}), range(len(everything(index)))))


def test_a_question_chooses_its_place_and_age() -> None:
    assert question_filters(asked("angst", places=("stange", "oslo"), age=15)) == {
        "kommune": ["stange", "oslo"],
        "alder": ["15"],
    }
    assert question_filters(asked("angst")) == {}


# On the real data


def found(engine: Engine, text: str, count: int = 5, **more: Iterable[str]) -> list[str]:
    """The first that are found, as «kind/id»."""
    documents = engine.index.documents
    hits = engine.search(text, **more)[:count]  # type: ignore[arg-type]
    return [f"{documents[hit.document].kind}/{documents[hit.document].id}" for hit in hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # forms, in both written standards
        ("pårørandegrupper", "topic/parorende"),
        ("pårørendegruppa", "offer/sarpsborg-parorendegrupper"),
        ("krisesentera", "actor/krisesenter"),
        ("krisesentre", "offer/nasjonal-krisesentrene"),
        ("fastlegen", "actor/fastlege"),
        ("sjukepleiar", "actor/hjemmesykepleien"),
        ("spiseforstyrringar", "topic/spiseforstyrrelser"),
        ("eg er deprimert", "topic/depresjon"),
        ("skulevegring", "topic/skole"),
        # words of every day and of the clinic
        ("insomni", "topic/sovn"),
        ("ligger våken", "topic/sovn"),
        ("nedstemt", "topic/depresjon"),
        ("barseldepresjon", "topic/gravid"),
        ("gambling", "topic/spill"),
        ("hasj", "topic/cannabis"),
        ("nervene", "topic/angst"),
        # misspelt
        ("depresjno", "topic/depresjon"),
        ("deprsjon", "topic/depresjon"),
        ("depressjon", "topic/depresjon"),
        ("angstt", "topic/angst"),
        ("agnst", "topic/angst"),
        ("spiseforstyrelse", "topic/spiseforstyrrelser"),
        # letters
        ("sovnvansker", "topic/sovn"),
        ("soevnvansker", "topic/sovn"),
        ("paaroerende", "topic/parorende"),
        ("parorende", "topic/parorende"),
        ("aaleine", "topic/ensomhet"),
        # spaces and hyphens
        ("selv hjelp", "topic/selvhjelp"),
        ("angst-mestrings-kurs", "offer/stavanger-angstmestring"),
        ("samlivs brudd", "topic/familie"),
        ("sosialangst", "topic/sosial-angst"),
        ("kommune psykolog", "programme/kommunepsykolog"),
        # codes and numbers
        ("P76", "topic/depresjon"),
        ("p 74", "topic/panikk"),
        ("IS-2076", "guidance/sammen-om-mestring-2014"),
        ("is 1948", "guidance/rop-retningslinjen-2012"),
        ("Meld. St. 26 (2014–2015)", "guidance/meld-st-26-2014-2015"),
        ("meld st 26", "guidance/meld-st-26-2014-2015"),
        ("Prop. 15 S", "guidance/opptrappingsplanen-rusfeltet-2016-2020"),
        # abbreviations
        ("BUP", "actor/bup"),
        ("AUDIT", "instrument/audit"),
        ("DU", "offer/bergen-du"),
        ("IP", "pathway/individuell-plan"),
        ("RPH", "term/rask-psykisk-helsehjelp"),
        # sentences
        ("hei jeg lurer på om det finnes noe kurs mot depresjon i Sandnes", "offer/sandnes-kid"),
        ("jeg får ikke sove om natten", "topic/sovn"),
        ("jeg er så sliten og orker ingenting", "topic/utmattelse"),
        ("mannen min drikker", "topic/alkohol"),
        # places
        ("søvn i Oppegård", "offer/oppegard-sta-opp"),
        ("Oppegård", "municipality/nordre-follo"),
        ("Gáivuotna", "municipality/kafjord"),
        ("trondheim", "municipality/trondheim"),
        ("rask psykisk helsehjelp Trondheim", "offer/trondheim-rph"),
        ("depresjon i bergen", "pathway/kid-arna-asane"),
        ("Stangehjelpa", "offer/stange-stangehjelpa"),
        ("sosial angst kurs i Tromsø", "offer/tromso-sosial-angst"),
    ],
)
def test_what_people_ask_for_comes_among_the_first(engine: Engine, text: str, first: str) -> None:
    assert first in found(engine, text, 3)


def all_found(engine: Engine, text: str) -> set[int]:
    """Every document that is found."""
    return {hit.document for hit in engine.search(text)}


@pytest.mark.parametrize(
    ("compound", "parted"),
    [
        ("depresjonskurs", "kurs mot depresjon"),
        ("hasjkurs", "kurs mot hasj"),
        ("panikksamtale", "samtaler om panikk"),
        ("stressgruppe", "gruppe for stress"),
        ("søvnkurs", "kurs om søvn"),
    ],
)
def test_a_compound_finds_what_its_parts_find(engine: Engine, compound: str, parted: str) -> None:
    """Both ways: the first five of one are far up among hundreds in the other."""
    assert set(found(engine, compound)) <= set(found(engine, parted, 100))
    assert set(found(engine, parted)) <= set(found(engine, compound, 100))


def test_the_two_municipalities_of_one_name_are_both_found(engine: Engine) -> None:
    assert set(found(engine, "Herøy", 2)) == {"municipality/heroy-nordland", "municipality/heroy-more-og-romsdal"}


@pytest.mark.parametrize(
    ("common", "rare", "topic"),
    [
        ("mestring", "søvn", "sovn"),
        ("mestring", "hasj", "cannabis"),
        ("mestring", "depresjon", "depresjon"),
        ("lavterskel", "hasj", "cannabis"),
        ("lavterskel", "spiseforstyrrelser", "spiseforstyrrelser"),
        ("selvhjelp", "angst", "angst"),
        ("selvhjelp", "depresjon", "depresjon"),
    ],
)
def test_common_words_do_not_drown_the_rarer(engine: Engine, common: str, rare: str, topic: str) -> None:
    for text in (f"{common} {rare}", f"{rare} {common}"):
        first = [engine.index.documents[hit.document] for hit in engine.search(text)[:5]]
        assert all(topic in one.facets.get("tema", ()) for one in first[:2]), [one.id for one in first]


@pytest.mark.parametrize(
    "text", ["plikt til individuell plan", "bør kommunen tilby psykolog", "kommunens ansvar for rus"]
)
def test_recommendations_and_law_lead_when_norms_are_asked_for(engine: Engine, text: str) -> None:
    kinds = [one.partition("/")[0] for one in found(engine, text)]
    assert kinds[0] in ("recommendation", "provision", "question", "guidance", "law")
    assert sum(kind in ("offer", "topic") for kind in kinds) <= 1


@pytest.mark.parametrize("text", ["angst", "depresjon", "mestringskurs", "ensom", "rus", "krisesenter", "sorg"])
def test_topics_and_offers_lead_otherwise(engine: Engine, text: str) -> None:
    kinds = [one.partition("/")[0] for one in found(engine, text)]
    assert kinds[0] in ("topic", "offer")
    assert "recommendation" not in kinds[:3]


@pytest.mark.parametrize(
    ("text", "place"), [("angst i Trondheim", "trondheim"), ("kurs i Sandnes", "sandnes"), ("rus Bergen", "bergen")]
)
def test_what_is_local_comes_first(engine: Engine, text: str, place: str) -> None:
    places = [engine.index.documents[hit.document].facets.get("kommune", ()) for hit in engine.search(text)]
    assert all(place in one for one in places[:5])
    assert all(place in one or NATIONWIDE in one for one in places)


def test_ages_take_away_only_what_is_for_others(engine: Engine) -> None:
    for hit in engine.search("angst 15 år"):
        ages = engine.index.documents[hit.document].ages
        assert ages is None or ages[0] <= 15 <= ages[1]


def test_a_place_or_age_that_nothing_fits_is_let_go(engine: Engine) -> None:
    """Better an answer from elsewhere than none."""
    assert found(engine, "Korttidspoliklinikken ved Nidaros i Utsira", 1)


def test_a_choice_stands_in_for_the_place_in_the_question(engine: Engine) -> None:
    for hit in engine.search("angst i Trondheim", {"kommune": ["bergen"]}):
        assert {"bergen", NATIONWIDE} & set(engine.index.documents[hit.document].facets["kommune"])


def test_a_place_read_as_words_takes_nothing_away(engine: Engine) -> None:
    as_words = engine.search("angst i Trondheim", as_words=["kommune"])
    assert {hit.document for hit in as_words} >= all_found(engine, "angst")
    assert not all_found(engine, "angst i Trondheim") >= all_found(engine, "angst")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_asked_is_everything(engine: Engine, text: str) -> None:
    assert [hit.document for hit in engine.search(text)] == list(range(len(engine.index.documents)))
    offers = engine.search(text, {"type": ["tilbud"]})
    assert {engine.index.documents[hit.document].kind for hit in offers} == {"offer"}


@settings(max_examples=100)
@given(text=st.text("abdeginorstvæøå §-13", max_size=30).filter(str.strip))
def test_scores_fall_and_are_exact_in_a_browser(engine: Engine, text: str) -> None:
    scores = [hit.score for hit in engine.search(text)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score < 2**53 for score in scores)


# What is not right yet


def test_kor_is_not_the_red_cross(engine: Engine) -> None:
    assert found(engine, "KOR", 1) == ["instrument/kor"]


def test_a_guide_by_the_name_everyone_uses(engine: Engine) -> None:
    assert found(engine, "sammen om mestring", 1) == ["guidance/sammen-om-mestring-2014"]


@pytest.mark.parametrize("text", ["trondheim kommune", "Oslo kommune", "Time kommune"])
def test_a_municipality_by_its_whole_name(engine: Engine, text: str) -> None:
    assert found(engine, text, 1) == [f"municipality/{text.split()[0].lower()}"]


@pytest.mark.parametrize("text", ["hjelp", "kurs i mestring", "psykologhjelp"])
def test_no_recommendation_comes_first_to_an_everyday_question(engine: Engine, text: str) -> None:
    assert not found(engine, text, 1)[0].startswith("recommendation/")


@pytest.mark.parametrize("text", ["fasttlege", "fatslege"])
def test_a_doctor_misspelt(engine: Engine, text: str) -> None:
    assert "actor/fastlege" in found(engine, text)


def test_a_nynorsk_compound(engine: Engine) -> None:
    assert "offer/sarpsborg-parorendegrupper" in found(engine, "pårørandegrupper")


@pytest.mark.parametrize("text", ["fastlegar", "fastlegane"])
def test_doctors_in_nynorsk(engine: Engine, text: str) -> None:
    assert "actor/fastlege" in found(engine, text)
