"""A drawing in a few pixels: all boxes that are large enough as rectangles in their own colours."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from widgets.painting.inks import Inks, inks
from widgets.painting.parts import rect_of
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Box, Drawing, Plate, shows_image

_LEAST: Final = 2.0
"""Boxes that come out smaller than so many pixels are left out."""


def small_picture(drawing: Drawing, way: QTransform, size: QSize, ratio: float, theme: Theme) -> QPixmap:
    """The boxes of a drawing, brought into pixels by a transform, on nothing."""
    pixels = QPixmap(size * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    scale = way.m11()
    for box in drawing.boxes:
        if min(box.rect.w, box.rect.h) * scale >= _LEAST:
            _paint_box(painter, box, way, inks(theme))
    painter.end()
    return pixels


def _paint_box(painter: QPainter, box: Box, way: QTransform, colours: Inks) -> None:
    outline = next((part for part in box.parts if isinstance(part, Plate)), None)
    if outline is not None and box.shape != "legend":
        painter.setPen(colours.pen(outline.stroke, 0.6))
        painter.setBrush(colours.brush("line2" if shows_image(box) else outline.fill))
        painter.drawRect(way.mapRect(rect_of(box.rect)))
