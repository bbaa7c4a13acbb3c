"""Guidance, law and sources on the built site: every link goes both ways, and every fact says where it stands."""

import json
import re
from urllib.parse import urljoin, urlsplit

import pytest

from lavterskel.model.guidance import Voice
from lavterskel.render.addresses import address

from .conftest import ROOT, SITE_URL

LINES_OF = {
    "sammen-om-mestring-2014": 6771,
    "sintef-2018": 6097,
    "dps-kommune-2013": 6060,
    "napha-2018": 7470,
    "smistad-2023": 3406,
}
"""How long each source text is."""

_HREF = re.compile(r'<a\b[^>]*\bhref="([^"]+)"')
_BASE = urlsplit(SITE_URL).path


def links(site, page):
    """Addresses from the site's root that a page links to."""
    html = (site / page / "index.html").read_text(encoding="utf-8")
    for link in _HREF.findall(html):
        target = urlsplit(urljoin(SITE_URL + page, link))
        if target.geturl().startswith(SITE_URL):
            yield target.path.removeprefix(_BASE)


@pytest.fixture(scope="session")
def linked(site):
    """Every page with the pages it links to."""
    pages = [path.parent.relative_to(site).as_posix().removeprefix(".") for path in site.rglob("index.html")]
    return {page: set(links(site, page)) for page in (f"{one}/" if one else "" for one in pages)}


def is_source(page, data):
    parts = page.split("/")
    return len(parts) == 3 and parts[0] == "kilder" and parts[2] == "" and parts[1] in data.bibliography.works


def is_list_of_sources(page, data):
    return page.startswith("kilder/") and not is_source(page, data)


def test_every_page_that_cites_a_source_is_listed_on_the_source_s_page(linked, data):
    missing = [
        (page, target)
        for page, targets in linked.items()
        if not is_list_of_sources(page, data)
        for target in targets
        if is_source(target, data) and target != page and page not in linked[target]
    ]
    assert sum(is_source(target, data) for targets in linked.values() for target in targets) > 3000
    assert not missing, missing[:20]


def test_every_page_that_a_source_lists_cites_it(linked, data):
    strangers = [
        (page, target)
        for page, targets in linked.items()
        if is_source(page, data)
        for target in targets
        if target.startswith(("anbefaling/", "foringer/", "lov/", "begrep/", "tilbud/", "program/"))
        and target.count("/") > 1
        and page not in linked[target]
    ]
    assert not strangers, strangers[:20]


def test_a_source_s_page_says_where_on_the_page_it_is_cited(site):
    html = (site / "kilder" / "dps-kommune-2013" / "index.html").read_text(encoding="utf-8")
    assert '<span class="places">Hva kildene sier at det sier</span>' in html
    prose = (site / "kilder" / "sammen-om-mestring-2014" / "index.html").read_text(encoding="utf-8")
    assert "4.1.3 Behandling og oppfølging" in prose


def test_each_set_of_guidance_is_there_whole(site, graph):
    listed = json.loads((site / "api" / "v1" / "index.json").read_text(encoding="utf-8"))["items"]
    counts = {item["id"]: item["count"] for item in listed}
    assert counts["recommendations"] >= 998
    assert counts["guidance"] >= 250
    assert counts["laws"] >= 37
    assert counts["provisions"] >= 154
    assert (counts["questions"], counts["checklists"]) == (22, 20)
    assert counts["terms"] >= 40
    assert counts["references"] >= 800
    read_in = [item.sources[0].ref for item in graph.data.all("recommendation").values()]
    assert read_in.count("sammen-om-mestring-2014") >= 688
    assert [read_in.count(key) for key in ("napha-2018", "sintef-2018", "dps-kommune-2013", "smistad-2023")] == [
        61,
        97,
        110,
        25,
    ]


def test_every_fact_from_a_text_has_its_lines(graph):
    kinds = ("recommendation", "provision", "question", "checklist", "term", "law")
    for kind in kinds:
        for record in graph.data.all(kind).values():
            from_texts = [source for source in record.sources if source.ref in LINES_OF]
            assert from_texts or any(source.ref.startswith("web-") for source in record.sources), record.id
            for source in from_texts:
                assert source.lines, (kind, record.id)
                assert max(last for _first, last in source.lines) <= LINES_OF[source.ref], (kind, record.id)


def test_the_topics_of_guidance_are_forty_to_sixty_and_shared_with_the_offers(graph):
    asked = {topic for item in graph.data.all("recommendation").values() for topic in item.topics}
    offered = {topic for offer in graph.data.all("offer").values() for topic in offer.topics}
    assert 40 <= len(asked) <= 60
    assert len(asked & offered) >= 20


