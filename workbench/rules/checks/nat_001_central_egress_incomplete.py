"""NAT-001."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.addresses import spans
from workbench.model.elements.flow import Flow
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.reference import Fact
from workbench.rules.blocks import readable
from workbench.rules.checks.cen_007_vpc_without_way_out import lacks_way_out
from workbench.rules.checks.nat_005_nat_without_its_address import nat_without_its_address
from workbench.rules.egress import egress_cures, gateway_at
from workbench.rules.filters import everywhere
from workbench.rules.finding import Finding, found
from workbench.rules.paths import Paths
from workbench.rules.reader import Reader
from workbench.rules.routing import LOOKUPS, cause, is_refused, route_finding
from workbench.rules.rule import also_by_paths, rule
from workbench.rules.stops import Stop, stops


@rule(
    "NAT-001",
    about=TransitRouterTable,
    severity="error",
    says={
        "": "{name} sends the internet's traffic to {other}, which has no internet NAT gateway",
        "snat": "{nat} in {other} translates no address of {spoke} ({block}), whose traffic {name} sends there",
        "back": "{other} has no route back to the transit router for what {name} sends there",
        "path": "{name} ({port}) does not get from {source} out to {target}. It stops at {place}: {why}",
        "answers": "Answers of {name} ({port}) do not get from {target} back to {source}. They stop at {place}: {why}",
    },
    source="Share an Internet NAT gateway through a transit router",
    facts=("nat.internet.shared_egress_recipe", *LOOKUPS),
)
def central_egress_incomplete(table: TransitRouterTable, design: Reader) -> Iterator[Finding]:
    """A central way to the internet has all its parts.

    A VPC without a gateway of its own needs a default route to the transit router, the router's table one to a hub VPC, the
    hub an internet NAT gateway with SNAT entries for the VPCs behind it, and a route back to the transit router. One that is
    missing stops everything. Flows to the internet are followed through all of them.

    Wrong:
        tr transit-router
          tbl transit-router-table
            - routes destination=0.0.0.0/0 attachment=att
          att vpc-attachment vpc=hub synchronised=true
        hub vpc blocks=10.0.0.0/16

    Right:
        tr transit-router
          tbl transit-router-table
            - routes destination=0.0.0.0/0 attachment=att
          att vpc-attachment vpc=hub synchronised=true
        hub vpc blocks=10.0.0.0/16
          nat nat-gateway
            - snat source=10.0.0.0/8
    """
    recipe = design.fact("nat.internet.shared_egress_recipe")
    for route in table.routes:
        attachment = design.get(route.attachment, VpcAttachment) if everywhere(route.destination) else None
        hub = design.get(attachment.vpc, Vpc) if attachment else None
        if attachment and hub:
            yield from _faults(table, attachment, hub, design, recipe)


def _faults(
    table: TransitRouterTable, attachment: VpcAttachment, hub: Vpc, design: Reader, recipe: Fact
) -> Iterator[Finding]:
    gateways = [nat for nat in design.children(hub, NatGateway) if nat.type == "internet"]
    if not gateways:
        yield found(table, hub, field="routes", rests_on=(recipe,))
        return
    translated = spans(tuple(entry.source for nat in gateways for entry in nat.snat))
    for spoke in _behind(table, hub, design):
        for block, addresses in readable(spoke.blocks):
            if not any(source.meets(addresses) for source in translated):
                nat = gateways[0]
                yield found(
                    table,
                    hub,
                    nat,
                    spoke,
                    says="snat",
                    rests_on=(recipe,),
                    nat=nat.title(),
                    spoke=spoke.title(),
                    block=block,
                )
    ends = (attachment.id, attachment.parent)
    tables = design.children(hub, RouteTable)
    if not attachment.synchronised and not any(route.hop in ends for t in tables for route in t.routes):
        yield found(table, hub, attachment, says="back", rests_on=(recipe,))


def _behind(table: TransitRouterTable, hub: Vpc, design: Reader) -> list[Vpc]:
    """The VPCs whose traffic the table sends on."""
    found_ = (
        design.get(attachment.vpc, Vpc)
        for attachment in design.referrers(table, VpcAttachment)
        if attachment.association == table.id
    )
    return [vpc for vpc in found_ if vpc and vpc.id != hub.id]


@also_by_paths(central_egress_incomplete, about=Flow)
def flow_without_way_out(flow: Flow, design: Reader, paths: Paths) -> Iterator[Finding]:
    """Flows to the internet that do not come out, or whose answers do not come back; faults of a hub are found there."""
    for stop in stops(flow.id, paths):
        if stop.is_routing and cause(stop, paths.design) == "egress" and not _is_told(stop, design, paths):
            recipe = design.fact("nat.internet.shared_egress_recipe")
            told = route_finding(flow, stop, paths, design, recipe)
            cures = told.cures or tuple(egress_cures(stop, paths))
            yield replace(told, says="answers" if stop.is_on_the_way_back else "path", cures=cures)


def _is_told(stop: Stop, design: Reader, paths: Paths) -> bool:
    """Whether the hub, a table before it, or the VPC itself is found to lack what stops the packet."""
    if stop.told.why == "not-associated" or is_refused(stop) or lacks_way_out(stop.place, design, paths):
        return True
    gateway = gateway_at(stop, paths)
    if gateway is not None and any(True for _ in nat_without_its_address.check(gateway, design)):
        return True
    # An answer starts at the gateway of the hub to which the request was led.
    tables = (paths.design.get(name.partition("!")[0], TransitRouterTable) for name in stop.told.path[1:])
    past_router = stop.told.why == "no-snat" or stop.is_on_the_way_back or "/" in stop.place
    asked = [table for table in tables if table] if past_router else []
    return any(True for table in asked for _ in central_egress_incomplete.check(table, design))
