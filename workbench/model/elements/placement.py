"""Where an element sits on a sheet."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind("Placement", "Placements", domain="account", symbol="mark-pin", inside=("sheet",))
class Placement(Element, frozen=True, kw_only=True, tag="placement"):
    """What a person decided about an element on one sheet; without one the sheet arranges it.

    Places and sizes are Drawing points; x and y count from the corner of the box it stands in.
    """

    subject: Annotated[ElementId | None, shown("Element", refers=("",))] = None
    within: str = ""
    x: float | None = None
    y: float | None = None
    width: float | None = None
    height: float | None = None
    hidden: bool = False

    def needs(self) -> tuple[ElementId, ...]:
        """The element it places."""
        return (self.subject,) if self.subject else ()
