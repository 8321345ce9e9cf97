"""A table with heads and rows as Qt's item model: what every list of ours with columns shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from widgets.look import Look
from workbench.texts import Text

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW: Final = 24


class HeadedTable(QAbstractTableModel):
    """Counts rows and says heads; what stands in the cells is said by those made of it."""

    def __init__(self, look: Look, heads: Sequence[Text], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._heads = look, heads
        self._rows: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Shows rows in place of those before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, place: int) -> Any:
        """What a row shows."""
        return self._rows[place]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._look.said(self._heads[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def headed_view(model: HeadedTable, widths: Sequence[int], parent: QWidget) -> QTableView:
    """The view of a table that is read line by line; the column behind those with a width takes the rest."""
    view = QTableView(parent)
    view.setModel(model)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    for column, width in enumerate(widths):
        view.setColumnWidth(column, width)
    view.horizontalHeader().setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)
    return view
