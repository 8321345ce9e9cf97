"""What is said where a way hangs on what the design does not say: the consent of another account, or where something leads."""

from __future__ import annotations

from typing import Final

from workbench.model.attachment import GrantedAttachment
from workbench.model.element import Element
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.texts import Text, text

OPEN: Final = {
    "foreign": (
        text(
            "What the route to {name} shall lead to: that belongs to another VPC, and a wider route leads elsewhere"
        ),
        text("it belongs to another VPC, so that the platform takes no route to it"),
    ),
    "equal": (
        text("Which of the equal routes in {name} wins"),
        text("equal routes lead to different places"),
    ),
    "incoming": (
        text(
            "Which route table leads what comes into {name}: the vSwitches of its attachment have different ones"
        ),
        text("the vSwitches of its attachment have route tables that differ"),
    ),
    "systems": (
        text("Which system route table {name} has: more than one is drawn"),
        text("its system route tables differ"),
    ),
    "services": (
        text(
            "Whether the platform takes a route of {name} to addresses of cloud services: its documents disagree"
        ),
        text("the addresses are those of cloud services"),
    ),
}
"""By the word for why a hop is left open: what the design would have to say, and what is said of the place."""


def fact_of(element: Element, why: str = "") -> Text:
    """What the design would have to say of an element that nobody knows to lead anywhere; `why` as the hop was left open."""
    name = element.title()
    if isinstance(element, TransitRouterTable):
        why = "equal"
    if why in OPEN:
        return OPEN[why][0]._replace(values=(("name", name),))
    if isinstance(element, VpcPeering):
        return text("Whether the account of the other VPC accepts {name}", name=name)
    if isinstance(element, (GrantedAttachment, EcrAssociation)):
        return text(
            "Whether the account of the network grants {name} to the account of the router", name=name
        )
    if isinstance(element, NatGateway) and element.type == "internet" and not element.vswitch:
        return text(
            "Which vSwitch {name} stands in: the routes of that one lead it to the IPv4 gateway", name=name
        )
    if isinstance(element, NatGateway) and element.type == "internet":
        return text("Whether the routes of its vSwitch lead {name} to the IPv4 gateway", name=name)
    return text("What leads on from {place}", place=name)


def unaddressed(nat: NatGateway) -> Text:
    """What the design would have to say of a NAT gateway while it draws no EIPs."""
    return text("Which EIP {name} has: no EIP is drawn", name=nat.title())


def said_of(element: Element, why: str = "") -> Text:
    """Why nobody knows whether a packet passes it."""
    if isinstance(element, TransitRouterTable):
        why = "equal"
    if why in OPEN:
        return OPEN[why][1]
    if isinstance(element, VpcPeering):
        return text("nothing says that the other account accepts it")
    if isinstance(element, (GrantedAttachment, EcrAssociation)):
        return text("nothing says that the other account grants it")
    return text("nothing says what it leads to")
