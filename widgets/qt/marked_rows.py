"""Lists whose rows begin with a mark and a word: how bad a row is, is said by both and never by colour alone."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from widgets.lettering import letter
from widgets.look import Look
from widgets.navigator.delegate import paint_chosen
from widgets.qt.headed_table import HeadedTable, Index, headed_view
from widgets.symbols import symbol

MARK: Final = int(Qt.ItemDataRole.UserRole)
ROW: Final = 26


class RowMark(NamedTuple):
    """The symbol before the first word of a row, and its colour."""

    symbol: str
    ink: str


class MarkedDelegate(QStyledItemDelegate):
    """Paints every cell of such a list."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect = self._look, QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, look.colour("accent-bg" if chosen else "panel"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
        left = 6.0
        mark: RowMark | None = index.data(MARK)
        if index.column() == 0 and mark is not None:
            if chosen:
                paint_chosen(painter, rect, look)
            ratio = painter.device().devicePixelRatioF()
            spot = symbol(mark.symbol, 14, mark.ink, look.theme, ratio)
            painter.drawPixmap(round(rect.left() + 10), round(rect.center().y() - 7), spot)
            left = 32.0
        room = rect.adjusted(left, 0, -6, -1)
        heavy = 600 if index.column() <= 1 else 400
        letter(
            painter, room, index.data() or "–", look.colour("text" if heavy == 600 else "text2"), weight=heavy
        )


def marked_view(look: Look, model: HeadedTable, widths: tuple[int, ...], parent: QWidget) -> QTableView:
    """The view of a list of marked rows, of which one is picked at a time."""
    view = headed_view(model, widths, parent)
    view.verticalHeader().setDefaultSectionSize(ROW)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setItemDelegate(MarkedDelegate(look, view))
    view.horizontalHeader().setHighlightSections(False)
    return view
