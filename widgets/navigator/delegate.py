"""Paints a row of the tree: symbol, name, and at the right what counts or what is wrong."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from widgets.lettering import RIGHT, letter, width_of
from widgets.look import Look
from widgets.marks import MARK_INKS
from widgets.navigator.model import MARK, MARK_BELOW, META, SYMBOL
from widgets.symbols import symbol

ROW: Final = 24
LEAST_NAME: Final = 96
BAR: Final = 3.0
ASIDE: Final = 6.0
"""From the bar of a selected row to its symbol."""


def paint_chosen(painter: QPainter, row: QRectF, look: Look) -> None:
    """The bar at the left of a row that is selected: its ground alone is too faint to be told by everybody."""
    painter.fillRect(QRectF(row.left(), row.top(), BAR, row.height()), look.colour("accent"))


class RowDelegate(QStyledItemDelegate):
    """Rows of 24: symbol 15, name, right-aligned meta, mark 12."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        # A tree paints the whole row, indent included, itself.
        in_tree = isinstance(self.parent(), QTreeView)
        if chosen and not in_tree:
            painter.fillRect(rect, self._look.colour("accent-bg"))
        if chosen:
            paint_chosen(painter, rect.translated(-ASIDE if in_tree else 0, 0), self._look)
        if not in_tree:
            rect.setLeft(rect.left() + ASIDE)
        ratio = painter.device().devicePixelRatioF()
        middle = rect.center().y()
        picture = symbol(index.data(SYMBOL), 15, "text2", self._look.theme, ratio)
        painter.drawPixmap(round(rect.left()), round(middle - 7.5), picture)
        right = rect.right() - 12
        mark = index.data(MARK) or (None if self._is_open(index) else index.data(MARK_BELOW))
        if mark:
            right -= 13
            spot = symbol(f"mark-{mark}", 13, MARK_INKS[mark], self._look.theme, ratio)
            painter.drawPixmap(round(right), round(middle - 6.5), spot)
            right -= 6
        meta = index.data(META)
        name = index.data(Qt.ItemDataRole.DisplayRole)
        left = rect.left() + 21
        room = right - left
        wanted = width_of(meta, 11) if meta else 0
        # Half a number helps nobody: it stands whole beside a readable name, or not at all.
        if meta and wanted + min(width_of(name), LEAST_NAME) + 8 <= room:
            where = QRectF(right - wanted - 1, rect.top(), wanted + 1, rect.height())
            letter(painter, where, meta, self._look.colour("text3"), size=11, align=RIGHT)
            right -= wanted + 8
        where = QRectF(left, rect.top(), right - left, rect.height())
        letter(painter, where, name, self._look.colour("text"), weight=500 if chosen else 400)

    def _is_open(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        return isinstance(view, QTreeView) and view.isExpanded(cast("QModelIndex", index))
