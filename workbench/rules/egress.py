"""What would lead a flow out to the internet from where it stops, where only one hub or gateway can be meant."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.nat_gateway import NatGateway, SnatEntry
from workbench.model.elements.transit_router_table import StaticRoute, TransitRouterTable
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.reachability.edges import has_address, usable_eips
from workbench.rules.finding import Cure
from workbench.rules.paths import Paths
from workbench.rules.routing import block_of_end, element_at
from workbench.rules.stops import Stop
from workbench.texts import text

EVERYTHING = "0.0.0.0/0"


def egress_cures(stop: Stop, paths: Paths) -> Iterator[Cure]:
    """A default route of a transit router's table to its only hub, or an SNAT entry for the vSwitch of the source."""
    place = element_at(stop, paths.design)
    if stop.told.why == "no-snat":
        yield from _translating(stop, paths)
    elif (
        stop.told.why == "no-route"
        and isinstance(place, TransitRouterTable)
        and not stop.is_on_the_way_back
        and len(hubs := _hubs(place.parent, paths.design)) == 1
    ):
        route = StaticRoute(destination=EVERYTHING, attachment=hubs[0].id)
        yield Cure(
            text(
                "Send {block} from {table} to {hub}",
                block=EVERYTHING,
                table=place.title(),
                hub=hubs[0].title(),
            ),
            set_fields([place.id], routes=(*place.routes, route)),
        )


def gateway_at(stop: Stop, paths: Paths) -> NatGateway | None:
    """The NAT gateway that a flow comes to and that does not translate its source; None where that is not what stops it."""
    if stop.told.why != "no-snat":
        return None
    tables = paths.found.compiled.tables.tables
    table = next((one for one in tables if one.name == stop.place), None)
    lead = table.lead(paths.found.network.internet_ip) if table else None
    return paths.design.get(lead.id, NatGateway) if lead and lead.id else None


def _translating(stop: Stop, paths: Paths) -> Iterator[Cure]:
    compiled, gateway = paths.found.compiled, gateway_at(stop, paths)
    block = block_of_end(compiled.order.ends[compiled.order.at[stop.told.source]], paths)
    if gateway is not None and block and has_address(gateway, paths.design):
        usable = sorted(usable_eips(gateway, paths.design))
        named = [row.eip for row in gateway.snat if row.eip in usable]
        entry = SnatEntry(source=block, eip=next(iter((*named, *usable)), None))
        yield Cure(
            text("Translate {block} at {gateway}", block=block, gateway=gateway.title()),
            set_fields([gateway.id], snat=(*gateway.snat, entry)),
        )


def _hubs(router: ElementId | None, design: Design) -> list[VpcAttachment]:
    """The attachments of a router behind which an internet NAT gateway stands."""
    found = (design.get(id, VpcAttachment) for id in (design.children(router) if router else ()))
    return [one for one in found if one is not None and _has_gateway(one.vpc, design)]


def _has_gateway(vpc: ElementId | None, design: Design) -> bool:
    gateways = (design.get(id, NatGateway) for id in (design.children(vpc) if vpc else ()))
    return any(one is not None and one.type == "internet" for one in gateways)
