"""Terms that the field uses, explained."""

from __future__ import annotations

from pydantic import Field

from .base import AsOf, Record, Slug, Text, Texts


class Term(Record):
    """A term or a short form. ``forms`` are the ways it is written in running text; only those are marked on pages."""

    aliases: Texts = ()
    forms: Texts = Field((), description="Skrivemåter som skal forklares der de står på en side")
    definition: Text = Field(description="Én eller to setninger, i egne ord")
    more: Texts = Field((), description="Hvordan andre kilder bruker ordet, med sitering")
    see: tuple[Slug, ...] = ()
    topics: tuple[Slug, ...] = ()
    notes: Texts = ()
    as_of: AsOf
