"""Lasso: a rectangle that selects what lies in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from widgets.canvas.drags import Drag
from widgets.canvas.hits import boxes_within
from widgets.canvas.pointer import Pointer
from workbench.drawing.drawing import Rect


class Lasso(Drag):
    """Selects the boxes that lie wholly inside; with Shift or Ctrl in addition to those selected."""

    _end: Pointer | None = None

    def moved(self, pointer: Pointer) -> None:
        """Draws the rectangle out."""
        self._end = pointer

    def released(self, pointer: Pointer) -> None:
        """Selects."""
        self._end = None
        if not self.canvas.drawing:
            return
        (ax, ay), (bx, by) = self.start.at, pointer.at
        area = Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))
        found = [box.element for box in boxes_within(self.canvas.drawing, area)]
        kept = self.canvas.editor.selection if self.start.adds else ()
        self.canvas.editor.select([*kept, *found])

    def cancel(self) -> None:
        """Takes the rectangle away."""
        self._end = None

    def area(self) -> QRectF:
        """The rectangle in pixels."""
        if self._end is None:
            return QRectF()
        return QRectF(self.start.pixel, self._end.pixel).normalized()

    def paint(self, painter: QPainter) -> None:
        """Paints the rectangle."""
        area = self.area()
        if not area.isEmpty():
            tint = QColor(self.canvas.inks.colour("accent"))
            tint.setAlphaF(0.08)
            painter.setPen(self.canvas.inks.pen("accent", 1.0))
            painter.setBrush(tint)
            painter.drawRect(area)
