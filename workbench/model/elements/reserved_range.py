"""Addresses that are never handed out."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, kind, shown


@kind(
    "Reserved range",
    "Reserved ranges",
    domain="network",
    symbol="mark-reserved",
    inside=("", "address-pool"),
    clause_item="net.cloud",
)
class ReservedRange(Element, frozen=True, kw_only=True, tag="reserved-range"):
    """Addresses kept free, with the reason in the note."""

    block: Annotated[Block, shown("Block", editor="block", section="addresses")] = ""

    def meta(self) -> str:
        """The block."""
        return self.block
