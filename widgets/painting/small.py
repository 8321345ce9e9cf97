"""A drawing in a few pixels: all boxes that are large enough as rectangles in their own colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from widgets.painting.inks import Inks, inks
from widgets.painting.parts import rect_of
from workbench.drawing.colours import Theme
from workbench.drawing.drawing import Box, Drawing, Plate, shows_image

_LEAST: Final = 2.0
"""Boxes that come out smaller than so many pixels are left out."""
STEP: Final = 200
"""Boxes between two looks at the time."""


def blank(size: QSize, ratio: float) -> QPixmap:
    """Pixels with nothing on them."""
    pixels = QPixmap(size * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    return pixels


def painting(pixels: QPixmap, drawing: Drawing, way: QTransform, theme: Theme) -> Iterator[None]:
    """Paints the boxes of a drawing, brought into pixels by a transform, some at a time."""
    scale = way.m11()
    large = [box for box in drawing.boxes if min(box.rect.w, box.rect.h) * scale >= _LEAST]
    for start in range(0, len(large), STEP):
        painter = QPainter(pixels)
        for box in large[start : start + STEP]:
            _paint_box(painter, box, way, inks(theme))
        painter.end()
        yield


def _paint_box(painter: QPainter, box: Box, way: QTransform, colours: Inks) -> None:
    outline = next((part for part in box.parts if isinstance(part, Plate)), None)
    if outline is not None and box.shape != "legend":
        painter.setPen(colours.pen(outline.stroke, 0.6))
        painter.setBrush(colours.brush("line2" if shows_image(box) else outline.fill))
        painter.drawRect(way.mapRect(rect_of(box.rect)))
