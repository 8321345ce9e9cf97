"""Writing that a zoom would make a little too small: painted where it stands, no smaller than can be read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from widgets.canvas.writing import SMALLEST, rounded, written
from widgets.painting.inks import NO_PEN, Inks
from widgets.painting.parts import Stroke, lettering, rect_of, stroke_of
from widgets.painting.symbols import Screen
from widgets.painting.wires import label
from workbench.drawing.drawing import Label, Lettering, Part
from workbench.drawing.measure import width

_BETWEEN = 2.0
"""Points that stay free between two texts."""
_AROUND = 3.0
"""Pixels of the patch on each side of a label that is larger than the zoom would have it."""


def readable_parts(parts: Sequence[Part], inks: Inks, screen: Screen) -> list[Stroke]:
    """What paints the parts of a box; text has at least the smallest size."""
    return [readable(part, inks, screen, _spare(part, parts)) for part in parts]


def readable(part: Part, inks: Inks, screen: Screen, spare: float = 0.0) -> Stroke:
    """What paints a part; letters on chips keep their size, for they have no room to grow.

    `spare` is the room in points that a text at the right may take beyond its own; it is left out rather than cut.
    """
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
        room = area.width() + max(2.0, spare * transform.m11())
        shown = written(part.text, SMALLEST, part.weight, room, screen.dots)
        if part.align == "right" and not shown.is_whole:
            return
        at = area.topLeft()
        at.setX(at.x() + (area.width() - shown.width) * share)
        at.setY(at.y() + (area.height() - shown.height) / 2)
        painter.setWorldTransform(QTransform())
        shown.paint(painter, pen, rounded(at))
        painter.setWorldTransform(transform)

    return paint


def _spare(part: Part, parts: Sequence[Part]) -> float:
    """The room between a text at the right and the end of the text before it."""
    if not isinstance(part, Lettering) or part.align != "right":
        return 0.0
    ends = [
        other.rect.x + width(other.text, other.size, other.weight)
        for other in parts
        if isinstance(other, Lettering) and other.align == "left" and _level(other, part)
    ]
    return max(part.rect.x - max(ends) - _BETWEEN, 0.0) if ends else 0.0


def _level(one: Lettering, other: Lettering) -> bool:
    return one.rect.y < other.rect.bottom and other.rect.y < one.rect.bottom


def readable_label(shown: Label, inks: Inks, screen: Screen) -> Stroke:
    """What paints a label; where its text is larger than the zoom would have it, its patch is too."""
    usual, rect = label(shown, inks, screen), rect_of(shown.rect)
    pen, brush = inks.pen(shown.colour), inks.brush(shown.ground)

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        if shown.size * transform.m11() >= SMALLEST:
            usual(painter)
            return
        area = transform.mapRect(rect)
        text = written(shown.text, SMALLEST, shown.weight, 2 * area.width(), screen.dots)
        middle = area.center()
        patch = QRectF(0, 0, max(area.width(), text.width + 2 * _AROUND), area.height())
        patch.moveCenter(middle)
        painter.setWorldTransform(QTransform())
        painter.setPen(NO_PEN)
        painter.setBrush(brush)
        painter.drawRect(patch)
        text.paint(painter, pen, rounded(middle - QPointF(text.width, text.height) / 2))
        painter.setWorldTransform(transform)

    return paint
