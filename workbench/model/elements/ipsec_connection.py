"""Tunnels between a site and the cloud."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class Tunnel(Row, frozen=True, kw_only=True):
    """One IPsec tunnel; its key is never held."""

    zone: Annotated[ElementId | None, shown("Zone", refers=("zone",))] = None
    remote: Annotated[str, shown("Remote address")] = ""
    bgp_block: Annotated[Block, shown("BGP block", editor="block")] = ""
    local_asn: Annotated[int | None, shown("Local ASN", least=1, most=4294967295)] = None
    remote_asn: Annotated[int | None, shown("Remote ASN", least=1, most=4294967295)] = None


@kind(
    "IPsec connection",
    "IPsec connections",
    domain="network",
    symbol="vpn-gateway",
    inside=("vpn-gateway",),
    joins=("site", "parent"),
    line="vpn",
    clause_item="net.interconnect",
)
class IpsecConnection(Element, frozen=True, kw_only=True, tag="ipsec-connection"):
    """Joins a site to a VPN gateway, in two tunnels as a rule."""

    site: Annotated[ElementId | None, shown("Site", refers=("data-centre", "other-cloud"))] = None
    tunnels: Annotated[tuple[Tunnel, ...], shown("Tunnels", section="routing")] = ()

    def meta(self) -> str:
        """The number of tunnels."""
        return f"IPsec ×{len(self.tunnels)}" if self.tunnels else "IPsec"

    def line_variant(self) -> str:
        """One tunnel is one line."""
        return "single" if len(self.tunnels) == 1 else ""
