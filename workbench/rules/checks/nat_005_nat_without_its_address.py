"""NAT-005."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.eip import Eip
from workbench.model.elements.nat_gateway import NatGateway
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "NAT-005",
    about=NatGateway,
    severity="warning",
    says={
        "": "{name} faces the internet and has no EIP",
        "bound": "{name} translates to {other}, which is bound to something else",
    },
    source="NAT Gateway limits (2021 mirror)",
    severities={"bound": "error"},
)
def nat_without_its_address(nat: NatGateway, design: Reader) -> Iterator[Finding]:
    """An internet NAT gateway translates to EIPs that are bound to it.

    Without an EIP nothing leaves, and the EIP of another gateway cannot be used.

    Wrong:
        vpc-a vpc
          nat nat-gateway
            - snat source=10.0.0.0/16

    Right:
        vpc-a vpc
          nat nat-gateway
            - snat source=10.0.0.0/16 eip=eip-a
        eip-a eip bound_to=nat
    """
    if nat.type != "internet":
        return
    eips = [*(entry.eip for entry in nat.snat), *(entry.eip for entry in nat.dnat)]
    named = dict.fromkeys(id for id in eips if id)
    bound = [eip for eip in design.referrers(nat, Eip) if eip.bound_to == nat.id]
    if not named and not bound:
        yield found(nat)
    for id in named:
        eip = design.get(id, Eip)
        if eip and eip.bound_to != nat.id:
            bind = Cure(
                text("Bind {eip} to {name}", eip=eip.title(), name=nat.title()),
                set_fields([eip.id], bound_to=nat.id),
            )
            yield found(nat, eip, says="bound", cures=[bind])
