"""A place of the customer's own."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Block, Element, Row, kind, shown


class SiteRange(Row, frozen=True, kw_only=True):
    """A range of addresses in use at a site."""

    block: Annotated[Block, shown("Block", editor="block")] = ""
    use: Annotated[str, shown("Use")] = ""


@kind(
    "Data centre",
    "Data centres",
    domain="network",
    symbol="data-centre",
    inside=("",),
    stands={"network": ("",), "security": ("",)},
    shape="site",
    size=(136, 70),
    tint="site",
    clause_item="net.connect",
    palette=11,
)
class DataCentre(Element, frozen=True, kw_only=True, tag="data-centre"):
    """A data centre or office of the customer with the ranges in use there."""

    ranges: Annotated[tuple[SiteRange, ...], shown("Ranges", section="addresses")] = ()
    asn: Annotated[int | None, shown("ASN", section="routing", least=1, most=4294967295)] = None
    place: Annotated[str, shown("Place")] = ""

    def meta(self) -> str:
        """The place."""
        return self.place
