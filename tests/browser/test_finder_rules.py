"""The finder's rules on the site's own data: each printed condition in its pathway, danger first, limits kept.

The rules are data and the browser applies them, so they are tried there: one page loads what the finder loads.
"""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lavterskel.model.finder import Duration, Fact, FinderRule, Part, Severity

V25 = "psykisk-helse-og-rusarbeid-for-voksne-2025"
S14 = "sammen-om-mestring-2014"

LOAD = """async () => {
  const { asCase, suggestions, ranked, onlyTalks } = await import(new URL('assets/finder-rules.js', location.href));
  const raw = await (await fetch('fastlege/data/regler.json')).json();
  const topics = new Map(raw.topics.map(topic => [topic.id, topic]));
  const offers = async number => (await (await fetch(`fastlege/data/${number}.json`)).json()).offers;
  const national = await (await fetch('fastlege/data/nasjonale.json')).json();
  window.suggested = choice => suggestions(raw.rules, asCase(choice, topics), topics).map(rule => ({
    id: rule.id, part: rule.part, alternative: rule.alternative, exception: rule.exception, printed: rule.printed,
    force: rule.badge?.force, criterion: rule.criterion?.url.split('#kriterium-')[1], year: rule.document?.year,
    targets: rule.targets.map(target => [target.kind, target.id]) }));
  window.listed = async (number, choice) => ranked([...await offers(number), ...national], asCase(choice, topics), topics)
    .map(({ offer, reasons }) => ({ id: offer.id, tier: offer.tier, referral: offer.referral, age: offer.age, kinds: offer.kinds, talks: onlyTalks(offer), reasons }));
}"""


@pytest.fixture(scope="module")
def finder(browser, server):
    """A page that has loaded the rules and the offers, and can be asked."""
    page = browser.new_page()
    page.goto(server.url)
    page.evaluate(LOAD)
    yield page
    page.close()


def suggested(finder, topics=(), severity=None, duration=None, age=None, facts=()):
    choice = {
        "topics": list(topics) if isinstance(topics, (list, tuple)) else [topics],
        "severity": severity,
        "duration": duration,
        "age": age,
        "facts": list(facts),
    }
    return finder.evaluate("choice => suggested(choice)", choice)


def listed(finder, number, topics=(), **choice):
    given = {"topics": [topics] if isinstance(topics, str) else list(topics), "facts": [], "age": None} | choice
    return finder.evaluate("([number, choice]) => listed(number, choice)", [number, given])


def part(found, name):
    return [rule for rule in found if rule["part"] == name]


def best(found):
    """The pathway that is suggested first, and the criteria that its rules name."""
    pathways = [rule for rule in part(found, "pathway") if not rule["alternative"]]
    first = pathways[0]["targets"][0][1]
    return first, {rule["criterion"] for rule in pathways if rule["targets"][0][1] == first} - {None}


