"""A connection between two VPCs without a router."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "VPC peering",
    "VPC peerings",
    domain="network",
    symbol="vpc-peering",
    inside=("vpc",),
    joins=("parent", "peer"),
    line="peering",
    clause_item="net.interconnect",
)
class VpcPeering(Element, frozen=True, kw_only=True, tag="vpc-peering"):
    """Joins two VPCs, of other accounts and regions too; what lies behind one of them is not reached through it."""

    peer: Annotated[ElementId | None, shown("Accepting VPC", refers=("vpc",))] = None
    bandwidth: Annotated[
        int | None,
        shown("Bandwidth", unit="Mbit/s", least=1, most=100000, hint="Between two regions only."),
    ] = None
    accepted: Annotated[
        bool,
        shown("Accepted", hint="By the account of the accepting VPC; needed where that is another one."),
    ] = False

    def meta(self) -> str:
        """The bandwidth."""
        return f"{self.bandwidth:,} Mbit/s" if self.bandwidth else ""
