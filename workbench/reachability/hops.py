"""Where the routes of a VPC lead, as the engine reads it."""

from __future__ import annotations

from planners.reachability.network import Hop
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.reachability.fabric import Fabric
from workbench.reachability.gateways import gate
from workbench.reachability.grants import awaits_acceptance
from workbench.reachability.leaving import is_nat_led
from workbench.reachability.shut import NOT_LED, shut, undecided
from workbench.reachability.steering import through_peering


def hop_to(to: Element | None, vpc: Vpc, design: Design, fabric: Fabric) -> Hop | None:
    """Where a route to something of the VPC's own leads; None for what leads no IPv4 packet, or names nothing.

    Of gateways that the design does not describe, or that the VPC is not joined with, nothing can be said.
    """
    if isinstance(to, VpcAttachment):
        return Hop("att", to.id) if to.vpc == vpc.id and design.get(to.parent, TransitRouter) else None
    if isinstance(to, TransitRouter):
        return _to_router(to, vpc, design)
    if isinstance(to, VpcPeering):
        return _through_peering(to, vpc, design, fabric)
    if isinstance(to, NatGateway) and to.type == "internet":
        return _to_nat(to, design, fabric)
    if isinstance(to, (VpnGateway, Vbr, Ecr)) and gate(vpc.id, to.id) in fabric.attachments:
        return Hop("att", gate(vpc.id, to.id))
    if isinstance(to, Ipv4Gateway):
        return Hop("igw")
    return None if to is None or isinstance(to, Ipv6Gateway) else undecided(fabric, to.id)


def is_foreign(to: Element | None, vpc: ElementId, design: Design) -> bool:
    """Whether something belongs to other VPCs than the one whose route names it: the platform refuses such a route."""
    owners: tuple[ElementId | None, ...] = ()
    if isinstance(to, VpcAttachment):
        owners = (to.vpc,)
    elif isinstance(to, VpcPeering):
        owners = (to.parent, to.peer)
    elif isinstance(to, (NatGateway, VpnGateway, Ipv4Gateway, LoadBalancer)):
        owners = (to.parent,)
    known = {id for id in owners if design.get(id, Vpc)}
    return bool(known) and vpc not in known


def _through_peering(to: VpcPeering, vpc: Vpc, design: Design, fabric: Fabric) -> Hop | None:
    """A peering leads into the other VPC, once that one's account accepts it; one of no bandwidth carries nothing."""
    other = to.peer if to.parent == vpc.id else to.parent
    if other is None or vpc.id not in (to.parent, to.peer) or design.get(other, Vpc) is None:
        return None
    if to.bandwidth == 0:
        return Hop("blackhole")
    if awaits_acceptance(to, design):
        return undecided(fabric, to.id)
    return through_peering(fabric, to, other, design)


def _to_nat(to: NatGateway, design: Design, fabric: Fabric) -> Hop:
    """A NAT gateway leads out; where an IPv4 gateway is activated only while its own vSwitch has a route to that."""
    led = is_nat_led(to, design)
    if led is None:
        return undecided(fabric, to.id)
    return Hop("nat", to.id) if led else shut(fabric, NOT_LED, to.id)


def _to_router(router: TransitRouter, vpc: Vpc, design: Design) -> Hop | None:
    for id in design.referrers(vpc.id):
        attachment = design.get(id, VpcAttachment)
        if attachment is not None and attachment.vpc == vpc.id and attachment.parent == router.id:
            return Hop("att", id)
    return None
