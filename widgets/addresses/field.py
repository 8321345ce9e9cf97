"""The field: the rows of a frame, painted once a frame and walked by mouse and keys."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from planners.addresses import Block
from widgets.addresses.figures import Cell, Figure, figures, free_figures
from widgets.addresses.painting import FigurePainter
from widgets.addresses.rows import Rows, rows_in
from widgets.lettering import RIGHT, letter
from widgets.look import Look
from workbench.planning.address_map import AddressMap, Claim, Frame, Space, frame_of
from workbench.planning.address_map.said import per_cent, told, told_free
from workbench.texts import Text

HEADS: Final = 116
SHARES: Final = 64
LEAST: Final = 6
"""Pixels under which something picked elsewhere is brought nearer."""
NOTCH: Final = 120


class _Painted(NamedTuple):
    rows: Rows
    shown: list[Figure]
    free: list[Figure]
    pixels: QPixmap


class Field(QWidget):
    """Shows a frame of a space. `walked` tells what is picked, `pointed` what is under the pointer, `framed` the frame."""

    walked = Signal(object)
    pointed = Signal(object)
    framed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.made: AddressMap | None = None
        self.space: Space | None = None
        self.frame: Frame | None = None
        self.current: Cell | None = None
        self._painted: _Painted | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 180)

    def show_map(self, made: AddressMap, space: Space, frame: Frame) -> None:
        """Shows a frame of a map."""
        moved = frame != self.frame
        self.made, self.space, self.frame = made, space, frame
        self.forget()
        if moved:
            self.framed.emit()

    def forget(self) -> None:
        """Paints anew: map, size, language or theme are others now."""
        self._painted = None
        self.update()

    def go(self, frame: Frame) -> None:
        """Goes to another frame of the space."""
        if self.made and self.space:
            self.show_map(self.made, self.space, frame)

    def pick(self, cell: Cell | None) -> None:
        """Picks a block and tells so."""
        self.current = cell
        self.update()
        self.walked.emit(cell)

    def bring(self, block: Block) -> None:
        """Sees to it that a block can be seen: nearer, where it would be too small, and nothing moves where it is not."""
        if self.space and self.frame:
            rect = self._now().rows.rect(block)
            if rect is None or rect.width() < LEAST:
                around = block.enclosing(min(4, self.space.block.bits - block.bits))
                self.go(frame_of(self.space.block, around))

    def fit(self) -> None:
        """Shows all of the space."""
        if self.space:
            self.go(frame_of(self.space.block, self.space.block))

    def zoom(self, steps: int, address: int | None = None) -> None:
        """Nearer by some doublings around an address, or further away."""
        if self.frame is None:
            return
        at = (
            address
            if address is not None
            else (self.current.block.base if self.current else self.frame.first)
        )
        if not self.frame.first <= at < self.frame.end:
            at = self.frame.first
        self.go(self.frame.inwards(at, steps) if steps > 0 else self.frame.outwards(-steps))

    def cell_at(self, point: QPointF) -> Cell | None:
        """The innermost block under a point."""
        address = self._now().rows.address(point) if self.frame else None
        if address is None or self.space is None:
            return None
        held = [claim for claim in self.space.at(address) if claim.use != "pool"]
        return held[-1] if held else self.space.tile_at(address)

    def said(self, cell: Cell) -> Text:
        """What is told of a block."""
        assert self.made
        assert self.space
        return told(self.made, self.space, cell) if isinstance(cell, Claim) else told_free(self.made, cell)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (cell := self.cell_at(event.position())):
            self.pick(cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._enter()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit(self.cell_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = round(event.angleDelta().y() / NOTCH)
        if self.frame is None or not notches:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(2 * notches, self._now().rows.address(event.position()))
        else:
            self.go(self.frame.moved(-notches))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, frame = event.key(), self.frame
        if frame is None or not self._walks(Qt.Key(key), frame):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.frame is None:
            painter.fillRect(self.rect(), look.colour("panel"))
            return
        now = self._now()
        painter.drawPixmap(0, 0, now.pixels)
        rect = now.rows.rect(self.current.block) if self.current else None
        if rect is not None:
            rect.setWidth(max(rect.width(), 3.0))
            painter.setPen(look.pen("accent", 2.5))
            painter.drawRect(rect.adjusted(-1, -1, 1, 1))
        if self.hasFocus():
            painter.setPen(look.pen("accent", 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _walks(self, key: Qt.Key, frame: Frame) -> bool:
        """Does what a key asks for; False where it asks for nothing here."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._climb(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace) and not frame.is_whole:
            self.zoom(-4)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.go(frame.moved(frame.rows if key == Qt.Key.Key_PageDown else -frame.rows))
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.space and self.current:
            self.go(frame_of(self.space.block, self.current.block))

    def _step(self, by: int) -> None:
        """To the block behind or before the picked one, in the order of addresses and from the outside in."""
        now = self._now()
        seen = [one.cell for one in (*now.free, *now.shown) if not one.joined and _is_stop(one.cell)]
        places = sorted(
            {(cell.block.base, -cell.block.bits): cell for cell in seen}.items(), key=lambda one: one[0]
        )
        if not places:
            return
        keys = [place for place, _ in places]
        if self.current is None:
            self.pick(places[0 if by > 0 else -1][1])
            return
        here = (self.current.block.base, -self.current.block.bits)
        at = bisect_right(keys, here) if by > 0 else bisect_right(keys, here) - 1 - (here in keys)
        self.pick(places[min(max(at, 0), len(places) - 1)][1])

    def _climb(self, by: int) -> None:
        """To what stands in the row above or below; at the edge the frame moves on."""
        now, block = self._now(), self.current.block if self.current else None
        rect = now.rows.rect(block) if block else None
        if rect is None:
            self._step(by)
            return
        y = now.rows.row(rect.bottom() - 1 if by > 0 else rect.top() + 1)
        row = (y or 0) + by
        if not 0 <= row < now.rows.frame.rows:
            self.go(now.rows.frame.moved(by))
            return
        cell = self.cell_at(QPointF(rect.center().x(), now.rows.ground(row).center().y()))
        self.pick(cell)

    def _now(self) -> _Painted:
        if self._painted is None or self._painted.pixels.devicePixelRatioF() != self.devicePixelRatioF():
            self._painted = self._paint()
        return self._painted

    def _paint(self) -> _Painted:
        assert self.made
        assert self.space
        assert self.frame
        ratio = self.devicePixelRatioF()
        area = QRectF(HEADS, 8, max(self.width() - HEADS - SHARES, 40), max(self.height() - 12, 40))
        rows = rows_in(area, self.frame)
        shown, free = figures(self.made, self.space, rows), list(free_figures(self.space, rows))
        pixels = QPixmap(self.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(self._look.colour("panel"))
        painter = QPainter(pixels)
        self._paint_rows(painter, rows)
        FigurePainter(painter, self.made, self._look, ratio, rows).paint(shown, free)
        painter.end()
        return _Painted(rows, shown, free, pixels)

    def _paint_rows(self, painter: QPainter, rows: Rows) -> None:
        look, space = self._look, self.space
        assert space
        for at in range(rows.frame.rows):
            ground, block = rows.ground(at), rows.frame.row(at)
            painter.fillRect(ground, look.colour("sunken"))
            painter.setPen(look.pen("line"))
            for quarter in (0.25, 0.5, 0.75):
                x = ground.left() + quarter * ground.width()
                painter.drawLine(QPointF(x, ground.top()), QPointF(x, ground.bottom()))
            head = QRectF(10, ground.top(), HEADS - 18, ground.height())
            letter(painter, head, str(block), look.colour("text2"), size=11)
            share = per_cent(space.free_in(block).addresses, block.size)
            tail = QRectF(ground.right() + 4, ground.top(), SHARES - 12, ground.height())
            letter(painter, tail, share, look.colour("text3"), size=11, align=RIGHT)


def _is_stop(cell: Cell) -> bool:
    return not isinstance(cell, Claim) or cell.use != "pool"
