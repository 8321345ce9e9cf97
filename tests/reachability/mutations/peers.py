"""Faults in what joins transit routers, and VPCs without a router."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.reachability.mutations.operators import (
    Apply,
    Operator,
    Place,
    Places,
    beside,
    elements,
    fields,
    put_row,
    removed,
    with_fields,
)
from workbench.model.design import Design
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.words import Words

CONNECTIONS: Final = elements(PeerAttachment)
PEERINGS: Final = elements(VpcPeering)
NEW: Final = "peering-new"


def _tables(design: Design, place: Place, *, far: bool) -> list[str]:
    connection = design[place.id]
    router = getattr(connection, "peer", None) if far else connection.parent
    return [one.id for one in design.of_kind(TransitRouterTable) if one.parent == router]


def _beside(field: str, *, far: bool) -> Callable[[Design, Place], list[str]]:
    """The tables of one side that a field does not name."""

    def others(design: Design, place: Place) -> list[str]:
        named = getattr(design[place.id], field) or ()
        known = {named} if isinstance(named, str) else set(named)
        return [id for id in _tables(design, place, far=far) if id not in known]

    return others


def _learners(field: str) -> Places:
    return lambda design: [
        Place(one.id, at) for one in design.of_kind(PeerAttachment) for at in range(len(getattr(one, field)))
    ]


def _one_fewer(field: str) -> Apply:
    def rest(design: Design, place: Place) -> dict[str, Any]:
        named = getattr(design[place.id], field)
        return {field: tuple(id for at, id in enumerate(named) if at != place.row)}

    return with_fields(rest)


def _one_more(field: str) -> Apply:
    return with_fields(lambda design, place: {field: (*getattr(design[place.id], field), place.to)})


def _other(field: str) -> Apply:
    return with_fields(lambda _design, place: {field: place.to})


def _unpeered(design: Design) -> list[Place]:
    """Pairs of VPCs that no peering joins."""
    joined = {frozenset((one.parent, one.peer)) for one in design.of_kind(VpcPeering)}
    vpcs = [one.id for one in design.of_kind(Vpc)]
    return [
        Place(one, to=other) for one in vpcs for other in vpcs if one < other and {one, other} not in joined
    ]


def _peered(design: Design, place: Place) -> Design:
    known = Words(en="New peering", zh="新对等连接")
    return design.adding(VpcPeering(id=NEW, name=known, parent=place.id, peer=place.to, accepted=True))


def _led(design: Design, own: str, other: str) -> Design:
    """Every table of a VPC with a route to the other by the new peering."""
    blocks = getattr(design[other], "blocks", ())
    for table in design.of_kind(RouteTable):
        if table.parent == own:
            for block in blocks:
                add = put_row("routes", lambda _d, _p, to=block: Route(destination=to, hop=NEW))  # type: ignore[misc]
                design = add(design, Place(table.id))
    return design


def _peered_both_ways(design: Design, place: Place) -> Design:
    return _led(_led(_peered(design, place), place.id, place.to), place.to, place.id)


def _peered_one_way(design: Design, place: Place) -> Design:
    return _led(_peered(design, place), place.id, place.to)


OPERATORS: Final = (
    Operator(
        "connection without bandwidth",
        "The connection of two routers is none but for tests",
        CONNECTIONS,
        fields(bandwidth=None),
    ),
    Operator(
        "peering added that is not accepted",
        "Two VPCs have routes to each other over a peering that nobody accepts",
        _unpeered,
        lambda design, place: _peered_both_ways(design, place).replacing(NEW, accepted=False),
    ),
    Operator("connection removed", "Two transit routers are no longer joined", CONNECTIONS, removed),
    Operator(
        "connection not learned here",
        "No table here learns from the router there",
        CONNECTIONS,
        fields(learning=()),
    ),
    Operator(
        "connection not learned there",
        "No table there learns from the router here",
        CONNECTIONS,
        fields(peer_learning=()),
    ),
    Operator(
        "connection learned by one table fewer here",
        "One table here no longer learns from the router there",
        _learners("learning"),
        _one_fewer("learning"),
    ),
    Operator(
        "connection learned by one table fewer there",
        "One table there no longer learns from the router here",
        _learners("peer_learning"),
        _one_fewer("peer_learning"),
    ),
    Operator(
        "connection learned by one table more here",
        "One more table here learns from the router there",
        beside(CONNECTIONS, _beside("learning", far=False)),
        _one_more("learning"),
    ),
    Operator(
        "connection not associated here",
        "What comes from there asks no table here",
        CONNECTIONS,
        fields(association=None),
    ),
    Operator(
        "connection not associated there",
        "What comes from here asks no table there",
        CONNECTIONS,
        fields(peer_association=None),
    ),
    Operator(
        "connection asks another table here",
        "What comes from there asks another table here",
        beside(CONNECTIONS, _beside("association", far=False)),
        _other("association"),
    ),
    Operator(
        "connection asks another table there",
        "What comes from here asks another table there",
        beside(CONNECTIONS, _beside("peer_association", far=True)),
        _other("peer_association"),
    ),
    Operator("peering removed", "Two VPCs are no longer peered", PEERINGS, removed),
    Operator(
        "peering added",
        "Two VPCs are peered past the router, with routes both ways",
        _unpeered,
        _peered_both_ways,
    ),
    Operator(
        "peering with a route at one end only",
        "Two VPCs are peered past the router, and one of them has the route",
        _unpeered,
        _peered_one_way,
    ),
)
