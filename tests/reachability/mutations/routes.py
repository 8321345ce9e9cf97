"""Faults in the route tables of VPCs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.reachability.mutations.operators import (
    Operator,
    Place,
    beside,
    elements,
    fields,
    lower_half,
    put_row,
    row_at,
    row_with,
    rows,
    with_row,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch

ROUTES: Final = rows(RouteTable, "routes")
ANYWHERE: Final = "0.0.0.0/0"


def _other_hops(design: Design, place: Place) -> list[str]:
    """What other routes of any table name."""
    own = row_at(design, place, "routes").hop
    hops = {route.hop for table in design.of_kind(RouteTable) for route in table.routes if route.hop}
    return sorted(hops - {own})


def _led_elsewhere(design: Design, place: Place) -> Iterator[str]:
    """The vSwitches of other VPCs."""
    own = design[place.id].parent
    return (one.id for one in design.of_kind(VSwitch) if one.parent != own and one.purpose != "TR")


def _to(design: Design, place: Place, kind: type[Any]) -> str | None:
    """Some element of a kind, so that a route leads to it."""
    return next((one.id for one in design.of_kind(kind)), None)


def _longer(kind: type[Any]) -> Any:
    """Adds a route to a single vSwitch of another VPC that leads to something of a kind."""
    return put_row(
        "routes",
        lambda design, place: Route(
            destination=getattr(design[place.to], "block", ""), hop=_to(design, place, kind)
        ),
    )


def _own_attachment(design: Design, place: Place) -> str | None:
    vpc = design[place.id].parent
    return next((one.id for one in design.of_kind(VpcAttachment) if one.vpc == vpc), None)


def _without_default(table: RouteTable) -> bool:
    return all(route.destination != ANYWHERE for route in table.routes)


OPERATORS: Final = (
    Operator("route removed", "A route is taken out of a VPC's table", ROUTES, without_row("routes")),
    Operator(
        "route one way only",
        "All routes of one VPC are taken out, while the other side keeps its own",
        elements(RouteTable, lambda table: table.routes),
        fields(routes=()),
    ),
    Operator(
        "route to the wrong hop",
        "A route leads to what another route leads to",
        beside(ROUTES, _other_hops),
        with_row("routes", lambda _design, place, _row: {"hop": place.to}),
    ),
    Operator("route to nowhere", "A route names no hop", ROUTES, row_with("routes", hop=None)),
    Operator(
        "route narrowed",
        "A route covers only the lower half of its block",
        ROUTES,
        with_row("routes", lambda _design, _place, row: {"destination": lower_half(row.destination)}),
    ),
    Operator(
        "route shadowed by a longer prefix",
        "A route for one vSwitch of another VPC leads to the NAT gateway",
        beside(elements(RouteTable), _led_elsewhere),
        _longer(NatGateway),
    ),
    Operator(
        "route shadowed by one nobody can follow",
        "A route for one vSwitch of another VPC leads to a load balancer",
        beside(elements(RouteTable), _led_elsewhere),
        _longer(LoadBalancer),
    ),
    Operator(
        "default route added",
        "A VPC without a default route sends the rest to the transit router",
        elements(RouteTable, _without_default),
        put_row(
            "routes",
            lambda design, place: Route(destination=ANYWHERE, hop=_own_attachment(design, place)),
        ),
    ),
)
