"""A small table: rules, routes, entries."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QToolButton, QWidget

from widgets.inspector.editors.editor import FieldEditor
from widgets.inspector.grid import ROW, Grid
from widgets.inspector.row_tools import RowTools
from widgets.inspector.table import RowsTable

MOST_ROWS: Final = 9


class RowsEditor(FieldEditor):
    """A row a record; buttons add, remove and move rows, or open the table as large as wanted."""

    def build(self) -> None:
        self.model = RowsTable(self.field, self.around, self)
        self.model.rewritten.connect(self.rewritten)
        self.model.refused.connect(self.refuse)
        self.table = Grid(self.model, self)
        self.setFocusProxy(self.table)
        self.tools = RowTools(self.table, self.model, self._open_wide, self)
        self.column.addWidget(self.table)
        self.column.addWidget(self.tools)
        self._wide: QWidget | None = None

    @property
    def buttons(self) -> dict[str, QToolButton]:
        """The buttons by what they do."""
        return self.tools.buttons

    def refresh(self) -> None:
        rows = self.value if not self.is_several else ()
        added = len(rows or ()) > len(self.model.rows)
        at = self.table.currentIndex()
        self.model.show(tuple(rows or ()))
        if added and at.isValid() and self.hasFocus():
            self.table.setCurrentIndex(self.model.index(len(rows) - 1, 0))
        self.table.setFixedHeight(min(max(len(rows or ()), 1), MOST_ROWS) * ROW + ROW + 14)
        self.table.setEnabled(not self.is_several)
        self.table.setAccessibleName(self.said(self.field.label))
        self.tools.retell(usable=not self.is_several)

    def _open_wide(self) -> None:
        from widgets.inspector.wide_table import WideTable

        self._wide = WideTable(self.model, self.around, self)
        self._wide.show()


EDITOR = RowsEditor
