"""How questions are read: place, age, law, danger and words, on this repository's own words."""

from collections.abc import Collection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lavterskel.norwegian.stem import stem
from lavterskel.search.engine import Engine
from lavterskel.search.question import Question, Unit, understand

NORWEGIAN = st.text("abdefgiklmnoprstuvyæøå -§0123456789APKORDU.,?", max_size=60)


def check(question: Question, text: str) -> None:
    """What holds for every question, whatever was asked."""
    assert question.units, text
    for unit in question.units:
        assert unit.importance >= 0
        assert unit.text
        weights = [way.weight for way in unit.alternatives]
        assert all(weight > 0 for weight in weights), (text, unit)
        assert weights == sorted(weights, reverse=True)
        ways = [way.terms for way in unit.alternatives]
        assert all(ways) and all(term for way in ways for term in way)
        assert len(ways) == len(set(ways))
    assert bool(question.places) == bool(question.place_text)
    assert (question.age is None) == (not question.age_text)


@settings(max_examples=300)
@given(text=st.text())
def test_no_text_is_too_odd(engine: Engine, text: str) -> None:
    check(engine.understood(text), text)


@settings(max_examples=300)
@given(text=NORWEGIAN, as_words=st.sets(st.sampled_from(["kommune", "alder"])), unfinished=st.booleans())
def test_nothing_like_norwegian_is_too_odd(
    engine: Engine, text: str, as_words: Collection[str], unfinished: bool
) -> None:
    check(understand(text, engine.language, as_words, unfinished), text)
    engine.search(text, as_words=as_words)


@settings(max_examples=200)
@given(text=NORWEGIAN)
def test_case_matters_only_for_abbreviations(engine: Engine, text: str) -> None:
    assert engine.understood(text.lower()) == engine.understood(text.lower().upper().lower())
    assert engine.understood(text) == engine.understood(text)


def words(question: Question) -> list[str]:
    """The texts of the units that are asked for."""
    return [unit.text for unit in question.units if unit.importance]


def unit(question: Question, text: str) -> Unit:
    """The unit of a text."""
    return next(one for one in question.units if one.text == text)


def ways(question: Question) -> set[tuple[str, ...]]:
    """Every way to find every part of a question."""
    return {way.terms for one in question.units for way in one.alternatives}


# Places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("kurs i Trondheim", ["trondheim"]),
        ("kurs trondheim", ["trondheim"]),
        ("kurs i Trondheim kommune", ["trondheim"]),
        ("trondheim kommune kurs", ["trondheim"]),
        ("angst tromsø", ["tromso"]),
        ("angst Tromsoe", ["tromso"]),
        ("angst tromso", ["tromso"]),
        ("psykolog baerum", ["baerum"]),
        ("psykolog i Bærum", ["baerum"]),
        ("psykolog i barum", ["baerum"]),
        ("søvn i Oppegård", ["nordre-follo"]),
        ("søvn oppegaard", ["nordre-follo"]),
        ("kurs i oppegard kommune", ["nordre-follo"]),
        ("hjelp i Nordre Follo", ["nordre-follo"]),
        ("hjelp nordre-follo", ["nordre-follo"]),
        ("hjelp i Askim", ["indre-ostfold"]),
        ("kurs i Søgne", ["kristiansand"]),
        ("hjelp i Kautokeino", ["kautokeino"]),
        ("hjelp i Guovdageaidnu", ["kautokeino"]),
        ("psykolog Gáivuotna", ["kafjord"]),
        ("psykolog gaivuotna", ["kafjord"]),
        ("psykolog i Lier", ["lier"]),
        ("angst ved Hamar", ["hamar"]),
        ("angst på Hamar", ["hamar"]),
        ("angst i Øvre Eiker", ["ovre-eiker"]),
        ("angst oevre eiker", ["ovre-eiker"]),
        ("Herøy angst", ["heroy-more-og-romsdal", "heroy-nordland"]),
        ("kurs i heroy kommune", ["heroy-more-og-romsdal", "heroy-nordland"]),
        ("psykolog Våler", ["valer-innlandet", "valer-ostfold"]),
    ],
)
def test_places(engine: Engine, text: str, places: list[str]) -> None:
    assert sorted(engine.understood(text).places) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("kurs i Time", ["time"]),
        ("kurs i time kommune", ["time"]),
        ("time kommune psykolog", ["time"]),
        ("psykolog i Hå", ["ha"]),
        ("psykolog i Ski", ["nordre-follo"]),
        ("hjelp i Os", ["os"]),
        ("hjelp fra Ås", ["as"]),
        ("hjelp i Sola", ["sola"]),
        ("time hos psykolog", []),
        ("Time hos psykolog", []),
        ("angst time", []),
        ("vil ha hjelp", []),
        ("hjelp til å bo", []),
        ("hjelpe os med angst", []),
        ("norsk arbeidshelse as", []),
    ],
)
def test_a_name_that_is_also_a_word_is_a_place_only_after_i_or_before_kommune(
    engine: Engine, text: str, places: list[str]
) -> None:
    assert list(engine.understood(text).places) == places


