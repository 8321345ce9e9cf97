"""Routing policies that let networks meet."""

from __future__ import annotations

from workbench.edits import Edit
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.routing_policy import RoutingPolicy
from workbench.model.ids import new_id

LINES = ("VPN", "VBR")
PRIORITY = 50
"""Half way: before the platform's own policies, with room for others on both sides."""


def permit_sites(router: ElementId) -> Edit:
    """Lets sites on lines of a transit router reach each other through it."""

    def edit(design: Design) -> Design:
        return design.adding(
            RoutingPolicy(
                id=new_id("routing-policy"),
                parent=router,
                direction="RegionOut",
                action="Permit",
                priority=PRIORITY,
                source_types=LINES,
                destination_types=LINES,
            )
        )

    return edit
