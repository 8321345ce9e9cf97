"""Which boxes move, and the edits that move several of them within the boxes they stand in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from widgets.canvas.landing import landing, place_in
from workbench.drawing.drawing import Box, Point
from workbench.edits import Edit, in_turn
from workbench.edits.placing import move
from workbench.texts import Text, text
from workbench.words import Words

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def movable(canvas: Canvas) -> list[Box]:
    """The selected boxes that do not go along with another one; where one stands twice, the one clicked."""
    drawing, boxes = canvas.drawing, canvas.places.selected()
    if len(canvas.editor.selection) == 1:
        boxes = [box for box in boxes if box.key == canvas.places.anchor] or boxes[:1]
    keys = {box.key for box in boxes}
    return [
        box for box in boxes if drawing and not any(outer.key in keys for outer in drawing.chain(box.within))
    ]


def moved(canvas: Canvas, corners: Iterable[tuple[Box, Point]]) -> Edit:
    """The edit that puts boxes elsewhere in the boxes they stand in; corners count from that of the sheet."""
    return in_turn(
        move(box.element, canvas.sheet_id, box.within, place_in(canvas, box.within, corner))
        for box, corner in corners
    )


def standing_refusal(canvas: Canvas, boxes: Iterable[Box]) -> Text | None:
    """Why one of the boxes may not stand where it does now, which the mouse would be told too."""
    found = (
        landing(canvas, canvas.editor.design[box.element].kind, canvas.places.box(box.within))
        for box in boxes
    )
    return next((one.refused for one in found if one.refused), None)


def called(canvas: Canvas, boxes: list[Box]) -> Words | Text:
    """The name of a single box, the number of several."""
    if len(boxes) == 1:
        return canvas.editor.design[boxes[0].element].title()
    return text("{n} elements", n=len(boxes))