@pytest.mark.parametrize("text", ["Trondheim", "i Trondheim", "trondheim kommune", "Time", "Oppegård", "Nordre Follo"])
def test_a_place_that_is_all_that_is_asked_for_is_what_to_find(engine: Engine, text: str) -> None:
    assert not engine.understood(text).places


def test_the_place_is_no_word_of_the_question(engine: Engine) -> None:
    question = engine.understood("kurs i Oppegård kommune")
    assert question.place_text == "oppegård"
    assert words(question) == ["kurs", "oppegård"]
    assert unit(question, "oppegård").alternatives[0].terms == ("#nordre-follo",)


def test_a_place_can_be_read_as_words(engine: Engine) -> None:
    question = engine.understood("kurs i Oppegård", ["kommune"])
    assert not question.places and not question.place_text
    assert (stem("oppegård"),) in ways(question)
    assert ("#nordre-follo",) not in ways(question)


# Ages


@pytest.mark.parametrize(
    ("text", "age", "age_text"),
    [
        ("gutt på 14 som er redd", 14, "14"),
        ("angst 14 år", 14, "14 år"),
        ("femtenåring med angst", 15, "femtenåring"),
        ("15-åring angst", 15, "15 åring"),
        ("psykolog for 3 år siden", None, ""),
        ("14 år", None, ""),
        ("hun er 14 år", None, ""),
        ("14-åring", None, ""),
    ],
)
def test_ages(engine: Engine, text: str, age: int | None, age_text: str) -> None:
    question = engine.understood(text)
    assert (question.age, question.age_text) == (age, age_text)


def test_an_age_can_be_read_as_words(engine: Engine) -> None:
    assert words(engine.understood("angst 14 år")) == ["angst"]
    question = engine.understood("angst 14 år", ["alder"])
    assert question.age is None
    assert words(question) == ["angst", "14", "år"]


def test_place_and_age_in_one_question(engine: Engine) -> None:
    question = engine.understood("femten år gammel jente i Oppegård sover ikke")
    assert (question.places, question.age) == (("nordre-follo",), 15)
    both = engine.understood("femten år gammel jente i Oppegård sover ikke", ["kommune", "alder"])
    assert (both.places, both.age) == ((), None)


# Law


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("hol § 3-1", "hol-3-1"),
        ("hol 3-1", "hol-3-1"),
        ("hol §3-1", "hol-3-1"),
        ("§3-1 hol", "hol-3-1"),
        ("§ 3-1 hol", "hol-3-1"),
        ("HOL § 3-1", "hol-3-1"),
        ("hol. § 3-1", "hol-3-1"),
        ("hol § 3–1", "hol-3-1"),
        ("hol § 3 - 1", "hol-3-1"),
        ("hol §\u00a03-1", "hol-3-1"),
        ("helse- og omsorgstjenesteloven § 3-1", "hol-3-1"),
        ("Helse- og omsorgstjenesteloven §3-1", "hol-3-1"),
        ("helse og omsorgstjenesteloven 3-1", "hol-3-1"),
        ("§ 3-1 helse- og omsorgstjenesteloven", "hol-3-1"),
        ("hol paragraf 3-1", "hol-3-1"),
        ("hol § 3-1 første ledd", "hol-3-1-forste-ledd"),
        ("pbrl §2-1a", "pbrl-2-1a"),
        ("pbrl § 2-1 a", "pbrl-2-1a"),
        ("pbrl 2-1a", "pbrl-2-1a"),
        ("pbrl 2-1 a", "pbrl-2-1a"),
        ("PBRL § 2-1A", "pbrl-2-1a"),
        ("pasient- og brukerrettighetsloven § 2-1 a", "pbrl-2-1a"),
        ("phvl § 3-3", "phvl-3-3"),
        ("psykisk helsevernloven 3-3", "phvl-3-3"),
        ("spesialisthelsetjenesteloven § 2-5", "sphlsl-2-5"),
        ("helsepersonelloven §21", "hpl-21"),
        ("hpl § 21", "hpl-21"),
        ("hpl 21", "hpl-21"),
        ("10-4", "hol-10-4"),
        ("hol kapittel 3", "hol-kapittel-3"),
    ],
)
def test_a_reference_to_a_provision_leads_to_it(engine: Engine, text: str, provision: str) -> None:
    first = engine.index.documents[engine.search(text)[0].document]
    assert (first.kind, first.id) == ("provision", provision)
    assert engine.understood(text).normative


