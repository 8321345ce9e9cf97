"""The view of a table of rows: cells are walked with the arrows, opened by typing, Enter or F2, emptied by Delete."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from widgets.inspector.cells import CellDelegate
from widgets.inspector.table import RowsTable

ROW: Final = 24
KEYS: Final = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_A})
WITH_CTRL: Final = frozenset({Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V})
"""Keys that mean a cell here, though the window has shortcuts for them that mean the sheet."""


class Grid(QTableView):
    """Tab leaves it; from an open cell Tab goes to the next one."""

    def __init__(self, rows: RowsTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(CellDelegate(rows.surroundings, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._set_heads()

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of cells from being taken as shortcuts of the window."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and (cast("QKeyEvent", event).key() in KEYS or _of_clipboard(cast("QKeyEvent", event))):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell, Delete empties those that are chosen; cells go to other programs and come from them."""
        if _of_clipboard(event):
            self._exchange(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Delete:
            self._rows.empty((index.row(), index.column()) for index in self.selectedIndexes())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The Enter that ends a cell comes through here as well.
            if self.currentIndex().isValid() and self.state() == QAbstractItemView.State.NoState:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _exchange(self, key: Qt.Key) -> None:
        """Copies, cuts or pastes cells."""
        chosen = [(index.row(), index.column()) for index in self.selectedIndexes()]
        if key == Qt.Key.Key_V:
            at = self.currentIndex()
            plain = QGuiApplication.clipboard().text()
            if plain.strip():
                self._rows.paste(plain, at.row(), at.column())
        elif chosen:
            QGuiApplication.clipboard().setText(self._rows.copied(chosen))
            if key == Qt.Key.Key_X:
                self._rows.empty(chosen)

    def _set_heads(self) -> None:
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumWidth(22)
        heads = self.horizontalHeader()
        heads.setFixedHeight(ROW)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setDefaultSectionSize(84)
        heads.setHighlightSections(False)


def _of_clipboard(event: QKeyEvent) -> bool:
    """Whether keys copy, cut or paste."""
    return event.key() in WITH_CTRL and event.modifiers() == Qt.KeyboardModifier.ControlModifier
