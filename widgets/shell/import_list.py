"""The items of an import with what becomes of each, below a toggle for each fate that shows or hides its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTableView, QToolButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.qt.headed_table import headed_view
from widgets.shell.import_table import HEADS, ImportTable, StateDelegate
from workbench.importers.plan import FATE_WORDS, Fate, ImportItem
from workbench.texts import Text, text

STATE: Final = 110
PICK_ALL: Final = (text("Pick all"), text("Pick all that is shown"))
PICK_NONE: Final = (text("Pick none"), text("Leave out all that is shown"))


class ImportList(QWidget):
    """What the dialogs that bring something in have in common."""

    def __init__(
        self,
        look: Look,
        fates: Sequence[Fate],
        parent: QWidget | None = None,
        heads: tuple[Text, ...] = HEADS,
        place: int = 330,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._items: tuple[ImportItem, ...] = ()
        self.table = ImportTable(look, self, heads)
        self.view = self._view(place)
        self.toggles = {fate: self._toggle() for fate in fates}
        counts = QHBoxLayout()
        for toggle in self.toggles.values():
            counts.addWidget(toggle)
        counts.addStretch(1)
        self.pick_all = self._button(*PICK_ALL, picked=True)
        self.pick_none = self._button(*PICK_NONE, picked=False)
        for button in (self.pick_all, self.pick_none):
            counts.addWidget(button)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(counts)
        column.addWidget(self.view, 1)

    def tell(self, items: Iterable[ImportItem], counts: Mapping[Fate, int]) -> None:
        """Shows the items, and how many there are of each fate."""
        self._items = tuple(items)
        self.table.pick_all()
        for fate, toggle in self.toggles.items():
            toggle.setText(f"{counts[fate]:,} {self._look.said(FATE_WORDS[fate])}")
        self._narrow()

    def let_pick(self, picking: bool) -> None:
        """Shows a box at each item that can be picked, or none."""
        self.table.is_picking = picking
        self.pick_all.setVisible(picking)
        self.pick_none.setVisible(picking)

    def picked(self) -> tuple[ImportItem, ...]:
        """The items that are to be brought in."""
        return tuple(item for item in self._items if self.table.is_picked(item))

    def _turn(self) -> None:
        """Picks the selected rows, or leaves them out where the first is picked."""
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        if rows and self.table.is_picking:
            first = self.table.index(rows[0], 1).data(Qt.ItemDataRole.CheckStateRole)
            self.table.pick(rows, first != Qt.CheckState.Checked)

    def _button(self, words: Text, about: Text, *, picked: bool) -> QToolButton:
        button = QToolButton(self)
        button.setText(self._look.said(words))
        button.setToolTip(self._look.said(about))
        button.setProperty("role", "edge")
        button.clicked.connect(lambda: self.table.pick(None, picked))
        button.hide()
        return button

    def _narrow(self) -> None:
        wanted = frozenset(fate for fate, toggle in self.toggles.items() if toggle.isChecked())
        self.table.show(self._items, wanted)

    def _toggle(self) -> QToolButton:
        toggle = QToolButton(self)
        toggle.setCheckable(True)
        toggle.setChecked(True)
        toggle.setProperty("role", "edge")
        toggle.toggled.connect(self._narrow)
        return toggle

    def _view(self, place: int) -> QTableView:
        view = headed_view(self.table, (STATE, place), self)
        view.setItemDelegateForColumn(0, StateDelegate(self._look, view))
        return view
