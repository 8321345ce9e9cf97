"""Edits a cell of a table the way its column asks for, and frames what is wrong."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.inspector.candidates import candidates
from widgets.inspector.editors.editor import Surroundings
from widgets.inspector.table import WRONG, RowsTable
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.line import Line
from widgets.symbols import symbol
from workbench.model.element import Field
from workbench.texts import YES_NO, text

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """A box for choices, switches and references, a line for all else."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._table(index).field.columns[index.column()]
        picks = self._picks(field)
        if not picks:
            line = Line(parent)
            line.setStyleSheet("border-radius: 0")
            return line
        box = ChoiceBox(self._around.look, parent)
        for value, wording in picks:
            box.addItem(wording, value)
        box.activated.connect(lambda: self._done(box))
        # Its choices are seen at once; a letter that opened the cell has picked one by then.
        QTimer.singleShot(0, box, lambda: _show_choices(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(self._table(index).value(index.row(), index.column())))
        elif isinstance(editor, Line) and not editor.isModified():
            editor.setText(index.data())
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(cast("QModelIndex", index), editor.currentData())
        elif isinstance(editor, Line) and (editor.isModified() or index.data(WRONG)):
            model.setData(cast("QModelIndex", index), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(WRONG):
            painter.setPen(self._around.look.pen("error", 2.0))
            cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.drawRect(cell)
            ratio = painter.device().devicePixelRatioF()
            spot = symbol("mark-error", 12, "error", self._around.look.theme, ratio)
            painter.drawPixmap(round(cell.right() - 15), round(cell.center().y() - 6), spot)

    def _picks(self, field: Field) -> list[tuple[object, str]]:
        look = self._around.look
        if field.choices:
            return [(value, look.said(label)) for value, label in field.choices.items()]
        if field.editor == "switch":
            return [(value, look.said(YES_NO[value])) for value in (False, True)]
        if field.refers:
            found = candidates(field, self._around.design(), self._around.subjects(), look)
            return [("", look.said(text("none"))), *((pick.id, pick.title) for pick in found)]
        return []

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def _table(self, index: Index) -> RowsTable:
        model = index.model()
        assert isinstance(model, RowsTable)
        return model


def _show_choices(box: QComboBox) -> None:
    if box.hasFocus():
        box.showPopup()
