"""Traffic: between the boxes of a sheet, what passes and is not wanted, and what is wanted and does not pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.canvas.apart import Laid, shares
from widgets.canvas.legs import straight
from widgets.lettering import CENTRE, letter, width_of
from widgets.matrix.signs import SIGNS, paint_ground, paint_shape
from widgets.painting.detail import is_container
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box, Drawing, Plate
from workbench.model.element import ElementId
from workbench.reachability.matrix import State

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

ASIDE: Final = 7.0
"""Pixels by which a line stands beside the middle, so that the two directions of a pair lie side by side."""
NAME: Final = 18.0
"""Pixels at the top of a container that its name takes at least."""
HIGH: Final = 18.0
SHAPE: Final = 10.0
WIDE: Final = 1.8


class Pair(NamedTuple):
    """Somebody who sends and somebody who receives: whether that differs from what is wanted, and the ports in words."""

    source: ElementId
    target: ElementId
    state: State
    ports: str


class Traffic:
    """The pairs that differ, painted over the figures until they are taken away."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._pairs: tuple[Pair, ...] = ()
        self._shares: tuple[object, Drawing | None, list[float]] = (None, None, [])

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs whose boxes both stand on the sheet, in the order they are painted."""
        return tuple(pair for pair, _, _ in self._placed())

    def show(self, pairs: Iterable[Pair]) -> None:
        """Shows these pairs in place of those before; none takes all away."""
        self._pairs = tuple(pairs)
        self.follow()
        if not self._pairs:
            self._canvas.picture.dim_lines(self._canvas.above.light.is_on)
        self._canvas.viewport().update()

    def follow(self) -> None:
        """Keeps the sheet's own lines back, in a picture that is shown anew too."""
        if self._pairs:
            self._canvas.picture.dim_lines(True)

    def paint(self, painter: QPainter) -> None:
        """Paints the lines, then the badges, in pixels of the view."""
        placed = [(pair, *self._ends(one, other)) for pair, one, other in self._placed()]
        for pair, start, end in placed:
            self._paint_line(painter, pair, start, end)
        for (pair, start, end), share in zip(placed, self._shares_of(placed), strict=True):
            self._paint_badge(painter, pair, start + (end - start) * share)

    def _shares_of(self, placed: list[tuple[Pair, QPointF, QPointF]]) -> list[float]:
        """Where on their lines the badges stand; found anew where zoom, drawing or pairs are others."""
        canvas = self._canvas
        known = (canvas.zoom, self._pairs, len(placed))
        if self._shares[0] != known or self._shares[1] is not canvas.drawing:
            badges = [Laid(start, end, QSizeF(_width(pair), HIGH)) for pair, start, end in placed]
            self._shares = known, canvas.drawing, shares(badges, self._names())
        return self._shares[2]

    def _names(self) -> Iterator[QRectF]:
        """Where names stand, in pixels: at the top of what holds others, anywhere in what does not."""
        to_view, drawing = self._canvas.to_view(), self._canvas.drawing
        for box in drawing.boxes if drawing else ():
            rect = to_view.mapRect(rect_of(box.rect))
            if is_container(box):
                plates = [
                    part.rect for part in box.parts if isinstance(part, Plate) and part.role == "header"
                ]
                rect.setHeight(max([NAME, *(plate.h * to_view.m11() for plate in plates)]))
            yield rect

    def _placed(self) -> Iterator[tuple[Pair, Box, Box]]:
        drawing = self._canvas.drawing
        if drawing is None:
            return
        for pair in self._pairs:
            boxes = [
                self._canvas.places.box(key)
                for id in (pair.source, pair.target)
                for key in drawing.places.get(id, (id,))[:1]
                if key in drawing.by_key
            ]
            if len(boxes) == 2 and boxes[0] and boxes[1]:
                yield pair, boxes[0], boxes[1]

    def _ends(self, one: Box, other: Box) -> tuple[QPointF, QPointF]:
        """From border to border in pixels, a little to the right of the way."""
        start, end = (self._canvas.to_view().map(point) for point in straight(one, other))
        way = end - start
        length = hypot(way.x(), way.y()) or 1.0
        aside = QPointF(-way.y() / length * ASIDE, way.x() / length * ASIDE)
        return start + aside, end + aside

    def _paint_line(self, painter: QPainter, pair: Pair, start: QPointF, end: QPointF) -> None:
        inks, sign = self._canvas.inks, SIGNS[pair.state]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(inks.colour("panel"), WIDE + 3))
        painter.drawLine(start, end)
        pen = QPen(inks.colour(sign.ink), WIDE)
        if pair.state != "open":
            pen.setDashPattern([1.0, 2.0] if pair.state == "unknown" else [4.0, 2.5])
        painter.setPen(pen)
        painter.drawLine(start, end)
        self._paint_head(painter, sign.ink, start, end)

    def _paint_head(self, painter: QPainter, ink: str, start: QPointF, end: QPointF) -> None:
        way = end - start
        length = hypot(way.x(), way.y()) or 1.0
        along = QPointF(way.x() / length, way.y() / length)
        across = QPointF(-along.y(), along.x())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._canvas.inks.colour(ink))
        painter.drawPolygon([end, end - along * 9 + across * 4.5, end - along * 9 - across * 4.5])

    def _paint_badge(self, painter: QPainter, pair: Pair, middle: QPointF) -> None:
        inks, width = self._canvas.inks, _width(pair)
        rect = QRectF(middle.x() - width / 2, middle.y() - HIGH / 2, width, HIGH)
        painter.fillRect(rect, inks.colour("panel"))
        paint_ground(painter, rect, pair.state, inks)
        paint_shape(painter, QPointF(rect.left() + 5 + SHAPE / 2, middle.y()), SHAPE, pair.state, inks)
        if pair.ports:
            room = QRectF(rect.left() + SHAPE + 9, rect.top(), width - SHAPE - 12, HIGH)
            letter(painter, room, pair.ports, inks.colour("text"), size=10.5, weight=600, align=CENTRE)


def _width(pair: Pair) -> float:
    """The width of a badge: its shape, and its ports where there are any."""
    return SHAPE + 10 + (width_of(pair.ports, 10.5, 600) + 5 if pair.ports else 0.0)
