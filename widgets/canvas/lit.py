"""How a path looks on the sheet: a thick way over a halo with arrows, frames, and discs with the numbers of hops."""

from __future__ import annotations

from math import atan2, cos, hypot, pi, sin
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from widgets.fonts import font
from widgets.lettering import width_of
from widgets.painting.inks import NO_BRUSH, NO_PEN, Inks
from widgets.painting.symbols import put_symbol
from widgets.painting.wires import bent
from workbench.drawing.drawing import Line
from workbench.drawing.lines import LINES

WIDE: Final = 4.0
HALO: Final = 12.0
FAINT: Final = 0.16
DISC: Final = 20.0
STOP: Final = 16.0
ARROW: Final = 7.0
AT: Final = 0.6
"""Where on its leg an arrow stands: a little behind the middle, where bends and corners are."""
LEAST_ARROW: Final = 24.0
"""Pixels that a leg is long before an arrow has room on it."""


class Leg(NamedTuple):
    """From one hop to the next, in the order it is gone; without a line nothing is drawn there on the sheet."""

    points: tuple[QPointF, ...]
    line: Line | None


def paint_leg(painter: QPainter, leg: Leg, ink: str, inks: Inks, to_view: QTransform) -> None:
    """Paints a leg with an arrow at its middle; dashed where no line of the sheet runs."""
    points = [to_view.map(point) for point in leg.points]
    radius = LINES[leg.line.style].radius * to_view.m11() if leg.line else 0.0
    path = bent(tuple((point.x(), point.y()) for point in points), radius)
    painter.setBrush(NO_BRUSH)
    painter.setPen(_pen(_faint(inks.colour(ink)), HALO))
    painter.drawPath(path)
    pen = _pen(inks.colour(ink), WIDE)
    if leg.line is None:
        pen.setDashPattern([2.0, 1.2])
    painter.setPen(pen)
    painter.drawPath(path)
    _paint_arrow(painter, path, inks.colour(ink), inks.colour("panel"))


def paint_lit_box(painter: QPainter, rect: QRectF, ink: str, stops: bool, inks: Inks) -> None:
    """Paints the frame of a hop; of the one that stops the path it is dashed."""
    painter.setBrush(NO_BRUSH)
    painter.setPen(_pen(_faint(inks.colour(ink)), HALO / 2))
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 7, 7)
    pen = _pen(inks.colour(ink), 2.5)
    if stops:
        pen.setDashPattern([2.0, 1.2])
    painter.setPen(pen)
    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 5, 5)


def paint_number(painter: QPainter, corner: QPointF, numbers: str, ink: str, stops: bool, inks: Inks) -> None:
    """Paints the numbers of a hop in a disc, and a cross beside the one that stops the path."""
    width = max(DISC, width_of(numbers, 11, 700) + 10)
    disc = QRectF(corner.x() - width / 2, corner.y() - DISC / 2, width, DISC)
    painter.setPen(inks.pen("panel", 2.0))
    painter.setBrush(inks.brush(ink))
    painter.drawRoundedRect(disc, DISC / 2, DISC / 2)
    painter.setPen(inks.pen("panel"))
    painter.setFont(font(11, 700))
    painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), numbers)
    if stops:
        centre = QPointF(disc.left() - STOP / 2 - 3, corner.y())
        painter.setPen(NO_PEN)
        painter.setBrush(inks.brush("panel"))
        painter.drawEllipse(centre, STOP / 2 + 1.5, STOP / 2 + 1.5)
        put_symbol(painter, "mark-error", centre, STOP, "error", inks)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _faint(colour: QColor) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(FAINT)
    return faint


def _paint_arrow(painter: QPainter, path: QPainterPath, ink: QColor, ground: QColor) -> None:
    length = path.length()
    if length < LEAST_ARROW:
        return
    at, share = path.pointAtPercent(AT), min(4.0 / length, 0.1)
    before = path.pointAtPercent(AT - share)
    way = at - before
    if hypot(way.x(), way.y()) == 0:
        return
    turn = atan2(way.y(), way.x())
    corners = [
        at + QPointF(cos(turn + side) * ARROW * long, sin(turn + side) * ARROW * long)
        for side, long in ((0.0, 1.4), (pi * 0.72, 1.2), (-pi * 0.72, 1.2))
    ]
    painter.setPen(QPen(ground, 1.5))
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF(corners))
