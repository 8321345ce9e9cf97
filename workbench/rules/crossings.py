"""Where wanted flows go from one region to another: which connections of transit routers carry them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from planners.pace import breathe
from planners.reachability import explain
from planners.reachability.explaining import DENY
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.reachability.attached import BASIC
from workbench.reachability.parties import Party
from workbench.reachability.sayings import owner_of
from workbench.reachability.wanted import wanted
from workbench.rules.paths import Paths


class Crossing(NamedTuple):
    """Two parties between whom packets of a flow go over a connection: all that join the two routers."""

    source: ElementId
    target: ElementId
    peers: tuple[PeerAttachment, ...]


def crossings(flow: ElementId, paths: Paths) -> Iterator[Crossing]:
    """Where the packets of a wanted flow go over from router to router; none where they come through nowhere."""
    if not any(peer.bandwidth is None for peer in paths.design.of_kind(PeerAttachment)):
        return
    parties = paths.found.parties
    for one in (one for one in wanted(paths.design) if one.flow == flow and one.allows):
        for source, target in product(one.sources, one.targets):
            if source != target and source in parties and target in parties:
                breathe()
                port = one.ports[0] if one.ports else 0
                protocol = "tcp" if one.protocol == "all" else one.protocol
                for peers in _crossed(parties[source], parties[target], protocol, port, paths):
                    yield Crossing(source, target, peers)


def _crossed(
    source: Party, target: Party, protocol: str, port: int, paths: Paths
) -> Iterator[tuple[PeerAttachment, ...]]:
    """The connections between the routers that one packet of each pair of places meets, there and back."""
    for one, other in product(source.places, target.places):
        if one.sources and other.targets:
            told = explain(paths.found.compiled, one.sources[0], other.targets[0], protocol, port)
            if told.verdict != DENY:
                yield from _between(told.path, paths.design)
                yield from _between(told.path_back, paths.design)


def _between(path: Sequence[str], design: Design) -> Iterator[tuple[PeerAttachment, ...]]:
    routers = [router for name in path if (router := _router_of(name, design))]
    for one, other in pairwise(routers):
        joining = (
            peer for peer in design.of_kind(PeerAttachment) if {peer.parent, peer.peer} == {one, other}
        )
        peers = tuple(joining) if one != other else ()
        if peers:
            yield peers


def _router_of(name: str, design: Design) -> ElementId:
    """The router that a table of the engine belongs to; empty for any other."""
    owner = owner_of(name)
    table = design.get(owner, TransitRouterTable)
    if table is not None:
        return table.parent or ""
    return owner if BASIC in name and design.get(owner, TransitRouter) else ""
