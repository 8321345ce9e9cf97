"""Faults in the routing policies of transit routers."""

from __future__ import annotations

from typing import Any, Final

from tests.reachability.mutations.operators import (
    Apply,
    Operator,
    Place,
    beside,
    elements,
    fields,
    removed,
)
from workbench.model.design import Design
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.words import Words

TABLES: Final = elements(TransitRouterTable)


def _added(direction: str, **values: Any) -> Apply:
    """A policy that denies, first of all in its table."""

    def apply(design: Design, place: Place) -> Design:
        named = {"source_instances": (place.to,)} if place.to else {}
        policy = RoutingPolicy(
            id="policy-new",
            name=Words(en="New policy", zh="新策略"),
            parent=design[place.id].parent,
            table=place.id,
            direction=direction,  # type: ignore[arg-type]
            action="Deny",
            priority=1,
            **(named | values),
        )
        return design.adding(policy)

    return apply


def _vpcs(design: Design, _place: Place) -> list[str]:
    return [one.id for one in design.of_kind(Vpc)]


def _pairs(design: Design) -> list[Place]:
    """Policies of one table and direction, of other action and priority."""
    found = design.of_kind(RoutingPolicy)
    return [
        Place(one.id, to=other.id)
        for one in found
        for other in found
        if (one.table, one.direction) == (other.table, other.direction)
        and one.priority < other.priority
        and one.action != other.action
    ]


def _swapped(design: Design, place: Place) -> Design:
    one, other = (design.get(id, RoutingPolicy) for id in (place.id, place.to))
    assert one is not None
    assert other is not None
    return design.replacing(one.id, priority=other.priority).replacing(other.id, priority=one.priority)


def _is(action: str) -> Any:
    return elements(RoutingPolicy, lambda one: one.action == action)


OPERATORS: Final = (
    Operator(
        "routes denied into a table", "A policy keeps every route out of a table", TABLES, _added("RegionIn")
    ),
    Operator(
        "routes of a VPC denied into a table",
        "A policy keeps the routes of one VPC out of a table",
        beside(TABLES, _vpcs),
        _added("RegionIn"),
    ),
    Operator(
        "routes of circuits denied into a table",
        "A policy keeps the routes of circuits out of a table",
        TABLES,
        _added("RegionIn", source_types=("VBR",)),
    ),
    Operator(
        "routes denied out of a table", "A policy keeps a table from teaching", TABLES, _added("RegionOut")
    ),
    Operator(
        "routes denied by what nobody knows",
        "A policy denies routes by their AS path, which no design holds",
        TABLES,
        _added("RegionIn", as_match="Include", as_paths=("65000",)),
    ),
    Operator(
        "priorities of policies swapped", "A deny comes before the permit that was first", _pairs, _swapped
    ),
    Operator("permit removed", "A policy that permits before a deny is taken out", _is("Permit"), removed),
    Operator(
        "permit turned into a deny", "A policy that permitted denies", _is("Permit"), fields(action="Deny")
    ),
    Operator("deny removed", "A policy that denies is taken out", _is("Deny"), removed),
)
