"""What is known of an offer, as labelled fields in the order a reader asks for them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup, escape

from ..citations.inline import with_citations
from ..graph import Graph
from ..inheritance import AnyInherited, Effective, Inherited
from ..model.actor import Actor
from ..model.instrument import Instrument
from ..model.offer import Access, Age, Area, Contact, Cost, Facts, Offer, OpeningHours, OpeningSlot, Referral, Waiting
from ..model.pathway import Pathway
from ..model.programme import Programme
from ..text import joined, upper_first
from . import labels
from .addresses import address
from .environment import tel
from .field import Field, Origin

Text = Callable[[str], Markup]


def question_fields(
    offer: Offer, graph: Graph, effective: Effective, found_later: Collection[str] = ()
) -> dict[str, Field]:
    """The fields that answer a reader's questions; each is shown also when it is unknown.

    ``found_later`` names the fields that a later search found something for.
    """
    text = _text(graph)
    vocabulary = graph.data.all
    fields = [
        Field("for_whom", "For hvem", _some(text, offer.for_whom)),
        _inherited("age", "Alder", effective.age, age_values, offer.age),
        Field("audience", "Laget for", tuple(escape(vocabulary("audience")[item].title) for item in offer.audience)),
        Field(
            "topics",
            "Gjelder",
            topic_values(effective.topics.value, graph),
            _origin(effective.topics) if effective.topics.value else None,
        ),
        Field("what", "Hva som skjer", _each(text, offer.what)),
        Field(
            "kinds",
            "Type hjelp",
            tuple(_link(f"~/tilbud/type/{item}/", vocabulary("kind")[item].title) for item in offer.kinds),
        ),
        Field("access", "For deg", _access_values(text, offer.access, effective.referral), _origin(effective.referral)),
        Field("access_professional", "For fagfolk", _each(text, offer.access.how_professional if offer.access else ())),
        _inherited("cost", "Pris", effective.cost, cost_values, offer.cost),
        Field("waiting", "Ventetid", waiting_values(text, offer.waiting)),
        Field("opening_hours", "Åpningstid", opening_values(offer.opening_hours)),
        Field("areas", "Hvor", area_values(offer.areas, graph)),
        Field("place", "Sted", _some(text, offer.place)),
        Field("contacts", "Kontakt", contact_values(offer.contacts)),
    ]
    return {
        field.name: field if field.values or field.name not in found_later else replace(field, found_later=True)
        for field in fields
    }


def detail_fields(facts: Facts, graph: Graph) -> list[Field]:
    """The rest, shown when known; the unknown ones are named together."""
    text = _text(graph)
    return [
        Field("method", "Metode", _each(text, facts.method)),
        Field("format", "Form", format_values(facts)),
        Field("length", "Hvor lenge", _some(text, facts.length)),
        Field("frequency", "Hvor ofte", _some(text, facts.frequency)),
        Field("group_size", "Hvor mange i gruppen", _some(text, facts.group_size)),
        Field("languages", "Språk", _each(text, facts.languages)),
        Field("limits", "Hva det ikke er", _each(text, facts.limits)),
        Field("onward", "Viser videre til", _each(text, facts.onward)),
        Field("staffing", "Hvem som arbeider der", _each(text, facts.staffing)),
        Field("cooperation", "Samarbeider med", _each(text, facts.cooperation)),
        Field("instruments", "Kartleggingsverktøy", _each(text, facts.instruments)),
        Field("operation", "Organisering", _each(text, facts.operation)),
        Field("capacity", "Omfang", _each(text, facts.capacity)),
        Field("results", "Resultater", _each(text, facts.results)),
        Field("funding", "Finansiering", _each(text, facts.funding)),
        Field("since", "Startet", _some(text, facts.since)),
    ]


def found_fields(facts: Facts, graph: Graph) -> list[Field]:
    """What a later search found: only what it found, since the rest is not its to say."""
    text = _text(graph)
    own = Inherited(facts.access.referral) if facts.access and facts.access.referral else None
    fields = [
        Field("summary", "Hva det er", _some(text, facts.summary)),
        Field("for_whom", "For hvem", _some(text, facts.for_whom)),
        Field("age", "Alder", age_values(facts.age) if facts.age else ()),
        Field("what", "Hva som skjer", _each(text, facts.what)),
        Field("access", "Slik kommer du i gang", _access_values(text, facts.access, own)),
        Field("cost", "Pris", cost_values(facts.cost) if facts.cost else ()),
        Field("waiting", "Ventetid", waiting_values(text, facts.waiting)),
        Field("opening_hours", "Åpningstid", opening_values(facts.opening_hours)),
        Field("place", "Sted", _some(text, facts.place)),
        Field("contacts", "Kontakt", contact_values(facts.contacts)),
        *detail_fields(facts, graph),
        Field("notes", "Merk", _each(text, facts.notes)),
    ]
    return [field for field in fields if field.values]


def age_values(age: Age) -> tuple[Markup, ...]:
    """«16–25 år», «Fra 16 år», and how old people usually are where that is all the source says."""
    found = []
    if age.min is not None and age.max is not None:
        found.append(f"{age.min}–{age.max} år")
    elif age.min is not None:
        found.append("Alle aldre" if age.min == 0 else f"Fra {age.min} år")
    elif age.max is not None:
        found.append(f"Til og med {age.max} år")
    elif age.text:
        found.append(age.text)
    if age.typical:
        found.append(f"Vanlig alder: {age.typical} (ikke en grense)")
    return tuple(escape(item) for item in found)


def cost_values(cost: Cost) -> tuple[Markup, ...]:
    """«Gratis», or what the source says of the price."""
    if cost.free is None:
        return (escape(cost.text),) if cost.text else ()
    short = "Gratis" if cost.free else "Du betaler noe"
    if cost.text and cost.text.rstrip(".").casefold() != short.casefold():
        return (escape(short), escape(cost.text))
    return (escape(short),)


def waiting_values(text: Text, waiting: Iterable[Waiting]) -> tuple[Markup, ...]:
    """Each statement with whose word it is and what it counts up to."""
    found = []
    for item in waiting:
        kind = [labels.WAITING_NATURE[item.nature]] if item.nature else []
        kind += [labels.WAITING_MEASURE[item.measures]] if item.measures else []
        found.append(text(item.text) + Markup(f' <small class="kind">({", ".join(kind)})</small>' if kind else ""))
    return tuple(found)


def opening_values(hours: OpeningHours | None) -> tuple[Markup, ...]:
    """The hours as slots where they are exact, else as the source puts them."""
    if hours is None:
        return ()
    if hours.always:
        return (escape(hours.text or "Åpent hele døgnet, alle dager"),)
    slots = tuple(escape(slot_text(slot)) for slot in hours.slots)
    if hours.text:
        return (escape(hours.text),)
    if slots:
        return slots
    words = [word for word, open_then in (("om kvelden", hours.evening), ("i helgen", hours.weekend)) if open_then]
    return (escape(f"Åpent {joined(words)}"),) if words else ()


def slot_text(slot: OpeningSlot) -> str:
    """«mandag–fredag kl. 8–15.30»."""
    note = f" ({slot.note})" if slot.note else ""
    return f"{_days(slot.days)} kl. {_clock(slot.opens)}–{_clock(slot.closes)}{note}"


def _days(days: Sequence[str]) -> str:
    order = list(labels.WEEKDAY)
    numbers = [order.index(day) for day in days]
    names = [labels.WEEKDAY[day] for day in days]
    if len(days) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"{names[0]}–{names[-1]}"
    return joined(names)


def _clock(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(hour)}" if minute == "00" else f"{int(hour)}.{minute}"


def area_values(areas: Iterable[Area], graph: Graph) -> tuple[Markup, ...]:
    """Each place with its role, and the name it had when it was described."""
    return tuple(_area(area, graph) for area in areas)


def _area(area: Area, graph: Graph) -> Markup:
    if area.nation:
        return escape("Hele landet")
    if area.county:
        county = graph.county_by_number[area.county]
        return _link(f"~/fylke/{county.id}/", f"{county.title} (fylke)")
    municipality = graph.municipality_by_number[area.municipality or ""]
    words = [area.district] if area.district else []
    words += [f"den gang {area.name_then}"] if area.name_then and area.name_then != municipality.title else []
    words += [labels.ROLE[area.role]] if area.role else []
    link = _link(f"~/kommune/{municipality.id}/", municipality.title)
    return link + (Markup(" ({})").format("; ".join(words)) if words else Markup(""))


def contact_values(contacts: Iterable[Contact]) -> tuple[Markup, ...]:
    """Each way to make contact, as a link where it can be one."""
    return tuple(contact_link(contact) for contact in contacts)


def contact_link(contact: Contact) -> Markup:
    """One contact, with what it is for."""
    if contact.phone:
        return _labelled(
            "Telefon", contact, Markup('<a href="tel:{}">{}</a>').format(tel(contact.phone), contact.phone)
        )
    if contact.sms:
        return _labelled("SMS", contact, Markup('<a href="sms:{}">{}</a>').format(tel(contact.sms), contact.sms))
    if contact.chat:
        return _labelled("Chat", contact, _web_link(contact.chat))
    if contact.web:
        return _labelled("Nett", contact, _web_link(contact.web))
    if contact.email:
        return _labelled("E-post", contact, _link(f"mailto:{contact.email}", contact.email))
    return _labelled("Adresse", contact, escape(contact.address or ""))


def _labelled(kind: str, contact: Contact, value: Markup) -> Markup:
    return Markup('<span class="contact-kind">{}</span> {}').format(contact.label or kind, value)


LONGEST_ADDRESS = 48


def _web_link(web: str) -> Markup:
    """An address as it is read, without https:// and www. A long one is its host alone, and spelled out on paper."""
    bare = web.split("://", 1)[1].removeprefix("www.").rstrip("/")
    if len(bare) <= LONGEST_ADDRESS:
        return _link(web, bare)
    host = bare.split("/", 1)[0]
    return Markup('<a class="spell-out" href="{}">{}</a>').format(web, host)


