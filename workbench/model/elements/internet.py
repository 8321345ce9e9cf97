"""Everything outside."""

from __future__ import annotations

from workbench.model.element import Element, kind


@kind(
    "Internet",
    "Internet",
    domain="network",
    symbol="internet",
    inside=("",),
    stands={"network": ("",), "security": ("",)},
    shape="node",
    size=(120, 44),
    clause_item="net.cloud",
)
class Internet(Element, frozen=True, kw_only=True, tag="internet"):
    """The public internet, as the other end of flows and gateways."""

    def meta(self) -> str:
        """The address family."""
        return "IPv4"
