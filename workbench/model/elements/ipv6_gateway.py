"""How a VPC reaches the internet over IPv6."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "IPv6 gateway",
    "IPv6 gateways",
    domain="network",
    symbol="ipv6-gateway",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.cloud",
)
class Ipv6Gateway(Element, frozen=True, kw_only=True, tag="ipv6-gateway"):
    """Lets IPv6 addresses of a VPC reach the internet, and be reached from it unless they are egress-only."""

    bandwidth: Annotated[
        int | None,
        shown("Internet bandwidth", unit="Mbit/s", least=1, most=5000, hint="Empty: private networks only."),
    ] = None
    egress_only: Annotated[
        tuple[Block, ...],
        shown(
            "Egress-only",
            editor="block",
            section="addresses",
            hint="Addresses that may call out and are not called.",
        ),
    ] = ()
    table: Annotated[
        ElementId | None,
        shown(
            "Gateway route table",
            refers=("route-table",),
            section="routing",
            hint="Where packets from the internet go first.",
        ),
    ] = None

    def opens_to(self) -> str:
        """The internet, where bandwidth is bought."""
        return "internet" if self.bandwidth else ""
