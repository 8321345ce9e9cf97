"""The field: the rows of a frame, painted once a frame and walked by mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from planners.addresses import Block
from widgets.addresses.acts import Acts
from widgets.addresses.figures import Cell
from widgets.addresses.ghosts import paint_ghost
from widgets.addresses.hands import Hands
from widgets.addresses.naming import Naming
from widgets.addresses.picture import Painted, Scene, painting
from widgets.addresses.rows import Rows, rows_in
from widgets.addresses.spoken import listen
from widgets.addresses.walking import walks
from widgets.look import Look
from widgets.marks import Marks
from widgets.qt.bubble import Bubble
from widgets.qt.slices import Slices
from workbench.edits.addressing import Proposal
from workbench.planning.address_map import AddressMap, Claim, Frame, Space, frame_of
from workbench.planning.address_map.said import told, told_free
from workbench.texts import Language, Text

HEADS: Final = {32: 116, 128: 156}
"""What the blocks of the rows have before them, by family."""
AXIS: Final = 22
"""The addresses above the rows."""
SHARES: Final = 64
LEAST: Final = 6
"""Pixels under which something picked elsewhere is brought nearer."""
NOTCH: Final = 120


class Field(QWidget):
    """Shows a frame of a space. `walked` tells what is picked, `pointed` what is under the pointer, `framed` the frame,
    `asked` where a menu is wanted, `announced` what is to be read, `painted` that
    another picture is shown."""

    walked = Signal(object)
    pointed = Signal(object)
    framed = Signal()
    asked = Signal(QPoint)
    announced = Signal(object)
    painted = Signal()

    def __init__(self, look: Look, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.acts = look, acts
        self.made: AddressMap | None = None
        self.space: Space | None = None
        self.frame: Frame | None = None
        self.current: Cell | None = None
        self.ghost: Proposal | None = None
        self.marks: Marks = {}
        self._painted: Painted | None = None
        self._rows: Rows | None = None
        self._stale, self._slices = True, Slices(self)
        self.bubble = Bubble(self, look)
        self.naming = Naming(look, self.bubble, self)
        self.hands = Hands(self)
        listen()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 150)

    @property
    def language(self) -> Language:
        """The language that names are typed in."""
        return self._look.language

    def show_map(self, made: AddressMap, space: Space, frame: Frame) -> None:
        """Shows a frame of a map."""
        moved, self.ghost = frame != self.frame, self.hands.ghost_over(made)
        self.made, self.space, self.frame = made, space, frame
        self.forget()
        if moved:
            self.framed.emit()

    def forget(self) -> None:
        """Paints anew: map, size, language or theme are others now."""
        self._rows, self._stale = None, True
        if self.frame and self.isVisible():
            self._slices.begin(self._painting())
        self.update()

    def go(self, frame: Frame) -> None:
        """Goes to another frame of the space."""
        if self.made and self.space:
            self.show_map(self.made, self.space, frame)

    def pick(self, cell: Cell | None) -> None:
        """Picks a block and tells so."""
        self.current = cell
        if not self.hands.is_pressed:
            self.open()
        self.update()
        self.walked.emit(cell)

    def bring(self, block: Block) -> None:
        """Sees to it that a block can be seen: nearer, where it would be too small, and nothing moves where it is not."""
        if self.space and self.frame:
            rect = self.rows.rect(block)
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
        if self._painted and not self._stale:
            for rect, claim in self._painted.labels:
                if rect.contains(point):
                    return claim
        address = self.rows.address(point) if self.frame else None
        if address is None or self.space is None:
            return None
        held = [claim for claim in self.space.at(address) if claim.use != "pool"]
        return held[-1] if held else self.space.tile_at(address)

    def said(self, cell: Cell) -> Text:
        """What is told of a block."""
        assert self.made
        assert self.space
        return told(self.made, self.space, cell) if isinstance(cell, Claim) else told_free(self.made, cell)

    def show_ghost(self, proposal: Proposal | None) -> None:
        """Shows what would come of a gesture; after it was done until the map is made anew."""
        self.ghost = proposal
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hands.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.enter()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hands.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.hands.cancel()
        at = QPointF(event.pos())
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.pick(self.cell_at(at))
        elif self.current and (rect := self.rows.rect(self.current.block)):
            at = rect.center()
        self.asked.emit(self.mapToGlobal(at.toPoint()))

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = round(event.angleDelta().y() / NOTCH)
        if self.frame is None or not notches:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(2 * notches, self.rows.address(event.position()))
        else:
            self.go(self.frame.moved(-notches))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        known = self.frame is not None and (self.hands.key(event) or walks(self, Qt.Key(event.key())))
        if not known:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hands.let_go_of_space()
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.forget()

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.hands.cancel()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        if self.frame is None:
            painter.fillRect(self.rect(), look.colour("panel"))
            return
        if self._painted is None or self._painted.pixels.devicePixelRatioF() != self.devicePixelRatioF():
            self.now()
        assert self._painted
        # While another picture is made the last one stays, and what is picked waits for its place.
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.drawPixmap(0, 0, self._painted.pixels)
        rect = self.rows.rect(self.current.block) if self.current and not self._stale else None
        if rect is not None:
            rect.setWidth(max(rect.width(), 3.0))
            painter.setPen(look.pen("accent", 2.5))
            painter.drawRect(rect.adjusted(-1, -1, 1, 1))
        if self.ghost:
            paint_ghost(painter, self.rows, self.ghost, look, self.devicePixelRatioF())
        if self.hasFocus():
            painter.setPen(look.pen("accent", 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def enter(self) -> None:
        """Goes to what is picked, and shows nothing else."""
        if self.space and self.current:
            self.go(frame_of(self.space.block, self.current.block))

    @property
    def rows(self) -> Rows:
        """Where the rows of the frame are."""
        if self._rows is None:
            assert self.frame
            heads = HEADS[self.frame.space.width]
            wide, high = self.width() - heads - SHARES, self.height() - AXIS - 4
            area = QRectF(heads, AXIS, max(wide, 40), max(high, 40))
            self._rows = rows_in(area, self.frame, self._opened())
        return self._rows

    def now(self) -> Painted:
        """The picture of the frame as it is, made to its end where it is not."""
        if self._stale or self._painted is None:
            self._slices.begin(self._painting())
            self._slices.finish()
        assert self._painted
        return self._painted

    def open(self) -> None:
        """Opens the row of what is picked, so that what stands in it can be named."""
        if self.frame and self._rows and self._opened() != self._rows.opened:
            self.forget()

    def _opened(self) -> int | None:
        """The row that holds what is picked."""
        current, frame = self.current, self.frame
        place = frame.place(current.block) if current and frame else None
        small = current is not None and frame is not None and current.block.bits <= frame.row_bits
        return place.top if place and small else None

    def _painting(self) -> Iterator[None]:
        assert self.made
        assert self.space
        scene = Scene(self.made, self.space, self.rows, self._look, self.size(), self.devicePixelRatioF())
        return painting(scene, self._put)

    def _put(self, painted: Painted) -> None:
        self._painted, self._stale = painted, False
        self.painted.emit()
        self.update()
