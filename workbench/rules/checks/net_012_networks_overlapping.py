"""NET-012."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span
from workbench.model.element import Element
from workbench.model.elements.data_centre import DataCentre
from workbench.model.elements.other_cloud import OtherCloud
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.declared import declared
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-012",
    about=None,
    severity="warning",
    says="{block} of {name} shares addresses with {outer} of {other}",
    source="Express Connect limits",
    facts=("express_connect.overlap_with_cloud_allowed",),
)
def networks_overlapping(design: Reader) -> Iterator[Finding]:
    """The blocks of all VPCs differ from each other and from those on premises, unless they are meant to be equal.

    Two VPCs with one block work until a vSwitch of each wants the same addresses. Then they can never be connected. An
    intended overlap that names the networks and gives a reason says that they never have to be.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.0.128.0/17

    Right:
        vpc-a vpc blocks=10.0.0.0/16
        vpc-b vpc blocks=10.1.0.0/16
        vpc-c vpc blocks=10.1.0.0/16
        shops intended-overlap networks=vpc-b,vpc-c reason.en="Every shop is a copy of the other"
    """
    allowed = design.fact("express_connect.overlap_with_cloud_allowed")
    if allowed.value:
        return
    blocks: list[tuple[Span, tuple[Element, str]]] = []
    for vpc in design.of_kind(Vpc):
        blocks.extend((addresses, (vpc, block)) for block, addresses in readable(vpc.blocks))
    sites: tuple[DataCentre | OtherCloud, ...] = (*design.of_kind(DataCentre), *design.of_kind(OtherCloud))
    for site in sites:
        ranges = readable(range_.block for range_ in site.ranges)
        blocks.extend((addresses, (site, block)) for block, addresses in ranges)
    meant = declared(design)
    among = overlaps(
        [entry for entry in blocks if isinstance(entry[1][0], Vpc)],
        lambda entry: meant.side(entry[0].id),
        lambda one, other: meant.allows(one[0].id, other[0].id),
    )
    between = overlaps(
        blocks,
        lambda entry: isinstance(entry[0], Vpc),
        lambda one, other: meant.allows(one[0].id, other[0].id),
    )
    for outer, inner in (*among, *between):
        one, other = (inner, outer) if isinstance(inner[0], Vpc) else (outer, inner)
        yield found(one[0], other[0], field="blocks", rests_on=(allowed,), block=one[1], outer=other[1])
