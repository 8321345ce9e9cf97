"""NET-014."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vswitch import VSwitch
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-014",
    about=VSwitch,
    severity="hint",
    says="{block} of {name} shares addresses with {range}, which container hosts use inside themselves",
    source="unverified",
    facts=("planning.container_blocks",),
)
def vswitch_on_container_range(vswitch: VSwitch, design: Reader) -> Iterator[Finding]:
    """vSwitches keep clear of the ranges that container hosts use inside themselves.

    A host that runs containers takes such a range for its own and no longer reaches the vSwitch behind it.

    Wrong:
        vpc-a vpc blocks=172.16.0.0/12
          vsw-a vswitch block=172.17.1.0/24

    Right:
        vpc-a vpc blocks=172.16.0.0/12
          vsw-a vswitch block=172.18.1.0/24
    """
    taken = design.fact("planning.container_blocks")
    for block, addresses in readable([vswitch.block]):
        for range_, whole in readable(taken.value):
            if whole.meets(addresses):
                yield found(vswitch, field="block", rests_on=(taken,), block=block, range=range_)
