"""Aligning, spacing and pinning the selected boxes of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.canvas.moving import called, movable, moved
from workbench.edits.aligning import Axis, Edge, aligned, distributed
from workbench.edits.placing import arrange_freely
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


def align(canvas: Canvas, edge: Edge) -> None:
    """Gives the selected boxes an edge or a middle line in common."""
    boxes = movable(canvas)
    corners = aligned([box.rect for box in boxes], edge)
    name = called(canvas, boxes)
    edit = moved(canvas, zip(boxes, corners, strict=True))
    canvas.perform(text("Align {name}", name=name), edit, text("Aligned {name}", name=name))


def distribute(canvas: Canvas, axis: Axis) -> None:
    """Puts equal gaps between the selected boxes."""
    boxes = movable(canvas)
    corners = distributed([box.rect for box in boxes], axis)
    name = called(canvas, boxes)
    edit = moved(canvas, zip(boxes, corners, strict=True))
    done = text("Spaced {name} evenly", name=name)
    canvas.perform(text("Space {name} evenly", name=name), edit, done)


def pin(canvas: Canvas) -> None:
    """Keeps the selected boxes where they stand now, whatever the sheet arranges around them."""
    boxes = canvas.places.selected()
    edit = moved(canvas, ((box, (box.rect.x, box.rect.y)) for box in boxes))
    name = called(canvas, boxes)
    canvas.perform(text("Pin {name}", name=name), edit, text("Pinned {name}", name=name))


def unpin(canvas: Canvas) -> None:
    """Lets the sheet arrange the selected boxes again."""
    name = called(canvas, canvas.places.selected())
    edit = arrange_freely(canvas.sheet_id, canvas.editor.selection)
    done = text("{name}: the sheet arranges it again", name=name)
    canvas.perform(text("Unpin {name}", name=name), edit, done)
