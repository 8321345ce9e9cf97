"""Routing policies of a transit router: whether a route may come in, or go out to somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import Final, NamedTuple

from planners.addresses.blocks import Block
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.reachability.readings import blocks_of

SITE_TYPES: Final = frozenset({"VBR", "VPN", "CCN"})


class Leave(Enum):
    """Whether a route passes; `OPEN` where that hangs on what the design does not hold."""

    YES = 1
    NO = 2
    OPEN = 3


class End(NamedTuple):
    """Where a route comes from or goes to, in the words that policies use: type, region, and names of the network."""

    type: str
    region: str
    names: frozenset[str] = frozenset()


class Policies:
    """The policies of one transit router in the order in which they are asked."""

    def __init__(self, design: Design, router: ElementId, *, has_vpn: bool) -> None:
        found = [
            one
            for id in design.children(router)
            if (one := design.get(id, RoutingPolicy)) is not None and one.parent == router
        ]
        self._policies = sorted(found, key=lambda one: (one.priority, one.id))
        self._has_vpn = has_vpn

    def comes_in(self, table: ElementId, block: Block, source: End) -> Leave:
        """Whether a table takes a route that is taught to it."""
        return self._asked("RegionIn", table, block, source, None)

    def goes_out(self, table: ElementId, block: Block, source: End, target: End) -> Leave:
        """Whether a table tells a route to a network or another router.

        Once a VPN is attached, a policy of the platform's own comes last: it keeps sites from reaching each other.
        """
        hidden = self._has_vpn and source.type in SITE_TYPES and target.type in SITE_TYPES
        return self._asked("RegionOut", table, block, source, target, refuses=hidden)

    def _asked(
        self,
        direction: str,
        table: ElementId,
        block: Block,
        source: End,
        target: End | None,
        refuses: bool = False,
    ) -> Leave:
        asked = [one for one in self._policies if one.direction == direction and one.table in (None, table)]
        reached, found = {0}, set[Leave]()
        for place, policy in enumerate(asked):
            if place not in reached:
                continue
            matches = _matches(policy, block, source, target)
            if matches is not Leave.YES:
                reached.add(place + 1)
            if matches is not Leave.NO:
                for after in _asked_next(asked, place):
                    reached.add(after) if after is not None else found.add(_said(policy))
        if len(asked) in reached:
            found.add(Leave.NO if refuses else Leave.YES)
        return found.pop() if len(found) == 1 else Leave.OPEN


def _said(policy: RoutingPolicy) -> Leave:
    return Leave.YES if policy.action == "Permit" else Leave.NO


def _asked_next(asked: Sequence[RoutingPolicy], place: int) -> set[int | None]:
    """By which policy a route that matches one is asked next, by its place; None where it is asked no more.

    A policy that permits may name the priority at which asking goes on: those between are passed over. Where none behind it
    has that priority, no document says whether the route is through, or is asked by those that come later.
    """
    one = asked[place]
    if one.action != "Permit" or one.next_priority is None:
        return {None}
    behind = next(
        (at for at, other in enumerate(asked) if other.priority >= one.next_priority and at > place),
        len(asked),
    )
    exact = behind < len(asked) and asked[behind].priority == one.next_priority
    return {behind} if exact else {behind, None}


def _matches(policy: RoutingPolicy, block: Block, source: End, target: End | None) -> Leave:
    """Whether a policy is about a route."""
    asked = [
        _block_matches(policy, block),
        _end_matches(policy.source_types, policy.source_regions, policy.source_instances, source)
        if not policy.source_reversed
        else _not(_end_matches(policy.source_types, policy.source_regions, policy.source_instances, source)),
    ]
    if target is not None:
        found = _end_matches(
            policy.destination_types, policy.destination_regions, policy.destination_instances, target
        )
        asked.append(_not(found) if policy.destination_reversed else found)
    # No design says of its routes how they came to be, by which AS, or with which communities.
    unheld = policy.route_types, policy.as_paths, policy.communities, policy.source_tables
    if any(unheld) or policy.destination_tables:
        asked.append(Leave.OPEN)
    return _all(asked)


def _block_matches(policy: RoutingPolicy, block: Block) -> Leave:
    if not policy.blocks:
        return Leave.YES
    wanted = tuple(blocks_of(policy.blocks))
    exact = policy.block_match == "Complete"
    return _is(any(one == block if exact else one.holds(block) for one in wanted))


def _end_matches(
    types: Collection[str], regions: Collection[str], instances: Iterable[str], end: End
) -> Leave:
    named = frozenset(instances)
    asked = [_is(not types or end.type in types), _is(not regions or end.region in regions)]
    if named:
        # An id of the platform that the design knows under no name may be this one or not.
        asked.append(Leave.YES if named & end.names else Leave.OPEN)
    return _all(asked)


def _is(holds: bool) -> Leave:
    return Leave.YES if holds else Leave.NO


def _not(one: Leave) -> Leave:
    return {Leave.YES: Leave.NO, Leave.NO: Leave.YES, Leave.OPEN: Leave.OPEN}[one]


def _all(asked: Iterable[Leave]) -> Leave:
    found = set(asked)
    if Leave.NO in found:
        return Leave.NO
    return Leave.OPEN if Leave.OPEN in found else Leave.YES
