"""What an editor of pathways, instruments and the finder's rules can get wrong, and what is said about it."""

import pytest

from lavterskel.load import load
from lavterskel.problems import Severity
from lavterskel.rules import check

PATHWAY = """\
- id: mitt-forlop
  title: Mitt forløp
  type: main
  voice: guidance
  criteria:
    - key: en
      document: psykisk-helse-og-rusarbeid-for-voksne-2025
      text: Noe.
      sources:
        - ref: napha-2018
  steps:
    - title: Gjør noe
      actors: [kommune]
      strength: bor
      strength_printed: bør
      sources:
        - ref: napha-2018
          lines: [[1, 2]]
  as_of: 2025
  sources:
    - ref: napha-2018
"""
RULE = """\
- id: min-regel
  title: Dette foreslås.
  part: pathway
  when:
    topics: [angst]
  why: Fordi.
  document: psykisk-helse-og-rusarbeid-for-voksne-2025
  criterion:
    pathway: hovedforlop-1
    key: nyoppstatte-plager-2025
  pathway: hovedforlop-1
  strength: bor
  strength_printed: bør
  as_of: 2025
  sources:
    - ref: napha-2018
"""
INSTRUMENT = """\
- id: mitt-verktoy
  title: Mitt verktøy
  type: screening
  summary: Noe.
  as_of: 2014
  sources:
    - ref: napha-2018
"""
GOOD = {"pathways/mine.yaml": PATHWAY, "finder.yaml": RULE, "instruments.yaml": INSTRUMENT}


def test_all_is_well_with_what_the_faults_below_are_made_in(copy):
    for name, text in GOOD.items():
        copy.add(name, text)
    errors = [problem for problem in copy.check() if problem.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "field", "words"),
    [
        ("pathways/mine.yaml", "type: main", "type: annet", 3, "type", "Velg main, situation"),
        ("pathways/mine.yaml", "Gjør noe", "x" * 71, 12, "steps.0.title", "70"),
        ("pathways/mine.yaml", "      strength: bor\n", "", 14, "steps.0.strength_printed", "hvilken styrke det er (strength)"),
        ("pathways/mine.yaml", "[kommune]", "[komune]", 13, "steps.0.actors.0", "Mente du «kommune»?"),
        ("pathways/mine.yaml", "[[1, 2]]", "[[2, 1]]", 18, "steps.0.sources.0.lines.0", "går baklengs"),
        ("pathways/mine.yaml", "      sources:\n        - ref: napha-2018\n          lines: [[1, 2]]\n", "", 12, "steps.0.sources", "mangler"),
        ("pathways/mine.yaml", "ref: napha-2018\n  steps", "ref: naphta-2018\n  steps", 10, "criteria.0.sources.0.ref", "Mente du «napha-2018»?"),
        ("finder.yaml", "key: nyoppstatte", "key: gammeloppstatte", 10, "criterion.key", "Forløpet «hovedforlop-1» har ikke kriteriet"),
        ("finder.yaml", "  pathway: hovedforlop-1\n  strength", "  pathway: hovedforlop-2\n  strength", 9, "criterion.pathway", "kriteriet hører til «hovedforlop-1»"),
        ("finder.yaml", "document: psykisk-helse-og-rusarbeid-for-voksne-2025", "document: sammen-om-mestring-2014", 10, "criterion.key", "men regelen sier at den følger «sammen-om-mestring-2014»"),
        ("finder.yaml", "part: pathway", "part: instrument", 3, "part", "må peke på noe: instruments"),
        ("finder.yaml", "  strength: bor\n", "", 12, "strength_printed", "hvilken styrke det er (strength)"),
        ("finder.yaml", "[angst]", "[angts]", 5, "when.topics.0", "Mente du «angst»?"),
        ("finder.yaml", "    topics: [angst]", "    severity: [middels]", 5, "when.severity.0", "Velg mild, moderate eller severe."),
        ("instruments.yaml", "summary: Noe.", "summary: Noe.\n  offers: [finnes-ikke]", 5, "offers.0", "finnes ikke blant tilbudene"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_what_is_right(copy, name, old, new, line, field, words):
    assert old in GOOD[name]
    text = GOOD[name].replace(old, new, 1)
    [(file, at, record, in_field, message)] = copy.told(name, text)
    assert (file, at, in_field) == (f"data/{name}", line, field)
    assert words in message
    assert record in text


def test_two_criteria_with_one_key_are_both_told(copy):
    criteria = PATHWAY[PATHWAY.index("    - key: en") : PATHWAY.index("  steps:")]
    found = copy.told("pathways/mine.yaml", PATHWAY.replace(criteria, criteria * 2))
    assert [field for *_, field, _ in found] == ["criteria.0.key", "criteria.1.key"]


def test_a_criterion_in_force_that_no_rule_uses_is_worth_a_word(copy):
    copy.add("pathways/mine.yaml", PATHWAY)
    [told] = [problem for problem in copy.check() if problem.record == "mitt-forlop"]
    assert (told.severity, told.field) == (Severity.WARNING, "criteria.0")
    assert "«en»" in told.message


def test_with_other_offers_the_pathways_keep_all_but_the_links_to_those_that_are_gone(copy, tmp_path):
    other = tmp_path / "mine-tilbud.yaml"
    other.write_text("[]\n", encoding="utf-8")
    data = load(copy.folder, other)
    assert not [problem for problem in check(data) if problem.severity is Severity.ERROR]
    pathway = data.all("pathway")["bergen-livskrise"]
    assert pathway.steps and not pathway.offers and not any(step.offers for step in pathway.steps)
    assert load(copy.folder).all("pathway")["bergen-livskrise"].offers
