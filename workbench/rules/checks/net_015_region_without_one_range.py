"""NET-015."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span, block_text
from workbench.model.elements.region import Region
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-015",
    about=None,
    severity="hint",
    says="One route cannot stand for {name}: {range} around its VPCs also holds {block} of {other} (a custom)",
    source="unverified",
)
def region_without_one_range(design: Reader) -> Iterator[Finding]:
    """The VPCs of a region lie side by side, so that one route stands for all of them.

    Aggregated routes and filters stay short and keep their size when VPCs are added. This is a custom of good designs,
    not a rule of the platform.

    Wrong:
        bj region
        sh region
        vpc-a vpc region=bj blocks=10.0.0.0/16
        vpc-b vpc region=sh blocks=10.1.0.0/16
        vpc-c vpc region=bj blocks=10.2.0.0/16

    Right:
        bj region
        sh region
        vpc-a vpc region=bj blocks=10.0.0.0/16
        vpc-b vpc region=sh blocks=10.2.0.0/16
        vpc-c vpc region=bj blocks=10.1.0.0/16
    """
    held: dict[str, list[tuple[str, Span, Vpc]]] = {}
    for vpc in design.of_kind(Vpc):
        for block, addresses in readable(vpc.blocks):
            held.setdefault(vpc.region or "", []).append((block, addresses, vpc))
    for region_id, own in sorted(held.items()):
        region = design.get(region_id, Region)
        if region is None or len({vpc.id for _, _, vpc in own}) == 1:
            continue
        whole = _around([addresses for _, addresses, _ in own])
        foreign = [
            entry for other, entries in sorted(held.items()) if other != region_id for entry in entries
        ]
        inside = next(((b, vpc) for b, addresses, vpc in foreign if whole.meets(addresses)), None)
        if inside:
            yield found(region, inside[1], range=block_text(whole), block=inside[0])


def _around(blocks: list[Span]) -> Span:
    """The smallest block around others."""
    first, last = min(block.first for block in blocks), max(block.last for block in blocks)
    size = (first ^ last).bit_length()
    return Span(first >> size << size, first >> size << size | (1 << size) - 1, 32)
