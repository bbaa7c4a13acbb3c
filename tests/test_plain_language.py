"""Our own words are plain, and editors are told what is heavy in theirs."""

import re
import shutil
from pathlib import Path

import pytest

from lavterskel.cli import main
from lavterskel.plain_language import own_words, passages
from lavterskel.plain_language.findings import Reader
from lavterskel.plain_language.sentences import sentences, words

from .conftest import ROOT

LONGEST = 25
HEAVIEST = 45
OWN = [*own_words.of_site(ROOT / "theme"), *passages.of_docs(ROOT / "docs")]


@pytest.fixture(scope="module")
def reader(data):
    return Reader.of(data)


def said(file: str) -> list[str]:
    return [passage.text for one in OWN if one.file == file for passage in one.passages]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("theme/main.html", "Til innholdet"),
        ("theme/main.html", "Hovedmeny"),
        ("theme/404.html", "Siden finnes ikke"),
        ("theme/records/finder.html", "for eksempel søvn eller P06"),
        ("theme/records/offer.html", "Slik kommer du i gang"),
        ("theme/records/recommendation.html", "Sagt flere steder, med ulik styrke"),
        ("theme/assets/catalogue.js", "Fikk ikke hentet tilbudene. Prøv igjen."),
        ("theme/assets/search.js", ", side Xx av Xx"),
        ("hooks/lavterskel/render/labels.py", "Ikke oppgitt"),
        ("hooks/lavterskel/messages.py", "Her skal det stå et helt tall."),
        ("docs/personvern.md", "Dette bør du vite"),
    ],
)
def test_our_words_are_found_where_they_stand(file, text):
    assert text in said(file)


@pytest.mark.parametrize("written", OWN, ids=lambda written: written.file)
def test_our_own_words_are_plain(reader, written):
    reading = reader.read(written)
    heavy = [
        f"{written.file}:{finding.passage.line} {finding.what}. {finding.suggestion}"
        for finding in reading.findings
        if finding.what.startswith("Tungt ord") or length(finding.what) > LONGEST
    ]
    assert heavy == []
    if written.file.startswith("docs/"):
        assert (reading.lix or 0) <= HEAVIEST


def length(what: str) -> int:
    number = re.search(r"setning, (\d+) ord", what)
    return int(number[1]) if number else 0


def test_lines_are_where_the_words_stand():
    for written in OWN:
        lines = (ROOT / written.file).read_text(encoding="utf-8").splitlines()
        if written.file.startswith("docs/"):
            for passage in written.passages:
                first = words(sentences(passage.text)[0])[:1]
                assert not first or first[0] in lines[passage.line - 1], (written.file, passage)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A project where an editor has written heavily."""
    for name in ("data", "docs", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    offers = tmp_path / "data" / "offers.yaml"
    long = " ".join(["og"] * 29)
    offers.write_text(
        offers.read_text(encoding="utf-8")
        + f"""
- id: tungt-kurs
  title: Kurs
  summary: Deltakerne {long} lærer. [@napha-2018]
  kinds: [kurs]
  provider: {{name: Prøve kommune}}
  areas: [{{municipality: "0301"}}]
  notes:
    - Søknaden sendes i henhold til loven og vurderes.
    - Kurset følger «Plan for å iverksette og vedrørende» og finnes her.
  as_of: 2018
  sources: [{{ref: napha-2018}}]
""",
        encoding="utf-8",
    )
    return tmp_path


def test_an_editor_is_told_file_line_field_and_what_to_do(edited, capsys):
    assert main(["--root", str(edited), "klarsprak", "tungt-kurs"]) == 0
    told = capsys.readouterr().out
    lines = (edited / "data" / "offers.yaml").read_text(encoding="utf-8").splitlines()
    summary, note = (
        next(number for number, line in enumerate(lines, 1) if words_there in line)
        for words_there in ("summary: Deltakerne og", "Søknaden sendes i henhold")
    )
    assert told.startswith("tungt-kurs (tilbud): 3 merknader")
    assert told.index(f"data/offers.yaml:{summary} · summary") < told.index(f"data/offers.yaml:{note} · notes.0")
    assert "Svært lang setning, 31 ord" in told
    assert "Tungt ord: «i henhold til». Skriv «etter» eller «slik det står i»." in told
    assert "Passiv: «sendes», «vurderes»" in told
    assert "iverksette" not in told and "finnes" not in told


def test_the_heaviest_come_first_and_a_table_ends_it(edited, capsys):
    assert main(["--root", str(edited), "klarsprak"]) == 0
    told = capsys.readouterr().out
    counts = [int(number) for number in re.findall(r": (\d+) merknad(?:er)?(?:, LIX \d+ \([^)]*\))?$", told, re.M)]
    assert len(counts) == 20
    assert counts[0] == max(counts)
    assert "til har merknader" in told
    assert re.search(r"^tilbud +288 ", told, re.M)
    assert re.search(r"^anbefalinger .* %", told, re.M)


def test_names_of_acts_and_documents_are_not_read(reader, data):
    law = data.all("law")["hol"]
    text = f"Du har rett til hjelp etter {law.title}."
    written = passages.Written("", "", "", (passages.Passage(1, "", text),))
    assert reader.read(written).findings == ()


def test_what_is_not_there_is_said(capsys):
    assert main(["--root", str(ROOT), "klarsprak", "finnes-ikke"]) == 0
    assert "Fant ingen fil, mappe eller post som heter «finnes-ikke»." in capsys.readouterr().out
