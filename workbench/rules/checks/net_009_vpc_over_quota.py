"""NET-009."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-009",
    about=Vpc,
    severity="error",
    says={
        "blocks": "{name} has {count} secondary blocks; the quota is {most}",
        "vswitches": "{name} has {count} vSwitches; the quota is {most}",
        "tables": "{name} has {count} custom route tables; the quota is {most}",
        "routes": "{other} in {name} has {count} routes; the quota is {most}",
        "overlap": "{block} of {name} shares addresses with its block {outer}",
    },
    source="VPC quotas",
    facts=(
        "vpc.cidr.secondary_ipv4_blocks",
        "vpc.limits.vswitches_per_vpc",
        "vpc.routing.custom_route_tables",
        "vpc.routing.custom_routes_per_table",
        "vpc.cidr.secondary_may_overlap_primary",
    ),
)
def vpc_over_quota(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC stays within its quotas.

    These are the defaults: five secondary blocks, 150 vSwitches, nine custom route tables, 200 routes a table. Most can
    be raised on request; note a raised one as an override of the figure.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16,10.1.0.0/16,10.2.0.0/16,10.3.0.0/16,10.4.0.0/16,10.5.0.0/16,10.6.0.0/16

    Right:
        vpc-a vpc blocks=10.0.0.0/16,10.1.0.0/16
    """
    tables = design.children(vpc, RouteTable)
    counts = (
        ("blocks", "vpc.cidr.secondary_ipv4_blocks", len(readable(vpc.blocks)) - 1),
        ("vswitches", "vpc.limits.vswitches_per_vpc", len(design.children(vpc, VSwitch))),
        ("tables", "vpc.routing.custom_route_tables", sum(table.type == "custom" for table in tables)),
    )
    for says, id, count in counts:
        most = design.fact(id)
        if count > most.value:
            yield found(vpc, says=says, rests_on=(most,), count=count, most=most.value)
    routes = design.fact("vpc.routing.custom_routes_per_table")
    for table in tables:
        if len(table.routes) > routes.value:
            count = len(table.routes)
            yield found(vpc, table, says="routes", rests_on=(routes,), count=count, most=routes.value)
    yield from _overlapping(vpc, design)


def _overlapping(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    doubtful = design.fact("vpc.cidr.secondary_may_overlap_primary")
    entries = [(addresses, (number, block)) for number, (block, addresses) in enumerate(readable(vpc.blocks))]
    for (_, outer), (_, inner) in overlaps(entries, itemgetter(0)):
        yield found(vpc, says="overlap", field="blocks", rests_on=(doubtful,), block=inner, outer=outer)