def format_values(facts: Facts) -> tuple[Markup, ...]:
    """«Oppmøte, telefon», «i gruppe»."""
    if facts.format is None:
        return ()
    ways = [labels.CHANNEL[channel] for channel in facts.format.channels]
    company = [labels.SETTING[setting] for setting in facts.format.settings]
    return tuple(escape(part) for part in (", ".join(ways), joined(company, "eller").capitalize()) if part)


def _access_values(text: Text, access: Access | None, referral: Inherited[Referral] | None) -> tuple[Markup, ...]:
    first = (escape(labels.REFERRAL[referral.value]),) if referral else ()
    return (*first, *_each(text, access.how if access else ()))


def _inherited(
    name: str,
    label: str,
    found: Inherited[Age] | Inherited[Cost] | None,
    values: Callable[..., tuple[Markup, ...]],
    own: Age | Cost | None,
) -> Field:
    """A field that may come from elsewhere; the offer's own remarks on it stand even when the limit is inherited."""
    if found is None:
        return Field(name, label, values(own) if own else ())
    extra = values(own) if own is not None and found.origin else ()
    return Field(name, label, (*values(found.value), *extra), _origin(found))


def _origin(found: AnyInherited | None) -> Origin | None:
    if found is None or found.origin is None:
        return None
    kind = "programme" if isinstance(found.origin, Programme) else "offer"
    return Origin(found.origin.id, found.origin.title, address(kind, found.origin.id))


