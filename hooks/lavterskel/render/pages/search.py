"""``/sok/``: one field over everything, and for those without JavaScript everything with a name from A to Å."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.base import Record
from ...model.vocabulary import Topic
from ...search.facet_labels import TITLES
from ...text import slug, sort_key, upper_first
from .. import labels
from ..addresses import address
from ..context import Context
from ..page import Page

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
OTHER = "0–9"
LISTED = ("topic", "programme", "offer", "actor", "pathway", "instrument", "term", "law", "guidance")
"""Kinds that go by a name. Recommendations are sentences, and provisions stand under their law."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the list; ``title`` is the record's own when the name is another."""

    words: str
    kind: str
    id: str
    title: str
    place: str

    @property
    def address(self) -> str:
        """Where the record's page is."""
        return address(self.kind, self.id)

    @property
    def label(self) -> str:
        """What kind of record it is."""
        return labels.RECORD_KIND[self.kind]


def pages(context: Context) -> Iterator[Page]:
    """The search page, and the names by their first letter."""
    by_letter = _by_letter(context)
    letters = {letter: letter_address(letter) for letter in by_letter}
    topics = sorted(context.graph.data.all("topic").values(), key=lambda topic: sort_key(topic.title))
    body = context.render("search.html", topics=topics, facets=TITLES, letters=letters)
    yield Page("sok/", "Søk", "Søk i tilbud, kommuner, temaer, forløp, anbefalinger, lover og begreper.", body)
    body = context.render("letters.html", title="Alt fra A til Å", letters=letters, entries=[], current="")
    yield Page("sok/a-a/", "Alt fra A til Å", "Alt på nettstedet som har et navn, etter forbokstav.", body)
    for letter, entries in by_letter.items():
        title = f"Alt på {letter}"
        body = context.render("letters.html", title=title, letters=letters, entries=entries, current=letter)
        yield Page(letters[letter], title, f"Tilbud, temaer, forløp og begreper på {letter}.", body)


def letter_address(letter: str) -> str:
    """«A» → ``sok/a-a/a/``; Æ, Ø and Å have an address of their own: ``ae``, ``oe``, ``aa``."""
    named = {"Æ": "ae", "Ø": "oe", "Å": "aa", OTHER: "tall"}
    return f"sok/a-a/{named.get(letter) or slug(letter)}/"


def _by_letter(context: Context) -> dict[str, list[Entry]]:
    """Letter → names, both in alphabetical order; only letters that some name begins with."""
    found: dict[str, list[Entry]] = {letter: [] for letter in (*ALPHABET, OTHER)}
    for kind in LISTED:
        for record in context.graph.data.all(kind).values():
            for entry in _entries(context, kind, record):
                found[_letter(entry.words)].append(entry)
    return {
        letter: sorted(entries, key=lambda entry: (sort_key(entry.words), entry.kind, entry.id))
        for letter, entries in found.items()
        if entries
    }


def _letter(words: str) -> str:
    first = next((sign for sign in words.upper() if sign.isalnum()), "")
    plain = {"Ä": "Æ", "Ö": "Ø", "É": "E", "Á": "A"}.get(first, first)
    return plain if plain in ALPHABET and plain else OTHER


def _entries(context: Context, kind: str, record: Record) -> Iterator[Entry]:
    """A record under its own title and under each of its other names."""
    place = context.card_of[record.id].place if kind == "offer" else ""
    title = upper_first(getattr(record, "short_title", record.title))
    yield Entry(title, kind, record.id, "", place)
    known = {title.lower()}
    for name in _other_names(record):
        if name.lower() not in known:
            known.add(name.lower())
            yield Entry(upper_first(context.with_names(name)), kind, record.id, title, place)


def _other_names(record: Record) -> Iterator[str]:
    if isinstance(record, Topic):
        yield from record.synonyms.nb
    yield from (name for name in getattr(record, "aliases", ()) if len(name) < 80)