def test_what_is_said_in_a_superseded_document_says_so_on_top(site, graph):
    successor = "foringer/psykisk-helse-og-rusarbeid-for-voksne-2025/"
    for item in graph.data.all("recommendation").values():
        if item.document == "sammen-om-mestring-2014":
            html = (site / address("recommendation", item.id) / "index.html").read_text(encoding="utf-8")
            band = html.find("superseded")
            assert 0 < band < html.find("<h1"), item.id
            assert successor in html[band : html.find("<h1")], item.id
    page = (site / "foringer" / "sammen-om-mestring-2014" / "index.html").read_text(encoding="utf-8")
    assert 0 < page.find("superseded") < page.find("<h1")


def test_a_recommendation_with_a_present_one_leads_there(site, graph):
    found = [item for item in graph.data.all("recommendation").values() if item.see_now]
    assert len(found) > 20
    for item in found:
        top = (site / address("recommendation", item.id) / "index.html").read_text(encoding="utf-8").split("<h1")[0]
        if item.document == "sammen-om-mestring-2014":
            assert all(address("recommendation", present) in top for present in item.see_now), item.id


def test_repeats_and_differences_of_strength_stand_side_by_side(site, graph):
    named = graph.data.all("recommendation")
    repeats = list(graph.data.all("repeat").values())
    assert len(repeats) >= 50
    assert sum(bool(repeat.differs) for repeat in repeats) >= 8
    for repeat in repeats:
        for identity in repeat.recommendations:
            html = (site / address("recommendation", identity) / "index.html").read_text(encoding="utf-8")
            table = html[html.find("repeated") :]
            others = [one for one in repeat.recommendations if one != identity]
            assert all(f"anbefaling/{one}/" in table for one in others), (repeat.id, identity)
            assert all(named[one].strength_printed in html for one in others if named[one].strength_printed)


def test_the_eight_known_differences_are_told(graph):
    told = [set(repeat.recommendations) for repeat in graph.data.all("repeat").values() if repeat.differs]
    for pair in (
        {"som-hovedpunkter-10", "som-4-1-1-07", "som-4-5-09"},
        {"som-hovedpunkter-14", "som-4-5-03"},
        {"som-hovedpunkter-24", "som-4-5-05"},
        {"som-hovedpunkter-03", "som-1-2-01", "som-5-8-02"},
        {"som-hovedpunkter-29", "som-5-8-06"},
        {"som-1-6-1-14", "som-5-4-08"},
        {"som-hovedpunkter-09", "som-3-4-3-08", "som-3-5-07"},
        {"som-5-4-05", "som-5-8-08"},
    ):
        assert any(pair <= members for members in told), pair


def test_lists_of_recommendations_keep_the_voices_apart(site, graph):
    records = graph.data.all("recommendation")
    shown = re.compile(r'<li class="row" data-record-kind="recommendation" data-record-id="([^"]+)"')
    listed = shown.findall((site / "anbefaling" / "index.html").read_text(encoding="utf-8"))
    assert {records[identity].voice for identity in listed} == {Voice.GUIDANCE}
    assert len(listed) == sum(item.voice is Voice.GUIDANCE for item in records.values())
    topic = (site / "tema" / "samhandling" / "index.html").read_text(encoding="utf-8")
    national, *others = topic.split('<details data-list-group class="voice voice-other">')
    assert {records[identity].voice for identity in shown.findall(national)} == {Voice.GUIDANCE}
    for other in others:
        assert len({records[identity].voice for identity in shown.findall(other)}) == 1


def test_another_voice_says_so_before_the_sentence(site, graph):
    for item in graph.data.all("recommendation").values():
        if item.voice is not Voice.GUIDANCE:
            top = (site / address("recommendation", item.id) / "index.html").read_text(encoding="utf-8").split("<h1")[0]
            assert "band-voice" in top, item.id


def test_a_provision_lists_everything_that_rests_on_it_or_its_parts(linked, graph):
    for item in graph.data.all("recommendation").values():
        for identity in item.legal_basis:
            step = identity
            while step is not None:
                assert address("recommendation", item.id) in linked[address("provision", step)], (item.id, step)
                step = graph.data.all("provision")[step].part_of
            assert address("provision", identity) in linked[address("recommendation", item.id)]
    for question in graph.data.all("question").values():
        for identity in question.legal_basis:
            assert address("question", question.id) in linked[address("provision", identity)]


