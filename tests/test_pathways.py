"""The pathways, actors, instruments and rules of this repository: all there, each statement with its source."""

import json

import pytest

from lavterskel.model.guidance import Voice
from lavterskel.model.pathway import PathwayType
from lavterskel.references import sources, statements
from lavterskel.render.flow import flow

S14 = "sammen-om-mestring-2014"
V25 = "psykisk-helse-og-rusarbeid-for-voksne-2025"
SITUATIONS = [
    "henvisning-spesialist",
    "akutt",
    "individuell-plan",
    "koordinator",
    "ansvarsgruppe",
    "utskrivning",
    "loslatelse",
    "tvang-rus",
    "tvang-psykisk",
    "gravide-rus",
    "barn-som-parorende",
    "selvmord",
    "voldsrisiko",
    "vold-utagering",
    "overdose",
    "lar",
    "avrusning",
    "skadereduksjon",
    "act-rop",
    "rask-psykisk-helsehjelp",
    "arbeid",
    "bolig",
    "klage",
    "psykososial-krise",
    "overgrep",
    "vold-naere-relasjoner",
    "kriseplan",
    "ungdom-18-23",
    "asyl",
    "kvalitetsforbedring",
    "enkeltvedtak",
    "samarbeidsavtale",
]
LOCAL = [
    "rph-steg",
    "sarpsborg-inn",
    "trondheim-mestringstelefonen",
    "stjordal-fysio-rph",
    "bamble-frisk-bris",
    "bergen-livskrise",
    "ung-arena",
    "k46-familie",
    "ovre-eiker",
    "sta-opp",
    "fredrikstad-selvhjelp",
    "fjell-panikk",
    "kristiansand-rph",
    "modum-rph",
    "kid-arna-asane",
    "tonsberg-flyktning",
    "molde-vold",
    "surnadal-fastlege",
    "storfjord-fastlege",
    "tromso-bygge-tilbud",
    "ansvarsdeling",
    "rusbehandling-kommune",
    "ifightdepression-veileder",
    "stange",
]
TOOLS = [
    "samarbeidsavtale",
    "behandlingslinje",
    "ansvarsgruppe",
    "individuell-plan",
    "meldingsutveksling",
    "henvisning-epikrise",
    "praksiskonsulent",
    "felles-kartlegging",
]
MODELS = ["stepped-care", "mixed-care", "beon", "leon"]
OPEN_TEXTS = ("napha-2018", S14, "sintef-2018", "dps-kommune-2013", "smistad-2023")


@pytest.fixture(scope="module")
def pathways(graph):
    return graph.data.all("pathway")


@pytest.mark.parametrize("ids", [SITUATIONS, LOCAL, TOOLS, MODELS])
def test_each_set_of_pathways_is_there_whole(pathways, ids):
    assert set(ids) <= set(pathways)
    parts = ("steps", "factors", "evidence", "disputes")
    assert all(any(getattr(pathways[one], part) for part in parts) for one in ids)


def test_the_main_pathways_have_every_part_in_both_editions(pathways):
    for number, (newer, older) in enumerate([(4, 4), (8, 6), (6, 5)], 1):
        pathway = pathways[f"hovedforlop-{number}"]
        printed = [one.document for one in pathway.criteria]
        assert (printed.count(V25), printed.count(S14)) == (newer, older)
        assert {step.stage.value for step in pathway.steps} == {"prevention", "assessment", "treatment"}
        assert {one.document for one in pathway.responsibilities} == {V25, S14}
        assert pathway.transitions
    assert pathways["hovedforlop-1"].not_usual and pathways["hovedforlop-2"].not_usual


def test_the_drug_threshold_that_turned_is_told(pathways):
    turned = next(one for one in pathways["hovedforlop-1"].criteria if one.key == "problematisk-rusbruk-2025")
    assert turned.differs and "snudd" in turned.differs


def test_a_main_pathway_is_a_recommendation_not_a_duty_in_2025(pathways):
    for number in (1, 2, 3):
        duties = [one for one in pathways[f"hovedforlop-{number}"].responsibilities if one.document == V25]
        first = next(one for one in duties if one.actor == "kommune")
        assert (first.strength, first.strength_printed) == ("bor", "bør")


def test_only_exceptionally_is_never_told_as_should(pathways, graph):
    said = [
        *(
            one
            for pathway in pathways.values()
            for one in (*pathway.responsibilities, *pathway.steps, *pathway.transitions)
        ),
        *graph.data.all("recommendation").values(),
        *graph.data.all("rule").values(),
    ]
    exceptional = [one for one in said if one.strength_printed and "unntaksvis" in one.strength_printed]
    assert len(exceptional) >= 3
    assert {one.strength for one in exceptional} == {"frarades"}


