"""Taking boxes off a sheet; the design keeps their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.drawing.drawing import Box
from workbench.edits.placing import hide
from workbench.model.design import Design
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def take_off(canvas: Canvas, boxes: list[Box]) -> None:
    """Hides boxes on this sheet in one edit."""
    steps = [hide(box.element, canvas.sheet_id, box.within) for box in boxes]

    def edit(design: Design) -> Design:
        for step in steps:
            design = step(design)
        return design

    elements = dict.fromkeys(box.element for box in boxes)
    first = canvas.editor.design[boxes[0].element].title()
    name = first if len(elements) == 1 else text("{n} elements", n=len(elements))
    done = text("Took {name} off this sheet; the design keeps it", name=name)
    if canvas.perform(text("Take {name} off the sheet", name=name), edit, done):
        canvas.editor.select(())
