"""Routing policies of a transit router: whether a route may come in, or go out to somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
        last, doubts = (Leave.NO if refuses else Leave.YES), set[Leave]()
        for policy in self._policies:
            if policy.direction != direction or policy.table not in (None, table):
                continue
            matches = _matches(policy, block, source, target)
            said = Leave.YES if policy.action == "Permit" else Leave.NO
            if matches is Leave.YES and policy.action == "Permit" and policy.next_priority:
                continue
            if matches is Leave.YES:
                last = said
                break
            if matches is Leave.OPEN:
                doubts.add(said)
        return last if doubts <= {last} else Leave.OPEN


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
