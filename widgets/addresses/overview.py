"""The overview: a whole space as 16 x 16 cells, with the window that the field shows drawn on it and moved in it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from planners.addresses import Block
from widgets.addresses.brushes import hatch
from widgets.lettering import RIGHT, letter
from widgets.look import Look
from workbench.planning.address_map import Fill, Frame, Space, frame_of
from workbench.planning.address_map.cells import ACROSS
from workbench.texts import text

EDGE: Final = 12
CELL: Final = 8
TOP: Final = 22
"""What is said above the grid."""
INKS: Final[dict[Fill, str]] = {
    "used": "accent",
    "spare": "accent-line",
    "planned": "accent-line",
    "room": "accent-line",
    "free": "sunken",
}
LEAST: Final = 5.0
"""Pixels that the window has at least."""


class Overview(QWidget):
    """`framed` tells which frame was asked for."""

    framed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._space: Space | None = None
        self._frame: Frame | None = None
        self._pixels: tuple[object, QPixmap] | None = None
        self.setFixedHeight(TOP + ACROSS * CELL + EDGE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, space: Space, frame: Frame) -> None:
        """Shows a space and the part of it that is looked at."""
        self._space, self._frame = space, frame
        self.setAccessibleName(self._look.said(text("Overview of {block}", block=str(space.block))))
        shown = text("The map shows {block}.", block=str(frame.block))
        self.setAccessibleDescription(self._look.said(shown))
        self.setToolTip(self._look.said(shown))
        self.update()

    def rect_of(self, block: Block) -> QRectF:
        """Where a block of the space lies on the grid."""
        assert self._space
        bits = max(self._space.block.bits - 8, 0)
        first = (block.base - self._space.block.base) / (1 << bits)
        count = block.size / (1 << bits)
        row, column = divmod(first, ACROSS)
        if count >= ACROSS:
            return self._area(0, row, ACROSS, count / ACROSS)
        return self._area(column, row, count, 1)

    def address_at(self, point: QPointF) -> int:
        """The address under a point, the nearest one beside the grid."""
        assert self._space
        bits = max(self._space.block.bits - 8, 0)
        column = min(max(int((point.x() - EDGE) // CELL), 0), ACROSS - 1)
        row = min(max(int((point.y() - TOP) // CELL), 0), ACROSS - 1)
        address = self._space.block.base + ((row * ACROSS + column) << bits)
        return min(address, self._space.block.end - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("panel"))
        if self._space is None or self._frame is None:
            return
        painter.drawPixmap(0, 0, self._grid(self._space))
        window = self.rect_of(self._frame.block)
        window.setWidth(max(window.width(), LEAST))
        painter.setPen(look.pen("text", 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(window.adjusted(-1.5, -1.5, 0.5, 0.5))

    def _go(self, at: QPointF) -> None:
        """To the window as large as now, a sixteenth of the space at most, that holds a point."""
        if self._space is None or self._frame is None:
            return
        space = self._space.block
        bits = min(self._frame.block.bits, max(space.bits - 4, 0))
        address = self.address_at(at)
        wanted = frame_of(space, Block(address >> bits << bits, bits, space.width))
        if wanted != self._frame:
            self.framed.emit(wanted)

    def _grid(self, space: Space) -> QPixmap:
        """The cells, painted once for each map and theme."""
        ratio = self.devicePixelRatioF()
        known = (id(space), self._look.theme, self._look.language, ratio, self.width())
        if self._pixels is None or self._pixels[0] != known:
            pixels = QPixmap(self.size() * ratio)
            pixels.setDevicePixelRatio(ratio)
            pixels.fill(self._look.colour("panel"))
            painter = QPainter(pixels)
            self._paint_title(painter, space)
            for at, fill in enumerate(space.cells):
                row, column = divmod(at, ACROSS)
                self._paint_cell(painter, self._area(column, row, 1, 1).adjusted(0, 0, -1, -1), fill, ratio)
            painter.end()
            self._pixels = (known, pixels)
        return self._pixels[1]

    def _paint_title(self, painter: QPainter, space: Space) -> None:
        """Which space it is, and how much a cell is."""
        look, room = self._look, QRectF(EDGE, 2, self.width() - 2 * EDGE, TOP - 4)
        length = space.block.length + min(8, space.block.bits)
        each = look.said(text("cells of /{length}", length=length))
        wide = letter(painter, room, each, look.colour("text3"), size=11, align=RIGHT)
        room = room.adjusted(0, 0, -wide - 4, 0)
        letter(painter, room, str(space.block), look.colour("text"), size=11, weight=600)

    def _paint_cell(self, painter: QPainter, rect: QRectF, fill: Fill, ratio: float) -> None:
        if fill in INKS:
            painter.fillRect(rect, self._look.colour(INKS[fill]))
        else:
            if fill == "declared":
                painter.fillRect(rect, self._look.colour("accent-line"))
            hatch(painter, rect, fill, self._look, ratio)
        if fill in ("spare", "room", "planned"):
            painter.fillRect(rect.adjusted(2, 2, -2, -2), self._look.colour("panel"))

    def _area(self, column: float, row: float, wide: float, high: float) -> QRectF:
        return QRectF(EDGE + column * CELL, TOP + row * CELL, wide * CELL, high * CELL)
