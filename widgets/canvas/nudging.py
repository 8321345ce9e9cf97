"""Moving what is selected with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt

from widgets.canvas.landing import place_in
from widgets.canvas.moving import called, movable, standing_refusal
from widgets.canvas.pointer import GRID
from workbench.drawing.drawing import Box, Point
from workbench.edits import in_turn
from workbench.edits.placing import move, placement_id
from workbench.model.elements.placement import Placement
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

ARROWS: Final = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


def nudge(canvas: Canvas, key: Qt.Key, fine: bool) -> None:
    """Moves the selected boxes by a step of the grid, or by one point; presses in a row are one step of undo."""
    boxes = movable(canvas)
    if not boxes:
        return
    refused = standing_refusal(canvas, boxes)
    if refused:
        _refuse(canvas, boxes[0], refused)
        return
    run = f"nudge {canvas.sheet_id}"
    step = 1.0 if fine else GRID
    way = (ARROWS[key][0] * step, ARROWS[key][1] * step)
    goes_on = canvas.editor.is_running(run)
    edit = in_turn(
        move(box.element, canvas.sheet_id, box.within, _beside(canvas, box, way, goes_on)) for box in boxes
    )
    name = called(canvas, boxes)
    done = canvas.perform(text("Move {name}", name=name), edit, text("Moved {name}", name=name), run)
    if not done and canvas.editor.read_only is None:
        _refuse(canvas, boxes[0], text("{name} stands at the edge and goes no farther.", name=name))


def _beside(canvas: Canvas, box: Box, way: Point, goes_on: bool) -> Point:
    """The corner a step away, within the box around; the drawing may be some presses behind, the placement is not."""
    around, x, y = canvas.places.box(box.within), box.rect.x, box.rect.y
    left, top = (around.rect.x, around.rect.y) if around else (0.0, 0.0)
    placed = canvas.editor.design.get(placement_id(canvas.sheet_id, box.element, box.within), Placement)
    if goes_on and placed and placed.x is not None and placed.y is not None:
        x, y = left + placed.x, top + placed.y
    return place_in(canvas, box.within, (x + way[0], y + way[1]))


def _refuse(canvas: Canvas, box: Box, reason: Text) -> None:
    canvas.said.emit(reason)
    corner = canvas.mapFromScene(box.rect.right, box.rect.y)
    canvas.bubble.say(reason, QPoint(corner))
