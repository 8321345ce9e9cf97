"""Where routes stop a flow: whose fault it is, which readings that rests on, and the entry that would lead on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Literal

from planners.addresses.blocks import Block
from planners.reachability.network import INTERNET, Endpoint
from planners.reachability.tables import Table
from workbench.edits.fields import set_fields
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.internet import Internet
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.peer_attachment import PeerAttachment
from workbench.model.elements.route_table import Route, RouteTable
from workbench.model.elements.transit_router import TransitRouter
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vbr_attachment import VbrAttachment
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpn_attachment import VpnAttachment
from workbench.reachability.lines import sites_at
from workbench.reachability.sayings import ROUTE_ENDS, owner_of, title_of
from workbench.reachability.shut import FOREIGN, SERVICES, door_said
from workbench.reference import Fact
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.stops import Stop, protocol_and_port
from workbench.texts import text

Cause = Literal["entry", "egress", "sites", "vpc", "regions", "tables"]
LOOKUPS = ("cen.routing.lookup", "vpc.routing.lookup", "cen.routing.tr_eni_ingress_table")
"""The figures on which it hangs where a packet is led that several prefixes hold, or that comes into a VPC."""


def cause(stop: Stop, design: Design) -> Cause:
    """What a flow lacks that routes stop: a way in, a way out, a permit between sites, or a route in some table."""
    source, target = design.get(stop.source), design.get(stop.target)
    if isinstance(source, Internet):
        return "entry"
    if isinstance(target, Internet):
        return "egress"
    if isinstance(source, (DataCentre, OtherCloud)) and isinstance(target, (DataCentre, OtherCloud)):
        return "sites"
    tables = tables_on_way(stop)
    if tables == (stop.place,) and stop.told.why == "no-route" and attachments_of(stop.place, design):
        return "vpc"
    return "regions" if _are_apart(stop, design) else "tables"


def route_finding(flow: Element, stop: Stop, paths: Paths, design: Reader, *facts: Fact) -> Finding:
    """The finding of a flow that routes stop: there (`path`) or on the way back (`back`)."""
    place = element_at(stop, paths.design)
    return found(
        flow,
        *((place,) if place else ()),
        says="back" if stop.is_on_the_way_back else "path",
        rests_on=(*facts, *readings(stop, paths, design)),
        cures=list(cures(stop, paths)),
        port=protocol_and_port(stop),
        source=title_of(stop.source, paths.design),
        target=title_of(stop.target, paths.design),
        place=place.title() if place else owner_of(stop.place),
        why=door_said(stop.place) or ROUTE_ENDS.get(stop.told.why, ROUTE_ENDS["no-route"]),
    )


def is_refused(stop: Stop) -> bool:
    """Whether the route that stops a flow, or the site it is for, is found to be one that the platform refuses."""
    return stop.place.startswith((FOREIGN, SERVICES))


def element_at(stop: Stop, design: Design) -> Element | None:
    """The element that stops a flow."""
    return design.get(owner_of(stop.place))


def tables_on_way(stop: Stop) -> tuple[str, ...]:
    """The engine's names of the tables on the way that stops, in their order."""
    path = stop.told.path_back if stop.is_on_the_way_back else stop.told.path
    return path[1:]


def attachments_of(table: str, design: Design) -> list[VpcAttachment]:
    """What joins the VPC of a table, `vpc/table`, with transit routers."""
    vpc, slash, _ = table.partition("/")
    found_ = (design.get(id, VpcAttachment) for id in design.referrers(vpc)) if slash else ()
    return [one for one in found_ if one is not None and one.vpc == vpc and one.parent]


def goal(stop: Stop, paths: Paths) -> Endpoint:
    """Where the packet that stops should come to."""
    order = paths.found.compiled.order
    return order.ends[order.at[stop.told.source if stop.is_on_the_way_back else stop.told.target]]


def readings(stop: Stop, paths: Paths, design: Reader) -> Iterator[Fact]:
    """The figures from experience that decide where the packet went before it stopped, or that it stops at all."""
    address = goal(stop, paths).ip
    by_name = _by_name(paths)
    names = [name for name in tables_on_way(stop) if name in by_name]
    known = set()
    for before, name in zip(["", *names], names, strict=False):
        ways = {lead[1:] for lead in by_name[name].leads_for(address)}
        if len(ways) > 1 or _is_overruled(name, address, paths):
            known.add("vpc.routing.lookup" if "/" in name else "cen.routing.lookup")
        vpc = name.partition("/")[0]
        if before and "/" in name and len(paths.found.network.vpcs[vpc].tables) > 2:
            known.add("cen.routing.tr_eni_ingress_table")
    yield from (design.fact(id) for id in sorted(known))


def _is_overruled(table: str, address: int, paths: Paths) -> bool:
    """Whether a static entry of a router's table takes a packet that a learned route of the same block would lead."""
    return any(block.base <= address < block.end for block in _overruled(table, paths))


