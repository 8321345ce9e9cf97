"""The cloud's end of a leased line."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "VBR",
    "VBRs",
    domain="network",
    symbol="vbr",
    inside=("account", ""),
    stands={"network": ("account", "region")},
    shape="node",
    size=(136, 44),
    clause_item="net.connect.any",
)
class Vbr(Element, frozen=True, kw_only=True, tag="vbr"):
    """A virtual border router: a circuit ends at it."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    vlan: Annotated[int | None, shown("VLAN", least=0, most=2999)] = None
    bandwidth: Annotated[int | None, shown("Bandwidth", unit="Mbit/s", least=1, most=100000)] = None
    local_asn: Annotated[int | None, shown("Local ASN", section="routing", least=1, most=4294967295)] = None
    peer_asn: Annotated[int | None, shown("Peer ASN", section="routing", least=1, most=4294967295)] = None
    cloud_address: Annotated[Block, shown("Cloud side", editor="block", section="addresses")] = ""
    customer_address: Annotated[Block, shown("Customer side", editor="block", section="addresses")] = ""

    def meta(self) -> str:
        """The bandwidth."""
        return f"{self.bandwidth:,} Mbit/s" if self.bandwidth else ""