# What each document prints, as a GP would choose it: pathway, the document, the criterion, topic, severity, duration, facts.
PRINTED = [
    (1, V25, "nyoppstatte-plager-2025", "angst", "mild", "short", ()),
    (1, V25, "nyoppstatte-plager-2025", "depresjon", "moderate", "short", ()),
    (1, V25, "nyoppstatte-plager-2025", "sovn", "moderate", "short", ()),
    (1, V25, "nyoppstatte-plager-2025", "stress", "mild", "short", ()),
    (1, V25, "livskrise-2025", "livskrise", "mild", "short", ()),
    (1, V25, "selvskading-akutt-krise-2025", "selvskading", "mild", "short", ()),
    (1, V25, "problematisk-rusbruk-2025", "alkohol", "mild", "short", ()),
    (1, V25, "problematisk-rusbruk-2025", "legemidler", "mild", "short", ()),
    (1, V25, "problematisk-rusbruk-2025", "cannabis", "mild", "short", ()),
    (2, V25, "akutt-psykose-2025", "psykose", "severe", "short", ()),
    (2, V25, "akutt-psykose-2025", "psykose", "moderate", "short", ("substance",)),
    (2, V25, "stemningslidelse-2025", "depresjon", "severe", "short", ()),
    (2, V25, "skadelig-rusbruk-2025", "alkohol", "moderate", "short", ()),
    (2, V25, "skadelig-rusbruk-2025", "cannabis", "severe", "short", ()),
    (2, V25, "vedvarende-depresjon-angst-2025", "depresjon", "mild", "long", ()),
    (2, V25, "vedvarende-depresjon-angst-2025", "sosial-angst", "mild", "long", ()),
    (2, V25, "plager-etter-mulig-traume-2025", "traumer", "moderate", "long", ()),
    (2, V25, "mindre-alvorlig-personlighet-spise-2025", "personlighet", "moderate", "long", ()),
    (2, V25, "mindre-alvorlig-personlighet-spise-2025", "spiseforstyrrelser", "mild", "short", ()),
    (2, V25, "rusbruk-ved-depresjon-2025", "depresjon", "moderate", "long", ("substance",)),
    (2, V25, "forlenget-sorg-2025", "sorg", "moderate", "long", ()),
    (3, V25, "avhengighet-2025", "alkohol", "severe", "long", ()),
    (3, V25, "avhengighet-2025", "legemidler", "severe", "long", ()),
    (3, V25, "alvorlig-bipolar-2025", "psykose", "severe", "long", ()),
    (3, V25, "alvorlig-depresjon-2025", "depresjon", "severe", "long", ()),
    (3, V25, "schizofreni-psykose-2025", "psykose", "moderate", "long", ()),
    (3, V25, "alvorlig-personlighetsforstyrrelse-2025", "personlighet", "severe", "long", ()),
    (3, V25, "alvorlig-spiseforstyrrelse-2025", "spiseforstyrrelser", "severe", "long", ()),
    (1, S14, "ny-angst-depresjon-2014", "depresjon", "mild", "short", ()),
    (1, S14, "selvskading-uten-personlighetsforstyrrelse-2014", "selvskading", "mild", "short", ()),
    (1, S14, "illegale-rusmidler-uten-funksjonssvikt-2014", "cannabis", "mild", "short", ()),
    (1, S14, "hoyt-alkoholforbruk-2014", "alkohol", "mild", "short", ()),
    (2, S14, "akutt-psykose-2014", "psykose", "severe", "short", ()),
    (2, S14, "skadelig-alkoholbruk-2014", "alkohol", "moderate", "short", ()),
    (2, S14, "illegale-rusmidler-2014", "cannabis", "moderate", "short", ()),
    (2, S14, "langvarig-mild-depresjon-angst-2014", "angst", "mild", "long", ()),
    (2, S14, "mindre-alvorlig-personlighet-spise-2014", "personlighet", "mild", "long", ()),
    (2, S14, "alkohol-og-depresjon-2014", "depresjon", "mild", "long", ("substance",)),
    (3, S14, "avhengighet-2014", "rus", "severe", "long", ()),
    (3, S14, "alvorlig-bipolar-2014", "psykose", "severe", "long", ()),
    (3, S14, "alvorlig-depresjon-2014", "depresjon", "severe", "long", ()),
    (3, S14, "schizofreni-2014", "psykose", "severe", "long", ()),
    (3, S14, "alvorlig-personlighetsforstyrrelse-2014", "personlighet", "severe", "long", ()),
]


@pytest.mark.parametrize(("number", "document", "key", "topic", "severity", "duration", "facts"), PRINTED)
def test_each_printed_condition_lands_in_its_pathway(
    finder, graph, number, document, key, topic, severity, duration, facts
):
    pathway = graph.data.all("pathway")[f"hovedforlop-{number}"]
    assert key in {one.key for one in pathway.criteria if one.document == document}
    found, criteria = best(suggested(finder, topic, severity, duration, 40, facts))
    assert found == pathway.id
    if document == V25:
        assert key in criteria


def test_the_table_holds_every_condition_that_is_printed(graph):
    printed = {
        (one.document, one.key)
        for number in (1, 2, 3)
        for one in graph.data.all("pathway")[f"hovedforlop-{number}"].criteria
    }
    assert {(document, key) for _, document, key, *_ in PRINTED} == printed


def test_every_reason_for_a_main_pathway_is_the_newest_guides(finder):
    for _, _, _, topic, severity, duration, facts in PRINTED:
        found = part(suggested(finder, topic, severity, duration, 40, facts), "pathway")
        assert {rule["year"] for rule in found} == {"2025"}


@pytest.mark.parametrize(
    ("severity", "first", "other"),
    [
        ("mild", "hovedforlop-1", "hovedforlop-2"),
        ("moderate", "hovedforlop-1", "hovedforlop-2"),
        ("severe", "hovedforlop-3", "hovedforlop-2"),
    ],
)
def test_what_is_not_said_of_time_is_left_open(finder, severity, first, other):
    found = part(suggested(finder, "angst", severity, None, 40), "pathway")
    assert found[0]["targets"] == [["pathway", first]]
    assert ["pathway", other] in [rule["targets"][0] for rule in found if rule["alternative"]]


