"""NET-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-002",
    about=Vpc,
    severity="error",
    says={
        "": "{block} of {name} is not between /{shortest} and /{longest}",
        "console": "{block} of {name} is larger than the /{shortest} that the console offers",
    },
    severities={"console": "hint"},
    source="terraform alicloud vpc",
    facts=("vpc.cidr.mask_min_api", "vpc.cidr.mask_max", "vpc.cidr.mask_min_console"),
)
def vpc_of_refused_size(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC block has a size that the platform accepts.

    The interface takes /8 to /28. The console's text offers nothing larger than /16: a larger block is possible, but
    only through the interface.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/29

    Right:
        vpc-a vpc blocks=10.0.0.0/16
    """
    shortest, longest = design.fact("vpc.cidr.mask_min_api"), design.fact("vpc.cidr.mask_max")
    console = design.fact("vpc.cidr.mask_min_console")
    for block, addresses in readable(vpc.blocks):
        if not shortest.value <= addresses.length <= longest.value:
            yield found(
                vpc,
                field="blocks",
                rests_on=(shortest, longest),
                block=block,
                shortest=shortest.value,
                longest=longest.value,
            )
        elif addresses.length < console.value:
            yield found(
                vpc, says="console", field="blocks", rests_on=(console,), block=block, shortest=console.value
            )
