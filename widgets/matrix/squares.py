"""Many small cells at once: every state is a square of pixels, and numpy lays them where the codes say."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from widgets.look import Look
from widgets.matrix.signs import SIGNS, paint_ground, paint_shape
from workbench.reachability.matrix import STATES, Codes, State

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint32]]
FADED: Final = 0.22
"""How much is left of a cell whose state is not among those that are looked for."""
SHAPES_FROM: Final = 10
"""Narrower cells have their colour alone."""


class Squares(NamedTuple):
    """The pixels of each state by its code, the pixels of a cell's side, and those of the screen to each of ours."""

    pixels: Pixels
    side: int
    ratio: float

    def paint(self, painter: QPainter, corner: QPoint, codes: Codes) -> None:
        """Paints the cells of these codes from a corner on."""
        rows, columns = codes.shape
        laid = self.pixels[codes].transpose(0, 2, 1, 3)
        flat = np.ascontiguousarray(laid).reshape(rows * self.side, columns * self.side)
        image = QImage(flat.data, flat.shape[1], flat.shape[0], flat.strides[0], QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.ratio)
        painter.drawImage(QPointF(corner), image)


def squares_of(cell: int, ratio: float, look: Look, wanted: Collection[State]) -> Squares:
    """The squares of cells so many pixels wide; all but the wanted states are faded, none where none is wanted."""
    side = max(round(cell * ratio), 1)
    painted = [
        _square(state, cell, side, look, bool(wanted) and state not in wanted and state != "own")
        for state in STATES
    ]
    return Squares(np.stack(painted), side, side / cell)


def fade(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Lets little through of what is painted already: painting it pale would show where its lines cross."""
    painter.setOpacity(1 - FADED)
    painter.fillRect(rect, look.colour("panel"))


def _square(state: State, cell: int, side: int, look: Look, faded: bool) -> Pixels:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(look.colour("panel"))
    image.setDevicePixelRatio(side / cell)
    painter = QPainter(image)
    rect = QRectF(0, 0, cell, cell)
    if cell < SHAPES_FROM:
        painter.fillRect(rect, look.colour(SIGNS[state].dense))
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(0, 0, -1, -1)
        paint_ground(painter, inner, state, look)
        middle = QPointF(inner.center().x(), inner.center().y())
        paint_shape(painter, middle, min(cell * 0.5, 12.0), state, look)
        painter.fillRect(QRectF(cell - 1, 0, 1, cell), look.colour("line"))
        painter.fillRect(QRectF(0, cell - 1, cell, 1), look.colour("line"))
    if faded:
        fade(painter, rect, look)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(side, image.bytesPerLine() // 4)
    return rows[:, :side].copy()