def _overruled(table: str, paths: Paths) -> Set[Block]:
    """The blocks of which a router's table has a static entry and has learned them too, worked out once."""
    known = paths.notes.get(f"overruled {table}")
    if known is None:
        drawn = paths.found.network.tables.get(table)
        static, learned = (drawn.static, drawn.learned) if drawn else ((), ())
        known = {block for block, _ in static}.intersection(block for block, _ in learned)
        paths.notes[f"overruled {table}"] = known
    assert isinstance(known, set)
    return known


def _by_name(paths: Paths) -> Mapping[str, Table]:
    """The tables by the engine's names, worked out once."""
    known = paths.notes.get("tables")
    if known is None:
        known = paths.notes["tables"] = {one.name: one for one in paths.found.compiled.tables.tables}
    assert isinstance(known, dict)
    return known


def cures(stop: Stop, paths: Paths) -> Iterator[Cure]:
    """The entry that would lead the packet on from where it stops, where only one can be meant."""
    if stop.told.why != "no-route":
        return
    place, to, design = element_at(stop, paths.design), goal(stop, paths), paths.design
    if isinstance(place, TransitRouterTable):
        yield from _learning(place, to, design)
    elif isinstance(place, RouteTable):
        attached = attachments_of(stop.place, design)
        block = block_of_end(to, paths)
        if len(attached) == 1 and block:
            route = Route(destination=block, hop=attached[0].id)
            yield Cure(
                text("Add a route for {block} to {table}", block=block, table=place.title()),
                set_fields([place.id], routes=(*place.routes, route)),
            )


def block_of_end(end: Endpoint, paths: Paths) -> str:
    """The block that somebody stands in: the vSwitch's, the site's, or everything for the internet; empty for none."""
    network = paths.found.network
    if end.id == INTERNET:
        return str(Block(0, 32))
    if end.vswitch is not None:
        return str(network.vswitches[end.vswitch].block)
    ranges = network.sites.get(end.site or "", ())
    return next((str(block) for block in ranges if block.base <= end.ip < block.end), "")


def _learning(table: TransitRouterTable, to: Endpoint, design: Design) -> Iterator[Cure]:
    """Lets a table learn from what leads to somebody: his attachment on the same router, else the only other router."""
    router = table.parent or ""
    own = [one for one in map(design.get, design.children(router)) if one and _leads_to(one, to, design)]
    if len(own) == 1:
        yield _learn(own[0], "learning", table)
        return
    peers = [one for one in design.of_kind(PeerAttachment) if router in (one.parent, one.peer)]
    if not own and len(peers) == 1:
        yield from _learn_there(peers[0], router, table)


def _learn_there(peer: PeerAttachment, router: ElementId, table: TransitRouterTable) -> Iterator[Cure]:
    field = "learning" if peer.parent == router else "peer_learning"
    if table.id not in getattr(peer, field):
        yield _learn(peer, field, table)


def _learn(attachment: Element, field: str, table: TransitRouterTable) -> Cure:
    known = getattr(attachment, field)
    return Cure(
        text("Let {table} learn from {attachment}", table=table.title(), attachment=attachment.title()),
        set_fields([attachment.id], **{field: (*known, table.id)}),
    )


def _leads_to(one: Element, to: Endpoint, design: Design) -> bool:
    """Whether an attachment leads to where somebody stands, and could teach that."""
    if isinstance(one, VpcAttachment):
        return to.vpc is not None and one.vpc == to.vpc
    if isinstance(one, (VbrAttachment, VpnAttachment)):
        door = one.vbr if isinstance(one, VbrAttachment) else one.vpn
        return any(site.id == to.site for site in sites_at(door, design))
    return False


def _are_apart(stop: Stop, design: Design) -> bool:
    """Whether both ends are attached to transit routers of which no connection, or row of them, joins one pair."""
    if stop.told.why != "no-route":
        return False
    here, there = (_routers_of(end, design) for end in (stop.told.source, stop.told.target))
    return bool(here and there) and not _joined(here, design) & there


def _routers_of(endpoint: str, design: Design) -> set[ElementId]:
    """The routers that the VPC of an application's interface is attached to."""
    vswitch = design.get(endpoint.partition("@")[2].partition("#")[0].partition("!")[0])
    vpc = design.get(vswitch.parent, Vpc) if vswitch else None
    named = (design.get(id, VpcAttachment) for id in design.referrers(vpc.id)) if vpc else ()
    return {one.parent for one in named if one and one.parent and design.get(one.parent, TransitRouter)}


def _joined(routers: set[ElementId], design: Design) -> set[ElementId]:
    """Routers with all that connections join them with."""
    found_ = set(routers)
    for _ in design.of_kind(TransitRouter):
        for peer in design.of_kind(PeerAttachment):
            ends = {id for id in (peer.parent, peer.peer) if id}
            if ends & found_:
                found_ |= ends
    return found_
