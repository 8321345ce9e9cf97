"""Networks that share addresses on purpose."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown
from workbench.words import Words


@kind(
    "Intended overlap",
    "Intended overlaps",
    domain="network",
    symbol="intended-overlap",
    inside=("",),
    clause_item="net.cloud",
)
class IntendedOverlap(Element, frozen=True, kw_only=True, tag="intended-overlap"):
    """Says that networks share addresses on purpose, why, and what keeps them apart."""

    networks: Annotated[
        tuple[ElementId, ...], shown("Networks", refers=("vpc", "data-centre", "other-cloud"))
    ] = ()
    reason: Annotated[Words, shown("Reason", editor="words", hint="Without it the overlap is a finding.")] = (
        Words()
    )
    kept_apart: Annotated[
        Literal["isolated", "nat"],
        shown("Kept apart by", choices={"isolated": "no connection", "nat": "VPC NAT"}),
    ] = "isolated"

    def needs(self) -> tuple[ElementId, ...]:
        """The networks, while there are no more than two: one alone overlaps nothing."""
        return self.networks if len(self.networks) <= 2 else ()

    def meta(self) -> str:
        """The number of networks."""
        return str(len(self.networks)) if self.networks else ""
