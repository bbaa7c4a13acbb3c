"""Signs that turn the direction of the text after them: taken away when files are read, and told of.

Nobody sees them, they come along when text is copied (a telephone number from a phone has two), and one of them can
turn what stands after it on a page, in a title or in a file: far from the place it came from, where no style can hold
it back. Letters that run from right to left by nature are left alone; the style sheet keeps them in their place.
"""

from __future__ import annotations

import re

from .problems import Problem, Severity

_TURNS = re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")
"""U+202A–202E and U+2066–2069 in UTF-8."""


def without_turns(content: bytes) -> tuple[bytes, int]:
    """The content without them, and how many there were."""
    return _TURNS.subn(b"", content)


def told(count: int, name: str) -> Problem:
    """What the editor is told of them."""
    signs = "ett usynlig tegn" if count == 1 else f"{count} usynlige tegn"
    return Problem(
        name,
        0,
        f"Filen har {signs} som snur leseretningen (U+202A–202E eller U+2066–2069). Nettstedet bygges uten.",
        severity=Severity.WARNING,
    )
