"""NET-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-007",
    about=Vpc,
    severity="hint",
    says="{name} has given away {used} % of its addresses; {free} % kept free lets it grow",
    source="API CreateVSwitch",
    facts=("planning.free_percent", "vswitch.cidr_mutable"),
)
def vpc_without_reserve(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC keeps addresses for vSwitches to come.

    Blocks cannot be resized once they exist. How much to keep is a custom, not a figure of the platform.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/24
          vsw-a vswitch block=10.0.0.0/25
          vsw-b vswitch block=10.0.0.128/25

    Right:
        vpc-a vpc blocks=10.0.0.0/23
          vsw-a vswitch block=10.0.0.0/25
          vsw-b vswitch block=10.0.0.128/25
    """
    free, fixed = design.fact("planning.free_percent"), design.fact("vswitch.cidr_mutable")
    whole = sum(addresses.size for _, addresses in readable(vpc.blocks))
    given = sum(
        addresses.size
        for _, addresses in readable(vswitch.block for vswitch in design.children(vpc, VSwitch))
    )
    if whole and given * 100 > whole * (100 - free.value):
        used = given * 100 // whole
        yield found(vpc, field="blocks", rests_on=(free, fixed), used=used, free=free.value)
