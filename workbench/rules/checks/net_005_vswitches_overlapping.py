"""NET-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-005",
    about=Vpc,
    severity="error",
    says="{block} of {name} shares addresses with {outer} of {other}",
    source="API CreateVSwitch (ja, older)",
    facts=("vswitch.may_equal_vpc_block",),
)
def vswitches_overlapping(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """The vSwitches of a VPC share no address.

    The platform refuses the second of two overlapping vSwitches. One that takes the whole VPC block leaves no room for
    any other.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
          vsw-b vswitch block=10.0.1.128/25

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.1.0/24
          vsw-b vswitch block=10.0.2.0/24
    """
    placed = [(block, vswitch) for vswitch in design.children(vpc, VSwitch) if (block := span(vswitch.block))]
    for outer, inner in overlaps(placed, lambda vswitch: vswitch.id):
        yield found(inner, outer, field="block", block=inner.block, outer=outer.block)
