"""What leads out of a VPC once its IPv4 gateway is activated: a route to it in the table of the vSwitch concerned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability.network import INTERNET_IP
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc as DrawnVpc
from workbench.model.elements.vswitch import VSwitch as DrawnVSwitch
from workbench.reachability.readings import block_of

SYSTEM: Final = "!system"
"""The system table of a VPC for which the design draws none, or several."""
PUBLIC: Final = (INTERNET_IP, *((base << 8) + 9 for base in (0xC63364, 0xC00002, 0x08080A, 0x2D2D2D)))
"""Addresses of which one stands for the internet: the first that no block of the design singles out."""


def system_tables(vpc: DrawnVpc, design: Design) -> list[RouteTable]:
    """The system tables that are drawn for a VPC: of more than one nobody knows which is meant."""
    tables = (design.get(id, RouteTable) for id in design.children(vpc.id))
    return [one for one in tables if one is not None and one.type == "system"]


def system_table(vpc: DrawnVpc, design: Design) -> str:
    """The id of a VPC's system table."""
    drawn = system_tables(vpc, design)
    return drawn[0].id if len(drawn) == 1 else SYSTEM


def table_of(vswitch: DrawnVSwitch, vpc: DrawnVpc, design: Design) -> str:
    """The id of the table that a vSwitch is bound to."""
    named = design.get(vswitch.route_table, RouteTable)
    return named.id if named is not None and named.parent == vpc.id else system_table(vpc, design)


def has_active_gateway(vpc: ElementId, design: Design) -> bool:
    """Whether an IPv4 gateway decides which vSwitches of a VPC reach the internet."""
    gateways = (design.get(id, Ipv4Gateway) for id in design.children(vpc))
    return any(one is not None and one.activated for one in gateways)


def is_nat_led(nat: NatGateway, design: Design) -> bool | None:
    """Whether what a NAT gateway takes out gets out of its VPC; None where the design does not say from which vSwitch."""
    vpc = design.get(nat.parent, DrawnVpc)
    if vpc is None or not has_active_gateway(vpc.id, design):
        return True
    vswitch = design.get(nat.vswitch, DrawnVSwitch)
    if vswitch is None or vswitch.parent != vpc.id:
        return None
    return leads_out(table_of(vswitch, vpc, design), vpc, design)


def leads_out(table: str, vpc: DrawnVpc, design: Design) -> bool | None:
    """Whether a table of a VPC leads what goes to the internet, and not only to a part of it, to its IPv4 gateway.

    None where several tables may be meant, or equal routes differ.
    """
    drawn = design.get(table, RouteTable)
    tables = [drawn] if drawn is not None else system_tables(vpc, design)
    found = {leads for one in tables for leads in _leads_out(one, vpc, design)} or {False}
    return found.pop() if len(found) == 1 else None


def _leads_out(table: RouteTable, vpc: DrawnVpc, design: Design) -> set[bool]:
    """Whether each of the routes that decide for the internet leads to the VPC's own IPv4 gateway."""
    routes = [(block, row.hop) for row in table.routes if (block := block_of(row.destination))]
    address = public_address(block for block, _ in routes)
    holding = [(block, hop) for block, hop in routes if block.base <= address < block.end]
    least = min((block.bits for block, _ in holding), default=0)
    hops = [design.get(hop, Ipv4Gateway) for block, hop in holding if block.bits == least]
    return {hop is not None and hop.parent == vpc.id for hop in hops} or {False}


def public_address(named: Iterable[Block]) -> int:
    """The address that stands for the internet: blocks that name some part of it only are not about all of it."""
    narrow = [block for block in named if block.bits < 32]
    for address in PUBLIC:
        if not any(block.base <= address < block.end for block in narrow):
            return address
    return PUBLIC[0]
