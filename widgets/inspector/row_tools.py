"""The buttons under a table of rows: add, remove and move rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from widgets.inspector.editors.editor import Rewrite
from widgets.inspector.grid import Grid
from widgets.inspector.table import RowsTable, moved, with_new, without
from widgets.symbols import icon
from workbench.texts import Text, text

BUTTONS: Final[dict[str, tuple[str, Text]]] = {
    "add": ("ui-plus", text("Add a row")),
    "remove": ("ui-minus", text("Remove the row")),
    "up": ("ui-up", text("Move the row up")),
    "down": ("ui-chevron", text("Move the row down")),
    "wide": ("ui-fit", text("Open as a window")),
}


class RowTools(QWidget):
    """Acts on the rows that are chosen in a grid; `widen` opens the table as a window, where it is not one."""

    def __init__(
        self, grid: Grid, rows: RowsTable, widen: Callable[[], None] | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._grid, self._rows = grid, rows
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in BUTTONS:
            if name != "wide" or widen:
                self.buttons[name] = QToolButton(self)
                self.buttons[name].clicked.connect(lambda _=False, name=name: self._act(name))
                row.addWidget(self.buttons[name])
        row.addStretch(1)
        if widen:
            self.buttons["wide"].clicked.connect(widen)

    def retell(self, usable: bool) -> None:
        """Says what the buttons do, and enables those that have something to act on."""
        look = self._rows.surroundings.look
        for name, button in self.buttons.items():
            symbol, title = BUTTONS[name]
            button.setIcon(icon(symbol, look.theme, 14))
            button.setToolTip(look.said(title))
            button.setAccessibleName(look.said(title))
            button.setEnabled(usable and (name in ("add", "wide") or self._rows.rowCount() > 0))

    def _act(self, name: str) -> None:
        if name == "wide":
            return
        self._grid.setFocus()
        chosen = sorted({index.row() for index in self._grid.selectedIndexes()})
        at = chosen[0] if chosen else -1
        made: dict[str, Rewrite] = {
            "add": with_new(self._rows.field),
            "remove": without(frozenset(chosen)),
            "up": moved(at, -1),
            "down": moved(at, 1),
        }
        if name != "add" and at < 0:
            return
        self._rows.rewritten.emit(made[name])
        there = {"add": self._rows.rowCount() - 1, "up": at - 1, "down": at + 1}.get(name, at)
        there = min(max(there, 0), self._rows.rowCount() - 1)
        self._grid.setCurrentIndex(self._rows.index(there, max(self._grid.currentIndex().column(), 0)))
