"""NET-018."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.network_acl import NetworkAcl
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "NET-018",
    about=VSwitch,
    severity="error",
    says="{name} names {other}, which belongs to another VPC",
    source="Route table overview",
    facts=("vpc.routing.route_tables_per_vswitch",),
)
def table_of_another_vpc(vswitch: VSwitch, design: Reader) -> Iterator[Finding]:
    """The route table and the network ACL of a vSwitch belong to its own VPC.

    A vSwitch is bound to exactly one route table and filtered by one network ACL; those of another VPC are refused.

    Wrong:
        vpc-a vpc
          vsw-a vswitch route_table=rt-b
        vpc-b vpc
          rt-b route-table

    Right:
        vpc-a vpc
          vsw-a vswitch route_table=rt-a
          rt-a route-table
    """
    bound = design.fact("vpc.routing.route_tables_per_vswitch")
    for field, named in (
        ("route_table", design.get(vswitch.route_table, RouteTable)),
        ("acl", design.get(vswitch.acl, NetworkAcl)),
    ):
        if named and named.parent and vswitch.parent and named.parent != vswitch.parent:
            clear = Cure(
                text("Take {other} off {name}", other=named.title(), name=vswitch.title()),
                set_fields([vswitch.id], **{field: None}),
            )
            yield found(vswitch, named, field=field, rests_on=(bound,), cures=[clear])
