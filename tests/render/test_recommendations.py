"""A recommendation as its readers meet it: how strong it is, whom it is for, whose word it is, and how it is cited."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.model.guidance import GuidanceDocument, Voice
from lavterskel.model.vocabulary import Force, Strength
from lavterskel.render.context import Context
from lavterskel.render.labels import VOICE, VOICE_MEANS
from lavterskel.render.recommendations import (
    FOR_OFFER,
    NAME_LENGTH,
    addressee_words,
    as_work,
    badge,
    by_voice,
    document_name,
    for_offers,
    laws_of,
    own_work,
    place_words,
    voices,
)
from lavterskel.site import Project

from ..conftest import ROOT, SITE_URL

PAGE = "https://lavterskel.example/anbefaling/x/"


@pytest.fixture(scope="module")
def context(graph):
    return Context(graph, Project(ROOT).templates, SITE_URL)


@pytest.fixture(scope="module")
def records(graph):
    return graph.data.all("recommendation")


@pytest.fixture(scope="module")
def item(records):
    """A recommendation from a chapter of a document that speaks for itself."""
    return records["som-4-1-3-01"]


def ids_in(shown):
    return re.findall(r'href="[^"]*/anbefaling/([a-z0-9-]+)/"', shown)


def test_a_badge_is_a_word_with_the_class_of_its_force(graph):
    for strength in graph.data.all("strength").values():
        assert badge(strength) == f'<span class="badge badge-{strength.force.value}">{strength.title}</span>'


def test_a_badge_is_escaped():
    strength = Strength(id="x", title="<skal> & må", force="weak", summary="x", sources=[{"ref": "napha-2018"}])
    assert badge(strength) == '<span class="badge badge-weak">&lt;skal&gt; &amp; må</span>'


@pytest.mark.parametrize(
    ("addressees", "words"),
    [
        ((), ""),
        (("nav",), "NAV-kontoret"),
        (("kommune", "nav"), "Kommunen og NAV-kontoret"),
        (("kommune", "fastlege", "koordinator"), "Kommunen, fastlegen og koordinator"),
    ],
)
def test_addressees_are_read_as_one_phrase(graph, item, addressees, words):
    assert addressee_words(item.model_copy(update={"addressees": addressees}), graph) == words


def test_the_place_names_the_document_and_who_says_it(graph, item):
    assert place_words(item, graph) == "Sammen om mestring (2014), 4.1.3"
    said = item.model_copy(update={"said_by": "UpToDate", "section": None})
    assert place_words(said, graph) == "Sammen om mestring (2014) · UpToDate"
    by_law = item.model_copy(update={"document": None, "law": "hol", "section": None})
    assert place_words(by_law, graph) == "helse- og omsorgstjenesteloven"


def document(title, year=None):
    return GuidanceDocument(id="x", title=title, type="guide", year=year, as_of="2018", sources=[{"ref": "napha-2018"}])


@pytest.mark.parametrize(
    ("title", "year", "name"),
    [
        ("Sammen om mestring. Veileder", "2014", "Sammen om mestring (2014)"),
        ("Folkehelsemeldinga – Gode liv", None, "Folkehelsemeldinga"),
        ("ACT-håndbok, 2. utgave", "2013", "ACT-håndbok, 2. utgave (2013)"),
        ("Prop. 91 L (2010–2011)", "2011", "Prop. 91 L (2010–2011)"),
        ("St.meld. nr. 9 (1975–76)", None, "St.meld. nr. 9 (1975–76)"),
        ("Vi – de pårørende. Pårørendestrategi", "2020", "Vi – de pårørende (2020)"),
        ("Årsrapport 2011. Økt vekst", None, "Årsrapport 2011"),
    ],
)
def test_a_document_goes_by_the_first_of_its_title(title, year, name):
    assert document_name(document(title, year)) == name


@given(st.text(min_size=1).filter(str.strip))
def test_a_document_s_name_is_short(title):
    assert len(document_name(document(title))) <= NAME_LENGTH


def test_laws_are_those_it_rests_on_each_once(graph, item):
    resting = item.model_copy(update={"legal_basis": ("hol-2-1", "hol-3-1"), "laws": ("pbrl", "hol"), "law": "hpl"})
    assert laws_of(resting, graph) == ["hol", "pbrl", "hpl"]


@given(data=st.data())
def test_voices_part_the_recommendations_between_them(context, records, data):
    ids = data.draw(st.lists(st.sampled_from(list(records)), unique=True, max_size=20))
    found = by_voice(context, ids)
    assert sorted(one for chosen in found.values() for one in chosen) == sorted(ids)
    assert list(found) == [voice for voice in Voice if voice in found]
    for voice, chosen in found.items():
        assert chosen == [one for one in ids if records[one].voice is voice] != []


def test_only_national_guidance_stands_open(context, records):
    one_of_each = {record.voice: record.id for record in records.values()}
    shown = voices(context, list(one_of_each.values()))
    opened, *folded = re.split(r"(?=<details)", shown)
    assert ids_in(opened) == [one_of_each[Voice.GUIDANCE]]
    assert VOICE[Voice.GUIDANCE] in opened
    others = [voice for voice in Voice if voice in one_of_each and voice is not Voice.GUIDANCE]
    assert [ids_in(part) for part in folded] == [[one_of_each[voice]] for voice in others]
    for voice, part in zip(others, folded, strict=True):
        assert VOICE_MEANS[voice] in part and "<details open" not in part


def of_programme(graph, programme):
    return set(graph.recommendations_pointing_at("programme", programme, "programme"))


def test_an_offer_is_told_what_guidance_says_of_its_kind_the_strongest_first(context, graph, records):
    order = list(Force)
    for kind in graph.data.all("kind"):
        shown = ids_in(for_offers(context, [kind], None))
        guidance = [one for one in records.values() if one.voice is Voice.GUIDANCE and kind in one.offer_kinds]
        forces = sorted(order.index(graph.data.all("strength")[one.strength].force) for one in guidance)
        assert len(shown) == len(set(shown)) == min(FOR_OFFER, len(guidance))
        assert set(shown) <= {one.id for one in guidance}
        assert [order.index(graph.data.all("strength")[records[one].strength].force) for one in shown] == forces[
            :FOR_OFFER
        ]


def test_what_is_said_of_the_programme_comes_before_what_is_said_of_the_kind(context, graph, records):
    for programme in graph.data.all("programme"):
        mine = {one for one in of_programme(graph, programme) if records[one].voice is Voice.GUIDANCE}
        shown = ids_in(for_offers(context, ["behandling"], programme))
        assert len(shown) == FOR_OFFER
        assert all(one in mine for one in shown[: len(mine)]), programme


def test_an_offer_that_guidance_says_nothing_of_is_told_nothing(context):
    assert for_offers(context, [], None) == ""


def test_the_total_is_told_when_some_are_left_out(context, records):
    total = sum(one.voice is Voice.GUIDANCE and "oppfolging" in one.offer_kinds for one in records.values())
    assert f"{FOR_OFFER} av {total} anbefalinger" in for_offers(context, ["oppfolging"], None)


def test_a_recommendation_is_cited_as_its_work_with_the_place_and_the_page(graph, item):
    work, own = as_work(item, graph, PAGE), graph.data.bibliography.works["sammen-om-mestring-2014"]
    assert work.key == item.id
    assert (work.title, work.authors, work.year, work.type) == (own.title, own.authors, own.year, own.type)
    assert work.fields["note"] == f"Kapittel 4.1.3. Gjengitt i egne ord på {PAGE}"


@pytest.mark.parametrize(
    ("section", "begins"), [("hovedpunkter", "Hovedpunkter. "), ("10", "Kapittel 10. "), (None, "Gjengitt i egne ord")]
)
def test_only_a_numbered_part_is_a_chapter(graph, item, section, begins):
    work = as_work(item.model_copy(update={"section": section}), graph, PAGE)
    assert work.fields["note"].startswith(begins)


def test_what_is_retold_names_where_it_was_read(graph, records):
    retold = records["dps-rec-014"]
    note = as_work(retold, graph, PAGE).fields["note"]
    assert own_work(retold, graph).key != "dps-kommune-2013"
    assert f"Gjengitt etter {graph.data.bibliography.works['dps-kommune-2013'].title}. " in note


def test_what_a_law_says_is_cited_as_the_law(graph, records):
    assert own_work(records["dps-rec-001"], graph).key == "lov-hol"


def test_every_recommendation_can_be_cited(graph, records):
    for one in records.values():
        work = as_work(one, graph, PAGE)
        assert work.key == one.id and work.fields["note"].endswith(PAGE)
        assert (work.title, work.authors) == (own_work(one, graph).title, own_work(one, graph).authors)
