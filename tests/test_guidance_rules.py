"""What an editor of guidance, law, terms and sources can get wrong, and what is said about it."""

from textwrap import dedent

import pytest

from lavterskel.cli import main

RECOMMENDATION = """\
- id: min-01
  text: Kommunen skal prøve.
  document: sammen-om-mestring-2014
  voice: guidance
  section: "4.1.3"
  strength: skal
  addressees: [kommune]
  topics: [rus]
  as_of: 2014
  sources:
    - ref: sammen-om-mestring-2014
"""
DOCUMENT = """\
- id: mitt-dokument
  title: Mitt dokument
  type: guide
  year: 2020
  years:
    - {year: "2020", stated_by: napha-2018}
  status: in_force
  status_source: {ref: napha-2018}
  reference: napha-2018
  as_of: 2020
  sources:
    - ref: napha-2018
"""
LAW = """\
- id: minlov
  title: Lov om min
  short_title: minloven
  type: act
  status: changed
  status_source: {ref: napha-2018}
  reference: napha-2018
  as_of: 2014
  sources:
    - ref: napha-2018
"""
PROVISION = """\
- id: hol-99-1
  law: hol
  number: § 99-1
  title: Min
  part_of: hol-3-1
  gives: [Noe.]
  as_of: 2014
  sources:
    - ref: napha-2018
"""
TERM = """\
- id: mitt-begrep
  title: Mitt begrep
  forms: [mitt begrep]
  definition: Noe.
  as_of: 2014
  sources:
    - ref: napha-2018
"""
WORK = """\
@misc{min-kilde,
  title = {Min kilde},
  citedin = {napha-2018: 12},
}
"""
GOOD = {
    "guidance/mine.yaml": RECOMMENDATION,
    "documents.yaml": DOCUMENT,
    "laws.yaml": LAW,
    "provisions.yaml": PROVISION,
    "terms.yaml": TERM,
    "references.bib": WORK,
}


def test_all_is_well_with_what_the_faults_below_are_made_in(copy):
    for name, text in GOOD.items():
        copy.add(name, text)
    assert not {problem.record for problem in copy.check()} & {
        "min-01",
        "mitt-dokument",
        "minlov",
        "hol-99-1",
        "mitt-begrep",
    }


