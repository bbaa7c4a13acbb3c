"""The parsed cache: faster, and never stale."""

import json
import os

import pytest
import yaml

from lavterskel import yaml_file
from lavterskel.cache import Cache
from lavterskel.yaml_file import UnreadableFile, _by_record, _json, line_of, read_as_json

from .conftest import ROOT


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "prøve.yaml"
    path.write_text("- id: a\n  when: 08:30\n  day: 2018-06-01\n  no: no\n  number: 0301\n", encoding="utf-8")
    return path


def read(file, folder=None):
    return read_as_json(file, "prøve.yaml", Cache(folder))


def test_values_are_what_the_editor_wrote(file):
    assert read(file) == b'[{"id": "a", "when": "08:30", "day": "2018-06-01", "no": "no", "number": "0301"}]'


def test_cached_and_fresh_reading_agree(file, tmp_path):
    cache = tmp_path / "cache"
    assert read(file, cache) == read(file, cache) == read(file)
    assert len(list(cache.iterdir())) == 1


def test_a_change_is_seen_even_when_size_and_time_are_the_same(file, tmp_path):
    cache = tmp_path / "cache"
    read(file, cache)
    before = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("id: a", "id: b"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    assert b'"id": "b"' in read(file, cache)


def test_a_damaged_entry_is_read_again(file, tmp_path):
    cache = tmp_path / "cache"
    whole = read(file, cache)
    entry = next(cache.iterdir())
    entry.write_bytes(whole[:10])
    assert read(file, cache) == whole


def test_what_cannot_be_read_is_not_cached(file, tmp_path):
    cache = tmp_path / "cache"
    file.write_text("- id: [", encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read(file, cache)
    assert not cache.exists() or not list(cache.iterdir())


def test_lines_are_found_by_place(file):
    assert line_of(file, (0, "day")) == 3
    assert line_of(file, (0, "absent")) == 1
    assert line_of(file, (7,)) == 0


WHOLE_OR_NOT = (
    "- id: a\n- id: b\n",
    "# bare\n\n- id: a\n  text: |\n    - x\n    - y\n- b\n",
    "- [a,\n- b]\n",
    '- id: "a\n- b"\n',
    "- id: >\n   a\n- \n- - a\n  - b\n",
    "a: 1\n- b\n",
    "---\n- a\n...\n",
    "- a\n--- \n- b\n",
    "  - a\n  - b\n",
    "- a # - b\n#- c\n- 'd\n\n  e'\n",
)


@pytest.mark.parametrize("text", WHOLE_OR_NOT)
def test_reading_by_record_is_reading_the_whole(text):
    """What is read one record at a time is what the file says as a whole, or is left to the whole."""
    by_record = _by_record(text)
    try:
        whole = _json(text)
    except yaml.YAMLError:
        assert by_record == ""
    else:
        assert by_record == "" or json.loads(by_record) == json.loads(whole)


def test_this_repository_s_files_read_the_same_both_ways():
    for path in (ROOT / "data").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert json.loads(_by_record(text)) == json.loads(_json(text)), path


def test_many_records_are_read_as_few_are(monkeypatch):
    text = "".join(f"- id: nr-{number}\n  text: Tekst nummer {number}\n" for number in range(50))
    few = _by_record(text)
    monkeypatch.setattr(yaml_file, "MANY_RECORDS", 10)
    assert _by_record(text) == few
    assert _by_record(text + "- id: [\n") == ""
    assert _by_record("- id: [\n" + text) == ""
