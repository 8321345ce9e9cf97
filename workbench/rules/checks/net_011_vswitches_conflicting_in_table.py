"""NET-011."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span, span
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.attachments import teaching
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-011",
    about=TransitRouterTable,
    severity="error",
    says="{table} learns {block} of {name} and {outer} of {other}, which share addresses",
    source="Resolve overlapping vSwitch CIDR blocks in CEN",
    facts=("cen.overlap.effect",),
)
def vswitches_conflicting_in_table(table: TransitRouterTable, design: Reader) -> Iterator[Finding]:
    """The vSwitches that one transit router table learns share no address.

    The platform reports a route conflict, and which of the two keeps its traffic is not promised. The conflict is about
    vSwitches: VPC blocks may be equal as long as the vSwitches in them differ.

    Wrong:
        tr transit-router
          tbl transit-router-table
          att-a vpc-attachment vpc=vpc-a learning=tbl
          att-b vpc-attachment vpc=vpc-b learning=tbl
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
        vpc-b vpc blocks=10.0.0.0/16
          vsw-b vswitch block=10.0.1.0/24

    Right:
        tr transit-router
          tbl transit-router-table
          att-a vpc-attachment vpc=vpc-a learning=tbl
          att-b vpc-attachment vpc=vpc-b learning=tbl
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
        vpc-b vpc blocks=10.1.0.0/16
          vsw-b vswitch block=10.1.1.0/24
    """
    effect = design.fact("cen.overlap.effect")
    taught: list[tuple[Span, VSwitch]] = []
    for vpc_id in sorted({attachment.vpc for attachment in teaching(table, design) if attachment.vpc}):
        vpc = design.get(vpc_id, Vpc)
        vswitches = design.children(vpc, VSwitch) if vpc else ()
        taught.extend((block, vswitch) for vswitch in vswitches if (block := span(vswitch.block)))
    for outer, inner in overlaps(taught, lambda vswitch: vswitch.parent):
        yield found(
            inner,
            outer,
            table,
            field="block",
            rests_on=(effect,),
            table=table.title(),
            block=inner.block,
            outer=outer.block,
        )
