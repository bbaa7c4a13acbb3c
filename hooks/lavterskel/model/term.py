"""Terms that the field uses, explained."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import AsOf, Record, Slug, Text, Texts

Form = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"[\p{L}\p{N}]")]


class Term(Record):
    """A term or a short form. ``forms`` are the ways it is written in running text; only those are marked on pages."""

    aliases: Texts = ()
    forms: tuple[Form, ...] = Field((), description="Skrivemåter som skal forklares der de står på en side")
    definition: Text = Field(description="Én eller to setninger, i egne ord")
    more: Texts = Field((), description="Hvordan andre kilder bruker ordet, med sitering")
    see: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    notes: Texts = ()
    as_of: AsOf


def spellings(form: str) -> tuple[str, ...]:
    """The ways a form can stand: lower-case ones with a capital too, those with capitals only as they are."""
    return (form, form[0].upper() + form[1:]) if form[0].islower() else (form,)
