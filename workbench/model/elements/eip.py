"""A public address."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "EIP",
    "EIPs",
    domain="network",
    symbol="eip",
    inside=("account", "vpc", ""),
    stands={"network": ("vpc", "account", "region")},
    shape="pill",
    size=(112, 28),
    clause_item="net.cloud",
    counted="bound_to",
)
class Eip(Element, frozen=True, kw_only=True, tag="eip"):
    """An elastic IP address, bound to a gateway, a load balancer or a host."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    address: Annotated[
        str, shown("Address", section="addresses", hint="Empty until the platform has given one.")
    ] = ""
    bandwidth: Annotated[int, shown("Bandwidth", unit="Mbit/s", least=1, most=1000)] = 5
    bound_to: Annotated[
        ElementId | None,
        shown("Bound to", refers=("nat-gateway", "load-balancer", "bastion-host", "vpn-gateway")),
    ] = None

    def meta(self) -> str:
        """The address, or the bandwidth while there is none."""
        return self.address or f"{self.bandwidth} Mbit/s"
