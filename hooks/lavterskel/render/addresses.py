"""Where each kind of record has its page."""

from __future__ import annotations

FOLDERS = {
    "offer": "tilbud",
    "municipality": "kommune",
    "county": "fylke",
    "topic": "tema",
    "programme": "program",
    "actor": "aktor",
    "pathway": "forlop",
    "instrument": "verktoy",
    "guidance": "foringer",
    "recommendation": "anbefaling",
    "question": "sporsmal",
    "checklist": "sjekkliste",
    "law": "lov",
    "provision": "lov",
    "term": "begrep",
    "rule": "fastlege",
    "reference": "kilder",
}
"""First word of the address, by kind of record."""

SCHEMES = {
    **{folder: kind for kind, folder in FOLDERS.items() if kind not in ("provision", "rule")},
    "paragraf": "provision",
    "regel": "rule",
}
"""What prose writes before the colon in a link to a record, and the kind it leads to."""


def address(kind: str, identity: str) -> str:
    """A record's address from the site's root: ``tilbud/stange-stangehjelpa/``.

    A provision lies under its law: ``hol-3-1`` is ``lov/hol/3-1/``, since the id of a law has no hyphen. The rules of
    the finder stand together on one page.
    """
    if kind == "provision":
        law, _, section = identity.partition("-")
        return f"lov/{law}/{section}/"
    if kind == "rule":
        return f"{FOLDERS[kind]}/regler/#{identity}"
    return f"{FOLDERS[kind]}/{identity}/"
