"""The matrix as Qt's item model: nothing is kept for a cell but its code, however many cells there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.look import Look
from widgets.matrix.shown import Mode
from widgets.matrix.words import IN_CELL, cell_said, ports_in_cell
from workbench.reachability.headings import Heading
from workbench.reachability.matrix import STATES, Codes, Matrix, State
from workbench.texts import Sayable, Text, text

Index = QModelIndex | QPersistentModelIndex
Places = np.ndarray[tuple[int, ...], np.dtype[np.intp]]
NOWHERE: Final = QModelIndex()
WORST: Final[tuple[State, ...]] = ("own", "blocked", "allowed", "unknown", "partial", "shut", "open")
"""Which state stands for several cells that share a pixel: the last one that is among them."""
_RANK: Final = np.array([WORST.index(state) for state in STATES], np.uint8)
_CODE: Final = np.array([STATES.index(state) for state in WORST], np.uint8)
_NONE: Final = np.zeros((0, 0), np.uint8)
_NOBODY: Final = np.zeros(0, np.intp)


class MatrixTable(QAbstractTableModel):
    """Rows and columns of the parties that are shown; `step` of them share a row where there is a pixel for each no more."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.mode: Mode = "compare"
        self.matrix: Matrix | None = None
        self.parties: Sequence[Heading] = ()
        self.rows: Places = _NOBODY
        self.columns: Places = _NOBODY
        self.turned, self.step = False, 1
        self.codes: Codes = _NONE

    def show_matrix(self, matrix: Matrix | None, parties: Sequence[Heading], mode: Mode) -> None:
        """Takes another matrix; `arrange` shows it."""
        self.matrix, self.parties, self.mode = matrix, parties, mode

    def arrange(self, rows: Places, columns: Places, turned: bool) -> None:
        """Shows these parties; turned, rows receive and columns send."""
        self.rows, self.columns, self.turned = rows, columns, turned
        self.gather(self.step)

    def gather(self, step: int) -> None:
        """Has so many parties share a row and a column, of which the worst state is shown."""
        self.beginResetModel()
        self.step = step
        codes = _gathered(self._picked(), step)
        self.codes = codes.T if self.turned else codes
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.codes.shape[0]

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.codes.shape[1]

    def state(self, row: int, column: int) -> State:
        """The state that a cell shows."""
        return STATES[int(self.codes[row, column])]

    def ends(self, row: int, column: int) -> tuple[int, int]:
        """Source and target of a cell, as places among the parties."""
        ends = int(self.rows[row * self.step]), int(self.columns[column * self.step])
        return (ends[1], ends[0]) if self.turned else ends

    def place(self, source: int, target: int) -> tuple[int, int] | None:
        """The row and column where two parties meet; None where they are hidden."""
        row, column = (target, source) if self.turned else (source, target)
        at = np.searchsorted(self.rows, row), np.searchsorted(self.columns, column)
        if at[0] == len(self.rows) or at[1] == len(self.columns):
            return None
        is_there = self.rows[at[0]] == row and self.columns[at[1]] == column
        return (int(at[0]) // self.step, int(at[1]) // self.step) if is_there else None

    def shared(self, row: int, orientation: Qt.Orientation) -> tuple[Heading, int]:
        """The first party of a row or column, and how many more share it."""
        places = self.rows if orientation == Qt.Orientation.Vertical else self.columns
        first = row * self.step
        return self.parties[places[first]], min(self.step, len(places) - first) - 1

    def called(self, row: int, orientation: Qt.Orientation) -> Sayable:
        """What a row or column is called."""
        party, more = self.shared(row, orientation)
        return (
            text("{name} and {count} more", key="matrix.and-more", name=party.name, count=more)
            if more
            else party.name
        )

    def ports(self, row: int, column: int) -> str:
        """What passes in a cell; empty where several share it."""
        return self.matrix.ports(*self.ends(row, column)) if self.matrix and self.step == 1 else ""

    def lettering(self, row: int, column: int) -> str:
        """The word in a cell: what passes where it may, else the name of the state where it has one."""
        state = self.state(row, column)
        if state != "allowed":
            return self._look.said(IN_CELL[state]) if state in IN_CELL else ""
        ports = ports_in_cell(self.ports(row, column))
        return ports if isinstance(ports, str) else self._look.said(ports)

    def said(self, row: int, column: int) -> Text:
        """A cell in one sentence."""
        sends, receives = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        source, target = self.called(row, sends), self.called(column, receives)
        if self.turned:
            source, target = target, source
        return cell_said(self.mode, self.state(row, column), source, target, self.ports(row, column))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.lettering(index.row(), index.column())
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.said(self.said(index.row(), index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            is_row = orientation == Qt.Orientation.Vertical
            return (
                self._look.said(self.called(section, orientation))
                if is_row
                else self.shared(section, orientation)[0].code
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._look.said(self.called(section, orientation))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._look.said(self._head_said(section, orientation))
        return None

    def _head_said(self, section: int, orientation: Qt.Orientation) -> Text:
        name, code = self.called(section, orientation), self.shared(section, orientation)[0].code
        if (orientation == Qt.Orientation.Vertical) != self.turned:
            return text("from {name}, {code}", name=name, code=code)
        return text("to {name}, {code}", name=name, code=code)

    def _picked(self) -> Codes:
        """The codes of the parties that are shown, sources down; a view of the whole matrix where nobody is hidden."""
        if self.matrix is None:
            return _NONE
        codes = self.matrix.codes
        sources, targets = (self.columns, self.rows) if self.turned else (self.rows, self.columns)
        for axis, places in ((0, sources), (1, targets)):
            if len(places) < len(self.parties):
                codes = codes.take(places, axis)
        return codes


def _gathered(codes: Codes, step: int) -> Codes:
    """The worst state of each square of so many rows and columns."""
    if step == 1 or not codes.size:
        return codes
    # Along the other axis whole rows are compared at once, so the square is turned between the two.
    return _CODE[_highest(_highest(_RANK.take(codes), step).T, step).T]


def _highest(ranks: Codes, step: int) -> Codes:
    """The highest of every so many rows."""
    found = ranks[::step].copy()
    for nth in range(1, step):
        others = ranks[nth::step]
        np.maximum(found[: len(others)], others, out=found[: len(others)])
    return found
