"""What a record page consists of, before it meets the site's frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """One page to write.

    ``address`` is relative to the site: ``""`` for the start page, else with a slash last. Links in ``body`` are
    written from the site's root as ``="~/tilbud/"``, so that a fragment can stand on pages of any depth.
    ``citation`` holds what reference managers read: names and contents of ``meta`` elements. ``text`` is the page's own
    running text, where terms to explain are looked for.
    """

    address: str
    title: str
    description: str
    body: Markup
    structured: Mapping[str, object] | None = None
    citation: tuple[tuple[str, str], ...] = ()
    text: str = ""

    @property
    def section(self) -> str:
        """First word of the address: ``tilbud``."""
        return self.address.partition("/")[0]

    @property
    def depth(self) -> int:
        """Steps down from the root: ``tilbud/x/`` is 2."""
        return self.address.count("/")
