"""Titles of containers that stay readable when the sheet is small: painted in pixels of the screen."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTransform

from widgets.fonts import font_for
from widgets.painting.detail import Detail
from widgets.painting.inks import NO_PEN, Inks
from widgets.painting.parts import Stroke
from workbench.drawing.drawing import Box, Lettering, Plate

_SIZES = {Detail.SYMBOLS: 11.0, Detail.PLAIN: 10.0}
_FAR = 11.0
_LEAST, _MARGIN = 24.0, 6.0
_STRIP, _OUTER = 9.0, 2
"""In a lower strip only the titles of so many containers one in another find room."""


def held_title(box: Box, detail: Detail, inks: Inks, depth: int = 1) -> Stroke | None:
    """What paints the title of a container at a size of its own, None where it has none.

    Far inside others it is left out while its strip is lower than the writing: the outer titles stay readable.
    """
    size = _SIZES[detail]
    title = _title(box)
    if title is None:
        return None
    pen = inks.pen(title.colour)
    corner, at = QPointF(), QPointF(0.0, title.rect.y + title.rect.h / 2)

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        spot, top = transform.map(at), transform.map(corner).y()
        room = box.rect.w * transform.m11() - 2 * _MARGIN
        strip = 2 * (spot.y() - top)
        if room < _LEAST or (strip < _STRIP and depth > _OUTER):
            return
        painter.setWorldTransform(QTransform())
        painter.setFont(font_for(box.title, size, 600))
        painter.setPen(pen)
        area = QRectF(spot.x() + _MARGIN, max(spot.y() - size, top - 0.6 * size), room, 2 * size)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), elided(box.title, size, 600, round(room)))
        painter.setWorldTransform(transform)

    return paint


def title_plate(box: Box, inks: Inks, rect: QRectF, outermost: bool = False) -> Stroke | None:
    """What paints the title of a container seen from very far, on a plate in the middle of its rectangle.

    An outermost one has it at the top left instead.
    """
    title, size = _title(box), _FAR
    if title is None:
        return None
    pen = inks.pen(title.colour)
    fill = next((part.fill for part in box.parts if isinstance(part, Plate) and part.fill), "panel")
    brush = inks.brush(fill)

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        area = transform.mapRect(rect)
        if area.width() < _LEAST + 2 * _MARGIN or area.height() < 3 * size:
            return
        wording = elided(box.title, size, 600, round(area.width() - 2 * _MARGIN))
        wide = QFontMetricsF(font_for(wording, size, 600)).horizontalAdvance(wording) + _MARGIN
        plate = QRectF(area.center().x() - wide / 2, area.center().y() - 8, wide, 16)
        if outermost:
            plate.moveTo(area.left() + 3, area.top() + 2)
        painter.setWorldTransform(QTransform())
        painter.setPen(NO_PEN)
        painter.setBrush(brush)
        painter.drawRoundedRect(plate, 3, 3)
        painter.setPen(pen)
        painter.setFont(font_for(wording, size, 600))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), wording)
        painter.setWorldTransform(transform)

    return paint


def _title(box: Box) -> Lettering | None:
    return next((part for part in box.parts if isinstance(part, Lettering) and part.role == "title"), None)


@lru_cache(maxsize=4096)
def elided(wording: str, size: float, weight: int, room: int) -> str:
    """A wording cut to its room: in the middle where it ends in a number, at the end otherwise."""
    mode = Qt.TextElideMode.ElideMiddle if wording[-1:].isdigit() else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font_for(wording, size, weight)).elidedText(wording, mode, room)
