"""A part of a region that fails on its own."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Zone",
    "Zones",
    domain="network",
    symbol="zone",
    inside=("region",),
    stands={"network": ("vpc",)},
    shape="container",
    size=(120, 60),
    tint="zone",
    clause_item="net.cloud",
    palette=4,
)
class Zone(Element, frozen=True, kw_only=True, tag="zone"):
    """A zone of a region."""

    zone_id: Annotated[str, shown("Zone id", section="identity", hint="For example cn-hangzhou-h.")] = ""

    def meta(self) -> str:
        """The zone id."""
        return self.zone_id
