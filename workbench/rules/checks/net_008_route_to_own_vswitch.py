"""NET-008."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-008",
    about=RouteTable,
    severity="error",
    says="The route to {block} in {name} has the same destination as the vSwitch {other}",
    source="API CreateVSwitch (ja, older)",
    facts=("vswitch.may_equal_route_destination",),
)
def route_to_own_vswitch(table: RouteTable, design: Reader) -> Iterator[Finding]:
    """No custom route has the block of a vSwitch of the same VPC as its destination.

    The platform refuses such a vSwitch, or such a route, whichever comes second. A vSwitch inside a larger destination
    is fine.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
          rt-a route-table
            - routes destination=10.0.1.0/24

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
          rt-a route-table
            - routes destination=10.0.0.0/8
    """
    vpc = design.get(table.parent, Vpc)
    may_equal = design.fact("vswitch.may_equal_route_destination")
    if vpc is None or may_equal.value or not table.routes:
        return
    blocks = {block: vswitch for vswitch in design.children(vpc, VSwitch) if (block := span(vswitch.block))}
    for route in table.routes:
        destination = span(route.destination)
        vswitch = blocks.get(destination) if destination else None
        if vswitch:
            yield found(table, vswitch, field="routes", rests_on=(may_equal,), block=route.destination)
