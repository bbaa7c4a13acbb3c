"""Where each kind of record has its page."""

from __future__ import annotations

FOLDERS = {
    "offer": "tilbud",
    "municipality": "kommune",
    "county": "fylke",
    "topic": "tema",
    "programme": "program",
    "actor": "aktor",
    "reference": "kilder",
}
"""First word of the address, by kind of record."""


def address(kind: str, identity: str) -> str:
    """A record's address from the site's root: ``tilbud/stange-stangehjelpa/``."""
    return f"{FOLDERS[kind]}/{identity}/"
