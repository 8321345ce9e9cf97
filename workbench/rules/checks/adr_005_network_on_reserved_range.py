"""ADR-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span
from workbench.model.element import Element
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-005",
    about=None,
    severity="warning",
    says="{block} of {name} shares addresses with {reserved}, which {other} keeps free",
    source="The design itself",
)
def network_on_reserved_range(design: Reader) -> Iterator[Finding]:
    """No VPC uses addresses that the design keeps free.

    A reserved range is a decision. Move the VPC, or give up the range.

    Wrong:
        keep reserved-range block=10.0.0.0/16
        vpc-a vpc blocks=10.0.0.0/20

    Right:
        keep reserved-range block=10.0.0.0/16
        vpc-a vpc blocks=10.1.0.0/20
    """
    blocks: list[tuple[Span, tuple[Element, str]]] = []
    for vpc in design.of_kind(Vpc):
        blocks.extend((addresses, (vpc, block)) for block, addresses in readable(vpc.blocks))
    for kept in design.of_kind(ReservedRange):
        blocks.extend((addresses, (kept, block)) for block, addresses in readable([kept.block]))
    for outer, inner in overlaps(blocks, lambda entry: isinstance(entry[0], Vpc)):
        vpc_, kept_ = (inner, outer) if isinstance(inner[0], Vpc) else (outer, inner)
        yield found(vpc_[0], kept_[0], field="blocks", block=vpc_[1], reserved=kept_[1])
