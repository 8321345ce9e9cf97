"""ADR-006."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import spans
from workbench.model.elements.address_pool import AddressPool
from workbench.model.elements.vpc import Vpc
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ADR-006",
    about=Vpc,
    severity="hint",
    says="{block} of {name} comes from no address pool",
    source="The design itself",
)
def vpc_outside_every_pool(vpc: Vpc, design: Reader) -> Iterator[Finding]:
    """Where there are address pools, VPCs take their blocks from them.

    The address plan counts what comes from pools. Blocks from elsewhere are missing there.

    Wrong:
        pool address-pool blocks=10.0.0.0/8
        vpc-a vpc blocks=172.16.0.0/16

    Right:
        pool address-pool blocks=10.0.0.0/8
        vpc-a vpc blocks=10.1.0.0/16
    """
    pools = [whole for pool in design.of_kind(AddressPool) for whole in spans(pool.blocks)]
    for block, addresses in readable(vpc.blocks):
        if pools and not any(whole.holds(addresses) for whole in pools):
            yield found(vpc, field="blocks", block=block)
