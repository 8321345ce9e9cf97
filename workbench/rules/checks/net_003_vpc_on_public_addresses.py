"""NET-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import spans
from workbench.edits.fields import set_fields
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "NET-003",
    about=Vpc,
    severity="hint",
    says={
        "": "{block} of {name} is a public range that its VPC does not declare as its own",
        "many": "{name} declares {count} public ranges as its own; {most} are possible",
    },
    severities={"many": "error"},
    source="VPCs and vSwitches",
    facts=("vpc.cidr.standard_private_blocks", "vpc.cidr.user_cidr_blocks"),
)
def vpc_on_public_addresses(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """A VPC takes private addresses, or declares the public ones as its own.

    Public ranges hide their real owners on the internet from everything in the VPC. Where they cannot be avoided the
    VPC declares them as user CIDRs, three at most.

    Wrong:
        vpc-a vpc blocks=30.0.0.0/16

    Right:
        vpc-a vpc blocks=10.0.0.0/16
    """
    private, most = design.fact("vpc.cidr.standard_private_blocks"), design.fact("vpc.cidr.user_cidr_blocks")
    allowed = (*spans(tuple(private.value)), *spans(vpc.user_cidrs))
    for block, addresses in readable(vpc.blocks):
        if not any(whole.holds(addresses) for whole in allowed):
            declare = Cure(
                text("Declare {block} as a user CIDR", block=block),
                set_fields([vpc.id], user_cidrs=(*vpc.user_cidrs, block)),
            )
            yield found(vpc, field="blocks", rests_on=(private,), cures=[declare], block=block)
    if len(vpc.user_cidrs) > most.value:
        count = len(vpc.user_cidrs)
        yield found(vpc, says="many", field="user_cidrs", rests_on=(most,), count=count, most=most.value)
