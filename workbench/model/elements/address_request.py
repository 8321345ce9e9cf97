"""What the address plan still has to find."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "Address request",
    "Address requests",
    domain="network",
    symbol="question",
    inside=("", "address-pool", "address-request"),
    clause_item="net.cloud",
)
class AddressRequest(Element, frozen=True, kw_only=True, tag="address-request"):
    """A wish for addresses, of a size or for a number of hosts, for an element or still without one."""

    subject: Annotated[
        ElementId | None,
        shown("For", refers=("region", "environment", "account", "vpc", "vswitch"), section="identity"),
    ] = None
    prefix_length: Annotated[int | None, shown("Prefix length", section="addresses", least=8, most=64)] = None
    hosts: Annotated[int | None, shown("Hosts", section="addresses", least=0)] = None
    growth_percent: Annotated[int, shown("Growth", section="addresses", unit="%", least=0, most=1000)] = 0
    growth_bits: Annotated[
        int,
        shown(
            "Room",
            section="addresses",
            unit="doublings",
            least=0,
            most=8,
            hint="Kept free so that the block can double in place.",
        ),
    ] = 0
    pin: Annotated[
        Block, shown("Pinned to", editor="block", section="addresses", hint="The planner never moves it.")
    ] = ""
    block: Annotated[
        Block,
        shown(
            "Block",
            editor="block",
            section="addresses",
            hint="What the plan gave; VPCs and vSwitches hold theirs.",
        ),
    ] = ""

    def meta(self) -> str:
        """The size asked for."""
        return f"/{self.prefix_length}" if self.prefix_length else str(self.hosts or "")
