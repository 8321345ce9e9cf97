"""The cells of the matrix with their heads: scrolled, walked and pointed at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from widgets.look import Look
from widgets.matrix.delegate import CellDelegate
from widgets.matrix.heads import ColumnHead, Corner, Head, RowHead
from widgets.matrix.model import Index, MatrixTable, Places
from widgets.matrix.zoom import CELL, CLOSE, WORDS_FROM, Zoom, fitting, larger, smaller
from workbench.model.element import ElementId

LEAST_FRAME: Final = 11
"""How wide the frame of the current cell is at least."""
ZOOMING: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
VERTICAL, HORIZONTAL = Qt.Orientation.Vertical, Qt.Orientation.Horizontal


class Grid(QTableView):
    """A table of cells; `drilled` tells the places of the two parties that were picked."""

    told = Signal()
    drilled = Signal(int, int)
    zoomed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.hover = QModelIndex()
        self._at: tuple[ElementId, ElementId] = ("", "")
        self.zoom = CELL
        self.table = MatrixTable(look, self)
        self.delegate = CellDelegate(look, self.table, self)
        self.corner = Corner(look, self)
        self.heads: tuple[Head, Head] = (
            RowHead(VERTICAL, self.table, self, look, self),
            ColumnHead(HORIZONTAL, self.table, self, look, self),
        )
        self._dress()
        self.setVerticalHeader(self.heads[0])
        self.setHorizontalHeader(self.heads[1])
        self.setModel(self.table)
        self.setItemDelegate(self.delegate)
        self._size_cells()
        self.entered.connect(self._point)
        self.viewportEntered.connect(lambda: self._point(QModelIndex()))

    def lit(self, orientation: Qt.Orientation) -> tuple[int, int]:
        """The current row or column and the one under the pointer; -1 where there is none."""
        here, under = self.currentIndex(), self.hover
        return (here.row(), under.row()) if orientation == VERTICAL else (here.column(), under.column())

    def arrange(self, rows: Places, columns: Places, turned: bool) -> None:
        """Shows these parties; the current cell stays on its two, and turned round what was in sight stays in sight."""
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        sizes, is_other = (self.zoom.high, self.zoom.wide), turned != self.table.turned
        shares = [bar.value() / size for bar, size in zip(bars, sizes, strict=True)]
        self._keeping(lambda: self.table.arrange(rows, columns, turned))
        self.corner.tell(turned)
        if is_other:
            self.updateGeometries()
            for bar, size, share in zip(bars, sizes, reversed(shares), strict=True):
                bar.setValue(round(share * size))

    def retell(self) -> None:
        """Paints everything in the present language and theme."""
        self.delegate.forget()
        self.corner.tell(self.table.turned)
        for part in (self, *self.heads):
            part.viewport().update()

    def zoom_in(self, at: QPoint | None = None) -> None:
        """Larger cells; what lies under a point stays there."""
        self.zoom_to(larger(self.zoom), at)

    def zoom_out(self, at: QPoint | None = None) -> None:
        """Smaller cells, and several parties a pixel in the end."""
        self.zoom_to(smaller(self.zoom, max(len(self.table.rows), len(self.table.columns))), at)

    def fit(self) -> None:
        """Every party in sight, no larger than cells are at first."""
        room = self.maximumViewportSize()
        columns, rows = len(self.table.columns), len(self.table.rows)
        self.zoom_to(fitting(columns, rows, room.width(), room.height()))

    def zoom_to(self, zoom: Zoom, at: QPoint | None = None) -> None:
        """Cells of a size around a point, else around the middle."""
        if zoom == self.zoom:
            return
        at = at or self.viewport().rect().center()
        before = self.zoom
        across = (self.horizontalOffset() + at.x()) * before.step / before.wide
        down = (self.verticalOffset() + at.y()) * before.step / before.high
        self.zoom, self.hover = zoom, QModelIndex()
        if zoom.step != self.table.step:
            self._keeping(lambda: self.table.gather(zoom.step))
        self._size_cells()
        self.horizontalScrollBar().setValue(round(across / zoom.step * zoom.wide - at.x()))
        self.verticalScrollBar().setValue(round(down / zoom.step * zoom.high - at.y()))
        self.zoomed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in ENTER:
            self._drill(self.currentIndex())
        elif control and key in ZOOMING:
            (self.fit, self.zoom_in, self.zoom_out)[ZOOMING[key]]()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, typed: str) -> None:
        """Letters mean nothing here: Qt would ask every cell of a column for its wording."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            step = self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out
            step(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drill(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_in_sight = QRect(QPoint(), event.oldSize()).contains(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self.updateGeometries()
        if was_in_sight and self.currentIndex().isValid():
            # What a panel beside the cells was opened for is not to be covered by it.
            self.scrollTo(self.currentIndex())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        edge, (rows, columns) = self.frameWidth(), self.heads
        self.corner.setGeometry(edge, edge, rows.width(), columns.height())
        self.corner.raise_()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        # Where the keys have walked on, what happens to lie under the pointer is not meant.
        self.hover = QModelIndex()
        if current.isValid():
            source, target = self.table.ends(current.row(), current.column())
            self._at = self.table.parties[source].id, self.table.parties[target].id
        self._light()
        if self.zoom.wide < WORDS_FROM:
            self.viewport().update()
        self.told.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.zoom.wide >= WORDS_FROM:
            super().paintEvent(event)
        else:
            self._paint_small(event.rect())
        self._paint_frame(event.rect())

    def _paint_small(self, part: QRect) -> None:
        """Cells without words, all that a part of the view shows at once."""
        painter, cell = QPainter(self.viewport()), self.zoom.wide
        painter.fillRect(part, self._look.colour("panel"))
        left, top = self.horizontalOffset(), self.verticalOffset()
        row, column = (part.top() + top) // cell, (part.left() + left) // cell
        below, beside = (part.bottom() + top) // cell + 1, (part.right() + left) // cell + 1
        codes = self.table.codes[row:below, column:beside]
        if codes.size:
            self.delegate.paint_squares(painter, QPoint(column * cell - left, row * cell - top), cell, codes)

    def _paint_frame(self, part: QRect) -> None:
        """The frame of the current cell: heavy where the keys go."""
        rect = QRectF(self.visualRect(self.currentIndex()))
        spare = max(LEAST_FRAME - rect.width(), 0) / 2
        if rect.isEmpty() or not rect.adjusted(-spare, -spare, spare, spare).intersects(QRectF(part)):
            return
        painter, heavy = QPainter(self.viewport()), 2.0 if self.hasFocus() else 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.pen("accent", heavy))
        rect.adjust(heavy / 2 - spare, heavy / 2 - spare, spare - 1 - heavy / 2, spare - 1 - heavy / 2)
        painter.drawRoundedRect(rect, 2, 2)

    def _dress(self) -> None:
        self.setProperty("role", "list")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setCornerWidget(QWidget(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _size_cells(self) -> None:
        for head, size in zip(self.heads, (self.zoom.high, self.zoom.wide), strict=True):
            head.setDefaultSectionSize(size)
        self.updateGeometries()

    def _keeping(self, change: Callable[[], None]) -> None:
        """Makes a change and is on the cell of the same two parties then, without scrolling there."""
        self.hover = QModelIndex()
        change()
        places = {party.id: place for place, party in enumerate(self.table.parties)}
        source, target = (places.get(id) for id in self._at)
        place = None if source is None or target is None else self.table.place(source, target)
        if place:
            self.setAutoScroll(False)
            self.setCurrentIndex(self.table.index(*place))
            self.setAutoScroll(True)

    def _drill(self, index: QModelIndex) -> None:
        """Tells the two parties of a cell; where several share it, goes nearer first."""
        if not index.isValid():
            return
        if self.table.step > 1:
            at = self.visualRect(index).center()
            self.zoom_to(CLOSE, at)
        else:
            self.drilled.emit(*self.table.ends(index.row(), index.column()))

    def _point(self, index: QModelIndex) -> None:
        if index != self.hover:
            self.hover = index
            self._light()
            self.told.emit()

    def _light(self) -> None:
        for head in self.heads:
            head.viewport().update()
