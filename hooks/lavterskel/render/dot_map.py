"""A map of Norway with a dot for every municipality, drawn from their coordinates when the site is built."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from ..model.place import Municipality
from ..text import counted

WIDTH = 420
_MARGIN = 12
_MIDDLE = math.radians(16.0)
"""The meridian that stands upright: roughly the middle of the country."""


def dot_map(municipalities: Sequence[Municipality], offers: Mapping[str, int]) -> Markup:
    """The map as inline SVG; each dot with local offers is a link, larger with more of them.

    ``offers`` gives the number of local offers by municipality id.
    """
    points = {item.id: _projected(item) for item in municipalities}
    left, right = min(x for x, _ in points.values()), max(x for x, _ in points.values())
    top, bottom = min(y for _, y in points.values()), max(y for _, y in points.values())
    scale = (WIDTH - 2 * _MARGIN) / (right - left)
    height = round((bottom - top) * scale + 2 * _MARGIN)

    def at(identity: str) -> tuple[float, float]:
        x, y = points[identity]
        return round((x - left) * scale + _MARGIN, 1), round((y - top) * scale + _MARGIN, 1)

    # Those without a link first, then the largest: in a crowd the small ones lie on top, where they can be seen and hit.
    ordered = sorted(municipalities, key=lambda item: (offers[item.id] > 0, -offers[item.id]))
    dots = Markup("").join(_dot(item, offers[item.id], *at(item.id)) for item in ordered)
    return Markup(
        '<svg class="dot-map" viewBox="0 0 {} {}" role="group" aria-labelledby="map-title"><title id="map-title">'
        "Kart: kommuner med lokale tilbud vi kjenner</title>{}</svg>"
    ).format(WIDTH, height, dots)


def _projected(municipality: Municipality) -> tuple[float, float]:
    """A conic projection that leaves the country standing: x east, y south, no unit."""
    latitude, longitude = math.radians(municipality.lat), math.radians(municipality.lon)
    return (longitude - _MIDDLE) * math.cos(latitude), -latitude + 0.35 * (longitude - _MIDDLE) ** 2 * math.sin(
        latitude
    ) * math.cos(latitude)


def _dot(municipality: Municipality, offers: int, x: float, y: float) -> Markup:
    if not offers:
        return Markup('<circle class="dot" cx="{}" cy="{}" r="2"/>').format(x, y)
    return Markup(
        '<a href="~/kommune/{}/"><circle class="dot dot-has" cx="{}" cy="{}" r="{}"><title>{}</title></circle></a>'
    ).format(
        municipality.id,
        x,
        y,
        round(3 + 1.2 * math.sqrt(offers), 1),
        f"{municipality.title}: {counted(offers, 'tilbud', 'tilbud')}",
    )
