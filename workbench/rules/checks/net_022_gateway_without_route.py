"""NET-022."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ipv4_gateway import Ipv4Gateway
from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-022",
    about=(Ipv4Gateway, Ipv6Gateway),
    severity="hint",
    says="No route of {other} leads to {name}",
    source="unverified",
)
def gateway_without_route(gateway: Ipv4Gateway | Ipv6Gateway, design: Reader) -> Iterator[Finding]:
    """A route table of the VPC leads to its IPv4 or IPv6 gateway.

    Only vSwitches whose table has a route to the gateway use it. Once an IPv4 gateway is activated, the others lose their
    way to the internet, whatever EIPs their hosts have. No document was read for this.

    Wrong:
        vpc-a vpc
          gate ipv4-gateway activated=true

    Right:
        vpc-a vpc
          gate ipv4-gateway activated=true
          rt-a route-table
            - routes destination=0.0.0.0/0 hop=gate
    """
    vpc = design.get(gateway.parent, Vpc)
    if vpc is None or (isinstance(gateway, Ipv4Gateway) and not gateway.activated):
        return
    tables = design.children(vpc, RouteTable)
    if not any(route.hop == gateway.id for table in tables for route in table.routes):
        yield found(gateway, vpc)
