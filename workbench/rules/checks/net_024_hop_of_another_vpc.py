"""NET-024."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.element import Element, ElementId
from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.load_balancer import LoadBalancer
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.private_endpoint import PrivateEndpoint
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_attachment import VpcAttachment
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule

OWNED = (NatGateway, VpnGateway, Ipv4Gateway, Ipv6Gateway, LoadBalancer, PrivateEndpoint)


@rule(
    "NET-024",
    about=RouteTable,
    severity="error",
    says="The route to {block} in {name} leads to {other}, which belongs to another VPC",
    source="API CreateRouteEntry",
)
def hop_of_another_vpc(table: RouteTable, design: Reader) -> Iterator[Finding]:
    """The next hop of a route belongs to the VPC of its table.

    The platform refuses a route to a gateway, attachment or peering of another VPC. What is to leave by the NAT gateway of a
    hub goes to the transit router first, and from there by the tables of the hub.

    Wrong:
        vpc-a vpc
          rt-a route-table
            - routes destination=0.0.0.0/0 hop=nat
        hub vpc
          nat nat-gateway

    Right:
        tr transit-router
          att-a vpc-attachment vpc=vpc-a
        vpc-a vpc
          rt-a route-table
            - routes destination=0.0.0.0/0 hop=att-a
    """
    vpc = design.get(table.parent, Vpc)
    if vpc is None:
        return
    for route in table.routes:
        hop = design.get(route.hop, Element)
        owners = [one for id in _owners(hop) if (one := design.get(id, Vpc))]
        if hop and owners and vpc not in owners:
            yield found(table, hop, *owners, field="routes", block=route.destination)


def _owners(hop: Element | None) -> tuple[ElementId | None, ...]:
    """The VPCs that a hop belongs to: both of a peering."""
    if isinstance(hop, VpcAttachment):
        return (hop.vpc,)
    if isinstance(hop, VpcPeering):
        return hop.parent, hop.peer
    return (hop.parent,) if isinstance(hop, OWNED) else ()
