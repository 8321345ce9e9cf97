"""Faults in where things stand, and in what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.reachability.mutations.operators import (
    Operator,
    Place,
    beside,
    elements,
    fields,
    removed,
    rows,
    with_fields,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.flow import Flow
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

SWITCHES: Final = elements(VSwitch, lambda one: one.purpose != "TR")
APPLICATIONS: Final = elements(Application)
FLOWS: Final = elements(Flow)


def _table(design: Design, place: Place, *routes: Route) -> Design:
    """Moves a vSwitch to a new table."""
    known = Words(en="New table", zh="新路由表")
    table = RouteTable(id="table-new", name=known, parent=design[place.id].parent, routes=routes)
    return design.adding(table).replacing(place.id, route_table=table.id)


def _to_router(design: Design, place: Place) -> Design:
    """Moves a vSwitch to a table that leads everything to the router."""
    vpc = design[place.id].parent
    hop = next((one.id for one in design.of_kind(VpcAttachment) if one.vpc == vpc), None)
    return _table(design, place, Route(destination="0.0.0.0/0", hop=hop))


def _foreign_blocks(design: Design, place: Place) -> Iterator[str]:
    own = design[place.id].parent
    return (one.block for one in design.of_kind(VSwitch) if one.parent != own and one.purpose != "TR")


def _foreign_switches(design: Design, place: Place) -> list[str]:
    """One vSwitch of each VPC in which an application does not stand."""
    used = getattr(design[place.id], "vswitches", ())
    own = {one.parent for id in used if (one := design.get(id))}
    first: dict[str, str] = {}
    for one in design.of_kind(VSwitch):
        if one.parent and one.parent not in own and one.purpose != "TR":
            first.setdefault(one.parent, one.id)
    return list(first.values())


def _turned(design: Design, place: Place) -> dict[str, Any]:
    flow = design.get(place.id, Flow)
    assert flow is not None
    return {"source": flow.target, "target": flow.source}


OPERATORS: Final = (
    Operator(
        "vSwitch moved to an empty table", "A vSwitch has a custom table without routes", SWITCHES, _table
    ),
    Operator(
        "vSwitch moved to another table",
        "A vSwitch has a custom table that leads everything to the router",
        SWITCHES,
        _to_router,
    ),
    Operator(
        "vSwitch with the block of another VPC's",
        "A vSwitch has the block that one of another VPC has",
        beside(SWITCHES, _foreign_blocks),
        with_fields(lambda _design, place: {"block": place.to}),
    ),
    Operator("vSwitch removed", "A vSwitch is taken out", SWITCHES, removed),
    Operator(
        "application moved",
        "An application stands in a vSwitch of another VPC",
        beside(APPLICATIONS, _foreign_switches),
        with_fields(lambda _design, place: {"vswitches": (place.to,)}),
    ),
    Operator(
        "application spread",
        "An application stands in a vSwitch of another VPC as well",
        beside(APPLICATIONS, _foreign_switches),
        with_fields(
            lambda design, place: {"vswitches": (*getattr(design[place.id], "vswitches", ()), place.to)}
        ),
    ),
    Operator(
        "application in one vSwitch fewer",
        "An application no longer stands in a vSwitch",
        rows(Application, "vswitches"),
        without_row("vswitches"),
    ),
    Operator(
        "application nowhere", "An application stands in no vSwitch", APPLICATIONS, fields(vswitches=())
    ),
    Operator("flow turned", "A flow is wanted the other way", FLOWS, with_fields(_turned)),
    Operator(
        "flow forbidden",
        "A flow that was wanted is wanted not",
        elements(Flow, lambda one: one.wanted == "allow"),
        fields(wanted="deny"),
    ),
    Operator(
        "flow on another port",
        "A flow is wanted on another port",
        elements(Flow, lambda one: one.port),
        fields(port="8443/8443"),
    ),
    Operator("flow removed", "A flow is no longer wanted", FLOWS, removed),
)
