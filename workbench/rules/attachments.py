"""What joins networks to a transit router, read the same way for every kind of attachment."""

from __future__ import annotations

from workbench.model.element import Element
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.model.elements.zone import Zone
from workbench.rules.reader import Reader

NETWORK_ATTACHMENTS = (VpcAttachment, VbrAttachment, VpnAttachment)
NetworkAttachment = VpcAttachment | VbrAttachment | VpnAttachment


def router_of(attachment: Element, design: Reader) -> TransitRouter | None:
    """The transit router an attachment or a table stands on."""
    return design.get(attachment.parent, TransitRouter)


def network_of(attachment: NetworkAttachment, design: Reader) -> Element | None:
    """The VPC, VBR or VPN gateway an attachment joins."""
    assert attachment.kind.joins
    return design.get(getattr(attachment, attachment.kind.joins[0]))


def places_of(attachment: VpcAttachment, design: Reader) -> list[tuple[VSwitch, Zone]]:
    """The vSwitches an attachment stands in, each with its zone; those without one are left out."""
    vswitches = [design.get(id, VSwitch) for id in dict.fromkeys(attachment.vswitches)]
    found = [(vswitch, design.get(vswitch.zone, Zone)) for vswitch in vswitches if vswitch]
    return [(vswitch, zone) for vswitch, zone in found if zone]


def tables_of(router: TransitRouter, design: Reader) -> tuple[TransitRouterTable, ...]:
    """The route tables of a transit router."""
    return design.children(router, TransitRouterTable)


def teaching(table: TransitRouterTable, design: Reader) -> list[VpcAttachment]:
    """The VPC attachments whose routes a table learns."""
    return [found for found in design.referrers(table, VpcAttachment) if table.id in found.learning]


def leads_to(element: Element, design: Reader) -> bool:
    """Whether a static entry of a table leads to an attachment."""
    return any(
        route.attachment == element.id
        for table in design.referrers(element, TransitRouterTable)
        for route in table.routes
    )


ATTACHMENTS = (*NETWORK_ATTACHMENTS, PeerAttachment)
