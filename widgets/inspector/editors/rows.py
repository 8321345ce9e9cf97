"""A small table: rules, routes, entries."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from widgets.inspector.editors.editor import FieldEditor, Rewrite
from widgets.inspector.grid import ROW, Grid
from widgets.inspector.table import RowsTable, moved, with_new, without
from widgets.symbols import icon
from workbench.texts import Text, text

MOST_ROWS: Final = 9
BUTTONS: Final[dict[str, tuple[str, Text]]] = {
    "add": ("ui-plus", text("Add a row")),
    "remove": ("ui-minus", text("Remove the row")),
    "up": ("ui-up", text("Move the row up")),
    "down": ("ui-chevron", text("Move the row down")),
    "wide": ("ui-fit", text("Open as a window")),
}


class RowsEditor(FieldEditor):
    """A row a record; buttons add, remove and move rows, or open the table as large as wanted."""

    def build(self) -> None:
        self.model = RowsTable(self.field, self.around, self)
        self.model.rewritten.connect(self.rewritten)
        self.model.refused.connect(self.refuse)
        self.table = Grid(self.model, self)
        self.setFocusProxy(self.table)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(2)
        for name in BUTTONS:
            button = self.buttons[name] = QToolButton(self)
            button.clicked.connect(lambda _=False, name=name: self._clicked(name))
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.table)
        self.column.addLayout(row)
        self._wide: QWidget | None = None

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
        for name, (symbol, title) in BUTTONS.items():
            self.buttons[name].setIcon(icon(symbol, self.around.look.theme, 14))
            self.buttons[name].setToolTip(self.said(title))
            self.buttons[name].setAccessibleName(self.said(title))
            movable = bool(rows) or name in ("add", "wide")
            self.buttons[name].setEnabled(not self.is_several and movable)

    def _clicked(self, name: str) -> None:
        if name == "wide":
            self._open_wide()
            return
        self.table.setFocus()
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        at = chosen[0] if chosen else -1
        made: dict[str, Rewrite] = {
            "add": with_new(self.field),
            "remove": without(frozenset(chosen)),
            "up": moved(at, -1),
            "down": moved(at, 1),
        }
        if name != "add" and at < 0:
            return
        self.rewritten.emit(made[name])
        there = {"add": self.model.rowCount() - 1, "up": at - 1, "down": at + 1}.get(name, at)
        there = min(max(there, 0), self.model.rowCount() - 1)
        self.table.setCurrentIndex(self.model.index(there, max(self.table.currentIndex().column(), 0)))

    def _open_wide(self) -> None:
        from widgets.inspector.wide_table import WideTable

        self._wide = WideTable(self.model, self.around, self)
        self._wide.show()


EDITOR = RowsEditor
