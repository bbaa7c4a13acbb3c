"""The inverted index, and the files that the browser gets it in."""

import json
from collections import Counter
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lavterskel.graph import Graph
from lavterskel.norwegian.compounds import Splitter
from lavterskel.norwegian.stem import stem
from lavterskel.render.context import Context
from lavterskel.search import files
from lavterskel.search.documents import Document, Standing
from lavterskel.search.engine import Engine
from lavterskel.search.fields import LABELS, LENGTHS, WEIGHTS, Field
from lavterskel.search.index import FIELD_BITS, FULL, Index, Posting, build, unpacked
from lavterskel.search.terms import Analyser

ANALYSER = Analyser(Splitter(frozenset()), frozenset({"og"}))
WORD = st.sampled_from(["angst", "rus", "samtale", "samtaler", "og", "P76", "gruppe"])
TEXTS = st.lists(st.lists(WORD, max_size=6).map(" ".join), max_size=3)
FIELDS = st.dictionaries(st.sampled_from(list(Field)), TEXTS, max_size=4)
DOCUMENTS = st.lists(FIELDS, max_size=8)


def document(words: dict[Field, list[str]], number: int = 0, **more: object) -> Document:
    """A document of some texts."""
    return Document("term", f"t{number}", "Tittel", "Linje", words=words, **more)  # type: ignore[arg-type]


def made(*texts: dict[Field, list[str]]) -> Index:
    """An index of documents with these texts."""
    return build([document(words, number) for number, words in enumerate(texts)], ANALYSER)


@given(DOCUMENTS)
def test_postings_are_sorted_and_survive_being_packed(texts: list[dict[Field, list[str]]]) -> None:
    index = made(*texts)
    assert index.terms == sorted(index.terms)
    for term in index.terms:
        packed = index.packed(term)
        postings = list(index.postings(term))
        assert all(one.document < other.document for one, other in pairwise(postings))
        assert len(postings) == index.frequency(term) == len(packed) > 0
        for posting, number in zip(postings, packed, strict=True):
            assert unpacked(number) == posting
            assert 1 <= posting.saturation <= FULL
            assert 0 < posting.fields < 1 << FIELD_BITS
            assert 0 <= posting.document < len(texts)


@given(DOCUMENTS)
def test_a_word_is_found_just_where_it_stands(texts: list[dict[Field, list[str]]]) -> None:
    index = made(*texts)
    for number, words in enumerate(texts):
        standing: Counter[str] = Counter()
        for place, of_field in words.items():
            for term in set(ANALYSER.terms(of_field)):
                standing[term] |= 1 << place
        found = {
            term: posting.fields
            for term in index.terms
            if not term.startswith("=")
            for posting in index.postings(term)
            if posting.document == number
        }
        assert found == standing


@given(st.integers(0, 2**40), st.integers(1, FULL), st.integers(1, 2**FIELD_BITS - 1))
def test_a_posting_fits_in_a_number(number: int, saturation: int, fields: int) -> None:
    packed = (number << 5 | saturation) << FIELD_BITS | fields
    assert unpacked(packed) == Posting(number, saturation, fields)


def strength(index: Index, term: str, number: int = 0) -> int:
    """How strongly a document has a term."""
    return next(posting.saturation for posting in index.postings(term) if posting.document == number)


def test_the_title_counts_most_and_the_text_least() -> None:
    order = [Field.TITLE, Field.NAMES, Field.SUMMARY, Field.ABOUT, Field.BODY]
    strengths = [strength(made({place: ["angst"]}), "angst") for place in order]
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[0] > strengths[1] > strengths[2] >= strengths[3] > strengths[4]


def test_more_is_stronger_and_longer_is_weaker() -> None:
    once, twice = made({Field.BODY: ["angst rus"]}), made({Field.BODY: ["angst angst"]})
    assert strength(twice, "angst") > strength(once, "angst")
    assert strength(made({Field.BODY: ["angst" + " rus" * 400]}), "angst") < strength(once, "angst")


def test_the_rarer_a_word_the_more_it_says() -> None:
    index = made(*({Field.BODY: ["angst rus" if number else "angst"]} for number in range(5)), {Field.BODY: ["sorg"]})
    assert index.rarity("ukjent") > index.rarity("sorg") > index.rarity(stem("rus")) > index.rarity("angst") >= 1


def test_a_term_that_nothing_has() -> None:
    index = made({Field.BODY: ["angst"]})
    assert "angst" in index.terms and "sorg" not in index.terms
    assert index.frequency("sorg") == 0 and not list(index.postings("sorg"))


def test_whole_names_are_terms_of_their_own() -> None:
    index = made({Field.TITLE: ["Kurs i angst"], Field.NAMES: ["Angst-kurs", "–"], Field.BODY: ["En tekst"]})
    names = {term: strength(index, term) for term in index.terms if term.startswith("=")}
    assert len(names) == 2 and set(names.values()) == {FULL}


