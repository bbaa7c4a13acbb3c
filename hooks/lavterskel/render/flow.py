"""A pathway as a picture: one row per step, one lane per level of service, so that every handover shows.

It is ordinary HTML in reading order, placed by style alone: a screen reader reads a numbered list, paper and phones
get the same list, and no script is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ..graph import Graph
from ..model.actor import Actor, Level
from ..model.pathway import Pathway, Step
from ..text import joined, lower_first
from . import labels


class Lane(IntEnum):
    """The lanes from left to right. Those of municipality and specialist services lie side by side."""

    SELF = 0
    VOLUNTARY = 1
    MUNICIPAL = 2
    SPECIALIST = 3
    SEVERAL = 4
    STATE = 5
    UNSAID = 6


_LANE_OF = {
    Level.MUNICIPAL: Lane.MUNICIPAL,
    Level.INTERMUNICIPAL: Lane.MUNICIPAL,
    Level.SPECIALIST: Lane.SPECIALIST,
    Level.REGIONAL: Lane.STATE,
    Level.NATIONAL: Lane.STATE,
    Level.STATE: Lane.STATE,
    Level.VOLUNTARY: Lane.VOLUNTARY,
    Level.PRIVATE: Lane.VOLUNTARY,
}


@dataclass(frozen=True, slots=True)
class Node:
    """A step in the picture. ``first`` and ``last`` are columns counted from 1.

    ``arrow`` is where it is come from: ``above``, or ``left`` or ``right`` and how many columns away.
    """

    number: int
    step: Step
    who: str
    first: int
    last: int
    arrow: str
    away: int
    stage: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The picture: the names of the lanes in use, and the steps in order."""

    lanes: tuple[str, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A step with its pathway and its number there, for links to it."""

    pathway: Pathway
    number: int
    step: Step


def steps_where(pathways: Iterable[Pathway], holds: Callable[[Step], bool]) -> list[Numbered]:
    """The steps of some pathways that something holds for."""
    return [
        Numbered(pathway, number, step)
        for pathway in pathways
        for number, step in enumerate(pathway.steps, 1)
        if holds(step)
    ]


def flow(steps: Sequence[Step], graph: Graph) -> Flow:
    """The picture of some steps."""
    actors = graph.data.all("actor")
    spans = [_lanes_of(step, [actors[identity] for identity in step.actors]) for step in steps]
    used = sorted({lane for span in spans for lane in span})
    column = {lane: number for number, lane in enumerate(used, 1)}
    nodes = []
    before = 0
    stage = None
    for number, (step, span) in enumerate(zip(steps, spans, strict=True), 1):
        first, last = column[span[0]], column[span[-1]]
        label = labels.STAGE[step.stage] if step.stage and step.stage is not stage else ""
        stage = step.stage
        arrow = _arrow(before, first, last) if number > 1 else ""
        nodes.append(Node(number, step, who(step, graph), first, last, arrow, abs(first - before), label))
        before = first
    return Flow(tuple(labels.LANE[lane.name.lower()] for lane in used), tuple(nodes))


def who(step: Step, graph: Graph) -> str:
    """«Legevakten, med DPS og politiet», or who acts where that is no actor."""
    names = [graph.data.all("actor")[identity].title for identity in step.actors]
    if not names:
        return step.by or f"Hvem: {labels.UNKNOWN.lower()}"
    if step.by:
        names.append(step.by)
    return names[0] + (f", med {joined([lower_first(name) for name in names[1:]])}" if names[1:] else "")


def _lanes_of(step: Step, actors: Sequence[Actor]) -> tuple[Lane, ...]:
    if actors:
        return _span(actors)
    return (Lane.SELF,) if step.by else (Lane.UNSAID,)


def _span(actors: Sequence[Actor]) -> tuple[Lane, ...]:
    """The lanes a step lies in: that of the responsible, and the next one where it is shared with it."""
    lanes = list(_lanes(actors))
    shared = {Lane.MUNICIPAL, Lane.SPECIALIST}
    return (Lane.MUNICIPAL, Lane.SPECIALIST) if lanes[0] in shared and shared <= set(lanes) else (lanes[0],)


def _lanes(actors: Iterable[Actor]) -> Iterable[Lane]:
    for actor in actors:
        yield _LANE_OF[actor.level] if actor.level else Lane.SEVERAL


def _arrow(before: int, first: int, last: int) -> str:
    """Where the step before stands, seen from this one; a step that is shared is always come to from above."""
    if first <= before <= last or first != last:
        return "above"
    return "left" if before < first else "right"
