"""Hostile data in what is not a page: files for machines, and what an editor is told when data cannot be used."""

import json
import re
import subprocess

import pytest
from pybtex.database import parse_string

from lavterskel.cache import NO_CACHE
from lavterskel.citations.bibliography import read_bibliography
from lavterskel.export.api import PLURALS
from lavterskel.load import load
from lavterskel.problems import DataError, Severity
from lavterskel.rules import check
from lavterskel.site import Project
from lavterskel.yaml_file import UnreadableFile, read_as_json

from .edited_copy import ROOT
from .hostile import ALL_TEXT_FIELDS, BAD_ADDRESSES, INVISIBLE, SHORT, plain

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def at(value, place):
    """Every value below a field: a name, or ``*`` for each item."""
    if not place:
        return [value]
    first, *rest = place
    if first == "*":
        return [found for one in value for found in at(one, rest)]
    return at(value[first], rest) if first in value else []


def json_files(site):
    return list(site.rglob("*.json"))


def test_the_corpus_is_in_every_text_field_of_every_kind(hostile):
    assert hostile.spoilt.covered == ALL_TEXT_FIELDS


def test_every_json_file_can_be_read(hostile):
    for path in json_files(hostile.site):
        json.loads(path.read_text(encoding="utf-8"))


def test_the_api_holds_every_text_as_it_was_written(hostile):
    records = {
        kind: {one["id"]: one for one in json.loads((hostile.site / f"api/v1/{name}.json").read_text())["items"]}
        for kind, name in PLURALS.items()
    }
    for (kind, identity), written in hostile.spoilt.written.items():
        for place, texts in written.items():
            found = at(
                records[kind][identity],
                [("title" if one == "text" and kind == "recommendation" else one) for one in place],
            )
            assert found == [plain(text) for text in texts], (kind, identity, place)


