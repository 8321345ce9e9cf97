"""A place where the platform has data centres."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Region",
    "Regions",
    domain="network",
    symbol="region",
    inside=("",),
    stands={"network": ("",)},
    shape="container",
    size=(360, 180),
    tint="region",
    clause_item="net.cloud",
    palette=1,
)
class Region(Element, frozen=True, kw_only=True, tag="region"):
    """A region of the platform that the design uses."""

    region_id: Annotated[str, shown("Region id", section="identity", hint="For example cn-hangzhou.")] = ""

    def meta(self) -> str:
        """The region id."""
        return self.region_id