def test_a_number_that_no_act_here_has_is_no_section(engine: Engine) -> None:
    assert not any(text.startswith("§") for text in words(engine.understood("åpent 24-7")))
    assert words(engine.understood("§ 99-99")) == ["§ 99-99"]


@pytest.mark.parametrize("text", ["§21", "§ 21", "§\u00a021", "hpl §21", "§21 hpl", "§§ 21", "§ 21 og mer"])
def test_a_section_stands_after_its_sign_however_spaced(engine: Engine, text: str) -> None:
    assert "§ 21" in words(engine.understood(text))


def test_the_act_named_weighs_most_and_others_a_little(engine: Engine) -> None:
    ways = unit(engine.understood("hol § 3-1"), "§ 3-1").alternatives
    assert [way.terms for way in ways] == [("§hol-3-1",), ("§3-1",)]
    assert ways[0].weight > 5 * ways[1].weight


@pytest.mark.parametrize(
    "text",
    ["barnevernloven", "har jeg rett på koordinator", "plikt til individuell plan", "retningslinje rus", "§ 3-1"],
)
def test_norms_are_asked_for(engine: Engine, text: str) -> None:
    assert engine.understood(text).normative


@pytest.mark.parametrize(
    "text", ["angst", "kurs i Trondheim", "jeg får ikke sove", "individuell plan", "psykolog 24-7"]
)
def test_norms_are_not_asked_for(engine: Engine, text: str) -> None:
    assert not engine.understood(text).normative


# Words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("P76", "@depresjon"),
        ("p76", "@depresjon"),
        ("P74", "@angst"),
        ("deprimert", "@depresjon"),
        ("får ikke sove", "@sovn"),
        ("får ikkje sova", "@sovn"),
        ("sliter veldig med å få sove", "@sovn"),
        ("utbrent", "@utmattelse"),
        ("weed", "@cannabis"),
        ("speleavhengigheit", "@spill"),
        ("sjølvmordstankar", "@selvmordstanker"),
        ("einsemd", "@ensomhet"),
        ("ADHD", "@adhd"),
        ("borderline", "@personlighet"),
        ("selv hjelp", "@selvhjelp"),
        ("sinne mestring", "@sinne"),
    ],
)
def test_words_that_mean_a_topic(engine: Engine, text: str, meant: str) -> None:
    assert (meant,) in ways(engine.understood(text))


@pytest.mark.parametrize("text", ["KOR", "kor", "KOR for alle", "snakk om KOR"])
def test_a_stop_word_in_capitals_or_alone_is_a_word(engine: Engine, text: str) -> None:
    assert "kor" in words(engine.understood(text))


@pytest.mark.parametrize("text", ["kor får eg hjelp", "KOR FÅR EG HJELP", "Kor er psykologen"])
def test_a_stop_word_among_others_is_none(engine: Engine, text: str) -> None:
    assert "kor" not in words(engine.understood(text))


def test_capitals_among_others_are_a_name(engine: Engine) -> None:
    assert words(engine.understood("kurs DU")) == ["kurs", "du"]
    assert words(engine.understood("kurs du")) == ["kurs"]


def slips(word: str) -> list[str]:
    """One letter too few, one twice, and two that changed places, past the first two letters."""
    return [word[:3] + word[4:], word[:4] + word[3:], word[:2] + word[3] + word[2] + word[4:]]