def _text(graph: Graph) -> Text:
    bibliography = graph.data.bibliography
    return lambda value: with_citations(value, bibliography) if "@" in value else escape(value)


def _some(text: Text, value: str | None) -> tuple[Markup, ...]:
    return (text(value),) if value else ()


def _each(text: Text, values: Iterable[str]) -> tuple[Markup, ...]:
    return tuple(text(value) for value in values)


@lru_cache(maxsize=4096)
def _link(href: str, words: str) -> Markup:
    """A link; the same few hundred stand on thousands of pages, so each is made once."""
    return Markup(f'<a href="{escape(href)}">{escape(words)}</a>')


def programme_fields(programme: Programme, graph: Graph) -> list[Field]:
    """What is known of a programme; the questions stand also when unknown."""
    text = _text(graph)
    referral = programme.access.referral if programme.access else None
    asked = [
        Field("for_whom", "For hvem", _some(text, programme.for_whom)),
        Field("age", "Alder", age_values(programme.age) if programme.age else ()),
        Field("topics", "Gjelder", topic_values(programme.topics, graph)),
        Field("what", "Hva det er", _each(text, programme.what)),
        Field("steps", "Trinn", _each(text, programme.steps)),
        Field(
            "access",
            "Slik får du det",
            _access_values(text, programme.access, Inherited(referral) if referral else None),
        ),
        Field("cost", "Pris", cost_values(programme.cost) if programme.cost else ()),
    ]
    more = [
        Field("method", "Metode", _each(text, programme.method)),
        Field("staffing", "Hvem som arbeider med det", _each(text, programme.staffing)),
        Field("instruments", "Kartleggingsverktøy", _each(text, programme.instruments)),
        Field("goals", "Mål", _each(text, programme.goals)),
        Field("principles", "Prinsipper", _each(text, programme.principles)),
        Field("advice", "Råd om bruken", _each(text, programme.advice)),
        Field("results", "Resultater", _each(text, programme.results)),
        Field("evidence", "Hva forskningen viser", _each(text, programme.evidence)),
        Field("challenges", "Utfordringer", _each(text, programme.challenges)),
        Field("debate", "Uenighet", _each(text, programme.debate)),
        Field("spread", "Utbredelse", _each(text, programme.spread)),
        Field("used_in", "Brukes i", _each(text, programme.used_in)),
        Field("funding", "Finansiering", _each(text, programme.funding)),
        Field("since", "Startet", _some(text, programme.since)),
        Field("notes", "Merk", _each(text, programme.notes)),
    ]
    return asked + [field for field in more if field.values]


