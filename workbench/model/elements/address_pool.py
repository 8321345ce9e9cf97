"""Where addresses are taken from."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from workbench.model.element import Block, Element, ElementId, kind, shown

SPREADS: Final = {"packed": "side by side", "sparse": "far apart, so that each can grow where it is"}
"""How blocks lie in what is around them."""


@kind(
    "Address pool",
    "Address pools",
    domain="network",
    symbol="prefix-list",
    inside=("", "address-pool"),
    clause_item="net.cloud",
)
class AddressPool(Element, frozen=True, kw_only=True, tag="address-pool"):
    """A range of addresses the design may hand out."""

    blocks: Annotated[tuple[Block, ...], shown("Blocks", editor="block", section="addresses")] = ()
    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None

    spread: Annotated[
        Literal["packed", "sparse"],
        shown("Spread", section="addresses", choices=SPREADS, hint="How blocks lie in the pool."),
    ] = "packed"

    def meta(self) -> str:
        """The blocks."""
        return ", ".join(self.blocks)
