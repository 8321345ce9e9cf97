"""Where the vSwitches of a VPC send their packets."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown


class Route(Row, frozen=True, kw_only=True):
    """One route: packets to the destination go to the next hop."""

    destination: Annotated[Block, shown("Destination", editor="block")] = ""
    hop: Annotated[
        ElementId | None,
        shown(
            "Next hop",
            refers=(
                "vpc-attachment",
                "vpc-peering",
                "nat-gateway",
                "vpn-gateway",
                "vbr",
                "transit-router",
                "load-balancer",
                "cloud-firewall",
                "ecr",
                "ipv4-gateway",
                "ipv6-gateway",
                "private-endpoint",
            ),
        ),
    ] = None
    name: Annotated[str, shown("Name")] = ""
    description: Annotated[str, shown("Description")] = ""


@kind(
    "Route table",
    "Route tables",
    domain="network",
    symbol="route-table",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="pill",
    size=(112, 28),
    clause_item="net.cloud",
    palette=6,
)
class RouteTable(Element, frozen=True, kw_only=True, tag="route-table"):
    """A route table of a VPC: the system one, or a custom one that vSwitches name."""

    type: Annotated[
        Literal["system", "custom"], shown("Type", choices={"system": "system", "custom": "custom"})
    ] = "custom"
    routes: Annotated[tuple[Route, ...], shown("Routes", section="routing")] = ()

    def meta(self) -> str:
        """The number of routes."""
        return str(len(self.routes))
