"""Ghost: a picture of boxes that follows the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from widgets.painting.parts import rect_of
from widgets.painting.wires import halo, wire
from workbench.drawing.drawing import Box, Key

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_MOST_PIXELS = 16_000_000.0
_MARGIN = 4.0


class Ghost:
    """The boxes as they look now, painted once; where they are too many pixels, their outline only."""

    def __init__(self, canvas: Canvas, roots: Iterable[Box], keys: Iterable[Key]) -> None:
        self.bounds = QRectF()
        for box in roots:
            self.bounds = self.bounds.united(rect_of(box.rect))
        self.bounds.adjust(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        self._zoom = canvas.zoom
        self._pixels = self._painted(canvas, frozenset(keys))

    def area(self, canvas: Canvas, offset: QPointF) -> QRectF:
        """Where the ghost lies, in pixels of the view."""
        return canvas.to_view().mapRect(self.bounds.translated(offset))

    def paint(self, painter: QPainter, canvas: Canvas, offset: QPointF) -> None:
        """Paints the ghost moved by an offset in points."""
        area = self.area(canvas, offset)
        if self._pixels is None or self._zoom != canvas.zoom:
            painter.setPen(canvas.inks.pen("accent", 1.0, (4.0, 3.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
            return
        painter.setOpacity(0.9)
        painter.drawPixmap(QPointF(round(area.left()), round(area.top())), self._pixels)
        painter.setOpacity(1.0)

    def _painted(self, canvas: Canvas, keys: frozenset[Key]) -> QPixmap | None:
        ratio = canvas.devicePixelRatioF()
        width, height = self.bounds.width() * self._zoom * ratio, self.bounds.height() * self._zoom * ratio
        if width * height > _MOST_PIXELS:
            return None
        pixels = QPixmap(max(round(width), 1), max(round(height), 1))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHints(canvas.renderHints())
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self.bounds.topLeft())
        self._paint_figures(painter, canvas, keys)
        painter.end()
        return pixels

    def _paint_figures(self, painter: QPainter, canvas: Canvas, keys: frozenset[Key]) -> None:
        option = QStyleOptionGraphicsItem()
        figures = sorted((canvas.picture.figures[key] for key in sorted(keys)), key=lambda f: f.zValue())
        lines = canvas.drawing.lines if canvas.drawing else ()
        inner = [line for line in lines if line.start in keys and line.end in keys]
        for figure in figures:
            painter.save()
            painter.translate(figure.pos())
            figure.paint(painter, option)
            painter.restore()
        for line in inner:
            halo(line, canvas.inks)(painter)
        for line in inner:
            wire(line, canvas.inks)(painter)
