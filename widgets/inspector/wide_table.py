"""A table of the inspector in a window of its own, as large as its rows want."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from widgets.inspector.editors.editor import Surroundings
from widgets.inspector.grid import ROW, Grid
from widgets.inspector.row_tools import RowTools
from widgets.inspector.table import RowsTable
from widgets.qt.sizes import fit_to_screen
from workbench.texts import text

NARROWEST, WIDEST, AIR = 72, 320, 16
FEWEST_ROWS: Final = 10
MOST_ROWS: Final = 24


class WideTable(QDialog):
    """The same rows, all columns side by side, with the same buttons."""

    def __init__(self, model: RowsTable, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        names = [subject.title() for subject in around.subjects()]
        self.setWindowTitle(
            around.look.said(text("{field} of {names}", field=model.field.label, names=names))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        self.table = Grid(model, self)
        self.table.setAccessibleName(self.windowTitle())
        self.tools = RowTools(self.table, model, None, self)
        self.tools.retell(usable=True)
        model.modelReset.connect(lambda: self.tools.retell(usable=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.tools)
        self._fit(model)

    def _fit(self, model: RowsTable) -> None:
        """Columns as wide as what stands in them, the last one up to the edge."""
        self.table.resizeColumnsToContents()
        taken = 0
        for at in range(model.columnCount()):
            wanted = min(max(self.table.columnWidth(at) + AIR, NARROWEST), WIDEST)
            self.table.setColumnWidth(at, wanted)
            taken += wanted
        self.table.horizontalHeader().setStretchLastSection(True)
        rows = min(max(model.rowCount(), FEWEST_ROWS), MOST_ROWS)
        fit_to_screen(self, taken + 80, rows * ROW + 110)
