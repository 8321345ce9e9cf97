"""Faults where the cloud ends: NAT gateways, public addresses, gateways to the internet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.reachability.mutations.operators import (
    Apply,
    Operator,
    Place,
    address_in,
    beside,
    elements,
    fields,
    put_row,
    removed,
    row_with,
    rows,
    with_fields,
    with_row,
    without_row,
)
from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.eip import Eip
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.load_balancer import Listener, LoadBalancer
from workbench.model.elements.nat_gateway import DnatEntry, NatGateway
from workbench.model.elements.security_group import SecurityRule
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.words import Words

SNAT: Final = rows(NatGateway, "snat")
LISTENERS: Final = rows(LoadBalancer, "listeners")
GATEWAYS: Final = elements(NatGateway)


def _hosts(design: Design, _place: Place) -> Iterator[str]:
    """A private address in every vSwitch that applications stand in."""
    used = dict.fromkeys(id for one in design.of_kind(Application) for id in one.vswitches)
    for id in used:
        vswitch = design.get(id, VSwitch)
        if vswitch is not None:
            yield address_in(vswitch.block)


def _switches(design: Design, _place: Place) -> list[str]:
    return [one.block for one in design.of_kind(VSwitch) if one.purpose != "TR"]


def _applications(design: Design, _place: Place) -> list[str]:
    return [one.id for one in design.of_kind(Application) if one.vswitches]


def _published(design: Design, place: Place) -> Design:
    """Hands port 443 on to every vSwitch of an application, and opens its groups to everybody."""
    one = design.get(place.to, Application)
    assert one is not None
    for id in one.groups:
        rules = getattr(design[id], "rules", ())
        opened = SecurityRule(port="443/443", block="0.0.0.0/0")
        design = design.replacing(id, rules=(*rules, opened))
    for id in one.vswitches:
        block = getattr(design[id], "block", "")
        design = _handed_on("tcp", "443")(design, place._replace(to=address_in(block)))
    return design


def _handed_on(protocol: str, port: str) -> Apply:
    return put_row(
        "dnat",
        lambda _design, place: DnatEntry(protocol=protocol, port=port, address=place.to, private_port=port),
    )


def _entries(design: Design, place: Place) -> list[str]:
    own = getattr(design[place.id], "bound_to", None)
    kinds = (BastionHost, LoadBalancer)
    return [one.id for kind in kinds for one in design.of_kind(kind) if one.id != own]


def _activated(design: Design, place: Place) -> Design:
    known = Words(en="New gateway", zh="新网关")
    return design.adding(Ipv4Gateway(id="gateway-new", name=known, parent=place.id, activated=True))


OPERATORS: Final = (
    Operator("SNAT entry removed", "A NAT gateway no longer takes out a block", SNAT, without_row("snat")),
    Operator(
        "SNAT entry narrowed",
        "A NAT gateway takes out one vSwitch in place of a block",
        beside(SNAT, _switches),
        with_row("snat", lambda _design, place, _row: {"source": place.to}),
    ),
    Operator(
        "SNAT entry widened", "A NAT gateway takes out everybody", SNAT, row_with("snat", source="0.0.0.0/0")
    ),
    Operator(
        "DNAT entry added",
        "A NAT gateway hands port 443 on to a server",
        beside(GATEWAYS, _hosts),
        _handed_on("tcp", "443"),
    ),
    Operator(
        "DNAT entry for SSH added",
        "A NAT gateway hands port 22 on to a server",
        beside(GATEWAYS, _hosts),
        _handed_on("tcp", "22"),
    ),
    Operator(
        "DNAT entry for all ports added",
        "A NAT gateway hands everything on to a server",
        beside(GATEWAYS, _hosts),
        _handed_on("any", "any"),
    ),
    Operator(
        "server published",
        "A NAT gateway hands port 443 on to an application whose groups are opened, past the boundary",
        beside(GATEWAYS, _applications),
        _published,
    ),
    Operator("listener removed", "A load balancer no longer listens", LISTENERS, without_row("listeners")),
    Operator(
        "listener on another port",
        "A load balancer listens on a port that nobody asks for",
        LISTENERS,
        row_with("listeners", port=8443),
    ),
    Operator(
        "listener to another port of its servers",
        "A load balancer calls its servers on a port that they do not open",
        LISTENERS,
        row_with("listeners", server_port=8080),
    ),
    Operator(
        "listener to another application",
        "A load balancer leads to the servers of another application",
        beside(LISTENERS, _applications),
        with_row("listeners", lambda _design, place, _row: {"application": place.to}),
    ),
    Operator(
        "listener for another application added",
        "A load balancer leads to one more application",
        beside(elements(LoadBalancer), _applications),
        put_row(
            "listeners", lambda _design, place: Listener(port=8443, application=place.to, server_port=443)
        ),
    ),
    Operator("NAT gateway removed", "A NAT gateway is taken out", GATEWAYS, removed),
    Operator(
        "NAT gateway turned inwards",
        "A NAT gateway translates between private networks",
        GATEWAYS,
        fields(type="vpc"),
    ),
    Operator(
        "EIP bound to an entry",
        "A public address is bound to a load balancer or a bastion host",
        beside(elements(Eip), _entries),
        with_fields(lambda _design, place: {"bound_to": place.to}),
    ),
    Operator(
        "load balancer faces inwards",
        "A load balancer no longer faces the internet",
        elements(LoadBalancer, lambda one: one.faces == "internet"),
        fields(faces="intranet"),
    ),
    Operator(
        "IPv4 gateway without a route",
        "An IPv4 gateway is activated, and no route leads to it",
        elements(Vpc),
        _activated,
    ),
)
