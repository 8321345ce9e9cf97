"""NAT-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.eip import Eip
from workbench.model.elements.nat_gateway import NatGateway
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NAT-003",
    about=NatGateway,
    severity="warning",
    says="{name} needs {needed} connections to one destination; its {count} EIPs hold {possible}",
    source="NAT Gateway limits (2021 mirror)",
    facts=("nat.internet.connections_per_eip",),
)
def nat_out_of_ports(nat: NatGateway, design: Reader) -> Iterator[Finding]:
    """An internet NAT gateway translates to enough EIPs for its connections.

    Each EIP holds 55,000 connections at once to one destination address and port. Beyond that, new ones fail, at the
    hours when the most depends on them. Add EIPs to the SNAT entries, or spread the sources over several of them.

    Wrong:
        vpc-a vpc
          nat nat-gateway connections=80000
            - snat source=10.0.0.0/16 eip=one
        one eip bound_to=nat

    Right:
        vpc-a vpc
          nat nat-gateway connections=80000
            - snat source=10.0.0.0/17 eip=one
            - snat source=10.0.128.0/17 eip=two
        one eip bound_to=nat
        two eip bound_to=nat
    """
    each = design.fact("nat.internet.connections_per_eip")
    named = {entry.eip for entry in nat.snat if entry.eip}
    bound = {eip.id for eip in design.referrers(nat, Eip) if eip.bound_to == nat.id}
    count = len(named or bound)
    # A gateway without any EIP is another rule's finding.
    if nat.type != "internet" or not nat.connections or not count:
        return
    possible = count * each.value
    if nat.connections > possible:
        yield found(
            nat,
            field="connections",
            rests_on=(each,),
            needed=nat.connections,
            count=count,
            possible=possible,
        )
