"""The one door of a VPC to the internet."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "IPv4 gateway",
    "IPv4 gateways",
    domain="network",
    symbol="ipv4-gateway",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.cloud",
)
class Ipv4Gateway(Element, frozen=True, kw_only=True, tag="ipv4-gateway"):
    """Once activated, only vSwitches with a route to it reach the internet over IPv4."""

    activated: Annotated[bool, shown("Activated")] = False
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
        """The internet, once activated."""
        return "internet" if self.activated else ""
