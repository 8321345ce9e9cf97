"""HYB-002."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.addresses import span
from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.rules.blocks import readable
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "HYB-002",
    about=VpnGateway,
    severity="error",
    says={
        "": "The BGP block {block} of {name} is not a /{length} inside {range}",
        "twice": "Two tunnels of {other} use the BGP block {block}",
    },
    source="terraform alicloud vpn_connection",
    facts=("vpn.bgp_tunnel_block", "vpn.bgp_tunnel_mask"),
)
def tunnel_block_refused(gateway: VpnGateway, design: Reader) -> Iterator[Finding]:
    """Every BGP tunnel has a /30 of its own inside 169.254.0.0/16.

    The platform refuses other blocks, and a block that another tunnel of the gateway has.

    Wrong:
        gw vpn-gateway
          ipsec ipsec-connection
            - tunnels bgp_block=10.0.0.0/30

    Right:
        gw vpn-gateway
          ipsec ipsec-connection
            - tunnels bgp_block=169.254.10.0/30
            - tunnels bgp_block=169.254.10.4/30
    """
    range_, length = design.fact("vpn.bgp_tunnel_block"), design.fact("vpn.bgp_tunnel_mask")
    whole, seen = span(range_.value), set()
    for connection in design.children(gateway, IpsecConnection):
        for block, addresses in readable(tunnel.bgp_block for tunnel in connection.tunnels):
            if addresses.length != length.value or not (whole and whole.holds(addresses)):
                yield found(
                    connection,
                    field="tunnels",
                    rests_on=(range_, length),
                    block=block,
                    length=length.value,
                    range=range_.value,
                )
            if addresses in seen:
                yield found(
                    connection, gateway, says="twice", field="tunnels", rests_on=(length,), block=block
                )
            seen.add(addresses)