def test_no_text_becomes_markup_on_any_page(hostile):
    """What begins markup in the corpus stands on no page as it was written; as text it is escaped."""
    starts = [
        "<script>window.pwned",
        "<img src=x",
        "<svg/onload",
        "<plaintext",
        "<iframe",
        "<base href=//",
        "</title></head><body",
    ]
    found = subprocess.run(
        ["grep", "-rlF", "--include=*.html", *(part for start in starts for part in ("-e", start)), str(hostile.site)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == ""
    assert found.returncode == 1  # grep looked, and found nothing


def test_json_ld_of_every_changed_page_can_be_read_and_holds_the_title(hostile):
    folders = {
        "offer": "tilbud",
        "guidance": "foringer",
        "law": "lov",
        "municipality": "kommune",
        "recommendation": "anbefaling",
    }
    looked = 0
    for (kind, identity), written in hostile.spoilt.written.items():
        if kind not in folders:
            continue
        page = (hostile.site / folders[kind] / identity / "index.html").read_text(encoding="utf-8")
        (found,) = JSON_LD.findall(page)
        (title,) = written[("text",)] if kind == "recommendation" else written[("title",)]
        assert any(str(text).startswith(plain(title)) for text in _strings(json.loads(found))), (kind, identity)
        looked += 1
    assert looked > 40


def _strings(value):
    if isinstance(value, dict):
        return [text for one in value.values() for text in _strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [value]


def test_references_can_be_read_back_from_bibtex_ris_and_csl(hostile, tmp_path):
    folder = hostile.site / "kilder"
    bib = (folder / "kilder.bib").read_text(encoding="utf-8")
    (tmp_path / "lest.bib").write_text(bib, encoding="utf-8")
    first = read_bibliography(hostile.spoilt.data / "references.bib", "references.bib").works
    again = read_bibliography(tmp_path / "lest.bib", "lest.bib").works
    entries = parse_string(bib, "bibtex").entries
    items = {one["id"]: one for one in json.loads((folder / "kilder.json").read_text(encoding="utf-8"))}
    ris = {
        block.split("ID  - ", 1)[1].split("\r\n")[0]: block
        for block in (folder / "kilder.ris").read_bytes().decode().split("ER  - \r\n")
        if block.strip()
    }
    assert set(first) == set(again) == set(entries) == set(items) == set(ris)
    for work in hostile.spoilt.works:
        assert again[work.key].title == first[work.key].title == items[work.key]["title"]
        assert again[work.key].authors == first[work.key].authors
        lines = ris[work.key].strip("\r\n").split("\r\n")
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines), work.key
        assert f"TI  - {first[work.key].title}" in lines


def test_every_source_has_files_of_its_own_that_can_be_read(hostile):
    for work in hostile.spoilt.works:
        folder = hostile.site / "kilder" / work.key
        (item,) = json.loads((folder / f"{work.key}.json").read_text(encoding="utf-8"))
        assert item["id"] == work.key
        assert parse_string((folder / f"{work.key}.bib").read_text(encoding="utf-8"), "bibtex").entries[work.key]
        lines = (folder / f"{work.key}.ris").read_bytes().split(b"\r\n")
        assert sum(line.startswith(b"ER  - ") for line in lines) == 1


def test_signs_that_turn_text_are_taken_away_with_a_word_to_the_editor(hostile):
    data = load(hostile.spoilt.data, cache=Project(hostile.spoilt.data.parent).cache)
    told = [problem for problem in check(data) if "leseretningen" in problem.message]
    assert told
    assert all(problem.severity is Severity.WARNING for problem in told)
    for folder in ("api", "sok", "fastlege", "tilbud", "kilder"):
        for path in json_files(hostile.site / folder):
            assert not INVISIBLE.search(path.read_text(encoding="utf-8")), path


def test_every_address_that_is_none_is_refused_in_norwegian(copy):
    for number, address in enumerate(BAD_ADDRESSES):
        record = {
            "id": f"fiende-{number}",
            "title": "Fiende",
            "kinds": ["kurs"],
            "areas": [{"municipality": "0301"}],
            "as_of": "2026",
            "sources": [{"ref": "napha-2018"}],
            "contacts": [{"web": address}, {"chat": address}],
        }
        copy.add("offers.yaml", f"\n- {json.dumps(record)}\n")
    with pytest.raises(DataError) as caught:
        load(copy.folder, cache=Project(ROOT).cache)
    found = [(problem.record, problem.field) for problem in caught.value.problems]
    expected = [
        (f"fiende-{number}", f"contacts.{way}") for number in range(len(BAD_ADDRESSES)) for way in ("0.web", "1.chat")
    ]
    assert sorted(found) == sorted(expected)
    for problem in caught.value.problems:
        assert problem.message == "Skriv hele adressen, med https:// først og uten mellomrom."
        assert problem.line > 0


@pytest.mark.parametrize("written", ["\\0", "\\x01", "\\e", "\\b", "\\x7f", "\\x9f", "\\uFFFF"])
@pytest.mark.parametrize("line", ['title: "a{}b"', '"a{}b": title'])
def test_a_control_sign_is_refused_with_file_and_line(tmp_path, written, line):
    path = tmp_path / "fiende.yaml"
    path.write_text(f"- id: fiende\n  {line.format(written)}\n", encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        read_as_json(path, "data/fiende.yaml", NO_CACHE)
    assert (caught.value.problem.file, caught.value.problem.line) == ("data/fiende.yaml", 2)
    assert caught.value.problem.message.startswith("Teksten har et styretegn, som ingen kan se. Ta bort \\x")


def test_a_control_sign_among_the_sources_is_refused(tmp_path):
    path = tmp_path / "references.bib"
    path.write_text("@misc{fiende-1,\n title = {a\x00b}}\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_bibliography(path, "data/references.bib")
    (problem,) = caught.value.problems
    assert (problem.line, problem.message) == (2, "Teksten har et styretegn, som ingen kan se. Ta bort \\x00.")


def test_the_corpus_has_no_text_twice():
    assert len(set(SHORT)) == len(SHORT)
