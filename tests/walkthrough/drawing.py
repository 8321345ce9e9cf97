"""Draws a whole design by hand: every element by palette or connection, every field in the inspector."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from tests.walkthrough.driver import Driver
from tests.walkthrough.photo import photo
from workbench.drawing.drawing import Box, Key
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId

ORDER: Final = (
    "region",
    "account",
    "cen",
    "transit-router",
    "transit-router-table",
    "routing-policy",
    "vpc",
    "zone",
    "network-acl",
    "vswitch",
    "security-group",
    "vpc-attachment",
    "route-table",
)
"""What is named comes before what names it."""
HOLDERS: Final = ("zone", "parent", "region", "vpc")


class Copying:
    """Draws the elements of a design into a window, and knows which became which."""

    def __init__(self, driver: Driver, wanted: Design) -> None:
        self.driver, self.wanted = driver, wanted
        self.ids: dict[ElementId, ElementId] = {}

    def everything(self) -> None:
        """Draws every element that the window's design does not hold."""
        missing = [element for element in self.wanted if element.id not in self.driver.design]
        assert {element.kind.tag for element in missing} <= set(ORDER)
        for element in sorted(missing, key=lambda one: (ORDER.index(one.kind.tag), self._rank(one))):
            self._put(element)
            self._fill(element)
            photo(f"filled a {element.kind.tag}")

    def _rank(self, element: Element) -> tuple[str, ...]:
        """Elements by where they stand and what they are called, as a person would go through a list."""
        outer = self.wanted.get(element.parent)
        return (
            outer.name.said("en") if outer else "",
            str(getattr(element, "block", "")),
            element.name.said("en"),
        )

    def _put(self, element: Element) -> None:
        name, tag = element.name.said("en") if element.name.en else "", element.kind.tag
        name = name or tag
        if element.kind.is_link:
            assert element.kind.joins
            ends = [self._anywhere(getattr(element, field)) for field in element.kind.joins]
            self.ids[element.id] = self.driver.connect(*ends)
        elif "" in element.kind.stands["network"]:
            self.ids[element.id] = self._on_the_sheet(tag, name)
        else:
            self.ids[element.id] = self.driver.draw(tag, self._holder(element), name)

    def _on_the_sheet(self, tag: str, name: str) -> ElementId:
        """Drags out a box below everything that is there."""
        drawing = self.driver.canvas.drawing
        low = max((box.rect.bottom for box in drawing.boxes), default=0.0) + 40
        w, h = KINDS[tag].size
        return self.driver.draw_by_dragging(tag, (20, low), (20 + w, low + h), name)

    def _holder(self, element: Element) -> Key:
        """The box that takes the element: the innermost of those it names that is drawn, else any that may."""
        allowed = element.kind.stands["network"]
        named = [self.ids.get(getattr(element, field, None) or "") for field in HOLDERS]
        region = self.ids.get(getattr(element, "region", None) or "", "")
        vpc = self.ids.get(element.parent or "", "")
        boxes = [box for id in named if id for box in self.driver.boxes_of(id)]
        fitting = [box for box in boxes if box.kind in allowed]
        around = {box.key for id in (region, vpc) for box in self.driver.boxes_of(id)}
        near = [box for box in fitting if box.within in around or box.key in around]
        others = [box for box in self.driver.canvas.drawing.boxes if box.kind in allowed]
        found: Key = next(
            iter(near or [box for box in fitting if not region] or self._loose(others, element))
        ).key
        return found

    def _loose(self, boxes: list[Box], element: Element) -> list[Box]:
        """Boxes for what names none to stand in: of its own region where it has one."""
        drawing = self.driver.canvas.drawing
        around = {self.ids.get(getattr(element, name, None) or "", "") for name in ("region", "parent")}
        inside = [box for box in boxes if any(outer.element in around for outer in drawing.chain(box.key))]
        return inside or boxes

    def _anywhere(self, id: ElementId) -> Key:
        return self.driver.boxes_of(self.ids[id])[0].key

    def _fill(self, element: Element) -> None:
        """Enters every field whose value is another."""
        for name in element.__struct_fields__:
            if name in ("id", "imported"):
                continue
            wanted = self._here(getattr(element, name))
            if not self._says(getattr(self.driver.selected, name), wanted, name):
                self.driver.form.set(name, wanted)

    def _says(self, held: Any, wanted: Any, name: str) -> bool:
        if name in ("name", "note"):
            return bool(held.said("en") == wanted.said("en") and held.said("zh") == wanted.said("zh"))
        return bool(held == wanted)

    def _here(self, value: Any) -> Any:
        """A value with the ids of the window's design in place of the other's."""
        if isinstance(value, str):
            return self.ids.get(value, value)
        if isinstance(value, tuple):
            return tuple(self._here(part) for part in value)
        if isinstance(value, msgspec.Struct) and hasattr(value, "description"):
            return msgspec.structs.replace(
                value, **{field: self._here(getattr(value, field)) for field in value.__struct_fields__}
            )
        return value
