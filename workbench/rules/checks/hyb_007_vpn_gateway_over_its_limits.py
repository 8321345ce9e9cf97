"""HYB-007."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import numbers


@rule(
    "HYB-007",
    about=VpnGateway,
    severity="error",
    says={
        "": "{name} has {count} IPsec connections; the quota is {most}",
        "bandwidth": "{name} cannot have {bandwidth} Mbit/s; possible are {choices}",
    },
    source="VPN Gateway limits (2021 mirror)",
    facts=("vpn.ipsec_connections_per_gateway", "vpn.gateway_bandwidths_public"),
)
def vpn_gateway_over_its_limits(gateway: VpnGateway, design: Reader) -> Iterator[Finding]:
    """A VPN gateway has a bandwidth that is sold and no more connections than it carries.

    Ten IPsec connections are the default; note a raised quota as an override of the figure.

    Wrong:
        gw vpn-gateway bandwidth=300

    Right:
        gw vpn-gateway bandwidth=200
    """
    most, sold = (
        design.fact("vpn.ipsec_connections_per_gateway"),
        design.fact("vpn.gateway_bandwidths_public"),
    )
    count = len(design.children(gateway, IpsecConnection))
    if count > most.value:
        yield found(gateway, rests_on=(most,), count=count, most=most.value)
    if gateway.bandwidth not in numbers(sold):
        yield found(
            gateway,
            says="bandwidth",
            field="bandwidth",
            rests_on=(sold,),
            bandwidth=gateway.bandwidth,
            choices=list(numbers(sold)),
        )
