"""NET-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span, spans
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-004",
    about=VSwitch,
    severity="error",
    says={
        "": "{block} of {name} lies outside {other}",
        "size": "{block} of {name} is not between /{shortest} and /{longest}",
    },
    source="terraform alicloud vswitch",
    facts=("vswitch.mask_min", "vswitch.mask_max"),
)
def vswitch_outside_vpc(vswitch: VSwitch, design: Reader) -> Iterator[Finding]:
    """A vSwitch takes its addresses from its VPC.

    The cloud refuses a vSwitch whose block is not part of a block of its VPC, or is longer or shorter than it allows,
    so the design could never be built.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.9.0.0/24

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          vsw-a vswitch block=10.0.9.0/24
    """
    block = span(vswitch.block)
    if block is None or block.width == 128:
        return
    vpc = design.get(vswitch.parent, Vpc)
    if vpc and vpc.blocks and not any(whole.holds(block) for whole in spans(vpc.blocks)):
        yield found(vswitch, vpc, field="block", block=vswitch.block)
    shortest, longest = design.fact("vswitch.mask_min"), design.fact("vswitch.mask_max")
    if not shortest.value <= block.length <= longest.value:
        yield found(
            vswitch,
            says="size",
            field="block",
            rests_on=(shortest, longest),
            block=vswitch.block,
            shortest=shortest.value,
            longest=longest.value,
        )
