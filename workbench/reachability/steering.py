"""Boundaries between VPCs: the tables of a transit router whose packets are led through a firewall first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import Attachment, Hop, TransitTable
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.reachability.attached import Line, vswitch_blocks
from workbench.reachability.boundaries import PERHAPS
from workbench.reachability.fabric import SEVERAL, Fabric
from workbench.reachability.lines import region_of
from workbench.reachability.readings import ANYWHERE

STEERED: Final = "!steered"
FIREWALL: Final = "!firewall:"
PEERED: Final = "!peered:"


def steer(fabric: Fabric, design: Design) -> None:
    """Puts every boundary between VPCs into the path of what it inspects."""
    for one in design.of_kind(CloudFirewall):
        if one.boundary == "vpc":
            guarded = {id for id in one.guards if design.get(id, Vpc)}
            if one.steering == "manual" and guarded:
                _by_hand(fabric, one, guarded)
            else:
                _by_itself(fabric, one, design)


def through_peering(fabric: Fabric, peering: VpcPeering, into: ElementId, design: Design) -> Hop:
    """A hop through a peering into a VPC, past every boundary that may stand in it.

    The platform guards peerings as it guards routers, pair by pair of VPCs; which pairs no design says, but which VPCs.
    """
    walls = [one.id + PERHAPS for one in design.of_kind(CloudFirewall) if _may_stand_in(one, peering, design)]
    if not walls:
        return Hop("vpc", into)
    name = f"{PEERED}{peering.id}:{into}"
    fabric.attachments[name] = Attachment("vpc", into)
    fabric.tables[name] = TransitTable(tuple((block, name) for block in vswitch_blocks(into, design)))
    behind = name
    for wall in reversed(walls):
        door, before = f"{FIREWALL}{wall}:{behind}", f"{name}:{wall}"
        fabric.attachments[door] = Attachment("fw", wall, behind)
        fabric.tables[before] = TransitTable(((ANYWHERE, door),))
        behind = before
    fabric.attachments[f"{name}:in"] = Attachment("peer", peering.id, behind)
    return Hop("att", f"{name}:in")


def _may_stand_in(boundary: CloudFirewall, peering: VpcPeering, design: Design) -> bool:
    """Whether a boundary between VPCs guards one at an end of a peering, or does not say what it guards."""
    ends = [one for id in (peering.parent, peering.peer) if (one := design.get(id, Vpc))]
    if boundary.boundary != "vpc" or boundary.guards:
        return boundary.boundary == "vpc" and any(one.id in boundary.guards for one in ends)
    region = region_of(boundary, design)
    lies_there = not region or any(region_of(one, design) in ("", region) for one in ends)
    return lies_there and (not boundary.members or all(_is_of_member(one, boundary, design) for one in ends))


def _by_hand(fabric: Fabric, boundary: CloudFirewall, guarded: set[ElementId]) -> None:
    """The routes of the design lead to the attachment of the VPC that the firewall stands in."""
    for line in fabric.lines.values():
        if line.kind == "vpc" and line.target in guarded:
            fabric.attachments[line.id] = Attachment("fw", boundary.id, fabric.attachments[line.id].table)


def _by_itself(fabric: Fabric, boundary: CloudFirewall, design: Design) -> None:
    """Packets of inspected pairs go to the firewall, and from there by the table that they came for.

    Where they are steered by hand and no VPC is named that it stands in, nobody knows which packets those are.
    """
    routers = {id for id in boundary.guards if design.get(id, TransitRouter)}
    name = boundary.id if routers and boundary.steering != "manual" else boundary.id + PERHAPS
    lines = [line for line in fabric.lines.values() if _stands_at(line, routers, boundary, design)]
    members = frozenset(line.id for line in lines if _is_member(line, boundary, design))
    for line in lines:
        targets = frozenset(
            other.id for other in lines if _inspects(line, other, members, whole=not boundary.members)
        )
        table = fabric.attachments[line.id].table
        if targets and table is not None and line.certain:
            steered = _steered(fabric, table, name, targets)
            fabric.attachments[line.id] = fabric.attachments[line.id]._replace(table=steered)


def _stands_at(line: Line, routers: set[ElementId], boundary: CloudFirewall, design: Design) -> bool:
    if routers:
        return line.router in routers
    region = region_of(boundary, design)
    return not region or region_of(design.get(line.router), design) == region


def _is_member(line: Line, boundary: CloudFirewall, design: Design) -> bool:
    """Whether a VPC belongs to an account whose assets the boundary is about."""
    vpc = design.get(line.target, Vpc) if line.kind == "vpc" else None
    return vpc is not None and _is_of_member(vpc, boundary, design)


def _is_of_member(vpc: Vpc, boundary: CloudFirewall, design: Design) -> bool:
    account = design.get(vpc.parent, Account)
    return account is not None and account.id in boundary.members


def _inspects(line: Line, other: Line, members: frozenset[str], *, whole: bool) -> bool:
    """Whether packets from one line to another pass the boundary: of two VPCs it is about, never between sites."""
    if line.id == other.id:
        return False
    if not whole:
        return line.id in members and other.id in members
    return "vpc" in (line.kind, other.kind)


def _steered(fabric: Fabric, table: str, firewall: str, targets: Iterable[str]) -> str:
    """The table whose routes to some lines lead to the firewall; made once for the same lines."""
    before, led = fabric.tables[table], frozenset(targets)
    door = f"{FIREWALL}{firewall}:{table}"
    fabric.attachments[door] = Attachment("fw", firewall, table)

    def through(line: str | None) -> str | None:
        return door if line in led else line

    doubted = {block for block, line in before.learned if line == SEVERAL}
    static: dict[Block, str | None] = {block: through(line) for block, line in before.static}
    learned = []
    for block, line in before.learned:
        if line in led and block not in doubted:
            static.setdefault(block, door)
        else:
            learned.append((block, line))
    after = TransitTable(tuple(static.items()), learned=tuple(learned))
    name = table + STEERED
    while name in fabric.tables and fabric.tables[name] != after:
        name += "+"
    fabric.tables[name] = after
    return name