def test_severity_is_never_guessed(finder):
    assert part(suggested(finder, "angst", None, "short", 40), "pathway") == []


def test_the_main_pathways_are_for_adults(finder):
    assert part(suggested(finder, "angst", "mild", "short", 18), "pathway")
    found = suggested(finder, "angst", "mild", "short", 17)
    assert part(found, "pathway") == []
    assert "husk-under-18" in [rule["id"] for rule in found]
    assert not [rule for rule in part(found, "escalate") if ["actor", "dps"] in rule["targets"]]


@pytest.mark.parametrize(("age", "told"), [(12, False), (13, True), (20, True), (21, False)])
def test_the_youth_clinic_is_suggested_up_to_its_limit(finder, age, told):
    found = suggested(finder, "stress", "mild", "short", age)
    assert ("husk-helsestasjon-for-ungdom" in [rule["id"] for rule in found]) is told


@pytest.mark.parametrize("severity", ["mild"])
def test_only_exceptionally_stays_an_exception(finder, severity):
    rules = [rule for rule in suggested(finder, "angst", severity, "short", 40) if rule["exception"]]
    assert [rule["printed"] for rule in rules] == ["bør bare unntaksvis"]
    assert rules[0]["part"] == "escalate"
    for worse in ("moderate", "severe"):
        assert not [rule for rule in suggested(finder, "angst", worse, "short", 40) if rule["exception"]]


@pytest.mark.parametrize(
    ("choice", "actor"),
    [
        ({"topics": "depresjon", "severity": "severe", "duration": "long"}, "dps"),
        ({"topics": "alkohol", "severity": "severe", "duration": "long"}, "tsb"),
        ({"topics": "angst", "severity": "mild", "duration": "long"}, "avtalespesialist"),
        ({"topics": "angst", "severity": "severe", "duration": "long", "age": 15}, "bup"),
    ],
)
def test_where_to_refer_onwards(finder, choice, actor):
    found = part(suggested(finder, **{"age": 40, **choice}), "escalate")
    assert ["actor", actor] in [target for rule in found for target in rule["targets"]]


def test_new_and_severe_is_referred_by_the_guide_of_2025(finder):
    rule = next(one for one in suggested(finder, "angst", "severe", "short", 40) if one["id"] == "videre-nye-alvorlige")
    assert (rule["printed"], rule["year"], rule["force"]) == ("bør", "2025", "strong")


def test_a_psychosis_from_substances_always_brings_in_the_specialists(finder):
    found = suggested(finder, "psykose", "severe", "short", 40, ["substance"])
    assert "bør alltid" in [rule["printed"] for rule in part(found, "escalate")]


@pytest.mark.parametrize(
    ("choice", "instruments"),
    [
        ({"topics": "alkohol"}, {"audit"}),
        ({"topics": "cannabis"}, {"dudit"}),
        ({"topics": "legemidler"}, {"dudit"}),
        ({"topics": "rus"}, {"audit", "dudit"}),
        ({"topics": "depresjon"}, {"spifa"}),
        ({"topics": "alkohol", "facts": ["pregnant"]}, {"audit", "tweak"}),
        ({"topics": "bolig"}, set()),
    ],
)
def test_instruments_for_what_they_measure(finder, choice, instruments):
    found = part(suggested(finder, **choice), "instrument")
    assert {target[1] for rule in found for target in rule["targets"]} == instruments


@pytest.mark.parametrize(
    ("choice", "pathway"),
    [
        ({"topics": "rus", "facts": ["pregnant"]}, "gravide-rus"),
        ({"topics": "angst", "facts": ["pregnant", "substance"]}, "gravide-rus"),
        ({"topics": "angst", "facts": ["children"]}, "barn-som-parorende"),
        ({"topics": "psykose", "severity": "severe", "duration": "long"}, "koordinator"),
    ],
)
def test_what_a_fact_brings_with_it(finder, choice, pathway):
    found = part(suggested(finder, **choice), "consider")
    assert ["pathway", pathway] in [target for rule in found for target in rule["targets"]]


@pytest.mark.parametrize(
    ("choice", "pathway"),
    [
        ({"facts": ["danger"]}, "akutt"),
        ({"topics": "selvmordstanker"}, "selvmord"),
        ({"topics": "overdose"}, "overdose"),
        ({"topics": "vold"}, "vold-naere-relasjoner"),
        ({"topics": "seksuelle-overgrep"}, "overgrep"),
        ({"topics": "livskrise"}, "psykososial-krise"),
        ({"topics": "psykose", "severity": "severe", "duration": "short"}, "akutt"),
    ],
)
def test_danger_gives_numbers_and_its_own_pathway(finder, choice, pathway):
    targets = [target for rule in part(suggested(finder, **choice), "danger") for target in rule["targets"]]
    assert targets[0][0] == "offer"
    assert ["pathway", pathway] in targets


