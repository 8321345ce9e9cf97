"""NET-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-001",
    about=Vpc,
    severity="error",
    says={
        "": "{block} of {name} lies in {range}, which the platform keeps for itself",
        "unsure": "{block} of {name} shares addresses with {range}, which is best left alone",
    },
    source="terraform alicloud vpc",
    facts=("vpc.cidr.forbidden_blocks", "vpc.cidr.forbidden_block_reserved_240"),
)
def vpc_in_service_range(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC keeps clear of the ranges that the platform uses itself.

    A block inside 100.64.0.0/10, multicast, loopback or link-local addresses is refused. A larger block that contains
    one of them, and blocks in 0.0.0.0/8 or 240.0.0.0/4, are not named by the documents: they are hints.

    Wrong:
        vpc-a vpc blocks=100.64.0.0/16

    Right:
        vpc-a vpc blocks=10.0.0.0/16
    """
    refused = design.fact("vpc.cidr.forbidden_blocks")
    unsure = design.fact("vpc.cidr.forbidden_block_reserved_240")
    for block, addresses in readable(vpc.blocks):
        for range_, whole in readable(refused.value):
            if whole.holds(addresses):
                yield found(vpc, field="blocks", rests_on=(refused,), block=block, range=range_)
            elif whole.meets(addresses):
                yield found(vpc, says="unsure", field="blocks", rests_on=(unsure,), block=block, range=range_)
        for range_, whole in readable(unsure.value):
            if whole.meets(addresses):
                yield found(vpc, says="unsure", field="blocks", rests_on=(unsure,), block=block, range=range_)
