"""A connection between the transit routers of two regions."""

from __future__ import annotations

from typing import Annotated

from workbench.model.attachment import Attachment
from workbench.model.element import ElementId, kind, shown


@kind(
    "Inter-region connection",
    "Inter-region connections",
    domain="network",
    symbol="attachment",
    inside=("transit-router",),
    joins=("parent", "peer"),
    line="inter-region",
    clause_item="net.interconnect",
)
class PeerAttachment(Attachment, frozen=True, kw_only=True, tag="peer-attachment"):
    """Joins two transit routers of one CEN; without bandwidth only a test connection exists."""

    peer: Annotated[ElementId | None, shown("Other router", refers=("transit-router",))] = None
    bandwidth: Annotated[int | None, shown("Bandwidth", unit="Mbit/s", least=1, most=100000)] = None

    peer_association: Annotated[
        ElementId | None, shown("Association there", refers=("transit-router-table",), section="routing")
    ] = None
    peer_learning: Annotated[
        tuple[ElementId, ...], shown("Learned there by", refers=("transit-router-table",), section="routing")
    ] = ()

    def meta(self) -> str:
        """The bandwidth."""
        return f"{self.bandwidth} Mbit/s" if self.bandwidth else ""
