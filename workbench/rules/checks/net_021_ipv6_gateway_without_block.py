"""NET-021."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.vpc import Vpc
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "NET-021",
    about=Ipv6Gateway,
    severity="warning",
    says="{other} has no IPv6 block for {name} to carry",
    source="The design itself",
)
def ipv6_gateway_without_block(gateway: Ipv6Gateway, design: Reader) -> Iterator[Finding]:
    """A VPC with an IPv6 gateway has an IPv6 block.

    The gateway carries the IPv6 addresses of its VPC, and without a block there are none.

    Wrong:
        vpc-a vpc blocks=10.0.0.0/16
          gate ipv6-gateway

    Right:
        vpc-a vpc blocks=10.0.0.0/16 ipv6_block=2001:db8::/56
          gate ipv6-gateway
    """
    vpc = design.get(gateway.parent, Vpc)
    if vpc and not vpc.ipv6_block:
        yield found(gateway, vpc)
