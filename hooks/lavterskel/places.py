"""Where things are: who is near whom, and what can be used where."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable
from functools import lru_cache

from .model.place import Municipality

_EARTH_KM = 6371.0


def distance_km(one: Municipality, other: Municipality) -> float:
    """Kilometres between two municipalities' points, as the crow flies (haversine)."""
    north_one, north_other = math.radians(one.lat), math.radians(other.lat)
    half_north = (north_other - north_one) / 2
    half_east = math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north_one) * math.cos(north_other) * math.sin(half_east) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(chord))


def nearest(to: Municipality, among: Iterable[Municipality], most: int) -> list[tuple[Municipality, float]]:
    """The ``most`` nearest municipalities, each with its distance in km; ``to`` itself left out."""
    x, y, z = _direction(to.lat, to.lon)

    def towards(other: Municipality) -> float:
        east, north, up = _direction(other.lat, other.lon)
        return x * east + y * north + z * up

    found = heapq.nlargest(most, (other for other in among if other.number != to.number), key=towards)
    return [(other, distance_km(to, other)) for other in found]


@lru_cache(maxsize=1024)
def _direction(lat: float, lon: float) -> tuple[float, float, float]:
    """The point on a globe of radius 1: the larger the dot product of two, the nearer they are."""
    latitude, longitude = math.radians(lat), math.radians(lon)
    return math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude), math.sin(latitude)
