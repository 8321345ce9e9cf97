"""A table of the inspector in a window of its own, as large as its rows want."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from widgets.inspector.editors.editor import Surroundings
from widgets.inspector.grid import Grid
from widgets.inspector.table import RowsTable
from workbench.texts import text


class WideTable(QDialog):
    """The same rows, all columns side by side."""

    def __init__(self, model: RowsTable, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        names = [subject.title() for subject in around.subjects()]
        self.setWindowTitle(
            around.look.said(text("{field} of {names}", field=model.field.label, names=names))
        )
        column = QVBoxLayout(self)
        self.table = Grid(model, self)
        self.table.resizeColumnsToContents()
        column.addWidget(self.table)
        self.resize(min(160 + 96 * model.columnCount(), 1200), 420)
