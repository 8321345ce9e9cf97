"""ADR-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import spans
from workbench.model.elements.address_pool import AddressPool
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-003",
    about=AddressPool,
    severity="error",
    says={
        "": "{block} of {name} lies outside {other}",
        "many": "{name} holds {count} blocks; {most} are possible",
    },
    severities={"many": "warning"},
    source="API AddIpamPoolCidr",
    facts=("ipam.child_pool_within_parent", "ipam.cidrs_per_pool"),
)
def pool_outside_its_parent(pool: AddressPool, design: Reader) -> Iterator[Finding]:
    """A pool inside another takes its addresses from it.

    The platform's address management refuses a child pool that reaches outside its parent.

    Wrong:
        all address-pool blocks=10.0.0.0/8
          bj address-pool blocks=172.16.0.0/16

    Right:
        all address-pool blocks=10.0.0.0/8
          bj address-pool blocks=10.1.0.0/16
    """
    within, most = design.fact("ipam.child_pool_within_parent"), design.fact("ipam.cidrs_per_pool")
    parent = design.get(pool.parent, AddressPool)
    wholes = spans(parent.blocks) if parent else ()
    for block, addresses in readable(pool.blocks):
        if parent and wholes and not any(whole.holds(addresses) for whole in wholes):
            yield found(pool, parent, field="blocks", rests_on=(within,), block=block)
    if len(pool.blocks) > most.value:
        count = len(pool.blocks)
        yield found(pool, says="many", field="blocks", rests_on=(most,), count=count, most=most.value)
