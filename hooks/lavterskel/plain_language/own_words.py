"""The site's own words: what the templates, the scripts and the package itself say to readers and editors.

Found in the source, so that no label is missed because no page happens to show it. Where a value is filled in, one
word stands for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment

from .passages import Passage, Written
from .sentences import word_list

_PACKAGE = Path(__file__).parent.parent
_FILLED_IN = "Xx"
_INSIDE_A_LINE = word_list("a abbr b cite code em i kbd small span strong sub sup time")
_READ_ALOUD = ("alt", "aria-label", "placeholder", "title")
"""Attributes whose words a reader meets."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PHRASE = re.compile(r"^[«(]?[A-ZÆØÅ§]|[^\W\d_]+,? [^\W\d_]+")
"""What a string holds when it is words and no name in the code: a capital first, or a space between words."""
_MARKUP = re.compile(r"</?[a-z][^>]*>")

_FILL = r"\$\{(?:`(?:\$\{[^{}]*\}|[^`])*`|\{[^{}]*\}|[^{}`])*\}"
"""``${…}`` in a template, which may hold a template of its own."""
_SCRIPT = re.compile(
    r"""//[^\n]*|/\*.*?\*/|(?P<string>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    rf"""|`(?:\\.|{_FILL}|[^`\\])*`)""",
    re.DOTALL,
)
"""A comment or a string, whichever comes first. Regular expressions in our scripts hold no quotes."""
_EXPRESSION = re.compile(_FILL)
_NESTED = re.compile(r'["`]([^"`]+)["`]')


def of_site(theme: Path) -> Iterator[Written]:
    """The words of every template and script below ``theme``, and of every module of this package."""
    for path in sorted([*theme.glob("*.html"), *(theme / "records").glob("*.html")]):
        yield _written("maler", path, theme.parent, _of_template(path.read_text(encoding="utf-8")))
    for path in sorted((theme / "assets").glob("*.js")):
        yield _written("skript", path, theme.parent, _of_script(path.read_text(encoding="utf-8")))
    for path in sorted(_PACKAGE.rglob("*.py")):
        yield _written("pakken", path, _PACKAGE.parent.parent, _of_module(path.read_text(encoding="utf-8")))


def _written(kind: str, path: Path, root: Path, found: Iterator[tuple[int, str]]) -> Written:
    passages = tuple(Passage(line, "", " ".join(text.split())) for line, text in found if _LETTERS.search(text))
    return Written(kind, str(path.relative_to(root)), "", passages)


def _of_template(source: str) -> Iterator[tuple[int, str]]:
    """Text between blocks, attributes that are read aloud, and strings inside expressions."""
    page = _Template()
    for line, token, value in Environment().lex(source):
        if token == "data":
            page.feed_at(line, value)
        elif token == "variable_begin":
            page.feed_at(line, _FILLED_IN)
        elif token == "name" and value in ("else", "elif"):
            page.end()
        elif token == "string" and _PHRASE.search(value[1:-1]):
            yield line, _MARKUP.sub("", value[1:-1])
    page.close()
    page.end()
    yield from page.found


class _Template(HTMLParser):
    """Gathers what stands between block elements into passages."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._lines_before = 0
        self._started = 0
        self._text = ""
        self._silent = ""

    def feed_at(self, line: int, data: str) -> None:
        """Read on, from a line of the template."""
        self._lines_before = line - self.getpos()[0]
        self.feed(data)

    def end(self) -> None:
        """Here ends a passage."""
        if self._text.strip():
            self.found.append((self._started, self._text))
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(self._line(), value) for name, value in attrs if name in _READ_ALOUD and value]
        if tag not in _INSIDE_A_LINE:
            self.end()
        if tag in ("script", "style"):
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INSIDE_A_LINE:
            self.end()
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if not self._text.strip():
            self._started = self._line()
        self._text += data

    def _line(self) -> int:
        return self._lines_before + self.getpos()[0]


def _of_script(source: str) -> Iterator[tuple[int, str]]:
    for match in _SCRIPT.finditer(source):
        if match["string"]:
            line = source.count("\n", 0, match.start()) + 1
            whole = match["string"][1:-1]
            inside = [text for code in _EXPRESSION.findall(whole) for text in _NESTED.findall(code[2:-1])]
            for text in (_EXPRESSION.sub(_FILLED_IN, one) for one in (whole, *inside)):
                if _PHRASE.search(text):
                    yield line, _MARKUP.sub("", text)


def _of_module(source: str) -> Iterator[tuple[int, str]]:
    tree = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings, in English
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == word_list.__name__:
            silent |= {id(words) for words in node.args}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            silent |= {id(part) for part in node.values}
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else _FILLED_IN for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            text = node.value
        else:
            continue
        if _PHRASE.search(text) and "(?" not in text:
            yield node.lineno, _MARKUP.sub("", text)
