"""Prose pages: links to records, to other places on the site, and citations in Markdown, checked with file and line."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from .citations.inline import citations, cited_keys, parenthesis
from .feedback import Feedback, sentence
from .graph import Graph
from .prose_citations import CODE
from .render.addresses import SCHEMES, address
from .render.environment import tel
from .render.glossary import Glossary
from .render.shell import linked

_RECORD_LINK = re.compile(r"\]\((?P<scheme>[a-z]+):(?P<id>[a-z0-9-]+)\)")
_ALIGNED = re.compile(r' style="text-align: (left|center|right);"')
"""How Markdown aligns the cells of a table; the Content-Security-Policy lets no style into the page itself."""
_FEEDBACK = re.compile(r"\{\{ *tilbakemelding *\}\}")
_SITE_LINK = re.compile(r"\]\(side:(?P<address>[^)\s]*)\)")


class ProseError(Exception):
    """A prose page points at something that does not exist."""


@dataclass(frozen=True, slots=True)
class StripNumber:
    """A number in the strip on top of every page: «Legevakt 116 117»."""

    words: str
    number: str
    tel: str


class Prose:
    """Resolves what prose may point at."""

    def __init__(self, graph: Graph, feedback: Feedback | None = None) -> None:
        self._graph = graph
        self._feedback = feedback

    def resolved(self, markdown: str, file: str, url: str) -> str:
        """Markdown with ``[text](tilbud:id)`` and ``[text](side:tema/)`` turned into addresses relative to ``url``, and
        ``{{ tilbakemelding }}`` into where the owner is told what is wrong.

        Raises ``ProseError`` for an unknown record or an unknown citation key.
        """
        code = [match.span() for match in CODE.finditer(markdown)]

        def in_code(position: int) -> bool:
            return any(start <= position < end for start, end in code)

        def link(match: re.Match[str]) -> str:
            if match["scheme"] not in SCHEMES or in_code(match.start()):
                return match[0]
            kind = SCHEMES[match["scheme"]]
            known = self._graph.data.bibliography.works if kind == "reference" else self._graph.data.records[kind]
            if match["id"] not in known:
                raise ProseError(
                    f"docs/{file}: lenken «{match['scheme']}:{match['id']}» viser til noe som ikke finnes."
                )
            return f"]({'../' * url.count('/')}{quote(address(kind, match['id']))})"

        for number, line in enumerate(markdown.splitlines(), 1):
            for key in cited_keys(CODE.sub("", line)):
                if key not in self._graph.data.bibliography.works:
                    raise ProseError(
                        f"docs/{file}, linje {number} av teksten: kilden «{key}» finnes ikke i data/references.bib."
                    )
        up = "../" * url.count("/")
        linked_within = _SITE_LINK.sub(
            lambda match: match[0] if in_code(match.start()) else f"]({up}{match['address']})",
            _RECORD_LINK.sub(link, markdown),
        )
        return _FEEDBACK.sub(lambda _mark: sentence(self._feedback), linked_within)

    def explained(self, html: str, url: str) -> str:
        """A prose page's content: terms explained where they first stand, links made for ``url``, and no styles."""
        body = Markup(_ALIGNED.sub(r' class="aligned-\1"', html))
        return linked(self._glossary.explained(body, url, body.striptags()), url.count("/"))

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary.of(self._graph.data.all("term").values())

    def citation(self, block: str, url: str) -> str:
        """A bracket from prose, ``[@key, s. 4]``, as HTML with links relative to ``url``; not ours is left alone."""
        cited = citations(block.strip("[]"))
        if cited is None:
            return block
        return str(
            parenthesis(cited, self._graph.data.bibliography, lambda key: f"{'../' * url.count('/')}kilder/{key}/")
        )

    @cached_property
    def crisis_strip(self) -> list[StripNumber]:
        """The numbers on top of every page, in their order."""
        offers = sorted(
            (offer for offer in self._graph.data.all("offer").values() if offer.crisis and offer.crisis.strip),
            key=lambda offer: offer.crisis.order if offer.crisis else 0,
        )
        return [
            StripNumber(offer.crisis.strip or "", contact.phone, tel(contact.phone))
            for offer in offers
            if offer.crisis
            for contact in [next(contact for contact in offer.contacts if contact.phone)]
            if contact.phone
        ]

    @staticmethod
    def asset_version(assets: Path) -> str:
        """A short word that changes when a style sheet or script does, so that browsers fetch it anew."""
        digest = hashlib.sha256()
        for path in sorted(assets.rglob("*")):
            if path.is_file():
                digest.update(path.read_bytes())
        return digest.hexdigest()[:8]