def test_every_document_is_found_by_its_title(engine: Engine) -> None:
    """Numbers are packed without loss, however many there are."""
    analyser = Analyser(engine.language.splitter, engine.language.stopwords)
    has = {term: {posting.document for posting in engine.index.postings(term)} for term in engine.index.terms}
    for number, one in enumerate(engine.index.documents):
        assert all(number in has[term] for term in analyser.terms([one.title])), one.id


def test_every_field_is_weighed_and_named() -> None:
    assert set(WEIGHTS) == set(LENGTHS) == set(LABELS) == set(Field)
    assert max(Field) < FIELD_BITS


@pytest.fixture(scope="module")
def written(engine: Engine, graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the files, as the build writes it."""
    site = tmp_path_factory.mktemp("sok")
    context = Context(graph, Path(__file__).parents[2] / "theme" / "records", "https://lavterskel.example/")
    count = files.write(engine, context, site)
    assert count == sum(path.is_file() for path in site.rglob("*"))
    return site / "sok" / "data"


def read(path: Path) -> dict[str, list[object]]:
    """A file's content."""
    content: dict[str, list[object]] = json.loads(path.read_text(encoding="utf-8"))
    return content


def test_the_files_give_the_same_postings_back(engine: Engine, written: Path) -> None:
    """Every term, in the one shard that its place among the first terms points to."""
    first_terms = json.loads((written / "tabell.json").read_text(encoding="utf-8"))["firstTerms"]
    assert len(list((written / "ord").iterdir())) == len(first_terms)
    seen: list[str] = []
    for number, first in enumerate(first_terms):
        shard = read(written / "ord" / f"{number}.json")
        assert next(iter(shard)) == first
        seen += shard
        for term, (rarity, gaps, strengths) in shard.items():
            postings = [
                Posting(place, strong >> FIELD_BITS, strong & (1 << FIELD_BITS) - 1)
                for place, strong in zip(accumulate(gaps), strengths, strict=True)  # type: ignore[arg-type]
            ]
            assert postings == list(engine.index.postings(term)), term
            assert rarity == engine.index.rarity(term)
    assert seen == engine.index.terms


def test_shards_are_small(written: Path) -> None:
    longest = max(len(entry) for path in (written / "ord").iterdir() for entry in path.read_text().split("],"))
    for path in (written / "ord").iterdir():
        assert len(path.read_text(encoding="utf-8")) < 2 * files.SHARD_CHARACTERS + longest


def test_the_table_tells_kinds_standing_and_ages(engine: Engine, written: Path) -> None:
    table = json.loads((written / "tabell.json").read_text(encoding="utf-8"))
    documents = engine.index.documents
    assert [kind for kind, count in table["kinds"] for _ in range(count)] == [one.kind for one in documents]
    assert table["count"] == len(documents)
    unusable = [number for number, one in enumerate(documents) if one.standing is not Standing.USABLE]
    assert list(accumulate(table["unusable"])) == unusable != []
    limited = dict(zip(accumulate(table["limited"]), map(tuple, table["ages"]), strict=True))
    assert limited == {number: one.ages for number, one in enumerate(documents) if one.ages}


def test_facets_point_to_the_documents_that_have_them(engine: Engine, written: Path) -> None:
    for name in files.FACETS:
        facet = read(written / f"fasett-{name}.json")
        found = {
            (value, number)
            for value, gaps in zip(facet["values"], facet["documents"], strict=True)
            for number in accumulate(gaps)  # type: ignore[call-overload]
        }
        documents = enumerate(engine.index.documents)
        assert found == {(value, number) for number, one in documents for value in one.facets.get(name, ())}
        assert all(facet["labels"])


def test_what_is_shown_of_every_document(engine: Engine, written: Path) -> None:
    blocks = [read(written / "vis" / f"{number}.json") for number in range(len(list((written / "vis").iterdir())))]
    assert [shown[0] for block in blocks for shown in block] == [one.id for one in engine.index.documents]
    assert all(len(block) == files.BLOCK for block in blocks[:-1])


def whole(coded: str) -> list[str]:
    """Front-coded words, as the browser reads them: it counts an astral letter as two."""
    words: list[str] = []
    last = "".encode("utf-16-le")
    for one in coded.split(" "):
        last = last[: 2 * int(one[0], 36)] + one[1:].encode("utf-16-le")
        words.append(last.decode("utf-16-le"))
    return words


@given(st.lists(st.text(st.characters(exclude_characters=" ", exclude_categories=["Cs"]), min_size=1), min_size=1))
def test_front_coded_words_come_back(words: list[str]) -> None:
    assert whole(files.front_coded(sorted(words))) == sorted(words)


def test_the_language_has_every_word_with_its_frequency(engine: Engine, written: Path) -> None:
    language = json.loads((written / "sprak.json").read_text(encoding="utf-8"))
    words = dict(zip(whole(language["terms"]), language["frequencies"], strict=True))
    assert words == engine.language.dictionary
    parts = {word for word, flag in zip(words, language["parts"], strict=True) if flag == "1"}
    assert parts == {word for word in words if word in engine.language.splitter.parts}
    assert language["count"] == len(engine.index.documents)
