"""What an offer has from its programme or its umbrella offer: derived, and always told with from where.

An offer's own word comes first, then its programme's, then its parent's (which may be inherited in turn).
Topics come from the programme only: what an umbrella is about is not what each part is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from .model.offer import Access, Age, Cost, Inheritable, Offer, Referral
from .model.programme import Programme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Inherited(Generic[T]):
    """A value and the record it comes from; ``origin`` is ``None`` for the offer's own."""

    value: T
    origin: Offer | Programme | None = None

    def passed_on(self, by: Offer | Programme) -> Inherited[T]:
        """The same value as a child sees it."""
        return Inherited(self.value, self.origin or by)


AnyInherited = Inherited[Referral] | Inherited[Age] | Inherited[Cost] | Inherited[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Effective:
    """The four inheritable facts of one offer; ``None`` is still unknown."""

    referral: Inherited[Referral] | None
    age: Inherited[Age] | None
    cost: Inherited[Cost] | None
    topics: Inherited[tuple[str, ...]]

    def from_others(self) -> Iterator[tuple[str, AnyInherited, Offer | Programme]]:
        """What is not the offer's own: name, value and where it comes from."""
        facts: tuple[tuple[str, AnyInherited | None], ...] = (
            ("referral", self.referral),
            ("age", self.age),
            ("cost", self.cost),
            ("topics", self.topics),
        )
        for name, found in facts:
            if found is not None and found.origin is not None:
                yield name, found, found.origin


class _Giver(Protocol):
    @property
    def access(self) -> Access | None: ...
    @property
    def age(self) -> Age | None: ...
    @property
    def cost(self) -> Cost | None: ...


def effective(offers: Mapping[str, Offer], programmes: Mapping[str, Programme]) -> dict[str, Effective]:
    """Every offer's effective facts by id. Chains of ``part_of`` must be free of cycles."""
    done: dict[str, Effective] = {}

    def resolve(offer: Offer) -> Effective:
        if offer.id not in done:
            parent = offers.get(offer.part_of) if offer.part_of else None
            programme = programmes.get(offer.programme) if offer.programme else None
            done[offer.id] = _resolved(offer, programme, parent, resolve(parent) if parent else None)
        return done[offer.id]

    for offer in offers.values():
        resolve(offer)
    return done


def _resolved(offer: Offer, programme: Programme | None, parent: Offer | None, above: Effective | None) -> Effective:
    family = _Family(offer, programme, parent)
    return Effective(
        family.first("access", _referral, above.referral if above else None),
        family.first("age", _age, above.age if above else None),
        family.first("cost", _cost, above.cost if above else None),
        _topics(offer, programme),
    )


@dataclass(frozen=True, slots=True)
class _Family:
    """An offer with those it may inherit from."""

    offer: Offer
    programme: Programme | None
    parent: Offer | None

    def first(
        self, field: Inheritable, get: Callable[[_Giver], T | None], above: Inherited[T] | None
    ) -> Inherited[T] | None:
        """The offer's own value, else its programme's, else what its parent has."""
        own = get(self.offer)
        if own is not None:
            return Inherited(own)
        if field in self.offer.not_inherited:
            return None
        given = get(self.programme) if self.programme else None
        if given is not None:
            return Inherited(given, self.programme)
        return above.passed_on(self.parent) if above and self.parent else None


def _referral(giver: _Giver) -> Referral | None:
    return giver.access.referral if giver.access else None


def _age(giver: _Giver) -> Age | None:
    return (
        giver.age if giver.age and (giver.age.min is not None or giver.age.max is not None or giver.age.text) else None
    )


def _cost(giver: _Giver) -> Cost | None:
    return giver.cost


def _topics(offer: Offer, programme: Programme | None) -> Inherited[tuple[str, ...]]:
    if offer.topics or programme is None or "topics" in offer.not_inherited:
        return Inherited(tuple(offer.topics))
    return Inherited(tuple(programme.topics), programme)
