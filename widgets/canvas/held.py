"""Titles of containers that stay readable when the sheet is small: painted in pixels of the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from widgets.canvas.writing import SMALLEST, Written, middle_left, rounded, written
from widgets.fonts import is_wide
from widgets.painting.detail import Detail
from widgets.painting.inks import NO_PEN, Inks
from widgets.painting.parts import Stroke, rect_of
from workbench.drawing.drawing import Box, Lettering, Plate
from workbench.drawing.parts.pieces import one_line

LARGEST: Final = 11.0
_LEAST, _MARGIN = 24.0, 6.0
_STRIP, _OUTER = 7.5, 2
"""In a lower strip only the titles of so many containers one in another find room."""
_LOW: Final = 10.0
"""A strip lower than this is painted on over the room below it, so that the writing stands in it wholly."""
_BELOW: Final = 7.0
_META_FROM: Final = 15.0
"""Height of a strip that has room for what stands at its right."""
BAND: Final = 7.0
"""The least height that the smallest writing needs between two borders; it may touch them."""
_SMALL: Final = 40.0
"""A container lower than this may have its title over what it holds."""


def held_title(box: Box, detail: Detail, inks: Inks, depth: int = 1, dots: float = 96.0) -> Stroke | None:
    """What paints the title of a container as large as its strip is high, None where it has none.

    Far inside others it is left out while its strip is lower than the writing: the outer titles stay readable.
    """
    title, meta = _lettering(box, "title"), _lettering(box, "meta")
    caption = title is None
    title = title or (_lettering(box, "caption") if detail == Detail.SYMBOLS else None)
    if title is None:
        return None
    pen, name = inks.pen(title.colour), one_line(box.title)
    middle = title.rect.y + title.rect.h / 2
    least = (SMALLEST if not is_wide(name) else LARGEST) if caption else _STRIP
    ground = next((part.fill for part in box.parts if isinstance(part, Plate) and part.role == "header"), "")

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        zoom = transform.m11()
        strip = 2 * middle * zoom
        room = box.rect.w * zoom - 2 * _MARGIN
        if room < _LEAST or (strip < least and depth > _OUTER):
            return
        shown = written(name, SMALLEST if caption else _fitting(strip), 600, room, dots)
        area = QRectF(round(transform.dx()) + _MARGIN, round(transform.dy()), room, max(strip, SMALLEST))
        painter.setWorldTransform(QTransform())
        if ground and strip < _LOW:
            area.setHeight(strip + _BELOW * zoom)
            painter.fillRect(area.adjusted(1 - _MARGIN, strip / 2, _MARGIN - 1, 0), inks.brush(ground))
        shown.paint(painter, pen, rounded(middle_left(area, shown)))
        if meta is not None and strip >= _META_FROM:
            _paint_meta(painter, meta, area, shown)
        painter.setWorldTransform(transform)

    def _paint_meta(painter: QPainter, meta: Lettering, area: QRectF, shown: Written) -> None:
        room = area.width() - shown.width - 2 * _MARGIN
        said = written(meta.text, SMALLEST, meta.weight, room, dots)
        if said.is_whole and shown.is_whole:
            at = QPointF(area.right() - said.width, area.center().y() - said.height / 2)
            said.paint(painter, inks.pen(meta.colour), rounded(at))

    return paint


def held_pill(box: Box, inks: Inks, dots: float = 96.0) -> Stroke | None:
    """What paints the pill below the title of a container once a line of writing fits in it, None without a pill."""
    plate = next((part for part in box.parts if isinstance(part, Plate) and part.role == "pill"), None)
    said = _lettering(box, "pill")
    if plate is None or said is None:
        return None
    rect, wording = rect_of(plate.rect), said.text
    pen, brush, ink = inks.pen(plate.stroke), inks.brush(plate.fill), inks.pen(said.colour)

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        area = transform.mapRect(rect)
        room = area.width() - 2 * _MARGIN
        if area.height() < SMALLEST + 1 or room < _LEAST:
            return
        shown = written(wording, SMALLEST, 500, room, dots)
        painter.setWorldTransform(QTransform())
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        spare = QPointF(shown.width, shown.height) / 2
        shown.paint(painter, ink, rounded(area.center() - spare))
        painter.setWorldTransform(transform)

    return paint


@dataclass(frozen=True, slots=True)
class Room:
    """Where a title has room in a container: its rectangle, and how far below its top the first things begin.

    `near` is the first thing of any kind, `far` the first one that is no container: their strips may be covered.
    """

    rect: QRectF
    near: float
    far: float


def far_title(box: Box, inks: Inks, room: Room, dots: float = 96.0) -> Stroke | None:
    """What paints the title of a container seen from very far, where it hides least of what the container holds.

    In its strip where that is high enough, else over the strips of the containers inside it, else in the middle
    of a container so small that what it holds cannot be told apart.
    """
    title = _lettering(box, "title")
    if title is None:
        return None
    pen, name = inks.pen(title.colour), one_line(box.title)
    fills = {part.role: part.fill for part in box.parts if isinstance(part, Plate) and part.fill}
    has_strip = "header" in fills
    brush = inks.brush(fills.get("header") or fills.get("outline") or "panel")

    def paint(painter: QPainter) -> None:
        transform = painter.worldTransform()
        area, zoom = transform.mapRect(room.rect), transform.m11()
        spot, how = _spot(area, room.near * zoom, room.far * zoom)
        if how == "nowhere":
            return
        shown = written(name, _fitting(spot.height()), 600, spot.width(), dots)
        at = middle_left(spot, shown)
        if how == "middle":
            at.setX(area.center().x() - shown.width / 2)
        painter.setWorldTransform(QTransform())
        painter.setPen(NO_PEN)
        painter.setBrush(brush)
        if how != "strip":
            painter.drawRoundedRect(QRectF(at.x() - 3, spot.top(), shown.width + 6, spot.height()), 2, 2)
        elif has_strip:
            painter.drawRect(QRectF(area.left() + 1, spot.top() + 1, area.width() - 2, spot.height() - 2))
        shown.paint(painter, pen, rounded(at))
        painter.setWorldTransform(transform)

    return paint


def _spot(
    area: QRectF, near: float, far: float
) -> tuple[QRectF, Literal["strip", "over", "middle", "nowhere"]]:
    """The pixels for the title in a container on the screen, and what is there."""
    room, left = area.width() - 2 * _MARGIN + 2, area.left() + _MARGIN - 2
    high = SMALLEST + 3
    if room >= _LEAST and near >= BAND:
        return QRectF(left, area.top(), room, min(near, 16.0)), "strip"
    if room >= _LEAST and far >= SMALLEST + 2:
        return QRectF(left, area.top() + 1, room, min(far - 2, 13.0)), "over"
    if room >= _LEAST and 1.5 * high <= area.height() < _SMALL:
        return QRectF(left, area.center().y() - high / 2, room, high), "middle"
    return QRectF(), "nowhere"


def _fitting(strip: float) -> float:
    """The size of writing for a strip of a height in pixels."""
    return min(max(float(round(strip - 1.5)), SMALLEST), LARGEST)


def _lettering(box: Box, role: str) -> Lettering | None:
    return next((part for part in box.parts if isinstance(part, Lettering) and part.role == role), None)
