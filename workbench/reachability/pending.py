"""What is said where a way hangs on what the design does not say: the consent of another account, or where something leads."""

from __future__ import annotations

from workbench.model.attachment import GrantedAttachment
from workbench.model.element import Element
from workbench.model.elements.ecr_association import EcrAssociation
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.texts import Text, text


def fact_of(element: Element) -> Text:
    """What the design would have to say of an element that nobody knows to lead anywhere."""
    name = element.title()
    if isinstance(element, VpcPeering):
        return text("Whether the account of the other VPC accepts {name}", name=name)
    if isinstance(element, (GrantedAttachment, EcrAssociation)):
        return text(
            "Whether the account of the network grants {name} to the account of the router", name=name
        )
    if isinstance(element, NatGateway) and element.type == "internet":
        return text(
            "Which vSwitch {name} stands in: the routes of that one lead it to the IPv4 gateway", name=name
        )
    return text("What leads on from {place}", place=name)


def said_of(element: Element) -> Text:
    """Why nobody knows whether a packet passes it."""
    if isinstance(element, VpcPeering):
        return text("nothing says that the other account accepts it")
    if isinstance(element, (GrantedAttachment, EcrAssociation)):
        return text("nothing says that the other account grants it")
    return text("nothing says what it leads to")
