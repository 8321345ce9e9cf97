"""The sheets of a design in their order, as Qt's item model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.look import Look
from widgets.navigator.model import ID, META, SYMBOL
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.elements.sheet import Sheet

SYMBOLS = {"account": "resource-directory", "network": "transit-router", "security": "security-domain"}


def sheets_of(design: Design) -> tuple[Sheet, ...]:
    """The sheets in the order of their tabs."""
    return tuple(sorted(design.of_kind(Sheet), key=lambda sheet: (sheet.order, sheet.id)))


class SheetList(QAbstractListModel):
    """A row a sheet: symbol, name, and what it shows."""

    def __init__(self, editor: Editor, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._sheets = sheets_of(editor.design)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._sheets)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        sheet = self._sheets[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._look.said(sheet.title())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.data(index)} {self.data(index, META)}"
        if role == ID:
            return sheet.id
        if role == SYMBOL:
            return SYMBOLS[sheet.shows]
        if role == META:
            return self._look.said(sheet.kind.field("shows").choices[sheet.shows])
        return None

    def follow(self, change: Change) -> None:
        """Brings the rows in line with a change."""
        if any(isinstance(element, Sheet) for pair in change.pairs() for element in pair):
            self.retell()

    def retell(self) -> None:
        """Says everything again."""
        self.beginResetModel()
        self._sheets = sheets_of(self._editor.design)
        self.endResetModel()
