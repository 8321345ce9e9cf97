"""What lies behind a drawing: a colour and a grid of dots, coarser the further one is away."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.painting.inks import Inks

STEP = 16.0
_LEAST_PIXELS = 12.0
_DOT = 1.0


def paint_ground(painter: QPainter, area: QRectF, inks: Inks) -> None:
    """Paints colour and dots over an area of the sheet."""
    painter.fillRect(area, inks.brush("canvas"))
    zoom = painter.worldTransform().m11()
    step = STEP
    while step * zoom < _LEAST_PIXELS:
        step *= 2
    dot = _DOT / zoom
    pen = QPen(inks.colour("grid"), dot)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, step / dot - 1.0])
    left = floor(area.left() / step) * step
    rows = range(floor(area.top() / step), ceil(area.bottom() / step) + 1)
    painter.setPen(pen)
    # A dashed line is a row of dots, and one call instead of one for each of them.
    painter.drawLines([QLineF(left, row * step, area.right(), row * step) for row in rows])