def test_every_topic_that_carries_crisis_help_is_answered_with_danger_first(finder, graph):
    for topic in graph.data.all("topic").values():
        if topic.crisis:
            assert suggested(finder, topic.id)[0]["part"] == "danger", topic.id


ANY = st.fixed_dictionaries(
    {
        "topics": st.lists(
            st.sampled_from(["angst", "psykose", "overdose", "rus", "alkohol", "sorg", "bolig"]), max_size=2
        ),
        "severity": st.sampled_from([None, *[one.value for one in Severity]]),
        "duration": st.sampled_from([None, *[one.value for one in Duration]]),
        "age": st.one_of(st.none(), st.integers(0, 110)),
        "facts": st.lists(st.sampled_from([one.value for one in Fact if one is not Fact.MINOR]), unique=True),
    }
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choice=ANY)
def test_whatever_is_chosen_the_parts_come_in_their_order_and_danger_first(finder, choice):
    found = suggested(finder, **choice)
    order = [list(Part).index(Part(rule["part"])) for rule in found]
    assert order == sorted(order)
    if "danger" in choice["facts"]:
        assert found[0]["targets"][0] == ["offer", "nodnummer-113"]
    if choice["age"] is not None and choice["age"] < 18:
        assert not part(found, "pathway")


def test_a_rule_is_read_as_it_is_written(server, finder, graph):
    """The conditions that reach the browser are those of the file, none lost and none added."""
    raw = finder.evaluate("async () => (await (await fetch('fastlege/data/regler.json')).json()).rules")
    known: dict[str, FinderRule] = graph.data.all("rule")
    assert [rule["id"] for rule in raw] == list(known)
    for rule in raw:
        written = known[rule["id"]].when.model_dump(mode="json", exclude_defaults=True)
        assert json.loads(json.dumps(written)) == rule["when"]


# ---- offers ---------------------------------------------------------------------------------------------------------

OSLO, TRONDHEIM, SANDNES, STAVANGER = "0301", "5001", "1108", "1103"


@pytest.mark.parametrize("number", [OSLO, TRONDHEIM, SANDNES, STAVANGER])
@pytest.mark.parametrize("age", [10, 15, 16, 17, 18, 25, 26, 70])
def test_stated_age_limits_are_kept(finder, graph, number, age):
    shown = {one["id"] for one in listed(finder, number, age=age)}
    for one in listed(finder, number):
        limits = graph.effective[one["id"]].age
        low, high = (limits.value.min, limits.value.max) if limits else (None, None)
        fits = (low is None or age >= low) and (high is None or age <= high)
        assert (one["id"] in shown) is fits, (one["id"], low, high)


@pytest.mark.parametrize("number", [OSLO, TRONDHEIM, SANDNES, STAVANGER])
def test_the_nearest_stand_first(finder, number):
    tiers = ["own", "shared", "county", "nation"]
    order = [tiers.index(one["tier"]) for one in listed(finder, number, "angst", age=30)]
    assert order == sorted(order)


def test_what_could_not_be_used_is_never_suggested(finder, graph):
    for municipality in graph.data.all("municipality").values():
        for one in listed(finder, municipality.number):
            status = graph.data.all("offer")[one["id"]].status
            assert status is None or status.usable
    assert "storfjord-kid-kib" in graph.data.all("offer")


def test_an_offer_is_about_the_topic_or_the_answer_says_that_it_is_not(finder, graph):
    for one in listed(finder, SANDNES, "sovn"):
        topics = graph.effective[one["id"]].topics.value
        about = any("sovn" in graph.topic_and_above(topic) for topic in topics)
        assert about == ("gjelder «Sover dårlig»" in one["reasons"])
        assert about or "psykisk-helse" in topics


def test_who_wants_no_talks_sees_other_things_first(finder):
    order = [one["talks"] for one in listed(finder, SANDNES, "angst", facts=["no_talks"]) if one["tier"] == "own"]
    assert order == sorted(order)


def test_help_for_professionals_is_not_suggested_to_patients(finder):
    for number in (OSLO, TRONDHEIM):
        assert not [one for one in listed(finder, number) if "veiledning-fagfolk" in one["kinds"]]
