"""A platform figure that is different for this customer."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Platform figure override",
    "Platform figure overrides",
    domain="account",
    symbol="mark-unknown",
    inside=("",),
)
class FactOverride(Element, frozen=True, kw_only=True, tag="fact-override"):
    """Takes the place of a platform figure in this design, with where it was read."""

    fact: Annotated[
        str, shown("Figure", section="identity", hint="For example vpc.limits.vpcs_per_region.")
    ] = ""
    value: Annotated[str, shown("Value", section="identity")] = ""
    source: Annotated[str, shown("Source", section="identity")] = ""
    dated: Annotated[str, shown("Read on", editor="date", section="identity")] = ""

    def meta(self) -> str:
        """The value."""
        return self.value
