"""The items of an import with what becomes of each, below a toggle for each fate that shows or hides its items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QToolButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.shell.import_table import HEADS, ImportTable, StateDelegate
from workbench.importers.plan import FATE_WORDS, Fate, ImportItem
from workbench.texts import Text

STATE: Final = 110
ROW: Final = 24


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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(counts)
        column.addWidget(self.view, 1)

    def tell(self, items: Iterable[ImportItem], counts: Mapping[Fate, int]) -> None:
        """Shows the items, and how many there are of each fate."""
        self._items = tuple(items)
        for fate, toggle in self.toggles.items():
            toggle.setText(f"{counts[fate]:,} {self._look.said(FATE_WORDS[fate])}")
        self._narrow()

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
        view = QTableView(self)
        view.setModel(self.table)
        view.setItemDelegateForColumn(0, StateDelegate(self._look, view))
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setColumnWidth(0, STATE)
        view.setColumnWidth(1, place)
        view.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return view
