"""Where readers can say that something is wrong: the owner sets it in one place, ``extra: tilbakemelding`` in mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from .model.base import EmailAddress, WebAddress

NOT_SET = "Den som driver nettstedet, har ikke lagt inn noe sted å si fra ennå. Spør kommunen, hvis siden er dens."

_EMAIL: TypeAdapter[str] = TypeAdapter(EmailAddress)
_WEB: TypeAdapter[str] = TypeAdapter(WebAddress)


class UnusableFeedback(Exception):
    """What is set is neither an e-mail address nor a web address."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """Where a link to the owner leads, and how the address is written."""

    href: str
    words: str

    @classmethod
    def at(cls, value: object) -> Feedback | None:
        """The place that is set; ``None`` when the owner has set none. Raises ``UnusableFeedback``."""
        if value is None or value == "":
            return None
        if _fits(_EMAIL, value):
            return cls(f"mailto:{quote(str(value), safe='@')}", str(value))
        if _fits(_WEB, value):
            return cls(str(value), str(value).partition("://")[2].rstrip("/"))
        raise UnusableFeedback(
            f"mkdocs.yml, extra: «tilbakemelding: {value}» er verken en e-postadresse eller en nettadresse. Skriv for "
            "eksempel «post@eksempel.kommune.no» eller «https://eksempel.kommune.no/si-fra»."
        )


def _fits(adapter: TypeAdapter[str], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def sentence(feedback: Feedback | None) -> str:
    """What a prose page says in Markdown where it has ``{{ tilbakemelding }}``."""
    if feedback is None:
        return NOT_SET
    way = "Skriv til" if feedback.href.startswith("mailto:") else "Si fra på"
    return f"{way} [{feedback.words}](<{feedback.href}>)."
