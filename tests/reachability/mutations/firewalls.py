"""Faults in the boundaries of Cloud Firewall."""

from __future__ import annotations

from typing import Any, Final

import msgspec

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
    row_with,
    rows,
    swapped,
    with_fields,
    with_row,
)
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.eip import Eip
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.words import Words

ANYWHERE: Final = "0.0.0.0/0"
NOTHING: Final = FirewallPolicy(
    action="drop", source=ANYWHERE, destination=ANYWHERE, protocol="ANY", port="0/0"
)
BOUNDARIES: Final = elements(CloudFirewall)
BETWEEN: Final = elements(CloudFirewall, lambda one: one.boundary == "vpc")
POLICIES: Final = rows(CloudFirewall, "policies")
ACCEPTS: Final = rows(CloudFirewall, "policies", lambda row: row.action == "accept")
DROPS: Final = rows(CloudFirewall, "policies", lambda row: row.action == "drop")
NEXT: Final[Places] = lambda design: [  # noqa: E731
    Place(one.id, at) for one in design.of_kind(CloudFirewall) for at in range(len(one.policies) - 1)
]


def _guards(design: Design, place: Place) -> list[str]:
    """What else a boundary may guard."""
    own = getattr(design[place.id], "guards", ())
    kinds = (Eip, NatGateway, TransitRouter)
    return [one.id for kind in kinds for one in design.of_kind(kind) if one.id not in own]


def _first(action: str) -> Apply:
    def make(design: Design, place: Place) -> FirewallPolicy:
        one = design.get(place.id, CloudFirewall)
        assert one is not None
        direction = one.policies[0].direction if one.policies else ""
        return msgspec.structs.replace(NOTHING, direction=direction, action=action)

    return put_row("policies", make, first=True)


def _with_vpcs(design: Design) -> list[str]:
    """The accounts that own a VPC."""
    return sorted(
        {one.parent for one in design.of_kind(Vpc) if one.parent and design.get(one.parent, Account)}
    )


def _without_member(design: Design, place: Place) -> dict[str, Any]:
    return {"members": tuple(id for id in _with_vpcs(design) if id != place.to)}


def _steered(steering: str, *policies: FirewallPolicy, guarded: bool = True) -> Apply:
    """Puts a boundary between VPCs on a router."""

    def apply(design: Design, place: Place) -> Design:
        boundary = CloudFirewall(
            id="firewall-new",
            name=Words(en="New boundary", zh="新边界"),
            boundary="vpc",
            region=getattr(design[place.id], "region", None),
            guards=(place.id,) if guarded else (),
            steering=steering,  # type: ignore[arg-type]
            policies=policies,
        )
        return design.adding(boundary)

    return apply


ROUTERS: Final = elements(TransitRouter)


def _dropping_by_content(design: Design, place: Place) -> dict[str, Any]:
    """The policies of a boundary in loose mode, those that drop by content only."""
    rows_ = getattr(design[place.id], "policies", ())
    return {
        "strict": False,
        "policies": tuple(
            msgspec.structs.replace(row, applications=("SSH",)) if row.action == "drop" else row
            for row in rows_
        ),
    }


OPERATORS: Final = (
    Operator("boundary removed", "A boundary is taken out", BOUNDARIES, removed),
    Operator(
        "boundary guards nothing", "A boundary does not say what it guards", BOUNDARIES, fields(guards=())
    ),
    Operator(
        "boundary guards something else",
        "A boundary guards another gateway, address or router",
        beside(BOUNDARIES, _guards),
        with_fields(lambda _design, place: {"guards": (place.to,)}),
    ),
    Operator(
        "final drop removed",
        "A policy that drops the rest is taken out",
        DROPS,
        lambda design, place: design.replacing(
            place.id,
            policies=tuple(
                row for at, row in enumerate(getattr(design[place.id], "policies", ())) if at != place.row
            ),
        ),
    ),
    Operator(
        "policies swapped", "Two policies that follow each other are swapped", NEXT, swapped("policies")
    ),
    Operator("drop put first", "A boundary drops everything before its policies", BOUNDARIES, _first("drop")),
    Operator(
        "accept put first", "A boundary accepts everything before its policies", BOUNDARIES, _first("accept")
    ),
    Operator("policy disabled", "A policy no longer counts", POLICIES, row_with("policies", enabled=False)),
    Operator(
        "policy turned",
        "A policy does the other thing",
        POLICIES,
        with_row(
            "policies", lambda _design, _place, row: {"action": "accept" if row.action == "drop" else "drop"}
        ),
    ),
    Operator(
        "policy only logs", "A policy that dropped only watches", DROPS, row_with("policies", action="log")
    ),
    Operator(
        "policy for every port",
        "A policy accepts every port and protocol",
        ACCEPTS,
        row_with("policies", port="0/0", protocol="ANY"),
    ),
    Operator(
        "policy for the wrong port",
        "A policy accepts another port",
        ACCEPTS,
        row_with("policies", port="8443/8443"),
    ),
    Operator(
        "policy of the wrong direction",
        "A policy counts the other way",
        rows(CloudFirewall, "policies", lambda row: row.direction),
        with_row(
            "policies", lambda _design, _place, row: {"direction": "out" if row.direction == "in" else "in"}
        ),
    ),
    Operator(
        "domain name in place of a block",
        "A policy accepts what goes to a domain name",
        ACCEPTS,
        row_with("policies", destination_type="domain", destination="*.example.com"),
    ),
    Operator(
        "policy by content",
        "A policy accepts only what is recognised as HTTPS",
        ACCEPTS,
        row_with("policies", applications=("HTTPS",)),
    ),
    Operator(
        "drop by content in loose mode",
        "Every policy that drops does so only for what is recognised as SSH",
        elements(CloudFirewall),
        with_fields(_dropping_by_content),
    ),
    Operator(
        "policy by the clock",
        "A policy counts at some hours only",
        ACCEPTS,
        row_with("policies", repeats="Daily"),
    ),
    Operator(
        "steering turned off",
        "Routes are no longer led to a boundary by itself",
        BETWEEN,
        fields(steering="manual"),
    ),
    Operator(
        "member taken out",
        "A boundary is about the VPCs of all accounts but one",
        beside(BETWEEN, lambda design, _place: _with_vpcs(design)),
        with_fields(_without_member),
    ),
    Operator(
        "boundary put between VPCs that drops",
        "A boundary between VPCs drops everything",
        ROUTERS,
        _steered("managed", NOTHING),
    ),
    Operator(
        "boundary put between VPCs that may be elsewhere",
        "A boundary between VPCs that drops does not say where it stands",
        ROUTERS,
        _steered("managed", NOTHING, guarded=False),
    ),
    Operator(
        "boundary put between VPCs without policies",
        "A boundary between VPCs has no policies",
        ROUTERS,
        _steered("managed"),
    ),
)
