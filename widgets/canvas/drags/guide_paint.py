"""How guides are painted: dashed lines where edges and middles meet, measured lines in equal gaps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainter, QTransform

from widgets.canvas.drags.guides import Pull
from widgets.painting.inks import Inks

CAP: Final = 5.0
"""Pixels that the stops of a measured line reach to either side."""


def paint_guides(painter: QPainter, inks: Inks, to_view: QTransform, pulled: Pull) -> None:
    """Paints what a box is drawn to, in pixels of the view."""
    painter.setPen(inks.pen("accent", 1.0, (4.0, 3.0)))
    painter.drawLines([to_view.map(QLineF(QPointF(*start), QPointF(*end))) for start, end in pulled.lines])
    painter.setPen(inks.pen("accent", 2.0))
    for start, end in pulled.gaps:
        line = to_view.map(QLineF(QPointF(*start), QPointF(*end)))
        stop = QPointF(0.0, CAP) if line.dy() == 0 else QPointF(CAP, 0.0)
        ends = (QLineF(place - stop, place + stop) for place in (line.p1(), line.p2()))
        painter.drawLines([line, *ends])
