"""What a page may load and run: its Content-Security-Policy, the same in every head and in the headers of the host.

The few scripts that stand in the pages themselves are let through by their hash, computed from the templates at every
build, so that nobody writes a hash by hand. Data in a page (``type="application/ld+json"``) is not run and needs none.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""What each kind of content may come from. A kind that is not here comes from nowhere."""

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def policy(theme: Path) -> str:
    """The policy as a page's ``meta`` element has it, for the templates below ``theme``."""
    scripts = {"script-src": " ".join([SOURCES["script-src"], *sorted(set(_hashes(theme)))])}
    return "; ".join(f"{kind} {sources}" for kind, sources in {**SOURCES, **scripts}.items())


def _hashes(theme: Path) -> Iterator[str]:
    """Of every script in the templates, which must be plain text: what Jinja fills in, has another hash."""
    for template in theme.rglob("*.html"):
        for script in _INLINE.findall(template.read_text(encoding="utf-8")):
            yield f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
