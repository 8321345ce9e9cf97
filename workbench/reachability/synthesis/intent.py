"""What shall flow between the ends of a design, as the domain planner is asked, with what is refused taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from planners.domains import Flow, Problem
from planners.domains.problem import LONE_BLOCK, WORTHS
from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.internet import Internet
from workbench.reachability.synthesis.ends import Ends
from workbench.reachability.synthesis.facts import limits_of
from workbench.reachability.synthesis.ranges import Span, without
from workbench.reachability.wanted import Wanted, wanted

MEANT: Final = 2
"""How often a flow that somebody drew counts as seen: it is never taken for noise."""
Pair = tuple[ElementId, ElementId]


class Listed(NamedTuple):
    """A flow of a list, between ends of the design that are known."""

    source: ElementId
    target: ElementId
    protocol: str
    ports: tuple[int, int] | None
    seen: int = 1


@dataclass(frozen=True)
class Wishes:
    """What a person decided beside the flows.

    `pins` name the domain an application goes into, `apart` pairs that never share one. `worths` are the points of the
    curve; `weights` say per data class what an over-permitted flow costs. `lone` as in the planner's problem.
    """

    pins: Mapping[ElementId, str] = field(default_factory=dict)
    apart: tuple[Pair, ...] = ()
    worths: tuple[float, ...] = WORTHS
    weights: Mapping[str, int] = field(default_factory=dict)
    lone: int = LONE_BLOCK


def problem_of(
    ends: Ends, wishes: Wishes, listed: Iterable[Listed] = (), kept: Iterable[Listed] = ()
) -> Problem:
    """The problem of the flows that the design draws, those of a list and those that are kept as they are."""
    refused = _refused(ends.design)
    flows: list[Flow] = []
    for one in (*_drawn(ends), *listed, *kept):
        if one.source != one.target and {one.source, one.target} <= ends.by_id.keys():
            own: Span = (one.protocol, one.ports)
            flows += [
                Flow(one.source, one.target, protocol, ports, one.seen)
                for protocol, ports in without([own], refused.get((one.source, one.target), ()))
            ]
    return Problem(
        tuple(ends.apps()),
        tuple(flows),
        pins={id: name for id, name in wishes.pins.items() if ends.is_application(id) and name},
        apart=tuple(pair for pair in wishes.apart if set(pair) <= ends.by_id.keys()),
        limits=limits_of(ends.design).planner,
        worths=wishes.worths,
        weights=wishes.weights,
        lone=wishes.lone,
    )


def _drawn(ends: Ends) -> Iterator[Listed]:
    """The flows of the design end by end; the internet is called by the element that draws it."""
    internet = next((one.id for one in ends.design.of_kind(Internet)), INTERNET)
    for one in wanted(ends.design):
        if one.allows and _names_ports(one):
            for source in one.sources:
                for target in one.targets:
                    yield Listed(
                        internet if source == INTERNET else source,
                        internet if target == INTERNET else target,
                        one.protocol,
                        one.ports,
                        MEANT,
                    )


def _refused(design: Design) -> dict[Pair, list[Span]]:
    """What flows of the design refuse, by pair."""
    found: dict[Pair, list[Span]] = {}
    for one in wanted(design):
        if not one.allows and _names_ports(one):
            for source in one.sources:
                for target in one.targets:
                    found.setdefault((source, target), []).append((one.protocol, one.ports))
    return found


def _names_ports(one: Wanted) -> bool:
    """Whether a flow is about any port; a range that ends before it begins is about none."""
    return one.ports is None or one.ports[0] <= one.ports[1]
