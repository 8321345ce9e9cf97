"""The sign of each state: its shape, its frame and its ground; told apart without any colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from widgets.lettering import CENTRE, letter
from workbench.reachability.matrix import State


class Coloured(Protocol):
    """What knows the colours of the theme: the window's look, or a sheet's inks."""

    def colour(self, name: str) -> QColor:
        """A colour of the theme."""


class Sign(NamedTuple):
    """The colours of a state and the line of its frame, where it has one."""

    ink: str
    ground: str
    frame: Qt.PenStyle = Qt.PenStyle.NoPen
    dense: str = "panel"
    """Its colour where a cell has no room for a shape: each is another step of grey."""


SIGNS: Final[Mapping[State, Sign]] = {
    "own": Sign("text3", "sunken", dense="line"),
    "allowed": Sign("ok", "ok-bg", dense="ok@30"),
    "blocked": Sign("text3", "panel"),
    "open": Sign("error", "error-bg", Qt.PenStyle.SolidLine, "error"),
    "shut": Sign("error", "error-bg", Qt.PenStyle.DashLine, "text"),
    "partial": Sign("warning", "warning-bg", dense="warning-fill@55"),
    "unknown": Sign("text", "sunken", Qt.PenStyle.DotLine, "control"),
}
FRAME: Final = 1.6
_DASHES: Final[Mapping[Qt.PenStyle, tuple[float, float]]] = {
    Qt.PenStyle.DashLine: (2.4, 1.6),
    Qt.PenStyle.DotLine: (1.0, 1.2),
}


def paint_ground(painter: QPainter, rect: QRectF, state: State, look: Coloured) -> None:
    """The ground of a cell and its frame."""
    sign = SIGNS[state]
    painter.fillRect(rect, look.colour(sign.ground))
    if sign.frame == Qt.PenStyle.NoPen:
        return
    pen = QPen(look.colour("text3" if state == "unknown" else sign.ink), FRAME if rect.width() >= 16 else 1.0)
    if sign.frame in _DASHES:
        pen.setDashPattern(_DASHES[sign.frame])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = 1.4 if rect.width() >= 16 else 0.5
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 2.5, 2.5)


def paint_shape(painter: QPainter, middle: QPointF, size: float, state: State, look: Coloured) -> None:
    """The shape of a state around a point."""
    ink, half = look.colour(SIGNS[state].ink), size / 2
    painter.setPen(QPen(ink, max(size / 6, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y = middle.x(), middle.y()
    if state == "allowed":
        corners = (QPointF(x - half * 0.8, y), QPointF(x - half * 0.2, y + half * 0.6))
        painter.drawPolyline([*corners, QPointF(x + half * 0.9, y - half * 0.6)])
    elif state == "blocked":
        painter.drawLine(QPointF(x - half * 0.6, y), QPointF(x + half * 0.6, y))
    elif state == "shut":
        for side in (1, -1):
            painter.drawLine(
                QPointF(x - half * 0.7, y - side * half * 0.7), QPointF(x + half * 0.7, y + side * half * 0.7)
            )
    elif state == "own":
        painter.drawLine(QPointF(x - half, y - half), QPointF(x + half, y + half))
    elif state == "unknown":
        letter(
            painter,
            QRectF(x - size, y - size, size * 2, size * 2),
            "?",
            ink,
            size=size * 1.15,
            weight=700,
            align=CENTRE,
        )
    else:
        _paint_filled(painter, QRectF(x - half, y - half, size, size), state)


def _paint_filled(painter: QPainter, rect: QRectF, state: State) -> None:
    """A triangle for what is open, a disc that is half full for what passes in part."""
    ink = painter.pen().color()
    if state == "open":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        top = QPointF(rect.center().x(), rect.top() + rect.height() * 0.05)
        foot = rect.bottom() - rect.height() * 0.1
        painter.drawPolygon(QPolygonF([top, QPointF(rect.right(), foot), QPointF(rect.left(), foot)]))
        return
    disc = rect.adjusted(0.8, 0.8, -0.8, -0.8)
    painter.setPen(QPen(ink, max(rect.width() / 9, 1.0)))
    painter.drawEllipse(disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(disc, 90 * 16, 180 * 16)
