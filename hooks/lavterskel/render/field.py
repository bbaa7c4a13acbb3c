"""One field of a record, and how it is written: the markup that others rely on.

In Python and not in a template because every page has twenty of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from .labels import UNKNOWN

_ORDERED = frozenset({"steps"})
_IN_A_ROW = frozenset({"topics", "kinds", "audience"})


@dataclass(frozen=True, slots=True)
class Origin:
    """The record a value is inherited from."""

    id: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field as shown. No values means that the source does not say.

    ``found_later`` points a reader to what a later search found, where the first source is silent.
    """

    name: str
    label: str
    values: tuple[Markup, ...] = ()
    origin: Origin | None = None
    found_later: bool = False

    def __html__(self) -> str:
        """The field with its label, for a definition list."""
        unknown = "" if self.values else " data-unknown"
        inherited = f' data-inherited="{escape(self.origin.id)}"' if self.origin else ""
        return (
            f'<div data-field="{self.name}"{unknown}{inherited}><dt>{self.label}</dt>'
            f"<dd>{self._shown_values()}{self._shown_origin()}</dd></div>\n"
        )

    @property
    def mention(self) -> Markup:
        """The field's name among those that the source is silent on."""
        return _mention(self.name, self.label)

    def _shown_values(self) -> str:
        if not self.values:
            hint = ' <a class="found-hint" href="#funnet">Funnet senere</a>' if self.found_later else ""
            return f'<span class="unknown">{UNKNOWN}</span>{hint}'
        if len(self.values) == 1:
            return self.values[0]
        items = "".join(f"<li>{value}</li>" for value in self.values)
        if self.name in _ORDERED:
            return f"<ol>{items}</ol>"
        return f'<ul class="inline-list">{items}</ul>' if self.name in _IN_A_ROW else f"<ul>{items}</ul>"

    def _shown_origin(self) -> str:
        if self.origin is None:
            return ""
        link = f'<a href="~/{escape(self.origin.address)}">{escape(self.origin.title)}</a>'
        return f'<p class="inherited">Står ikke om dette tilbudet. Gjelder {link}, som det hører til.</p>'


@lru_cache(maxsize=256)
def _mention(name: str, label: str) -> Markup:
    return Markup(f'<span data-field="{name}" data-unknown>{label.lower()}</span>')
