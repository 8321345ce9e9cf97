"""Where tunnels over the internet end."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "VPN gateway",
    "VPN gateways",
    domain="network",
    symbol="vpn-gateway",
    inside=("vpc", "account", ""),
    stands={"network": ("vpc", "account", "region")},
    shape="node",
    size=(136, 44),
    clause_item="net.interconnect",
)
class VpnGateway(Element, frozen=True, kw_only=True, tag="vpn-gateway"):
    """Ends IPsec tunnels in a VPC or, attached to it, at a transit router."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    bandwidth: Annotated[int, shown("Bandwidth", unit="Mbit/s", least=5, most=1000)] = 200
    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()

    def meta(self) -> str:
        """The bandwidth."""
        return f"{self.bandwidth} Mbit/s"
