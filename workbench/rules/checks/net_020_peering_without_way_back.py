"""NET-020."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpc_peering import VpcPeering
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-020",
    about=VpcPeering,
    severity="warning",
    says="No route of {other} leads through {name}: what comes over it from {far} is not answered",
    source="VPC route table",
)
def peering_without_way_back(peering: VpcPeering, design: Reader) -> Iterator[Finding]:
    """Both VPCs of a peering have a route through it.

    The peering itself moves no packet. With a route at one end only, packets arrive and their answers do not come back.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          rt-a route-table type=system
            - routes destination=10.1.0.0/16 hop=link
          link vpc-peering peer=vpc-b
        vpc-b vpc blocks=10.1.0.0/16

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          rt-a route-table type=system
            - routes destination=10.1.0.0/16 hop=link
          link vpc-peering peer=vpc-b
        vpc-b vpc blocks=10.1.0.0/16
          rt-b route-table type=system
            - routes destination=10.0.0.0/16 hop=link
    """
    one, other = design.get(peering.parent, Vpc), design.get(peering.peer, Vpc)
    if one is None or other is None or one is other:
        return
    for near, far in ((one, other), (other, one)):
        if not _leads_through(near, peering, design):
            yield found(peering, near, far, far=far.title())


def _leads_through(vpc: Vpc, peering: VpcPeering, design: Reader) -> bool:
    tables = design.children(vpc, RouteTable)
    return any(route.hop == peering.id for table in tables for route in table.routes)
