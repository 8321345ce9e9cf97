"""The tree's view: rows with a bar at the selected one, twisties, and a frame for the keys' place."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from widgets.look import Look

INDENT: Final = 14


class Tree(QTreeView):
    """A tree of rows of one height."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self._under = QPersistentModelIndex()

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row's ground, then branches and content."""
        whole = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        if self.selectionModel().isSelected(cast("QModelIndex", index)):
            painter.fillRect(whole, self._look.colour("accent-bg"))
            painter.fillRect(QRect(0, whole.top(), 2, whole.height()), self._look.colour("accent"))
        elif index == self._under:
            painter.fillRect(whole, self._look.colour("hover"))
        super().drawRow(painter, options, index)
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(self._look.pen("accent", 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(whole).adjusted(2.5, 1.5, -2.5, -1.5), 3, 3)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A triangle where rows stand below: right when folded, down when open."""
        if not self.model().hasChildren(cast("QModelIndex", index)):
            return
        x, y = rect.right() - INDENT / 2 + 1.5, QRectF(rect).center().y()
        open_ = self.isExpanded(cast("QModelIndex", index))
        corners = (
            [(-3.0, -1.5), (3.0, -1.5), (0.0, 2.5)] if open_ else [(-1.5, -3.0), (-1.5, 3.0), (2.5, 0.0)]
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("text3"))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        painter.restore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._under = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._under = QPersistentModelIndex()
        self.viewport().update()
        super().leaveEvent(event)  # type: ignore[arg-type]
