"""Applications that trust each other."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Block, Element, ElementId, kind, shown


@kind(
    "Security domain",
    "Security domains",
    domain="security",
    symbol="security-domain",
    inside=("",),
    stands={"security": ("",)},
    shape="container",
    size=(200, 110),
    tint="security-domain",
    clause_item="sec.network",
    palette=1,
)
class SecurityDomain(Element, frozen=True, kw_only=True, tag="security-domain"):
    """A set of applications under one set of rules."""

    trust: Annotated[
        Literal["", "public", "low", "medium", "high"],
        shown(
            "Trust",
            choices={"": "not stated", "public": "public", "low": "low", "medium": "medium", "high": "high"},
        ),
    ] = ""
    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
    block: Annotated[Block, shown("Block", editor="block", section="addresses")] = ""

    def meta(self) -> str:
        """The trust word."""
        return self.trust
