"""The attachments of transit routers as lines: what each leads to, the table it asks and the tables it teaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planners.addresses.blocks import Block
from workbench.model.attachment import Attachment as DrawnAttachment
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.grants import awaits_grant
from workbench.reachability.lines import region_of, router_of, sites_at
from workbench.reachability.policies import End
from workbench.reachability.readings import block_of, blocks_of
from workbench.reachability.reserved import services

BASIC = "!basic"
FAR = "!far"


class Line(NamedTuple):
    """A line of a transit router. `id` is the engine's, `element` the design's; `target` a VPC, a site or the far line.

    One that is not `certain` waits for a grant of which the design says nothing.
    """

    id: str
    element: ElementId
    kind: Literal["vpc", "site", "peer"]
    target: str
    router: ElementId
    table: str | None
    teaches: tuple[str, ...]
    blocks: tuple[Block, ...]
    end: End
    certain: bool = True


def vswitch_blocks(vpc: ElementId, design: Design) -> tuple[Block, ...]:
    """The IPv4 blocks of a VPC's vSwitches."""
    vswitches = (design.get(id, VSwitch) for id in design.children(vpc))
    return tuple(block for one in vswitches if one is not None and (block := block_of(one.block)) is not None)


def tables_of(design: Design) -> dict[str, ElementId]:
    """The tables of transit routers, each with its router; one of the Basic Edition has a single table."""
    found = {
        table.id: router.id
        for table in design.of_kind(TransitRouterTable)
        if (router := router_of(table, design)) is not None and router.edition != "basic"
    }
    basic = {
        router.id + BASIC: router.id for router in design.of_kind(TransitRouter) if router.edition == "basic"
    }
    return found | basic


def lines_of(design: Design) -> dict[str, Line]:
    """Every line by id: networks' first, then both sides of what joins routers."""
    known = tables_of(design)
    found: dict[str, Line] = {}
    attachments: tuple[VpcAttachment | VbrAttachment | VpnAttachment, ...] = (
        *design.of_kind(VpcAttachment),
        *design.of_kind(VbrAttachment),
        *design.of_kind(VpnAttachment),
    )
    for one in attachments:
        router = router_of(one, design)
        if router is not None:
            found.update((line.id, line) for line in _network_lines(one, router, known, design))
    for peer in design.of_kind(PeerAttachment):
        found.update((line.id, line) for line in _peer_lines(peer, known, design))
    return found


def _network_lines(
    one: VpcAttachment | VbrAttachment | VpnAttachment,
    router: TransitRouter,
    known: dict[str, ElementId],
    design: Design,
) -> Iterator[Line]:
    table, teaches = _tables(one.association, one.learning, router, known)
    region = region_of(router, design)
    if isinstance(one, VpcAttachment):
        vpc = design.get(one.vpc, Vpc)
        if vpc is not None:
            blocks, end = vswitch_blocks(vpc.id, design), End("VPC", region, _names(design, vpc.id, one.id))
            certain = not awaits_grant(one, vpc, router, design)
            yield Line(one.id, one.id, "vpc", vpc.id, router.id, table, teaches, blocks, end, certain)
        return
    door, type_ = (one.vbr, "VBR") if isinstance(one, VbrAttachment) else (one.vpn, "VPN")
    for number, site in enumerate(sites_at(door, design)):
        id = one.id if not number else f"{one.id}!{number}"
        # What cloud services have in every VPC is not taken from a site.
        ranges = blocks_of(row.block for row in site.ranges)
        blocks = tuple(block for block in ranges if not services().touches(block))
        end = End(type_, region, _names(design, door, one.id))
        certain = not awaits_grant(one, design.get(door), router, design)
        yield Line(id, one.id, "site", site.id, router.id, table, teaches, blocks, end, certain)


def _peer_lines(peer: PeerAttachment, known: dict[str, ElementId], design: Design) -> Iterator[Line]:
    here, there = router_of(peer, design), design.get(peer.peer, TransitRouter)
    # Where no bandwidth is stated the platform gives a little for tests, so that packets pass; none at all carries nothing.
    if here is None or there is None or peer.bandwidth == 0:
        return
    sides = (
        (peer.id, here, there, peer.id + FAR, peer.association, peer.learning),
        (peer.id + FAR, there, here, peer.id, peer.peer_association, peer.peer_learning),
    )
    for id, router, other, far, association, learning in sides:
        table, teaches = _tables(association, learning, router, known)
        end = End("CCN", region_of(other, design), _names(design, other.id, peer.id))
        yield Line(id, peer.id, "peer", far, router.id, table, teaches, (), end)


def _tables(
    association: ElementId | None,
    learning: tuple[ElementId, ...],
    router: TransitRouter,
    known: dict[str, ElementId],
) -> tuple[str | None, tuple[str, ...]]:
    """The table that is asked and those that learn: tables of the same router only."""
    if router.edition == "basic":
        return router.id + BASIC, (router.id + BASIC,)
    asked = association if association and known.get(association) == router.id else None
    return asked, tuple(id for id in dict.fromkeys(learning) if known.get(id) == router.id)


def _names(design: Design, *ids: ElementId | None) -> frozenset[str]:
    """What a policy may call a network: its id or name, or those of its attachment."""
    found = set[str]()
    for id in ids:
        element = design.get(id)
        if element is not None:
            found.update((element.id, element.name.en, element.name.zh))
    return frozenset(found - {""})


def is_drawn_far(one: DrawnAttachment, router: ElementId) -> bool:
    """Whether a table of a router, that names a connection of two routers, stands at its far side."""
    return isinstance(one, PeerAttachment) and one.parent != router
