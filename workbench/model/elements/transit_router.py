"""The hub of a region."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "Transit router",
    "Transit routers",
    domain="network",
    symbol="transit-router",
    inside=("cen", ""),
    stands={"network": ("region",)},
    shape="router",
    size=(128, 44),
    tint="node",
    clause_item="net.interconnect",
    palette=8,
)
class TransitRouter(Element, frozen=True, kw_only=True, tag="transit-router"):
    """The router of a CEN in one region; route tables say who reaches whom."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    account: Annotated[ElementId | None, shown("Account", refers=("account",))] = None
    edition: Annotated[
        Literal["enterprise", "basic"],
        shown("Edition", choices={"enterprise": "Enterprise", "basic": "Basic"}),
    ] = "enterprise"
    asn: Annotated[int | None, shown("ASN", least=1, most=4294967295)] = None
    blocks: Annotated[tuple[Block, ...], shown("Router blocks", editor="block", section="addresses")] = ()
