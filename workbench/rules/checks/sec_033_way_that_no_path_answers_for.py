"""SEC-033."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ipv6_gateway import Ipv6Gateway
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-033",
    about=Ipv6Gateway,
    severity="hint",
    says="{name} joins vSwitches of {vpc} ({count}) to the internet by IPv6; paths, matrix and proofs answer for IPv4 alone",
    source="The design itself",
)
def way_that_no_path_answers_for(gateway: Ipv6Gateway, design: Reader) -> Iterator[Finding]:
    """What reaches the internet by IPv6 is looked at by hand.

    Addresses of IPv6 are public: through a gateway with bandwidth for the internet they call out and are called, as far as
    groups and ACLs let them. Who reaches whom is computed for IPv4 alone.

    Wrong:
        vpc-a vpc ipv6_block=2001:db8:1::/56
          vsw-a vswitch block=10.1.1.0/24 ipv6_block=2001:db8:1::/64
          gw ipv6-gateway bandwidth=100

    Right:
        vpc-a vpc ipv6_block=2001:db8:1::/56
          vsw-a vswitch block=10.1.1.0/24 ipv6_block=2001:db8:1::/64
          gw ipv6-gateway
    """
    vpc = design.get(gateway.parent, Vpc)
    if vpc is None or not gateway.bandwidth:
        return
    count = sum(bool(one.ipv6_block) for one in design.children(vpc, VSwitch))
    if count:
        yield found(gateway, count=count, vpc=vpc.title())
