"""The record of who did what."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Trail",
    "Trails",
    domain="compliance",
    symbol="audit-trail",
    inside=("account",),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="cmp.audit",
)
class Trail(Element, frozen=True, kw_only=True, tag="trail"):
    """A trail of ActionTrail: it delivers the events of one account, or of a whole directory, to where they are kept."""

    organisation: Annotated[
        bool, shown("All accounts", hint="Of the directory; else the account it stands in alone.")
    ] = False
    events: Annotated[
        Literal["All", "Write", "Read"],
        shown("Events", choices={"All": "all", "Write": "writing only", "Read": "reading only"}),
    ] = "All"
    delivers_to: Annotated[tuple[ElementId, ...], shown("Delivers to", refers=("log-store", "bucket"))] = ()

    def meta(self) -> str:
        """How many places it delivers to."""
        return f"→ {len(self.delivers_to)}"
