"""Which pairs of domains reach each other past the firewalls between VPCs: exact, from the verdicts of all packets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from planners.pace import breathe
from planners.reachability import explain
from planners.reachability.bits import Packed
from workbench.model.element import ElementId
from workbench.model.elements.application import Application
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.reachability.boundaries import PERHAPS
from workbench.reachability.sayings import owner_of
from workbench.rules.paths import Paths


class Bypass(NamedTuple):
    """Two applications of different domains of which one reaches the other past every firewall, on a port that shows it.

    Where there is a `wall`, one way of the connection does pass that one. Where a reading decides that a boundary does not
    inspect these two, it is `uninspected`, the boundary's id.
    """

    source: ElementId
    target: ElementId
    port: str
    wall: str
    uninspected: ElementId | None


def bypasses(paths: Paths) -> tuple[Bypass, ...]:
    """One for each two domains; none where the design has no firewall between VPCs."""
    known = paths.notes.get("bypasses")
    if known is None:
        walls = [one for one in paths.design.of_kind(CloudFirewall) if one.boundary == "vpc"]
        known = paths.notes["bypasses"] = tuple(_found(paths, walls)) if walls else ()
    assert isinstance(known, tuple)
    return known


def _found(paths: Paths, walls: list[CloudFirewall]) -> Iterator[Bypass]:
    """The pairs of domains, each with the first pair of endpoints in the first class of ports that passes."""
    answers, order = paths.answers, paths.found.compiled.order
    domains = [_domain_of(one.id, paths) for one in order.ends]
    names = sorted({one for one in domains if one})
    number = np.array([names.index(one) + 1 if one else 0 for one in domains], np.intp)
    wanting, seen = list(_wanting(paths)), set[int]()
    for at in range(len(paths.found.compiled.ports.classes)):
        breathe()
        whole, half, _ = answers.squares(at)
        for wall, square in wanting:
            passing = (whole | half) & square
            passing[number == 0] = 0
            targets, sources = np.nonzero(
                np.unpackbits(passing, axis=1, count=order.count, bitorder="little")
            )
            apart = (number[sources] != 0) & (number[sources] != number[targets])
            sources, targets = sources[apart], targets[apart]
            keys = number[sources] * (len(names) + 1) + number[targets]
            for key, first in zip(*(one.tolist() for one in np.unique(keys, return_index=True)), strict=True):
                if key not in seen:
                    seen.add(key)
                    yield _bypass(paths, walls, (int(sources[first]), int(targets[first])), at, wall)


def _wanting(paths: Paths) -> Iterator[tuple[str, Packed]]:
    """Targets by sources: whose packets meet no firewall between VPCs, and for each firewall who meets it one way only."""
    order, walls = paths.found.compiled.order, paths.answers.parts.pairs.walls
    met: Packed = np.zeros((order.count, order.width), np.uint8)
    for wall in walls:
        met |= wall.met
    yield "", ~met
    for wall in walls:
        yield wall.name, wall.met & ~wall.met_back


def _domain_of(endpoint: str, paths: Paths) -> ElementId | None:
    application = paths.design.get(owner_of(endpoint), Application)
    domain = paths.design.get(application.parent, SecurityDomain) if application else None
    return domain.id if domain else None


def _bypass(
    paths: Paths, walls: list[CloudFirewall], pair: tuple[int, int], port_class: int, wall: str
) -> Bypass:
    compiled = paths.found.compiled
    here, there = (compiled.order.ends[place] for place in pair)
    one = compiled.ports.classes[port_class]
    told = explain(compiled, here.id, there.id, one.protocol, one.ranges[0][0])
    tables = (paths.design.get(owner_of(name), TransitRouterTable) for name in told.path[1:-1])
    routers = {table.parent for table in tables if table is not None}
    # Inside one VPC, and where a boundary steers by itself on a router of the way, a reading says whom it inspects.
    uninspected = next(
        (
            boundary.id
            for boundary in walls
            if here.vpc == there.vpc
            or (
                boundary.steering != "manual"
                and routers
                and (not boundary.guards or routers & set(boundary.guards))
            )
        ),
        None,
    )
    return Bypass(
        owner_of(here.id),
        owner_of(there.id),
        _said(one.protocol, one.ranges[0][0]),
        wall.removesuffix(PERHAPS),
        uninspected,
    )


def _said(protocol: str, port: int) -> str:
    if protocol == "icmp":
        return "icmp"
    return str(port) if protocol == "tcp" else f"{port}/{protocol}"
