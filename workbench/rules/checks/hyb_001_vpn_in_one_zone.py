"""HYB-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.ipsec_connection import IpsecConnection
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vpn_gateway import VpnGateway
from workbench.model.elements.zone import Zone
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "HYB-001",
    about=IpsecConnection,
    severity="warning",
    says={
        "": "{name} has {count} tunnels; {least} in two zones survive the failure of one",
        "zone": "Both tunnels of {name} end in {other}",
        "gateway": "{other} stands in fewer than {least} vSwitches",
    },
    source="IPsec-VPN dual-tunnel mode",
    facts=("vpn.gateway_vswitches",),
)
def vpn_in_one_zone(connection: IpsecConnection, design: Reader) -> Iterator[Finding]:
    """An IPsec connection has two tunnels that end in two zones.

    A single tunnel fails with its zone. A gateway in dual-tunnel mode stands in two vSwitches.

    Wrong:
        vpc-a vpc
          gw vpn-gateway
            ipsec ipsec-connection
              - tunnels remote=203.0.113.1

    Right:
        vpc-a vpc
          vsw-a vswitch
          vsw-b vswitch
          gw vpn-gateway vswitches=vsw-a,vsw-b
            ipsec ipsec-connection
              - tunnels remote=203.0.113.1
              - tunnels remote=203.0.113.2
    """
    least = design.fact("vpn.gateway_vswitches")
    if len(connection.tunnels) < least.value:
        count = len(connection.tunnels)
        yield found(connection, field="tunnels", rests_on=(least,), count=count, least=least.value)
        return
    zones = {tunnel.zone for tunnel in connection.tunnels if tunnel.zone}
    zone = design.get(next(iter(sorted(zones)), None), Zone)
    if len(zones) == 1 and zone and all(tunnel.zone for tunnel in connection.tunnels):
        yield found(connection, zone, says="zone", field="tunnels", rests_on=(least,))
    gateway = design.get(connection.parent, VpnGateway)
    if gateway and design.get(gateway.parent, Vpc) and len(set(gateway.vswitches)) < least.value:
        yield found(connection, gateway, says="gateway", rests_on=(least,), least=least.value)