def actor_fields(actor: Actor, graph: Graph) -> list[Field]:
    """What is known of an actor."""
    text = _text(graph)
    referral = actor.access.referral if actor.access else None
    asked = [
        Field("level", "Nivå", (escape(labels.LEVEL[actor.level]),) if actor.level else ()),
        Field("target_group", "For hvem", _some(text, actor.target_group)),
        Field("tasks", "Oppgaver", _each(text, actor.tasks)),
        Field(
            "access",
            "Slik kommer du dit",
            _access_values(text, actor.access, Inherited(referral) if referral else None),
        ),
        Field("access_professional", "For fagfolk", _each(text, actor.access.how_professional if actor.access else ())),
        Field("age", "Alder", age_values(actor.age) if actor.age else ()),
        Field("cost", "Pris", cost_values(actor.cost) if actor.cost else ()),
        Field("legal_basis", "Rettslig grunnlag", legal_values(actor.legal_basis, actor.laws, graph)),
        Field("areas", "Hvor", area_values(actor.areas, graph)),
        Field("contacts", "Kontakt", contact_values(actor.contacts)),
    ]
    more = [
        Field("cooperation", "Samarbeider med", _each(text, actor.cooperation)),
        Field("notes", "Merk", _each(text, actor.notes)),
    ]
    return asked + [field for field in more if field.values]


def pathway_fields(pathway: Pathway, graph: Graph) -> list[Field]:
    """What is known of a pathway as a whole."""
    text = _text(graph)
    programme = graph.data.all("programme").get(pathway.programme or "")
    fields = [
        Field("target_group", "For hvem", _some(text, pathway.target_group)),
        Field("age", "Alder", age_values(pathway.age) if pathway.age else ()),
        Field("starts", "Begynner når", _some(text, pathway.starts)),
        Field("severity", "Alvor", _some(text, pathway.severity)),
        Field("duration", "Varighet", _some(text, pathway.duration)),
        Field("areas", "Hvor", area_values(pathway.areas, graph)),
        Field("topics", "Gjelder", topic_values(pathway.topics, graph)),
        Field("programme", "Program", (_link(f"~/program/{programme.id}/", programme.title),) if programme else ()),
        Field(
            "offers",
            "Tilbud på veien",
            tuple(_link(f"~/tilbud/{one}/", graph.data.all("offer")[one].title) for one in pathway.offers),
        ),
        Field("legal_basis", "Rettslig grunnlag", legal_values(pathway.legal_basis, pathway.laws, graph)),
    ]
    return [field for field in fields if field.values]


def instrument_fields(instrument: Instrument, graph: Graph) -> list[Field]:
    """What is known of an instrument; the questions stand also when unknown."""
    text = _text(graph)
    actors = graph.data.all("actor")
    asked = [
        Field("measures", "Måler", _some(text, instrument.measures)),
        Field("target_group", "For hvem", _some(text, instrument.target_group)),
        Field("when", "Når", _each(text, instrument.when)),
        Field(
            "used_by",
            "Brukes av",
            (
                *(_link(f"~/aktor/{one}/", actors[one].title) for one in instrument.used_by),
                *_some(text, instrument.used_by_text),
            ),
        ),
    ]
    more = [
        Field("topics", "Gjelder", topic_values(instrument.topics, graph)),
        Field("found_at", "Finnes hos", _some(text, instrument.found_at)),
        Field("url", "Nettside", (_web_link(instrument.url),) if instrument.url else ()),
        Field("results", "Bruk og resultater", _each(text, instrument.results)),
        Field("notes", "Merk", _each(text, instrument.notes)),
    ]
    return asked + [field for field in more if field.values]


def topic_values(topics: Iterable[str], graph: Graph) -> tuple[Markup, ...]:
    """Topics as links."""
    return tuple(_link(f"~/tema/{item}/", graph.data.all("topic")[item].title) for item in topics)


def legal_values(provisions: Iterable[str], laws: Iterable[str], graph: Graph) -> tuple[Markup, ...]:
    """Provisions and acts as links: «Helse- og omsorgstjenesteloven § 3-2»."""
    named = graph.data.all("law")
    found = [(graph.data.all("provision")[one], one) for one in provisions]
    return (
        *(
            _link(f"~/{address('provision', one)}", f"{upper_first(named[it.law].short_title)} {it.number}")
            for it, one in found
        ),
        *(_link(f"~/{address('law', one)}", upper_first(named[one].short_title)) for one in laws),
    )
