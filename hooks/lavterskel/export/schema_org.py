"""schema.org as JSON-LD: what a page is about, for machines that read pages. Only what the record says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..graph import Graph
from ..model.guidance import GuidanceDocument, Recommendation
from ..model.law import Law
from ..model.offer import Area, Contact, Offer, OpeningHours, Status
from ..model.place import Municipality
from ..render.addresses import address

CONTEXT = "https://schema.org"
_DAYS = {
    "mo": "Monday",
    "tu": "Tuesday",
    "we": "Wednesday",
    "th": "Thursday",
    "fr": "Friday",
    "sa": "Saturday",
    "su": "Sunday",
}

Json = dict[str, object]


def offer_jsonld(offer: Offer, graph: Graph, site_url: str) -> Json:
    """A ``Service``; ``Course`` stays unused since the sources give no dates for the courses."""
    effective = graph.effective[offer.id]
    url = absolute(site_url, address("offer", offer.id))
    made: Json = {
        "@context": CONTEXT,
        "@type": "Service",
        "@id": url,
        "url": url,
        "name": offer.title,
        "inLanguage": "nb",
        "description": offer.summary,
        "alternateName": offer.aliases,
        "serviceType": [graph.data.all("kind")[kind].title for kind in offer.kinds],
        "category": [graph.data.all("topic")[topic].title for topic in effective.topics.value],
        "provider": {"@type": "Organization", "name": offer.provider.name} if offer.provider else None,
        "areaServed": [_area(area, graph, site_url) for area in offer.areas],
        "audience": _audience(offer, graph),
        "availableChannel": [_channel(contact) for contact in offer.contacts],
        "hoursAvailable": _hours(offer.opening_hours),
        "offers": {"@type": "Offer", "price": 0, "priceCurrency": "NOK"}
        if offer.cost and offer.cost.free and _in_use(offer)
        else None,
        "isRelatedTo": {"@id": absolute(site_url, address("offer", offer.part_of))} if offer.part_of else None,
    }
    return _filled(made)


def municipality_jsonld(municipality: Municipality, graph: Graph, offers: Iterable[Offer], site_url: str) -> Json:
    """A page about an ``AdministrativeArea`` with the list of what can be used there."""
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "CollectionPage",
            "url": absolute(site_url, address("municipality", municipality.id)),
            "inLanguage": "nb",
            "about": {
                "@type": "AdministrativeArea",
                "name": municipality.title,
                "identifier": municipality.number,
                "alternateName": [*municipality.other_names, *(former.name for former in municipality.former)],
                "containedInPlace": {
                    "@type": "AdministrativeArea",
                    "name": graph.county_by_number[municipality.county].title,
                },
            },
            "mainEntity": _item_list(offers, site_url),
        }
    )


def catalogue_jsonld(title: str, offers: Iterable[Offer], site_url: str) -> Json:
    """An ``ItemList`` of the offers on a page."""
    return {"@context": CONTEXT, "name": title, **_item_list(offers, site_url)}


def site_jsonld(site_url: str) -> Json:
    """The site itself."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "name": "Lavterskel",
        "inLanguage": "nb",
        "url": absolute(site_url, ""),
    }


def absolute(site_url: str, path: str) -> str:
    """A whole address from the site's root."""
    return f"{site_url.rstrip('/')}/{path}"


def _item_list(offers: Iterable[Offer], site_url: str) -> Json:
    items = [
        {
            "@type": "ListItem",
            "position": position,
            "name": offer.title,
            "url": absolute(site_url, address("offer", offer.id)),
        }
        for position, offer in enumerate(offers, 1)
    ]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def _in_use(offer: Offer) -> bool:
    return offer.status not in (Status.PLANNED, Status.EXAMPLE, Status.ENDED)


def _area(area: Area, graph: Graph, site_url: str) -> Json:
    if area.municipality:
        municipality = graph.municipality_by_number[area.municipality]
        return {
            "@type": "AdministrativeArea",
            "name": municipality.title,
            "identifier": municipality.number,
            "url": absolute(site_url, address("municipality", municipality.id)),
        }
    if area.county:
        return {
            "@type": "AdministrativeArea",
            "name": graph.county_by_number[area.county].title,
            "identifier": area.county,
        }
    return {"@type": "Country", "name": "Norge"}


