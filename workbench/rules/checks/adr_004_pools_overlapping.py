"""ADR-004."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import Span
from workbench.model.elements.address_pool import AddressPool
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.overlaps import overlaps
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-004",
    about=None,
    severity="error",
    says="{block} of {name} shares addresses with {outer} of {other}",
    source="API AddIpamPoolCidr",
    facts=("ipam.pools_same_scope_disjoint",),
)
def pools_overlapping(design: Reader) -> Iterator[Finding]:
    """Pools side by side share no address.

    Two pools that hand out the same addresses hand them out twice.

    Wrong:
        a address-pool blocks=10.0.0.0/8
        b address-pool blocks=10.1.0.0/16

    Right:
        a address-pool blocks=10.0.0.0/8
        b address-pool blocks=172.16.0.0/12
    """
    disjoint = design.fact("ipam.pools_same_scope_disjoint")
    levels: dict[str, list[tuple[Span, tuple[AddressPool, str]]]] = {}
    for pool in design.of_kind(AddressPool):
        level = levels.setdefault(pool.parent or "", [])
        level.extend((addresses, (pool, block)) for block, addresses in readable(pool.blocks))
    for _, entries in sorted(levels.items()):
        for outer, inner in overlaps(entries, lambda entry: entry[0].id):
            yield found(
                inner[0], outer[0], field="blocks", rests_on=(disjoint,), block=inner[1], outer=outer[1]
            )