def test_every_statement_names_the_lines_it_rests_on_where_the_text_has_lines(pathways):
    for pathway in pathways.values():
        assert pathway.sources
        for at, said in statements(pathway):
            for source in said.sources:
                assert source.lines or source.ref not in OPEN_TEXTS, (pathway.id, at)


def test_a_word_is_as_strong_as_the_recommendation_that_says_the_same(pathways, graph):
    """Where a statement has the very words of its only recommendation, they are of one class."""
    asked = graph.data.all("recommendation")
    for pathway in pathways.values():
        for one in (*pathway.responsibilities, *pathway.steps):
            same = [asked[other] for other in one.recommendations]
            if len(same) == 1 and same[0].strength_printed == one.strength_printed and one.strength:
                assert one.strength == same[0].strength, (pathway.id, one)


def test_the_tools_tell_what_promotes_and_what_inhibits(pathways):
    for one in TOOLS:
        assert pathways[one].factors, one
    directions = {factor.direction.value for one in TOOLS for factor in pathways[one].factors}
    assert directions == {"promotes", "inhibits", "both"} or directions == {"promotes", "inhibits"}


def test_contested_claims_have_two_sides_at_least_and_none_is_guidance_in_disguise(pathways):
    disputes = [(pathway, one) for pathway in pathways.values() for one in pathway.disputes]
    assert len(disputes) >= 20
    assert {"beon", "leon", "stepped-care", "mixed-care"} & {pathway.id for pathway, _ in disputes}
    for _, dispute in disputes:
        assert len({side.text for side in dispute.sides}) >= 2
        assert any(side.voice is not Voice.GUIDANCE for side in dispute.sides)


def test_what_one_place_did_is_told_as_the_places(pathways):
    for pathway in pathways.values():
        if pathway.type is PathwayType.LOCAL:
            assert pathway.voice is not Voice.GUIDANCE
            assert pathway.areas or pathway.offers or pathway.programme, pathway.id


def test_every_pathway_with_steps_can_be_drawn(pathways, graph):
    drawn = [flow(pathway.steps, graph) for pathway in pathways.values() if pathway.steps]
    assert len(drawn) >= 75
    assert max(len(one.lanes) for one in drawn) <= 7


def test_actors_and_instruments_are_there_with_what_the_texts_say(graph):
    actors = graph.data.all("actor").values()
    described = [one for one in actors if one.sources[0].ref == S14 and one.tasks]
    assert len(described) >= 58
    referral = {one.id: one.access.referral.value for one in actors if one.access and one.access.referral}
    for free in ("kommunepsykolog", "rask-psykisk-helsehjelp-tjenesten", "familievernkontor"):
        assert referral[free] == "not_needed"
    assert referral["avtalespesialist"] == "required"
    assert "dps" not in referral and "tsb" not in referral
    used = [one for one in graph.data.all("instrument").values() if any(source.ref == S14 for source in one.sources)]
    assert len(used) >= 17


def test_every_rule_tells_why_and_on_whose_word(graph):
    for rule in graph.data.all("rule").values():
        assert rule.why and rule.sources
        for _, source in sources(rule):
            assert source.lines or source.ref not in OPEN_TEXTS, rule.id


def test_the_pages_of_pathways_show_both_editions_and_where_each_thing_stands(site):
    page = (site / "forlop" / "hovedforlop-1" / "index.html").read_text(encoding="utf-8")
    assert page.index("(2025)") < page.index("Sammen om mestring (2014)")
    assert 'id="kriterium-problematisk-rusbruk-2025"' in page
    assert "linje 2138" in page
    assert page.count('class="flow-box"') == page.count('id="steg-')


def test_the_data_per_municipality_are_small_and_hold_no_other_places_offers(site, graph):
    number = {one.number: one for one in graph.data.all("municipality").values()}
    for path in (site / "fastlege" / "data").glob("[0-9]*.json"):
        found = json.loads(path.read_text(encoding="utf-8"))
        assert found["number"] == path.stem
        for offer in found["offers"]:
            areas = graph.data.all("offer")[offer["id"]].areas
            here = number[path.stem]
            assert any(
                (area.municipality == here.number and area.takes_part) or area.county == here.county for area in areas
            )
        assert path.stat().st_size < 60_000