@pytest.mark.parametrize(
    ("name", "old", "new", "line", "field", "words"),
    [
        ("guidance/mine.yaml", "document: sammen-om-mestring-2014\n", "document: sammen-om-mestring-2014\n  law: hol\n", 3, "document", "enten document eller law"),
        ("guidance/mine.yaml", "  document: sammen-om-mestring-2014\n", "", 1, "", "enten document eller law"),
        ("guidance/mine.yaml", '"4.1.3"', '"4.1.99"', 5, "section", "«sammen-om-mestring-2014» har ingen del «4.1.99». Se sections i data/documents.yaml."),
        ("guidance/mine.yaml", "document: sammen-om", "document: samen-om", 3, "document", "Mente du «sammen-om-mestring-2014»?"),
        ("guidance/mine.yaml", "voice: guidance", "voice: noen", 4, "voice", "Velg guidance, report, research eller person."),
        ("guidance/mine.yaml", "strength: skal", "strength: skall", 6, "strength", "Mente du «skal»?"),
        ("guidance/mine.yaml", "[kommune]", "[kommune, komune]", 7, "addressees.1", "Mente du «kommune»?"),
        ("guidance/mine.yaml", "  text: Kommunen skal prøve.\n", "", 1, "text", "«text» mangler"),
        ("guidance/mine.yaml", "id: min-01", "id: styrke", 1, "id", "«styrke» er adressen til en liste på siden. Velg en annen id."),
        ("documents.yaml", "  status_source: {ref: napha-2018}\n", "", 7, "status", "Status er satt, men ikke hvem som sier det."),
        ("documents.yaml", "reference: napha-2018", "reference: napha-2081", 9, "reference", "«napha-2081» finnes ikke i data/references.bib. Mente du «napha-2018»?"),
        ("documents.yaml", "stated_by: napha-2018", "stated_by: naphta-2018", 6, "years.0.stated_by", "Mente du «napha-2018»?"),
        ("documents.yaml", "year: 2020", "year: 20", 4, "year", "fire siffer"),
        ("documents.yaml", "id: mitt-dokument", "id: type", 1, "id", "adressen til en liste"),
        ("documents.yaml", "as_of: 2020", "replaces: [finnes-ikke]\n  as_of: 2020", 10, "replaces.0", "dokumentene i data/documents.yaml"),
        ("laws.yaml", "  status_source: {ref: napha-2018}\n", "", 5, "status", "Status er satt"),
        ("laws.yaml", "reference: napha-2018", "reference: finnes-aldri", 7, "reference", "«finnes-aldri» finnes ikke"),
        ("laws.yaml", "id: minlov", "id: min-lov", 1, "id", "uten bindestrek"),
        ("provisions.yaml", "id: hol-99-1", "id: pbrl-99-1", 1, "id", "id må begynne med lovens id: «hol-…»"),
        ("provisions.yaml", "part_of: hol-3-1", "part_of: pbrl-4-1", 5, "part_of", "«pbrl-4-1» hører til «pbrl», ikke til «hol»."),
        ("provisions.yaml", "part_of: hol-3-1", "part_of: hol-99-1", 5, "part_of", "del av seg selv gjennom «hol-99-1»"),
        ("provisions.yaml", "number: § 99-1", "number: paragraf 99", 3, "number", "Skriv paragrafen slik den siteres"),
        ("terms.yaml", "[mitt begrep]", "[mitt begrep, resiliens]", 3, "forms.1", "«resiliens» er alt en skrivemåte for «resiliens». La den stå ett sted."),
        ("terms.yaml", "[mitt begrep]", "[Resiliens]", 3, "forms.0", "«Resiliens» er alt en skrivemåte for «resiliens»"),
        ("terms.yaml", "[mitt begrep]", '["…"]', 3, "forms.0", "minst ett ord"),
        ("terms.yaml", "definition: Noe.", "definition: Noe [@finnes-aldri].", 4, "definition", "«finnes-aldri», som ikke finnes i data/references.bib"),
        ("references.bib", "citedin = {napha-2018: 12}", "citedin = {napha-2018: 12; naphta-2018: 3}", 1, "citedin", "«naphta-2018» finnes ikke i data/references.bib. Mente du «napha-2018»?"),
        ("references.bib", "@misc{min-kilde,", "@misc{utgiver,", 1, "", "«utgiver» er adressen til en liste"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_what_is_right(copy, name, old, new, line, field, words):
    assert old in GOOD[name]
    text = GOOD[name].replace(old, new)
    [(file, at, record, in_field, message)] = copy.told(name, text)
    assert (file, at, in_field) == (f"data/{name}", line, field)
    assert words in message
    assert record and record in text


@pytest.mark.parametrize("status", ["not_checked", "not_found"])
def test_a_standing_that_nothing_was_found_of_needs_no_source(copy, status):
    copy.add("documents.yaml", DOCUMENT.replace("  status_source: {ref: napha-2018}\n", "").replace("in_force", status))
    copy.check()


def test_a_term_may_have_one_form_in_two_ways_and_short_forms_are_not_words(copy):
    copy.add("terms.yaml", TERM.replace("[mitt begrep]", "[mitt begrep, Mitt begrep]"))
    copy.add("terms.yaml", TERM.replace("mitt-begrep", "sov").replace("[mitt begrep]", "[sov]"))
    copy.add("terms.yaml", TERM.replace("mitt-begrep", "stor-sov").replace("[mitt begrep]", "[SOV]"))
    copy.check()


def test_a_circle_of_provisions_is_told_at_every_step(copy):
    circle = "".join(
        PROVISION.replace("hol-99-1", f"hol-99-{here}").replace("part_of: hol-3-1", f"part_of: hol-99-{there}")
        for here, there in [(1, 2), (2, 3), (3, 1)]
    )
    found = copy.told("provisions.yaml", circle)
    assert [(line, record) for _file, line, record, _field, _message in found] == [
        (5, "hol-99-1"),
        (14, "hol-99-2"),
        (23, "hol-99-3"),
    ]


def test_a_circle_of_topics_is_told(copy):
    text = dedent("""\
        - id: mitt-tema
          title: Mitt tema
          summary: Noe.
          broader: mitt-tema
          sources:
            - ref: napha-2018
        """)
    [(file, line, record, field, _message)] = copy.told("vocabulary/topics.yaml", text)
    assert (file, line, record, field) == ("data/vocabulary/topics.yaml", 4, "mitt-tema", "broader")


def test_a_part_of_a_document_whose_parts_are_not_listed_can_be_anything(copy):
    copy.add("documents.yaml", DOCUMENT)
    copy.add(
        "guidance/mine.yaml", RECOMMENDATION.replace("document: sammen-om-mestring-2014", "document: mitt-dokument")
    )
    copy.check()


def test_sources_that_no_page_uses_can_be_listed(project, capsys, graph):
    line = (project / "data" / "references.bib").read_text(encoding="utf-8").count("\n") + 1
    with (project / "data" / "references.bib").open("a", encoding="utf-8") as file:
        file.write(WORK + WORK.replace("min-kilde", "annen-kilde").replace("  citedin = {napha-2018: 12},\n", ""))
    with (project / "docs" / "om.md").open("a", encoding="utf-8") as file:
        file.write("\n[@min-kilde]\n")
    assert main(["--root", str(project), "uncited"]) == 0
    shown = capsys.readouterr().out
    assert f"data/references.bib:{line + 4} annen-kilde (sitert i: ingen)\n" in shown
    assert "min-kilde" not in shown
    works = graph.data.bibliography.works
    unused = [key for key in works if not graph.cites(key)]
    for key in unused:
        where = ", ".join(cited.key for cited in works[key].cited_in) or "ingen"
        assert f"data/references.bib:{works[key].line} {key} (sitert i: {where})\n" in shown
    assert f"{len(unused) + 1} av {len(works) + 2} kilder er ikke brukt på noen side.\n" in shown
    assert main(["--root", str(project), "check"]) == 0
    assert f"{len(unused) + 1} kilder er ikke brukt på noen side; «lavterskel uncited»" in capsys.readouterr().out
