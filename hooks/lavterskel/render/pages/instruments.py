"""``/verktoy/`` and ``/verktoy/<id>/``: what an instrument is for, when, and by whom. None is reproduced."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.instrument import Instrument, InstrumentType
from ...model.pathway import Pathway
from ...references import running_text
from ...text import counted, shortened, sort_key
from ..addresses import address
from ..context import Context
from ..fields import instrument_fields
from ..flow import steps_where
from ..page import Page


def pages(context: Context) -> Iterator[Page]:
    """The list, and each instrument."""
    found = sorted(context.graph.data.all("instrument").values(), key=lambda one: sort_key(one.title))
    groups = [(type_, [one for one in found if one.type is type_]) for type_ in InstrumentType]
    yield Page(
        "verktoy/",
        "Kartleggingsverktøy og andre verktøy",
        f"{counted(len(found), 'verktøy', 'verktøy')}: hva de er for, når de brukes og av hvem. Innholdet gjengis ikke.",
        context.render("instruments.html", groups=groups),
    )
    for instrument in found:
        yield _instrument(instrument, context)


def _instrument(instrument: Instrument, context: Context) -> Page:
    graph = context.graph
    pathways = graph.records_pointing_at("instrument", instrument.id, "step_instrument", Pathway)
    body = context.render(
        "instrument.html",
        instrument=instrument,
        fields=instrument_fields(instrument, graph),
        steps=steps_where(pathways, lambda step: instrument.id in step.instruments),
        offers=[graph.data.all("offer")[one] for one in instrument.offers],
        programmes=[graph.data.all("programme")[one] for one in instrument.programmes],
    )
    return Page(
        address("instrument", instrument.id),
        f"{instrument.title} (verktøy)",
        shortened(instrument.summary, 300),
        body,
        text=running_text(instrument),
    )
