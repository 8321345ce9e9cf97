"""Paints the cells of the matrix: those that look alike are painted once and copied."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from widgets.matrix.model import MatrixTable
from widgets.matrix.signs import SIGNS, paint_ground, paint_shape
from widgets.matrix.squares import Squares, fade, squares_of
from workbench.reachability.matrix import STATES, Codes, State

ROOMY: Final = 44
"""From this width on words are a size larger."""
ASIDE: Final = 4
"""What a word leaves free beside it, so that it does not touch a frame."""
MOST: Final = 2048
"""How many different cells are kept as pixels."""


class CellDelegate(QStyledItemDelegate):
    """One for all cells; small ones are painted all at once by `paint_squares`."""

    def __init__(self, look: Look, table: MatrixTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._table = look, table
        self.wanted: Collection[State] = ()
        self._kept: dict[tuple[int, str], QPixmap] = {}
        self._size: tuple[int, int, float] = (0, 0, 0.0)
        self._squares: Squares | None = None

    def forget(self) -> None:
        """Paints every cell anew: language, theme or what is looked for are others now."""
        self._kept.clear()
        self._squares = None

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect
        row, column = index.row(), index.column()
        key = (int(self._table.codes[row, column]), self._table.lettering(row, column))
        size = (rect.width(), rect.height(), painter.device().devicePixelRatioF())
        if size != self._size or len(self._kept) > MOST:
            self._kept.clear()
            self._size = size
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._painted(STATES[key[0]], key[1])
        painter.drawPixmap(rect.topLeft(), found)

    def paint_squares(self, painter: QPainter, corner: QPoint, cell: int, codes: Codes) -> None:
        """Paints small square cells from a corner on."""
        ratio = painter.device().devicePixelRatioF()
        if self._squares is None or self._size != (cell, cell, ratio):
            self._squares = squares_of(cell, ratio, self._look, self.wanted)
            self._size = (cell, cell, ratio)
            self._kept.clear()
        self._squares.paint(painter, corner, codes)

    def _painted(self, state: State, wording: str) -> QPixmap:
        width, height, ratio = self._size
        pixels = QPixmap(round(width * ratio), round(height * ratio))
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(self._look.colour("panel"))
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(0, 0, width - 1, height - 1)
        paint_cell(painter, rect, state, wording, self._look)
        if self.wanted and state not in self.wanted and state != "own":
            fade(painter, rect, self._look)
        painter.setOpacity(1)
        line = self._look.colour("line")
        painter.fillRect(QRectF(width - 1, 0, 1, height), line)
        painter.fillRect(QRectF(0, height - 1, width, 1), line)
        painter.end()
        return pixels


def paint_cell(painter: QPainter, rect: QRectF, state: State, wording: str, look: Look) -> None:
    """A cell that has room for its shape, and below it for a word or ports."""
    paint_ground(painter, rect, state, look)
    middle, size = rect.center(), 11 if rect.width() >= ROOMY else 10
    heavy = 600 if state in ("open", "shut", "partial") else 400
    if state == "own":
        letter(painter, rect, wording, look.colour("text3"), size=size, align=CENTRE)
        return
    if not wording or width_of(wording, size, heavy) > rect.width() - ASIDE:
        # Half a word helps nobody: the shape says it, and the line below the cells says all of it.
        paint_shape(painter, middle, 12, state, look)
        return
    shape = min(12.0, rect.height() * 0.34)
    paint_shape(painter, QPointF(middle.x(), rect.top() + rect.height() * 0.33), shape, state, look)
    below = QRectF(rect.left() + 1, rect.top() + rect.height() * 0.54, rect.width() - 2, rect.height() * 0.4)
    ink = look.colour(SIGNS[state].ink if heavy > 400 else "text2")
    letter(painter, below, wording, ink, size=size, weight=heavy, align=CENTRE)
