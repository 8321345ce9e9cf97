"""Another provider's cloud."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown
from workbench.model.elements.data_centre import SiteRange


@kind(
    "Other cloud",
    "Other clouds",
    domain="network",
    symbol="other-cloud",
    inside=("",),
    stands={"network": ("",), "security": ("",)},
    shape="site",
    size=(136, 70),
    tint="other-cloud",
    clause_item="net.connect",
)
class OtherCloud(Element, frozen=True, kw_only=True, tag="other-cloud"):
    """A network at another provider with the ranges in use there."""

    provider: Annotated[str, shown("Provider")] = ""
    ranges: Annotated[tuple[SiteRange, ...], shown("Ranges", section="addresses")] = ()
    asn: Annotated[int | None, shown("ASN", section="routing", least=1, most=4294967295)] = None

    def meta(self) -> str:
        """The provider."""
        return self.provider
