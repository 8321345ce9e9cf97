"""VPCs and vSwitches as the engine reads them: their tables, and what a router writes into them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from planners.addresses.blocks import Block
from planners.pace import breathe
from planners.reachability.network import Hop, Route, Vpc, VSwitch
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc as DrawnVpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vswitch import VSwitch as DrawnVSwitch
from workbench.reachability.fabric import Fabric, leave_open
from workbench.reachability.hops import hop_to, is_foreign
from workbench.reachability.leaving import SYSTEM, system_table, system_tables, table_of
from workbench.reachability.lines import region_of, sites_of
from workbench.reachability.merging import merged, settled
from workbench.reachability.policies import End, Leave
from workbench.reachability.readings import block_of
from workbench.reachability.reserved import services
from workbench.reachability.shut import FOREIGN, SERVICES, shut, undecided
from workbench.reachability.sites import ranges_of

INCOMING: Final = "!incoming"
"""The table for what comes in by an attachment whose vSwitches have different ones."""
OwnRoutes = Mapping[ElementId, list[tuple[Block, str]]]


def vpcs_of(design: Design, fabric: Fabric, by_itself: OwnRoutes) -> dict[str, Vpc]:
    """Every VPC by id. `by_itself` are routes that a gateway writes into the system table."""
    reading = _Reading(design, fabric, by_itself, _services(design))
    return {one.id: reading.vpc(one) for one in design.of_kind(DrawnVpc)}


def vswitches_of(design: Design) -> dict[str, VSwitch]:
    """Every vSwitch with an IPv4 block in a VPC, by id."""
    found = {}
    for one in design.of_kind(DrawnVSwitch):
        vpc, block = design.get(one.parent, DrawnVpc), block_of(one.block)
        if vpc is not None and block is not None:
            acl = design.get(one.acl, NetworkAcl)
            found[one.id] = VSwitch(vpc.id, block, table_of(one, vpc, design), acl.id if acl else None)
    return found


@dataclass
class _Reading:
    """The tables of a design's VPCs, while they are read; `services` are addresses that no route of them leads out."""

    design: Design
    fabric: Fabric
    by_itself: OwnRoutes
    services: Block | None

    def vpc(self, vpc: DrawnVpc) -> Vpc:
        """A VPC with its tables."""
        breathe()
        tables = self._drawn(vpc)
        system, unsure = system_table(vpc, self.design), partial(undecided, self.fabric, vpc.id)
        several = system_tables(vpc, self.design)
        if len(several) > 1:
            tables[SYSTEM] = merged([tables[one.id] for one in several], partial(unsure, "systems"))
        own = {route.block for route in tables[system]}
        written = settled(_written(vpc, self.design, self.fabric, self.by_itself), partial(unsure, "equal"))
        tables[system] += tuple(route for route in written if route.block not in own)
        tables = {id: tuple(self._with_doors(routes, vpc)) for id, routes in tables.items()}
        incoming = _incoming(vpc, self.design)
        if len(incoming) == 1:
            return Vpc(tables, incoming[0])
        tables[INCOMING] = merged([tables[id] for id in incoming], partial(unsure, "incoming"))
        return Vpc(tables, INCOMING)

    def _drawn(self, vpc: DrawnVpc) -> dict[str, tuple[Route, ...]]:
        found: dict[str, tuple[Route, ...]] = {SYSTEM: ()}
        for id in self.design.children(vpc.id):
            table = self.design.get(id, RouteTable)
            if table is not None:
                found[id] = settled(self._routes(table, vpc), partial(undecided, self.fabric, id, "equal"))
        return found

    def _routes(self, table: RouteTable, vpc: DrawnVpc) -> Iterator[Route]:
        """The routes of a table; one to what belongs to another VPC only where no other has its block."""
        taken, refused = set(), dict[Block, ElementId]()
        for row in table.routes:
            block, to = block_of(row.destination), self.design.get(row.hop)
            if block is None or to is None or block == self.services:
                continue
            if is_foreign(to, vpc.id, self.design):
                refused.setdefault(block, to.id)
            elif (hop := hop_to(to, vpc, self.design, self.fabric)) is not None:
                taken.add(block)
                kept = self.services is not None and self.services.holds(block)
                yield Route(block, undecided(self.fabric, table.id, "services") if kept else hop)
        yield from (
            Route(block, Hop("att", FOREIGN + id)) for block, id in refused.items() if block not in taken
        )

    def _with_doors(self, routes: tuple[Route, ...], vpc: DrawnVpc) -> Iterator[Route]:
        """Routes with the doors behind those that the platform refuses, and with the one to cloud services.

        What a refused route is for is shut out where no other route holds it. Where a wider one does, packets take that as
        long as the refused one is missing: nobody knows what stands there in its place in the end.
        """
        taken = [route.block for route in routes if not route.hop.id.startswith(FOREIGN)]
        for block, hop in routes:
            if hop.id.startswith(FOREIGN):
                id, wider = hop.id.removeprefix(FOREIGN), any(one.holds(block) for one in taken)
                yield Route(
                    block,
                    undecided(self.fabric, id, "foreign") if wider else shut(self.fabric, FOREIGN, id),
                )
            else:
                yield Route(block, hop)
        if self.services is not None:
            yield Route(self.services, shut(self.fabric, SERVICES, vpc.id))


def _services(design: Design) -> Block | None:
    """The block that every VPC sends to cloud services; None where nobody outside has addresses in it."""
    own = (one for site in sites_of(design) for one in ranges_of(site))
    return services() if any(services().touches(one) for one in own) else None


def _incoming(vpc: DrawnVpc, design: Design) -> list[str]:
    """The tables of the vSwitches that the interfaces of the VPC's attachments stand in, each once."""
    found = dict[str, None]()
    for id in design.referrers(vpc.id):
        attachment = design.get(id, VpcAttachment)
        for vswitch in attachment.vswitches if attachment and attachment.vpc == vpc.id else ():
            one = design.get(vswitch, DrawnVSwitch)
            if one is not None and one.parent == vpc.id:
                found[table_of(one, vpc, design)] = None
    return list(found) or [system_table(vpc, design)]


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
