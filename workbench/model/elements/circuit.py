"""A leased line."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Circuit",
    "Circuits",
    domain="network",
    symbol="express-connect",
    inside=("vbr",),
    joins=("site", "parent"),
    line="circuit",
    clause_item="net.connect.any",
)
class Circuit(Element, frozen=True, kw_only=True, tag="circuit"):
    """An Express Connect circuit that joins a site to a VBR."""

    site: Annotated[ElementId | None, shown("Site", refers=("data-centre", "other-cloud"))] = None
    bandwidth: Annotated[int | None, shown("Bandwidth", unit="Mbit/s", least=1, most=100000)] = None
    access_point: Annotated[str, shown("Access point")] = ""
    carrier: Annotated[str, shown("Carrier")] = ""

    def meta(self) -> str:
        """Bandwidth and access point."""
        return " · ".join(
            part
            for part in (f"{self.bandwidth:,} Mbit/s" if self.bandwidth else "", self.access_point)
            if part
        )
