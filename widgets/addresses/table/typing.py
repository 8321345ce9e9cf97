"""The cells of the plan table while they are typed in: refusals at once, and the keys of a spreadsheet."""

from __future__ import annotations

from typing import Any, Final, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.addresses.table.cells import CellPainter
from widgets.look import Look
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.line import Line
from workbench.planning.plan_table.columns import COLUMNS, ORDER, STATES
from workbench.texts import Text

Index = QModelIndex | QPersistentModelIndex
LEAVING: Final = {
    Qt.Key.Key_Return: "below",
    Qt.Key.Key_Enter: "below",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "before",
}
"""Keys that end a cell, and where they lead."""


class TypedCells(QStyledItemDelegate):
    """A line in most cells, a box of choices for the state; what cannot be stays open with the reason."""

    checking = Signal(object, str)
    """The cell that is typed in, and what stands in it."""
    written = Signal(object, str)
    left = Signal(object, str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.cells = CellPainter(look)
        self.refused: Text | None = None
        """Why what stands in the open cell cannot be."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.cells.paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self.cells.wanted(index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.refused = None
        column = ORDER[index.column()]
        place = QPersistentModelIndex(cast("QModelIndex", index))
        editor = self._box(parent) if column == "state" else self._line(parent, place)
        editor.setAccessibleName(self._look.said(COLUMNS[column]))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data() or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        typed = editor.currentText() if isinstance(editor, QComboBox) else cast("QLineEdit", editor).text()
        if typed != str(index.data() or ""):
            self.written.emit(QPersistentModelIndex(cast("QModelIndex", index)), typed)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room: Any = option.rect
        editor.setGeometry(room.adjusted(20, 0, 0, 0) if index.column() == 0 else room)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            key = Qt.Key(cast("QKeyEvent", event).key())
            if key in LEAVING:
                self._leave(editor, LEAVING[key])
                return True
        return super().eventFilter(editor, event)

    def mark(self, editor: QWidget, reason: Text | None) -> None:
        """Frames the open cell where what stands in it cannot be."""
        self.refused = reason
        editor.setProperty("wrong", reason is not None)
        editor.setAccessibleDescription(self._look.said(reason) if reason else "")
        editor.style().unpolish(editor)
        editor.style().polish(editor)

    def _leave(self, editor: QWidget, where: str) -> None:
        if self.refused is not None:
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(editor, where)

    def _line(self, parent: QWidget, place: QPersistentModelIndex) -> Line:
        line = Line(parent)
        line.setStyleSheet("border-radius: 0; min-height: 18px")
        line.textEdited.connect(lambda typed: self.checking.emit(place, typed))
        return line

    def _box(self, parent: QWidget) -> ChoiceBox:
        box = ChoiceBox(self._look, parent)
        for state, label in STATES.items():
            box.addItem(self._look.said(label), state)
        box.activated.connect(lambda: self._leave(box, "here"))
        QTimer.singleShot(0, box, lambda: box.showPopup() if box.hasFocus() else None)
        return box