def test_no_law_is_shown_as_current(site, graph):
    for kind in ("law", "provision"):
        for record in graph.data.all(kind).values():
            html = (site / address(kind, record.id) / "index.html").read_text(encoding="utf-8")
            assert "lovdata.no" in html and "Slik" in html, record.id
            assert record.as_of[:4] in html, record.id


def test_familiarity_is_worded_as_knowing(site, graph):
    known = [document for document in graph.data.all("guidance").values() if document.familiarity]
    assert len(known) == 12
    for document in known:
        html = (site / address("guidance", document.id) / "index.html").read_text(encoding="utf-8")
        field = html[html.index('data-field="familiarity"') :].split("</div>")[0]
        assert "svarte at de kjenner dokumentet" in field and "60" in field and "2022" in field
        assert "sier ikke om de bruker det" in field


def test_a_status_that_is_not_settled_stays_visible(site, graph):
    unclear = [one for one in graph.data.all("guidance").values() if one.status and one.status.value == "unclear"]
    assert len(unclear) >= 8
    for document in unclear:
        html = (site / address("guidance", document.id) / "index.html").read_text(encoding="utf-8")
        assert "Ikke avklart" in html
        assert f"kilder/{document.status_source.ref}/" in html


def test_the_guide_in_force_says_what_was_not_read(site):
    html = (site / "foringer" / "psykisk-helse-og-rusarbeid-for-voksne-2025" / "index.html").read_text(encoding="utf-8")
    assert "Ikke lest" in html
    assert "https://www.helsedirektoratet.no/veiledere/psykisk-helse-og-rusarbeid-for-voksne/" in html
    assert html.count('data-record-kind="mark"') == 9
    assert html.count('data-record-kind="recommendation"') == 3
    assert "Endret:" in html and "Samme innhold." in html


def test_bare_works_say_so_and_nothing_more(site, data):
    bare = [work for work in data.bibliography.works.values() if work.bare]
    assert len(bare) > 200
    for work in bare:
        assert not work.title, work.key
        html = (site / "kilder" / work.key / "index.html").read_text(encoding="utf-8")
        assert "Bare forfatter og år i kilden" in html, work.key
        assert "Sitert i" in html or not work.cited_in, work.key


def test_reference_managers_can_read_guidance_and_sources(site, data):
    page = (site / "foringer" / "sammen-om-mestring-2014" / "index.html").read_text(encoding="utf-8")
    assert '<meta name="citation_title" content="Sammen om mestring' in page
    assert '<meta name="citation_technical_report_number" content="IS-2076">' in page
    assert '<meta name="citation_publication_date" content="2014">' in page
    source = (site / "kilder" / "sintef-2018" / "index.html").read_text(encoding="utf-8")
    assert source.count('<meta name="citation_author"') == 3
    listed = (site / "kilder" / "index.html").read_text(encoding="utf-8")
    assert listed.count('class="Z3988"') == len(data.bibliography.works)


def test_every_source_can_be_taken_away_in_three_formats(site, data):
    for key in data.bibliography.works:
        for extension in ("bib", "ris", "json"):
            assert (site / "kilder" / key / f"{key}.{extension}").stat().st_size > 20, key
    whole = json.loads((site / "kilder" / "kilder.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in whole] == list(data.bibliography.works)


def test_terms_are_explained_once_on_a_page_and_not_inside_links(site):
    marked = 0
    for path in [*(site / "anbefaling").rglob("index.html"), *(site / "tilbud").glob("*/index.html")]:
        html = path.read_text(encoding="utf-8")
        explained = re.findall(r'id="begrep-([a-z0-9-]+)"', html)
        assert len(explained) == len(set(explained)), path
        assert not re.search(r'<a\b[^>]*>(?:(?!</a>).)*<span class="term"', html, re.DOTALL), path
        marked += len(explained)
    assert marked > 200


def test_offers_and_topics_show_what_guidance_says_of_them(site, graph):
    page = (site / "tilbud" / "stange-stangehjelpa" / "index.html").read_text(encoding="utf-8")
    assert 'data-record-kind="recommendation"' in page
    topic = (site / "tema" / "parorende" / "index.html").read_text(encoding="utf-8")
    assert 'data-record-kind="recommendation"' in topic and 'data-record-kind="offer"' in topic


def test_the_never_cited_are_reported(capsys):
    from lavterskel.cli import main

    assert main(["--root", str(ROOT), "uncited"]) == 0
    shown = capsys.readouterr().out
    assert re.search(r"\d+ av \d+ kilder er ikke brukt på noen side\.", shown)
    assert "data/references.bib:" in shown and "(sitert i: " in shown
