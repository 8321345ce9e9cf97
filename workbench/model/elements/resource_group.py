"""Resources of an account that belong together."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Resource group",
    "Resource groups",
    domain="resource",
    symbol="resource-group",
    inside=("account",),
    clause_item="res",
)
class ResourceGroup(Element, frozen=True, kw_only=True, tag="resource-group"):
    """Groups resources of an account for permissions, cost and operations."""

    identifier: Annotated[str, shown("Identifier", section="identity")] = ""
    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
    application: Annotated[ElementId | None, shown("Application", refers=("application",))] = None
    owner: Annotated[str, shown("Owner")] = ""

    def meta(self) -> str:
        """The identifier."""
        return self.identifier
