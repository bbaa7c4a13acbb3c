"""Citations in running text: ``[@key]``, ``[@key, s. 12]``, ``[se @key; @other]``, in prose and data alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from .bibliography import Bibliography
from .style import label

_BRACKET = re.compile(r"\[([^\[\]@]*@[^\[\]]*)\]")
_CITED = re.compile(r"^(?P<prefix>[^@]*?)-?@(?P<key>[A-Za-z0-9_][^\s,;\]]*)(?P<locator>,\s*.*)?$")


@dataclass(frozen=True, slots=True)
class Cited:
    """One work in a bracket, with the words around it: «se», «s. 12»."""

    key: str
    prefix: str = ""
    locator: str = ""


def citations(bracket: str) -> list[Cited] | None:
    """The works cited in what stands between [ and ]; ``None`` when it is not a citation."""
    found = []
    for part in bracket.split(";"):
        match = _CITED.match(part.strip())
        if match is None:
            return None
        found.append(Cited(match["key"], match["prefix"].strip(), (match["locator"] or "").lstrip(", ")))
    return found


def cited_keys(text: str) -> Iterator[str]:
    """Every key cited in a text."""
    for match in _BRACKET.finditer(text):
        for cited in citations(match[1]) or ():
            yield cited.key


def parenthesis(cited: list[Cited], bibliography: Bibliography, address: Callable[[str], str]) -> Markup:
    """«(se Ose mfl., 2018, s. 12)», each work linked to its page. Raises ``KeyError`` for an unknown key."""
    return Markup("({})").format(Markup("; ").join(_one(item, bibliography, address) for item in cited))


def with_citations(text: str, bibliography: Bibliography) -> Markup:
    """A text from a record as HTML: escaped, with its citations as links from the site's root."""
    parts: list[Markup] = []
    end = 0
    for match in _BRACKET.finditer(text):
        cited = citations(match[1])
        if cited is None or any(item.key not in bibliography.works for item in cited):
            continue
        parts += [escape(text[end : match.start()]), parenthesis(cited, bibliography, lambda key: f"~/kilder/{key}/")]
        end = match.end()
    return Markup("").join([*parts, escape(text[end:])])


def _one(cited: Cited, bibliography: Bibliography, address: Callable[[str], str]) -> Markup:
    work = bibliography.works[cited.key]
    link = Markup('<a class="citation" href="{}">{}</a>').format(address(cited.key), label(work))
    prefix = Markup("{} ").format(cited.prefix) if cited.prefix else Markup("")
    locator = Markup(", {}").format(cited.locator) if cited.locator else Markup("")
    return prefix + link + locator


def without_citations(text: str) -> str:
    """A text without its citations, for places where a link cannot stand."""
    if "@" not in text:
        return text
    return re.sub(rf"(?<!\s)\s*{_BRACKET.pattern}", lambda found: found[0] if citations(found[1]) is None else "", text)
