"""VPCs and vSwitches as the engine reads them: tables, where each route leads, and what a router writes into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import Attachment, Hop, Route, TransitTable, Vpc, VSwitch
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vpc import Vpc as DrawnVpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.vswitch import VSwitch as DrawnVSwitch
from workbench.reachability.fabric import Fabric, leave_open
from workbench.reachability.gateways import gate
from workbench.reachability.grants import awaits_acceptance
from workbench.reachability.leaving import SYSTEM, is_nat_led, system_table, table_of
from workbench.reachability.lines import region_of
from workbench.reachability.policies import End, Leave
from workbench.reachability.readings import block_of

NOT_LED: Final = "!not-led:"
"""Before the id of a NAT gateway: the attachment and the empty table of one that no route leads out of its VPC."""
OwnRoutes = Mapping[ElementId, list[tuple[Block, str]]]


def vpcs_of(design: Design, fabric: Fabric, by_itself: OwnRoutes) -> dict[str, Vpc]:
    """Every VPC by id. `by_itself` are routes that a gateway writes into the system table."""
    return {one.id: _vpc(one, design, fabric, by_itself) for one in design.of_kind(DrawnVpc)}


def vswitches_of(design: Design) -> dict[str, VSwitch]:
    """Every vSwitch with an IPv4 block in a VPC, by id."""
    found = {}
    for one in design.of_kind(DrawnVSwitch):
        vpc, block = design.get(one.parent, DrawnVpc), block_of(one.block)
        if vpc is not None and block is not None:
            acl = design.get(one.acl, NetworkAcl)
            found[one.id] = VSwitch(vpc.id, block, table_of(one, vpc, design), acl.id if acl else None)
    return found


def _vpc(vpc: DrawnVpc, design: Design, fabric: Fabric, by_itself: OwnRoutes) -> Vpc:
    breathe()
    tables: dict[str, tuple[Route, ...]] = {SYSTEM: ()}
    for id in design.children(vpc.id):
        table = design.get(id, RouteTable)
        if table is not None:
            tables[id] = tuple(_routes(table, vpc, design, fabric))
    system = system_table(vpc, design)
    own = {route.block for route in tables[system]}
    written = _written(vpc, design, fabric, by_itself)
    tables[system] += tuple(route for route in written if route.block not in own)
    return Vpc(tables, _attachment_table(vpc, design))


def _attachment_table(vpc: DrawnVpc, design: Design) -> str:
    """The table of the vSwitch that the attachment's interface stands in; the first, where it stands in several."""
    for id in design.referrers(vpc.id):
        attachment = design.get(id, VpcAttachment)
        if attachment is not None and attachment.vpc == vpc.id:
            for vswitch in attachment.vswitches:
                found = design.get(vswitch, DrawnVSwitch)
                if found is not None and found.parent == vpc.id:
                    return table_of(found, vpc, design)
    return system_table(vpc, design)


def _routes(table: RouteTable, vpc: DrawnVpc, design: Design, fabric: Fabric) -> Iterator[Route]:
    seen = set()
    for row in table.routes:
        block = block_of(row.destination)
        if block is not None and block not in seen:
            hop = _hop(design.get(row.hop), vpc, design, fabric)
            if hop is not None:
                seen.add(block)
                yield Route(block, hop)


def _hop(to: Element | None, vpc: DrawnVpc, design: Design, fabric: Fabric) -> Hop | None:
    """Where a route leads; None for what leads no IPv4 packet, or names nothing.

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
    return None if to is None or isinstance(to, Ipv6Gateway) else Hop("att", leave_open(fabric, to.id))


def _through_peering(to: VpcPeering, vpc: DrawnVpc, design: Design, fabric: Fabric) -> Hop | None:
    """A peering leads into the other VPC, once that one's account accepts it; one of no bandwidth carries nothing."""
    other = to.peer if to.parent == vpc.id else to.parent
    if other is None or vpc.id not in (to.parent, to.peer) or design.get(other, DrawnVpc) is None:
        return None
    if to.bandwidth == 0:
        return Hop("blackhole")
    return Hop("att", leave_open(fabric, to.id)) if awaits_acceptance(to, design) else Hop("vpc", other)


def _to_nat(to: NatGateway, design: Design, fabric: Fabric) -> Hop:
    """A NAT gateway leads out; where an IPv4 gateway is activated only while its own vSwitch has a route to that."""
    led = is_nat_led(to, design)
    if led is None:
        return Hop("att", leave_open(fabric, to.id))
    if led:
        return Hop("nat", to.id)
    shut = NOT_LED + to.id
    fabric.tables[shut] = TransitTable()
    fabric.attachments[shut] = Attachment("peer", shut, shut)
    return Hop("att", shut)


def _to_router(router: TransitRouter, vpc: DrawnVpc, design: Design) -> Hop | None:
    for id in design.referrers(vpc.id):
        attachment = design.get(id, VpcAttachment)
        if attachment is not None and attachment.vpc == vpc.id and attachment.parent == router.id:
            return Hop("att", id)
    return None


def _written(vpc: DrawnVpc, design: Design, fabric: Fabric, by_itself: OwnRoutes) -> Iterator[Route]:
    """What others write into the system table: a router that is told to, and an ECR always."""
    for id in design.referrers(vpc.id):
        attachment = design.get(id, VpcAttachment)
        if attachment is not None and attachment.synchronised and attachment.vpc == vpc.id:
            yield from _told(id, vpc, design, fabric)
    for block, door in by_itself.get(vpc.id, ()):
        yield Route(block, Hop("att", door))


def _told(id: str, vpc: DrawnVpc, design: Design, fabric: Fabric) -> Iterator[Route]:
    """What the table that an attachment asks writes into the VPC."""
    line = fabric.lines.get(id)
    if line is None or line.table is None or fabric.teaching is None:
        return
    target = End("VPC", region_of(vpc, design), line.end.names)
    seen = set()
    for block, route in fabric.teaching.held(line.table, fabric.routes):
        leave = fabric.policies[line.router].goes_out(line.table, block, route.end, target)
        if leave is not Leave.NO and route.origin != vpc.id and block not in seen:
            seen.add(block)
            yield Route(block, Hop("att", id if leave is Leave.YES else leave_open(fabric, line.router)))