@pytest.mark.parametrize("slip", [slip for word in ("psykolog", "depresjon", "barnevern") for slip in slips(word)])
def test_misspelt_words_are_read_as_the_nearest(engine: Engine, slip: str) -> None:
    question = engine.understood(slip)
    meant = {"p": "psykolog", "d": "depresjon", "b": "barnevern"}[slip[0]]
    assert [(wrong, right[: len(meant)]) for wrong, right in question.spelled] == [(slip, meant)]


def test_a_short_word_is_taken_as_it_is_written(engine: Engine) -> None:
    assert not engine.understood("rsu").spelled


def test_letters_that_were_written_count_most(engine: Engine) -> None:
    """«for» may be «før», but is not until nothing else is."""
    assert unit(engine.understood("søvn"), "søvn").alternatives[0].terms == ("søvn",)
    for spelling in ("soevn", "sovn"):
        assert ("søvn",) in ways(engine.understood(spelling))


def test_an_unfinished_word_may_be_any_that_begins_so(engine: Engine) -> None:
    done, begun = (understand("depres", engine.language, unfinished=unfinished) for unfinished in (False, True))
    assert ("depresjon",) in ways(begun)
    assert ways(done) <= ways(begun)
    assert not any(len(way) == 1 and way[0].startswith("dep") for way in ways(engine.understood("de")))


def test_the_whole_name_is_not_missed_when_it_is_absent(engine: Engine) -> None:
    whole = unit(engine.understood("søvnkurs i Sandnes"), "hele navnet")
    assert whole.importance == 0 and whole.alternatives


# Danger


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("jeg vil dø", "selvmordstanker"),
        ("JEG VIL DØ", "selvmordstanker"),
        ("vil doe", "selvmordstanker"),
        ("eg orkar ikkje leve", "selvmordstanker"),
        ("orker ikke å leve lenger", "selvmordstanker"),
        ("tenker på å ta livet av meg", "selvmordstanker"),
        ("suisidal", "selvmordstanker"),
        ("jeg tenker på selvmrod", "selvmordstanker"),
        ("har tatt overdsoe", "overdose"),
        ("har tatt overdose", "overdose"),
        ("mannen min slår meg", "vold"),
        ("ble voldtatt i går", "seksuelle-overgrep"),
        ("angst", None),
        ("leve med angst", None),
        ("vil du ha hjelp", None),
        ("kurs i Trondheim", None),
        ("", None),
    ],
)
def test_danger(engine: Engine, text: str, topic: str | None) -> None:
    assert engine.understood(text).danger == topic


# What is not right yet


@pytest.mark.parametrize("text", ["§ 3-1 i helse- og omsorgstjenesteloven", "§ 3-1 i hol", "hol § 3-1 i kommunen"])
def test_a_section_in_an_act(engine: Engine, text: str) -> None:
    assert "§ 3-1" in words(engine.understood(text))


def test_the_act_hol_is_no_municipality(engine: Engine) -> None:
    assert not engine.understood("paragraf 3-1 i hol").places


@pytest.mark.parametrize("sign", ["\u2011", "\u2010", "\u2212", "\u00ad-"])
def test_every_sort_of_hyphen_in_a_section(engine: Engine, sign: str) -> None:
    assert "§ 3-1" in words(engine.understood(f"hol § 3{sign}1"))


@pytest.mark.parametrize("text", ["foreldrekurs barn 3-6 år", "sover 3-4 timer om natten", "gruppe med 4-6 deltakere"])
def test_a_range_is_no_section(engine: Engine, text: str) -> None:
    assert not engine.understood(text).normative


@pytest.mark.parametrize("text", ["jeg bor i Bergen og har angst", "bor alene og er ensom"])
def test_to_live_somewhere_is_no_norm(engine: Engine, text: str) -> None:
    assert not engine.understood(text).normative


@pytest.mark.parametrize("text", ["gå på ski", "ligge i sola"])
def test_a_word_after_i_is_no_place(engine: Engine, text: str) -> None:
    assert not engine.understood(text).places


@pytest.mark.parametrize("text", ["Trondheims kurs", "Oslos psykologer", "Bergens tilbud om angst"])
def test_the_genitive_of_a_place(engine: Engine, text: str) -> None:
    assert engine.understood(text).places


@pytest.mark.parametrize(("text", "other"), [("kurs for eldre", "foreldre"), ("kurs om sorg", "omsorg")])
def test_small_words_are_no_halves_of_compounds(engine: Engine, text: str, other: str) -> None:
    assert (stem(other),) not in ways(engine.understood(text))
