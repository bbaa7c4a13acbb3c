"""What an offer has from its programme or its umbrella offer: derived, and always told with from where.

An offer's own word comes first, then its programme's, then its parent's (which may be inherited in turn).
Topics come from the programme only: what an umbrella is about is not what each part is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from .model.offer import Access, Age, Cost, Offer, Referral
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


@dataclass(frozen=True, slots=True)
class Effective:
    """The four inheritable facts of one offer; ``None`` is still unknown."""

    referral: Inherited[Referral] | None
    age: Inherited[Age] | None
    cost: Inherited[Cost] | None
    topics: Inherited[tuple[str, ...]]


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
    referral, age, cost = (_own(get(offer)) for get in (_referral, _age, _cost))
    if programme:
        referral = referral or _from(programme, _referral(programme), "access", offer)
        age = age or _from(programme, _age(programme), "age", offer)
        cost = cost or _from(programme, _cost(programme), "cost", offer)
    if parent and above:
        referral = referral or _down(above.referral, parent, "access", offer)
        age = age or _down(above.age, parent, "age", offer)
        cost = cost or _down(above.cost, parent, "cost", offer)
    return Effective(referral, age, cost, _topics(offer, programme))


def _referral(giver: _Giver) -> Referral | None:
    return giver.access.referral if giver.access else None


def _age(giver: _Giver) -> Age | None:
    return giver.age if giver.age and (giver.age.min is not None or giver.age.max is not None or giver.age.text) else None


def _cost(giver: _Giver) -> Cost | None:
    return giver.cost


def _own(value: T | None) -> Inherited[T] | None:
    return None if value is None else Inherited(value)


def _from(programme: Programme, value: T | None, field: str, offer: Offer) -> Inherited[T] | None:
    return None if value is None or field in offer.not_inherited else Inherited(value, programme)


def _down(above: Inherited[T] | None, parent: Offer, field: str, offer: Offer) -> Inherited[T] | None:
    return None if above is None or field in offer.not_inherited else above.passed_on(parent)


def _topics(offer: Offer, programme: Programme | None) -> Inherited[tuple[str, ...]]:
    if offer.topics or programme is None or "topics" in offer.not_inherited:
        return Inherited(tuple(offer.topics))
    return Inherited(tuple(programme.topics), programme)
