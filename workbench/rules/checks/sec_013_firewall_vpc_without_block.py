"""SEC-013."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.addresses import Span, span
from workbench.model.element import Element
from workbench.model.elements.cloud_firewall import CloudFirewall
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-013",
    about=CloudFirewall,
    severity="error",
    says={
        "missing": "{name} steers traffic automatically; {count} of its {needed} blocks are planned",
        "outside": "{block} of {name} lies outside its firewall VPC {whole}",
        "twice": "{block} and {outer} of {name} share addresses",
        "": "{block} of {name} shares addresses with {outer} of {other}",
    },
    source="terraform alicloud cloud_firewall_vpc_cen_tr_firewall",
    facts=("cloud_firewall.vpc_boundary.needs_blocks", "cloud_firewall.vpc_boundary.creates_vpc"),
)
def firewall_vpc_without_block(firewall: CloudFirewall, design: Reader) -> Iterator[Finding]:
    """A VPC boundary that steers traffic automatically has a VPC block of its own, with its subnets in it.

    The platform makes a VPC for it in the region, with one subnet for the firewall and two for its attachment to the
    transit router. Their blocks overlap neither each other nor any network of the design.

    Wrong:
        wall cloud-firewall boundary=vpc steering=managed vpc_block=10.0.0.0/20
        vpc-a vpc blocks=10.0.0.0/16

    Right:
        wall cloud-firewall boundary=vpc steering=managed vpc_block=10.9.0.0/20
          - subnets use=firewall block=10.9.0.0/24
          - subnets use=primary block=10.9.1.0/24
          - subnets use=secondary block=10.9.2.0/24
        vpc-a vpc blocks=10.0.0.0/16
    """
    if firewall.boundary != "vpc" or firewall.steering != "managed":
        return
    needs = design.fact("cloud_firewall.vpc_boundary.needs_blocks")
    subnets = [row.block for row in firewall.subnets if row.block]
    planned = [block for block in (firewall.vpc_block, *subnets) if block]
    if len(planned) < len(needs.value):
        yield found(
            firewall,
            says="missing",
            field="vpc_block",
            rests_on=(needs,),
            count=len(planned),
            needed=len(needs.value),
        )
    yield from _misplaced(firewall, readable(subnets))
    whole = span(firewall.vpc_block)
    if whole and design.fact("cloud_firewall.vpc_boundary.creates_vpc").value:
        yield from _shared(firewall, whole, design)


def _misplaced(firewall: CloudFirewall, subnets: Sequence[tuple[str, Span]]) -> Iterator[Finding]:
    """The subnets that lie outside the firewall's VPC or over each other."""
    whole = span(firewall.vpc_block)
    for place, (written, block) in enumerate(subnets):
        if whole and not whole.holds(block):
            yield found(firewall, says="outside", field="subnets", block=written, whole=firewall.vpc_block)
        for outer, other in subnets[:place]:
            if other.meets(block):
                yield found(firewall, says="twice", field="subnets", block=written, outer=outer)


def _shared(firewall: CloudFirewall, whole: Span, design: Reader) -> Iterator[Finding]:
    """The networks of the design that share addresses with the firewall's VPC; that VPC itself may be drawn too."""
    for other, blocks in _networks(firewall, design):
        for outer, block in readable(blocks):
            if block.meets(whole):
                yield found(firewall, other, field="vpc_block", block=firewall.vpc_block, outer=outer)


def _networks(firewall: CloudFirewall, design: Reader) -> Iterator[tuple[Element, tuple[str, ...]]]:
    for vpc in design.of_kind(Vpc):
        if vpc.id != firewall.parent:
            yield vpc, vpc.blocks
    sites: tuple[DataCentre | OtherCloud, ...] = (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))
    for site in sites:
        yield site, tuple(range_.block for range_ in site.ranges)
    for wall in design.of_kind(CloudFirewall):
        if wall.id != firewall.id:
            yield wall, (wall.vpc_block,)
