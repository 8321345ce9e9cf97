"""CEN-016."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.transit_router import TransitRouter
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds


@rule(
    "CEN-016",
    about=TransitRouter,
    severity="error",
    says={
        "": "{block} of {name} is not between /{shortest} and /{longest}",
        "many": "{name} has {count} blocks of its own; {most} are possible",
    },
    source="landing zone accelerator cen-transit-router",
    facts=("cen.limits.tr_cidr_mask", "cen.limits.tr_cidr_blocks"),
)
def router_block_of_refused_size(router: TransitRouter, design: Reader) -> Iterator[Finding]:
    """The blocks of a transit router have a size, and a number, that it accepts.

    It takes addresses for VPN tunnels from them: five blocks at most, each between /16 and /24.

    Wrong:
        tr transit-router blocks=10.255.0.0/28

    Right:
        tr transit-router blocks=10.255.0.0/24
    """
    size, most = design.fact("cen.limits.tr_cidr_mask"), design.fact("cen.limits.tr_cidr_blocks")
    shortest, longest = bounds(size)
    for block, addresses in readable(router.blocks):
        if not shortest <= addresses.length <= longest:
            yield found(
                router, field="blocks", rests_on=(size,), block=block, shortest=shortest, longest=longest
            )
    if len(router.blocks) > most.value:
        count = len(router.blocks)
        yield found(router, says="many", field="blocks", rests_on=(most,), count=count, most=most.value)
