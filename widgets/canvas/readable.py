"""Writing that a zoom would make a little too small: painted where it stands, no smaller than can be read."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QTransform

from widgets.canvas.writing import SMALLEST, rounded, written
from widgets.painting.inks import Inks
from widgets.painting.parts import Stroke, lettering, rect_of, stroke_of
from widgets.painting.symbols import Screen
from workbench.drawing.drawing import Lettering, Part


def readable(part: Part, inks: Inks, screen: Screen) -> Stroke:
    """What paints a part; text has at least the smallest size, letters on chips excepted, which have no room to grow."""
    if not isinstance(part, Lettering) or part.role == "chip":
        return stroke_of(part, inks, screen)
    usual, rect, pen = lettering(part, inks, screen), rect_of(part.rect), inks.pen(part.colour)
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[part.align]

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        if part.size * transform.m11() >= SMALLEST:
            usual(painter)
            return
        area = transform.mapRect(rect)
        shown = written(part.text, SMALLEST, part.weight, area.width() + 2, screen.dots)
        at = area.topLeft()
        at.setX(at.x() + (area.width() - shown.width) * share)
        at.setY(at.y() + (area.height() - shown.height) / 2)
        painter.setWorldTransform(QTransform())
        shown.paint(painter, pen, rounded(at))
        painter.setWorldTransform(transform)

    return paint
