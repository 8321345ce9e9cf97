"""A design as a network of the reachability engine, and the way back from the engine's names to elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from planners.addresses.blocks import Block
from planners.reachability import Compiled, Network, Semantics
from planners.reachability.network import Acl, Group, TransitTable, Vpc
from planners.reachability.ports import Use
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.bastion_host import BastionHost
from workbench.model.elements.database import Database
from workbench.model.elements.flow import Flow
from workbench.model.elements.invariant import Invariant
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.reachability.boundaries import blocks_named, firewalls_of
from workbench.reachability.conflicts import Doubt
from workbench.reachability.edges import nats_of
from workbench.reachability.fabric import Fabric, fabric_of
from workbench.reachability.filters import acls_of, groups_of
from workbench.reachability.gateways import doubt_routers_at_ecrs, join_gateways, unclear_sites
from workbench.reachability.invariants.packets import uses_of
from workbench.reachability.leaving import public_address
from workbench.reachability.lines import sites_of
from workbench.reachability.parties import Parties, Party, Places
from workbench.reachability.readings import Cuts, are_ports, block_of, blocks_of, ports_of, protocol_of
from workbench.reachability.sites import join_sites, ranges_of
from workbench.reachability.steering import steer
from workbench.reachability.unread import Unread, unread_rows
from workbench.reachability.vpcs import vpcs_of, vswitches_of

READINGS: Final = Semantics(guesses_ties=False, site_keeps_own=True)
"""How designs are read where the provider's documents leave it open; of equal routes nobody guesses the winner."""


@dataclass(frozen=True, eq=False)
class Modelled:
    """A network made of a design, its parties by id, the routes in it that are not settled, and rows that nobody can read."""

    design: Design
    network: Network
    parties: dict[ElementId, Party]
    doubts: tuple[Doubt, ...]
    unread: Unread = field(default_factory=dict)

    def party(self, id: ElementId) -> Party:
        """The party of an id; somebody who could not be placed, such as a vSwitch without a block, stands nowhere."""
        return self.parties.get(id) or Party(id, ())

    @cached_property
    def compiled(self) -> Compiled:
        """The network made ready to be asked; the ports of flows and invariants are told apart in it."""
        return Compiled(self.network, READINGS, self.cuts)

    @property
    def made_ready(self) -> Compiled | None:
        """The same where it was made already."""
        return vars(self).get("compiled")

    def take(self, compiled: Compiled) -> None:
        """Has it that somebody else made this network ready, which is the larger part of the work."""
        vars(self)["compiled"] = compiled

    @cached_property
    def cuts(self) -> tuple[Use, ...]:
        """Protocols and ports that are told apart though no rule may do so."""
        return tuple(dict.fromkeys(uses(self.design)))


def modelled(design: Design, *, places: Places = False) -> Modelled:
    """A design as a network; with `places` vSwitches and groups are parties too, all of them or those that are named."""
    fabric = fabric_of(design)
    by_itself = join_gateways(fabric, design)
    doubt_routers_at_ecrs(fabric, design)
    steer(fabric, design)
    sites = join_sites(fabric, design, unclear_sites(design))
    unread = unread_rows(design)
    vpcs = vpcs_of(design, fabric, by_itself)
    vswitches = {
        # Where an entry cannot be read, what the others say is not known to hold.
        id: one._replace(acl=None) if one.acl in unread else one
        for id, one in vswitches_of(design).items()
    }
    groups, acls = groups_of(design), acls_of(design)
    named = frozenset(_blocks(design, fabric, vpcs, groups, acls))
    parties = Parties(design, vpcs, vswitches, groups, Cuts(named), unread)
    parties.add_all(places=places)
    internet = public_address(named)
    network = Network(
        endpoints=tuple(parties.endpoints),
        vpcs=vpcs,
        vswitches=parties.vswitches,
        acls=acls,
        groups=parties.groups,
        attachments=fabric.attachments,
        tables=fabric.tables,
        sites=sites,
        firewalls=firewalls_of(design, Block(internet, 0)),
        nats=nats_of(design, parties.endpoints),
        internet_ip=internet,
    )
    return Modelled(design, network, parties.found, tuple(fabric.doubts), unread)


def uses(design: Design) -> Iterator[Use]:
    """The protocols and ports that flows, listeners and invariants name."""
    for flow in design.of_kind(Flow):
        protocol = protocol_of(flow.protocol)
        if protocol is not None and are_ports(flow.port):
            yield protocol, ports_of(flow.port)
    for balancer in design.of_kind(LoadBalancer):
        for row in balancer.listeners:
            for port in (row.port, row.server_port):
                if port is not None:
                    yield row.carried_by, (port, port)
    for one in design.of_kind(Invariant):
        yield from uses_of(one)


def _blocks(
    design: Design,
    fabric: Fabric,
    vpcs: dict[str, Vpc],
    groups: dict[str, Group],
    acls: dict[str, Acl],
) -> Iterator[Block]:
    """Every block that something in the design tells apart from others."""
    for group in groups.values():
        yield from (rule.block for rule in group.rules if rule.block is not None)
    for acl in acls.values():
        yield from (rule.block for rule in (*acl.inbound, *acl.outbound))
    for vpc in vpcs.values():
        yield from (route.block for routes in vpc.tables.values() for route in routes)
    for table in fabric.tables.values():
        yield from _of_table(table)
    for site in sites_of(design):
        yield from ranges_of(site)
    yield from blocks_named(design)
    for bastion in design.of_kind(BastionHost):
        yield from blocks_of(row.block for row in bastion.visitors)
    for database in design.of_kind(Database):
        yield from blocks_of(row.block for row in database.allowed)
    for nat in design.of_kind(NatGateway):
        yield from blocks_of(row.source for row in nat.snat)
        yield from (block for row in nat.dnat if (block := block_of(row.address)) is not None)


def _of_table(table: TransitTable) -> Iterator[Block]:
    yield from (block for block, _ in table.static)
    yield from (block for block, _ in table.learned)
