"""A private network in one region."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "VPC",
    "VPCs",
    domain="network",
    symbol="vpc",
    inside=("account", ""),
    stands={"network": ("account", "region")},
    shape="container",
    size=(216, 110),
    tint="vpc",
    clause_item="net.cloud",
    counted="parent",
    palette=3,
)
class Vpc(Element, frozen=True, kw_only=True, tag="vpc"):
    """A private network of one account in one region; its vSwitches take their addresses from its blocks."""

    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
    blocks: Annotated[
        tuple[Block, ...],
        shown(
            "Blocks",
            editor="block",
            section="addresses",
            hint="The first is the primary one, the others are secondary.",
        ),
    ] = ()
    ipv6_block: Annotated[Block, shown("IPv6 block", editor="block", section="addresses")] = ""
    user_cidrs: Annotated[
        tuple[Block, ...],
        shown(
            "User CIDRs", editor="block", section="addresses", hint="Public ranges to be treated as private."
        ),
    ] = ()

    def meta(self) -> str:
        """The primary block."""
        return self.blocks[0] if self.blocks else ""
