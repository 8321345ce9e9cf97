"""NAT-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span, spans
from workbench.model.elements.nat_gateway import NatGateway
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds


@rule(
    "NAT-002",
    about=NatGateway,
    severity="error",
    says={
        "public": "{block} of {name} is neither in a private range ({choices}) nor in a user CIDR of {other}",
        "size": "{block} of {name} is not between /{shortest} and /{longest}",
        "inside": "{block} of {name} shares addresses with {other} ({outer})",
    },
    source="terraform alicloud vpc_nat_ip_cidr",
    facts=(
        "nat.vpc.nat_cidr_blocks",
        "nat.vpc.nat_cidr_mask",
        "nat.vpc.nat_cidr_may_overlap_vpc",
        "nat.vpc.public_nat_cidr_needs_user_cidr",
    ),
)
def nat_block_refused(nat: NatGateway, design: Reader) -> Iterator[Finding]:
    """The NAT IP blocks of a VPC NAT gateway are private and lie outside its VPC.

    They are the addresses the other network sees in place of the real ones. The platform takes them from the private
    ranges, /16 to /32; a public range has to be a user CIDR of the VPC.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          nat nat-gateway type=vpc nat_blocks=10.0.1.0/24

    Right:
        vpc-a vpc blocks=10.0.0.0/16
          nat nat-gateway type=vpc nat_blocks=192.168.1.0/24
    """
    vpc = design.get(nat.parent, Vpc)
    if nat.type != "vpc" or vpc is None:
        return
    for written, block in readable(nat.nat_blocks):
        yield from _refused_range(nat, vpc, (written, block), design)
        yield from _refused_size(nat, (written, block), design)
        yield from _inside(nat, vpc, (written, block), design)


def _refused_range(nat: NatGateway, vpc: Vpc, block: tuple[str, Span], design: Reader) -> Iterator[Finding]:
    private = design.fact("nat.vpc.nat_cidr_blocks")
    declared = design.fact("nat.vpc.public_nat_cidr_needs_user_cidr")
    possible = (*private.value, *(vpc.user_cidrs if declared.value else ()))
    if not any(whole.holds(block[1]) for whole in spans(possible)):
        yield found(
            nat,
            vpc,
            says="public",
            field="nat_blocks",
            rests_on=(private, declared),
            block=block[0],
            choices=list(private.value),
        )


def _refused_size(nat: NatGateway, block: tuple[str, Span], design: Reader) -> Iterator[Finding]:
    mask = design.fact("nat.vpc.nat_cidr_mask")
    shortest, longest = bounds(mask)
    if not shortest <= block[1].length <= longest:
        yield found(
            nat,
            says="size",
            field="nat_blocks",
            rests_on=(mask,),
            block=block[0],
            shortest=shortest,
            longest=longest,
        )


def _inside(nat: NatGateway, vpc: Vpc, block: tuple[str, Span], design: Reader) -> Iterator[Finding]:
    allowed = design.fact("nat.vpc.nat_cidr_may_overlap_vpc")
    if allowed.value:
        return
    for outer, addresses in readable(vpc.blocks):
        if addresses.meets(block[1]):
            yield found(
                nat, vpc, says="inside", field="nat_blocks", rests_on=(allowed,), block=block[0], outer=outer
            )
