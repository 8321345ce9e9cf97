"""Faults in the tables of transit routers and in what is attached to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from tests.reachability.mutations.operators import (
    Operator,
    Place,
    Places,
    beside,
    elements,
    fields,
    lower_half,
    put_row,
    removed,
    row_at,
    row_with,
    rows,
    with_fields,
    with_row,
    without_row,
)
from workbench.model.attachment import Attachment
from workbench.model.design import Design
from workbench.model.elements.transit_router_table import StaticRoute, TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vswitch import VSwitch

ANYWHERE: Final = "0.0.0.0/0"
STATIC: Final = rows(TransitRouterTable, "routes")
TABLES: Final = elements(TransitRouterTable)


def _networks(design: Design) -> list[Place]:
    kinds = (VpcAttachment, VbrAttachment, VpnAttachment)
    return [Place(one.id) for kind in kinds for one in design.of_kind(kind)]


def _learning(design: Design) -> list[Place]:
    return [
        Place(place.id, at)
        for place in _networks(design)
        for at in range(len(_attachment(design, place).learning))
    ]


def _attachment(design: Design, place: Place) -> Attachment:
    found = design[place.id]
    assert isinstance(found, Attachment)
    return found


def tables_beside(design: Design, place: Place) -> list[str]:
    """The tables of the router that an attachment stands on."""
    router = design[place.id].parent
    return [one.id for one in design.of_kind(TransitRouterTable) if one.parent == router]


def _not(field: str) -> Callable[[Design, Place], list[str]]:
    """The tables of the router that a field of the attachment does not name."""

    def others(design: Design, place: Place) -> list[str]:
        named = getattr(design[place.id], field) or ()
        known = {named} if isinstance(named, str) else set(named)
        return [id for id in tables_beside(design, place) if id not in known]

    return others


def _attached(design: Design, place: Place) -> list[str]:
    """The networks attached to the router of a table."""
    router = design[place.id].parent
    return [one.id for one in _networks(design) if design[one.id].parent == router]


def _others(design: Design, place: Place) -> list[str]:
    own = row_at(design, place, "routes").attachment
    return [id for id in _attached(design, place) if id != own]


def _blocks(design: Design, place: Place) -> list[str]:
    """The blocks of the vSwitches attached to the router of a table."""
    attached = [design[id] for id in _attached(design, place)]
    vpcs = {one.vpc for one in attached if isinstance(one, VpcAttachment)}
    return [one.block for one in design.of_kind(VSwitch) if one.parent in vpcs and one.purpose != "TR"]


def _half_dropped(_design: Design, place: Place) -> StaticRoute:
    return StaticRoute(destination=lower_half(place.to))


def _dropped(_design: Design, place: Place) -> StaticRoute:
    return StaticRoute(destination=place.to)


def _stolen(design: Design, place: Place) -> StaticRoute:
    """A static entry for a learned block that leads to the first network which is not its own."""
    owner = next(one.parent for one in design.of_kind(VSwitch) if one.block == place.to)
    found = [design[id] for id in _attached(design, place)]
    wrong = next(one.id for one in found if getattr(one, "vpc", None) not in (None, owner))
    return StaticRoute(destination=place.to, attachment=wrong)


def _without_default(table: Any) -> bool:
    return all(route.destination != ANYWHERE for route in table.routes)


def _default_exits() -> Places:
    def to_vpcs(design: Design, place: Place) -> list[str]:
        return [id for id in _attached(design, place) if isinstance(design[id], VpcAttachment)]

    return beside(elements(TransitRouterTable, _without_default), to_vpcs)


OPERATORS: Final = (
    Operator(
        "learning missing",
        "One table no longer learns from an attachment",
        _learning,
        with_fields(
            lambda design, place: {
                "learning": tuple(
                    id for at, id in enumerate(_attachment(design, place).learning) if at != place.row
                )
            }
        ),
    ),
    Operator("no learning", "No table learns from an attachment", _networks, fields(learning=())),
    Operator(
        "learned by one table too many",
        "One more table of the router learns from an attachment",
        beside(_networks, _not("learning")),
        with_fields(lambda design, place: {"learning": (*_attachment(design, place).learning, place.to)}),
    ),
    Operator(
        "learned by every table",
        "All tables of the router learn from an attachment",
        _networks,
        with_fields(lambda design, place: {"learning": tuple(tables_beside(design, place))}),
    ),
    Operator(
        "wrong association",
        "An attachment asks another table of its router",
        beside(_networks, _not("association")),
        with_fields(lambda _design, place: {"association": place.to}),
    ),
    Operator("no association", "An attachment asks no table", _networks, fields(association=None)),
    Operator("attachment removed", "A network is no longer attached to the router", _networks, removed),
    Operator(
        "grant taken back",
        "The account of a VPC no longer grants its attachment",
        elements(VpcAttachment, lambda one: one.granted),
        fields(granted=False),
    ),
    Operator(
        "routes written into the VPC",
        "The router writes its routes into a VPC's system table",
        elements(VpcAttachment, lambda one: not one.synchronised),
        fields(synchronised=True),
    ),
    Operator(
        "static entry removed",
        "A static entry of a router's table is taken out",
        STATIC,
        without_row("routes"),
    ),
    Operator(
        "static entry to the wrong attachment",
        "A static entry leads to another attachment",
        beside(STATIC, _others),
        with_row("routes", lambda _design, place, _row: {"attachment": place.to}),
    ),
    Operator(
        "static entry turned into a black hole",
        "A static entry drops what it led",
        STATIC,
        row_with("routes", attachment=None),
    ),
    Operator(
        "static entry narrowed",
        "A static entry covers only the lower half of its block",
        STATIC,
        with_row("routes", lambda _design, _place, row: {"destination": lower_half(row.destination)}),
    ),
    Operator(
        "black hole for part of a vSwitch",
        "A table drops what is for half of a vSwitch",
        beside(TABLES, _blocks),
        put_row("routes", _half_dropped),
    ),
    Operator(
        "black hole for a vSwitch",
        "A table drops what is for a whole vSwitch that it may have learned",
        beside(TABLES, _blocks),
        put_row("routes", _dropped),
    ),
    Operator(
        "static entry before a learned one",
        "A static entry leads what is for a vSwitch to another VPC",
        beside(TABLES, _blocks),
        put_row("routes", _stolen),
    ),
    Operator(
        "default entry added",
        "A table without a default entry sends the rest to a VPC",
        _default_exits(),
        put_row("routes", lambda _design, place: StaticRoute(destination=ANYWHERE, attachment=place.to)),
    ),
)
