"""What narrows the matrix: states that stand out, names that are looked for, and only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.look import Look
from widgets.matrix.chips import HIGH, StateChip
from widgets.matrix.shown import Mode
from widgets.matrix.words import CALLED
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.flow import Flow
from widgets.qt.search_box import SearchBox
from workbench.reachability.matrix import State
from workbench.searching import Sought
from workbench.texts import Text, text

SIDES: Final[Mapping[str, Text]] = {
    "both": text("Both ways"),
    "rows": text("Rows", key="matrix.rows"),
    "columns": text("Columns", key="matrix.columns"),
}


class Filters(QWidget):
    """One line of chips, a search box and a toggle."""

    faded = Signal()
    narrowed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.chips = {state: StateChip(look, state, self) for state in CALLED["compare"]}
        self.search = SearchBox(look, text("Search names", key="matrix.search"), self)
        self.search.setFixedWidth(128)
        self.side = ChoiceBox(look, self)
        self.side.setFixedWidth(104)
        for box in (self.search, self.side):
            box.setFixedHeight(HIGH)
        self.only = QToolButton(self)
        self.only.setCheckable(True)
        self.only.setProperty("role", "edge")
        line = Flow(self, 6)
        line.setContentsMargins(12, 0, 12, 0)
        for chip in self.chips.values():
            line.addWidget(chip)
            chip.toggled.connect(self.faded)
        for part in (self.search, self.side, self.only):
            line.addWidget(part)
        self.retell()
        self.search.textChanged.connect(self.narrowed)
        self.side.currentIndexChanged.connect(self._side_picked)
        self.only.toggled.connect(self.narrowed)

    @property
    def wanted(self) -> frozenset[State]:
        """The states that stand out; none where all do."""
        return frozenset(state for state, chip in self.chips.items() if chip.isChecked())

    @property
    def sought(self) -> Sought:
        """The names that are looked for."""
        return Sought(self.search.text())

    @property
    def sides(self) -> tuple[bool, bool]:
        """Whether names are looked for in the rows, and in the columns."""
        side = self.side.currentData()
        return side != "columns", side != "rows"

    @property
    def only_what_differs(self) -> bool:
        """Whether rows and columns in which nothing differs are hidden."""
        return self.only.isEnabled() and self.only.isChecked()

    def clear(self) -> None:
        """Takes every filter out."""
        self.search.clear()
        self.only.setChecked(False)
        for chip in self.chips.values():
            chip.setChecked(False)

    def tell(self, mode: Mode, counts: Mapping[State, int]) -> None:
        """Shows how many cells are in each state."""
        for state, chip in self.chips.items():
            chip.tell(mode, counts.get(state, 0))
        self.only.setText(self._look.said(text("Only what differs")))
        self.only.setAccessibleName(self.only.text())
        self.only.setEnabled(mode != "computed")
        self.only.setToolTip(
            self._look.said(
                text("Hides the rows and columns in which nothing differs.")
                if self.only.isEnabled()
                else text("What is computed alone differs from nothing. Choose Compare or Changes.")
            )
        )

    def retell(self) -> None:
        """Says the choices in the present language."""
        at = max(self.side.currentIndex(), 0)
        self.side.blockSignals(True)
        self.side.clear()
        for side, name in SIDES.items():
            self.side.addItem(self._look.said(name), side)
        self.side.setCurrentIndex(at)
        self.side.blockSignals(False)
        self.side.setAccessibleName(self._look.said(text("Where names are looked for")))

    def _side_picked(self) -> None:
        if self.search.text():
            self.narrowed.emit()
