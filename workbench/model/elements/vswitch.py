"""A subnet of a VPC in one zone."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "vSwitch",
    "vSwitches",
    domain="network",
    symbol="vswitch",
    inside=("vpc",),
    stands={"network": ("zone", "vpc")},
    shape="leaf",
    size=(112, 38),
    tint="leaf",
    clause_item="net.cloud",
    palette=5,
)
class VSwitch(Element, frozen=True, kw_only=True, tag="vswitch"):
    """A subnet; resources get their addresses from its block."""

    zone: Annotated[ElementId | None, shown("Zone", refers=("zone",))] = None
    block: Annotated[Block, shown("Block", editor="block", section="addresses")] = ""
    ipv6_block: Annotated[Block, shown("IPv6 block", editor="block", section="addresses")] = ""
    purpose: Annotated[
        str, shown("Purpose", hint="TR for a vSwitch that only holds transit router attachments.")
    ] = ""
    route_table: Annotated[
        ElementId | None,
        shown("Route table", refers=("route-table",), section="routing", hint="Empty: the system table."),
    ] = None
    acl: Annotated[ElementId | None, shown("Network ACL", refers=("network-acl",), section="routing")] = None

    def meta(self) -> str:
        """The block."""
        return self.block
