"""The platform figures that new designs begin with: a small table, a row a figure."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from widgets.look import Look
from widgets.qt.picker import Pick, Picker
from workbench.preferences import Figure
from workbench.reference import facts
from workbench.texts import spoken, text

COLUMNS: Final = (
    ("fact", text("Platform figure")),
    ("value", text("Value")),
    ("source", text("Source")),
    ("dated", text("Read on")),
)
HIGH, ROW = 132, 24
WIDTHS = (76, 110, 84)
"""Of value, source and date; the figure has the rest."""


class FigureList(QWidget):
    """Figures are added from a list that is searched; value, source and date are typed into their cells."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.table.setFixedHeight(HIGH)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, wide in enumerate(WIDTHS, 1):
            self.table.setColumnWidth(place, wide)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.setFocusProxy(self.table)
        self.add, self.remove = QPushButton(self), QPushButton(self)
        self.picker = Picker(look, self, text("Search platform figures"))
        self.picker.picked.connect(self.add_figure)
        self.add.clicked.connect(self._offer)
        self.remove.clicked.connect(self._remove)
        self.table.itemChanged.connect(lambda item: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Shows these figures and no others."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for figure in figures:
            self._append(figure)
        self.table.blockSignals(False)

    def figures(self) -> tuple[Figure, ...]:
        """The figures as they stand in the table."""
        return tuple(
            Figure(**{name: self._cell(row, place) for place, (name, _) in enumerate(COLUMNS)})
            for row in range(self.table.rowCount())
        )

    def add_figure(self, fact: str) -> None:
        """Adds a figure with the platform's own value, to be typed over."""
        if any(figure.fact == fact for figure in self.figures()):
            return
        known = facts()[fact]
        self.table.blockSignals(True)
        self._append(Figure(fact=fact, value=str(known.value)))
        self.table.blockSignals(False)
        self.table.setCurrentCell(self.table.rowCount() - 1, 1)
        self.changed.emit()

    def retell(self) -> None:
        """Says heads and buttons in the present language."""
        self.table.setHorizontalHeaderLabels([self._look.said(words) for _, words in COLUMNS])
        self.add.setText(self._look.said(text("Add a figure…")))
        self.remove.setText(self._look.said(text("Take it out")))

    def _append(self, figure: Figure) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for place, (name, _) in enumerate(COLUMNS):
            item = QTableWidgetItem(getattr(figure, name))
            if not place:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, place, item)

    def _cell(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item else ""

    def _offer(self) -> None:
        picks = [
            Pick(fact.id, fact.id, "mark-unknown", spoken(fact.value, self._look.language))
            for fact in facts().values()
        ]
        self.picker.open_at(self.add.mapToGlobal(QPoint(0, self.add.height() + 2)), 420, picks)

    def _remove(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self.table.removeRow(row)
            self.changed.emit()