def _audience(offer: Offer, graph: Graph) -> Json | None:
    age = graph.effective[offer.id].age
    groups = ", ".join(graph.data.all("audience")[item].title for item in offer.audience)
    if age is None and not groups:
        return None
    return _filled(
        {
            "@type": "PeopleAudience",
            "audienceType": groups,
            "suggestedMinAge": age.value.min if age else None,
            "suggestedMaxAge": age.value.max if age else None,
        }
    )


def _channel(contact: Contact) -> Json:
    phone = contact.phone or contact.sms
    return _filled(
        {
            "@type": "ServiceChannel",
            "name": contact.label,
            "servicePhone": {"@type": "ContactPoint", "telephone": phone} if phone else None,
            "serviceUrl": contact.web or contact.chat,
            "serviceLocation": {"@type": "Place", "address": contact.address} if contact.address else None,
        }
        | ({"serviceUrl": f"mailto:{contact.email}"} if contact.email else {})
    )


def _hours(hours: OpeningHours | None) -> list[Json]:
    if hours is None:
        return []
    if hours.always:
        return [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": list(_DAYS.values()),
                "opens": "00:00",
                "closes": "23:59",
            }
        ]
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_DAYS[day] for day in slot.days],
            "opens": slot.opens,
            "closes": slot.closes,
        }
        for slot in hours.slots
    ]


def _filled(values: Mapping[str, object]) -> Json:
    """Without what is unknown."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def document_jsonld(document: GuidanceDocument, graph: Graph, site_url: str) -> Json:
    """A ``MedicalGuideline`` for a guideline or guide, else a ``CreativeWork``; superseded documents say by what."""
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "MedicalGuideline" if document.type.value in _GUIDELINES else "CreativeWork",
            "@id": absolute(site_url, address("guidance", document.id)),
            "url": absolute(site_url, address("guidance", document.id)),
            "name": document.title,
            "alternateName": document.aliases,
            "inLanguage": "nb",
            "identifier": document.numbers,
            "publisher": {"@type": "Organization", "name": document.issuer} if document.issuer else None,
            "guidelineDate" if document.type.value in _GUIDELINES else "datePublished": document.year,
            "isBasedOn": [{"@id": absolute(site_url, address("guidance", one))} for one in document.replaces],
            "supersededBy": [
                {"@id": absolute(site_url, address("guidance", one.id))} for one in graph.successors(document.id)
            ],
            "sameAs": document.url,
        }
    )


_GUIDELINES = frozenset({"guideline", "guide", "advice", "pathway", "priority-guide"})


def recommendation_jsonld(item: Recommendation, graph: Graph, site_url: str) -> Json:
    """A ``MedicalGuidelineRecommendation`` with its strength as printed."""
    url = absolute(site_url, address("recommendation", item.id))
    kind, identity = ("law", item.law) if item.law else ("guidance", item.document or "")
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "MedicalGuidelineRecommendation",
            "@id": url,
            "url": url,
            "name": item.title,
            "inLanguage": "nb",
            "recommendationStrength": item.strength_printed or graph.data.all("strength")[item.strength].title,
            "evidenceOrigin": item.said_by,
            "guidelineSubject": [graph.data.all("topic")[topic].title for topic in item.topics],
            "isPartOf": {"@id": absolute(site_url, address(kind, identity))},
        }
    )


def law_jsonld(law: Law, site_url: str) -> Json:
    """A ``Legislation``, named and dated as the sources cite it."""
    url = absolute(site_url, address("law", law.id))
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "Legislation",
            "@id": url,
            "url": url,
            "name": law.title,
            "alternateName": [law.short_title, *law.abbreviations],
            "legislationIdentifier": law.number,
            "legislationDate": law.date,
            "inLanguage": "nb",
        }
    )
