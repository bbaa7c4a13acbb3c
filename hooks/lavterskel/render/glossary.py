"""Marks the first place on a page where a term stands, with its explanation on hover and focus.

Works on finished HTML, since a term can stand in any field of any record. Links, headings and labels are left alone.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from ..citations.inline import without_citations
from ..model.term import Term, spellings

_BREAKING = "«»–—’“”".encode()
_BREAKS = bytes(0x20 if byte in _BREAKING or (byte < 0x80 and not chr(byte).isalnum()) else byte for byte in range(256))
"""A table for texts in UTF-8 that makes spaces of the signs that are no letters. It also cuts a few foreign letters,
such as ë, in texts and terms alike; none of those of Norwegian."""
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*?(/?)>")
_CLOSED = frozenset(
    [
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "button",
        "summary",
        "label",
        "option",
        "nav",
        "dt",
        "th",
        "cite",
        "code",
        "pre",
        "script",
        "template",
        "small",
    ]
)
"""Elements in which nothing is marked."""
_BLOCKS = frozenset(["p", "li", "dd", "td", "div", "section", "article"])
"""Elements that hold running text; no closed element has one of these inside."""
_VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])
_ONE_LINK = ('class="card', 'class="row"')
"""A card or a row is one link as a whole, so nothing in it is marked."""
_END = '<section class="sources"'
"""From here on a page names its sources, in their own words."""


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to write a term. ``firsts`` are the first words it can begin with, ``spellings`` the ways it can stand."""

    term: str
    firsts: frozenset[bytes]
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms by the ways they are written, longest first."""

    forms: tuple[_Form, ...]
    firsts: frozenset[bytes]
    tips: dict[str, str]

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Glossary:
        """The terms that have forms."""
        listed = list(terms)
        forms = [_form(term.id, written) for term in listed for written in term.forms]
        ordered = tuple(sorted(forms, key=lambda form: -len(form.spellings[0])))
        firsts = frozenset(first for form in ordered for first in form.firsts)
        return cls(ordered, firsts, {term.id: without_citations(term.definition) for term in listed})

    def explained(self, body: Markup, address: str, text: str) -> Markup:
        """The body with each term that ``text`` has marked once; a term's own page does not explain it.

        ``text`` is the page's own running text; the rest of the page says nothing that needs explaining, and to look
        through all of it costs ten times as much.
        """
        present = self.firsts.intersection(_words(text))
        if not present:
            return body
        forms = [
            form
            for form in self.forms
            if form.firsts & present
            and address != f"begrep/{form.term}/"
            and any(spelling in text for spelling in form.spellings)
        ]
        if not forms:
            return body
        said, mark, sources = str(body).partition(_END)
        return Markup(self._marked(said, forms) + mark + sources)

    def _marked(self, body: str, forms: list[_Form]) -> str:
        taken: list[tuple[int, int, str]] = []
        for form in forms:
            if not any(term == form.term for _start, _end, term in taken):
                place = next(_places(body, form, taken), None)
                if place:
                    taken.append((*place, form.term))
        made = []
        end = 0
        for start, stop, term in sorted(taken):
            made += [body[end:start], self._tip(term, body[start:stop])]
            end = stop
        return "".join([*made, body[end:]])

    def _tip(self, term: str, written: str) -> str:
        return (
            f'<span class="term"><a href="~/begrep/{term}/" aria-describedby="begrep-{term}">{written}</a>'
            f'<span class="tip" role="tooltip" id="begrep-{term}">{escape(self.tips[term])}</span></span>'
        )


def _form(term: str, written: str) -> _Form:
    found = spellings(written)
    firsts = frozenset(word for spelling in found for word in _words(spelling)[:1])  # none in «❻», which is all signs
    return _Form(term, firsts, found)


def _words(text: str) -> list[bytes]:
    """The words of a text as bytes, to look for quickly; a regular expression takes five times as long."""
    return text.encode().translate(_BREAKS).split()


def _places(body: str, form: _Form, taken: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Where a form stands as whole words in open text, outside what is taken, in the order of the page.

    What follows ``&`` is the name of a sign, not a word.
    """
    written = [str(escape(spelling)) for spelling in form.spellings]
    length = len(written[0])
    for start in heapq.merge(*(_occurrences(body, one) for one in written)):
        end = start + length
        if _joins(body[start - 1 : start]) or _joins(body[end : end + 1]) or body.endswith(("&", "&#"), 0, start):
            continue
        free = not any(start < other_end and other_start < end for other_start, other_end, _term in taken)
        if free and _in_open_text(body, start):
            yield start, end


def _in_open_text(body: str, at: int) -> bool:
    """Whether a place is text that can be marked: read backwards through the tags to the block it stands in."""
    left = 0
    end = at
    while (start := body.rfind("<", 0, end)) >= 0:
        tag = _TAG.match(body, start)
        if tag is None or tag.end() > at:
            return False  # inside a tag
        closing, name, alone = tag.groups()
        if closing:
            left += 1
        elif not alone and name not in _VOID:
            if left:
                left -= 1
            elif name in _CLOSED or any(mark in tag[0] for mark in _ONE_LINK):
                return False
            elif name in _BLOCKS:
                return True
        end = start
    return True


def _occurrences(body: str, spelling: str) -> Iterator[int]:
    at = body.find(spelling)
    while at >= 0:
        yield at
        at = body.find(spelling, at + 1)


def _joins(sign: str) -> bool:
    """Whether a sign makes one word of what stands on both sides of it."""
    return sign.isalnum() or sign in ("-", "_")
