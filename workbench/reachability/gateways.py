"""Gateways that join a VPC with sites past every transit router: VPN gateways, VBRs and Express Connect Routers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from planners.addresses.blocks import Block
from planners.reachability.network import Attachment, TransitTable
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.ecr import Ecr
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.vbr import Vbr
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.reachability.attached import Line, vswitch_blocks
from workbench.reachability.fabric import SEVERAL, Fabric, leave_open
from workbench.reachability.grants import awaits_grant
from workbench.reachability.lines import associations, region_of, sites_at
from workbench.reachability.policies import End, Policies
from workbench.reachability.readings import blocks_of
from workbench.reachability.sites import ranges_of
from workbench.reachability.teaching import Learned

GATE: Final = "!gate:"


class Joined(NamedTuple):
    """A VPC, the gateway that joins it with sites, and what the sites are told; `awaited` is a joint that lacks a grant."""

    vpc: ElementId
    gateway: ElementId
    told: tuple[Block, ...]
    awaited: ElementId = ""


def gate(vpc: ElementId, gateway: ElementId) -> str:
    """The engine's attachment by which a VPC's packets come to a gateway."""
    return f"{GATE}{gateway}:{vpc}"


def joined(design: Design) -> Iterator[Joined]:
    """Every VPC with a gateway to sites: one that stands in it, one its routes lead to, or an ECR it is joined to."""
    found: dict[tuple[ElementId, ElementId], Joined] = {}
    for gateway in design.of_kind(VpnGateway):
        if gateway.parent and design.get(gateway.parent, Vpc):
            found[gateway.parent, gateway.id] = Joined(gateway.parent, gateway.id, ())
    for table in design.of_kind(RouteTable):
        for route in table.routes:
            door = design.get(route.hop)
            own = table.parent
            if own and isinstance(door, (Vbr, VpnGateway)) and _may_name(own, door, design):
                found.setdefault((own, door.id), Joined(own, door.id, ()))
    for ecr in design.of_kind(Ecr):
        for one in associations(ecr.id, design):
            vpc = design.get(one.network, Vpc)
            if vpc is not None:
                awaited = one.id if awaits_grant(one, vpc, ecr, design) else ""
                found[vpc.id, ecr.id] = Joined(vpc.id, ecr.id, tuple(blocks_of(one.allowed)), awaited)
    yield from found.values()


def _may_name(vpc: ElementId, door: Vbr | VpnGateway, design: Design) -> bool:
    """Whether a route of a VPC may name a gateway: a VPN gateway of another VPC it may not."""
    own = design.get(door.parent, Vpc)
    return own is None or own.id == vpc


def unclear_sites(design: Design) -> set[ElementId]:
    """Sites that an ECR joins to a transit router: no table says what is told either side."""
    found: set[ElementId] = set()
    for ecr in design.of_kind(Ecr):
        if any(design.get(one.network, TransitRouter) for one in associations(ecr.id, design)):
            found.update(site.id for site in sites_at(ecr.id, design))
    return found


def join_gateways(fabric: Fabric, design: Design) -> dict[ElementId, list[tuple[Block, str]]]:
    """Adds gateways as lines to sites; gives for each VPC the ranges that an ECR leads there by itself."""
    by_itself: dict[ElementId, list[tuple[Block, str]]] = {}
    for one in joined(design):
        sites = sites_at(one.gateway, design)
        door, back = gate(one.vpc, one.gateway), f"{gate(one.vpc, one.gateway)}:back"
        blocks = one.told or vswitch_blocks(one.vpc, design)
        fabric.tables[door] = TransitTable(
            tuple((block, f"{door}:{site.id}") for site in sites for block in ranges_of(site))
        )
        certain = not one.awaited
        ways = (door,) if certain else (door, SEVERAL)
        fabric.tables[back] = TransitTable(learned=tuple((block, way) for block in blocks for way in ways))
        fabric.attachments[door] = Attachment(
            "vpc", one.vpc, door if certain else leave_open(fabric, one.awaited)
        )
        end = End("VPC", region_of(design.get(one.vpc), design))
        learned = Learned(door, one.vpc, end, certain=certain, awaited=one.awaited)
        fabric.routes[back] = {block: {door: learned} for block in blocks}
        fabric.policies.setdefault(one.gateway, Policies(design, one.gateway, has_vpn=False))
        for site in sites:
            id = f"{door}:{site.id}"
            fabric.attachments[id] = Attachment("site", site.id, back)
            fabric.lines[id] = Line(
                id, one.gateway, "site", site.id, one.gateway, back, (), ranges_of(site), End("VBR", "")
            )
        if isinstance(design.get(one.gateway), Ecr):
            ranges = [(block, door) for site in sites for block in ranges_of(site)]
            by_itself.setdefault(one.vpc, []).extend(ranges)
    return by_itself


def doubt_routers_at_ecrs(fabric: Fabric, design: Design) -> None:
    """Where an ECR is joined to a transit router, its tables may know the sites behind it, or not."""
    for ecr in design.of_kind(Ecr):
        routers = {one.network for one in associations(ecr.id, design)}
        ranges = tuple(block for site in sites_at(ecr.id, design) for block in ranges_of(site))
        for line in list(fabric.lines.values()):
            if line.router in routers and line.table is not None:
                _doubt(fabric, line.table, ranges)


def _doubt(fabric: Fabric, table: str, ranges: tuple[Block, ...]) -> None:
    before = fabric.tables[table]
    known = {block for block, _ in (*before.static, *before.learned)}
    new = tuple((block, name) for block in ranges if block not in known for name in (SEVERAL, SEVERAL + "!"))
    fabric.tables[table] = before._replace(learned=(*before.learned, *new))
