"""The view of the matrix: what is shown and how above, the cells, and what they mean and must hold below."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.matrix.chips import LegendEntry
from widgets.matrix.empty import EmptyPage
from widgets.matrix.filters import Filters
from widgets.matrix.grid import Grid
from widgets.matrix.head import MatrixHead
from widgets.matrix.invariants import ROW, Invariants
from widgets.matrix.narrowing import NO_CELLS, Narrowing
from widgets.matrix.shown import Grouping, Mode, Shown
from widgets.matrix.squares import SHAPES_FROM
from widgets.matrix.words import CALLED, DIFFERS, first_port
from widgets.qt.answering import Stage
from widgets.qt.flow import Flow
from widgets.qt.heard import is_heard, next_act
from widgets.qt.one_line import OneLine
from workbench.model.design import Design
from workbench.reachability.headings import Heading, headings_of
from workbench.texts import Text, text

LOW: Final = 400
"""Lower windows have no legend, and of the invariants their counts and the button that lists them."""
SLIM: Final = (700, 480)
"""In a window narrower and lower than this the legend would take the room of the cells."""
FIRST: Final = 480
"""What head, filters, legend and the least of the cells take of the height; invariants have the rest."""
MOST_ROWS: Final = 5
ROOMY: Final = 860
"""From this width on the head has room for its title."""
EMPTY: Final[dict[Grouping, Text]] = {
    "domains": text(
        "This design has no security domains yet. Draw them on a security sheet and put applications into them;"
        " the matrix then shows who reaches whom."
    ),
    "applications": text(
        "This design has no applications yet. Draw them on a security sheet; the matrix then shows who reaches whom."
    ),
}
NOTHING_BEFORE: Final = text(
    "There is nothing to compare with yet. Changes shows what an edit opens and shuts beside the design before it."
)


class MatrixView(QWidget):
    """Shows the answers it is handed: what computes them listens to `run_wanted`, `stop_wanted` and `grouping_picked`."""

    drilled = Signal(str, str, str)
    """Source and target of a cell that was picked, and one port that passes there, or none."""
    invariant_picked = Signal(str)
    grouping_picked = Signal(str)
    seen = Signal()
    run_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: dict[Grouping, tuple[Shown, tuple[Heading, ...]]] = {}
        self._narrowing: dict[tuple[Grouping, Mode], Narrowing] = {}
        self._stage: Stage = "waiting"
        self._share, self._turned = 0.0, False
        self.setAutoFillBackground(True)
        self.head, self.filters = MatrixHead(look, self), Filters(look, self)
        self.grid, self.empty = Grid(look, self), EmptyPage(look, self)
        self.told, self.pairs = OneLine(look, self), QLabel(self)
        self.invariants = Invariants(look, self)
        self.legend = [LegendEntry(look, state, self) for state in CALLED["compare"]]
        self._lay_out()
        self._listen()
        self.retell()

    def show_matrix(self, design: Design, shown: Shown) -> None:
        """Shows the answers for a grouping, whose parties are called as in the design."""
        waited = not self._shown and (self.head.groupings.hasFocus() or self.empty.button.hasFocus())
        self._shown[shown.grouping] = (shown, headings_of(design, shown.compared.parties))
        self._narrowing = {at: one for at, one in self._narrowing.items() if at[0] != shown.grouping}
        self.tell_stage("complete")
        if shown.grouping == self.head.grouping:
            self._show()
        if waited:
            # The keys were meant for the cells, and went to the next part while there were none.
            self.grid.setFocus()

    def tell_stage(self, stage: Stage, share: float = 0.0) -> None:
        """Says how far the computing is; what was shown before stays until there is something new."""
        self._stage, self._share = stage, share
        self._tell_stage()
        if self._cells is None:
            self._show()

    def retell(self) -> None:
        """Says and paints everything in the present language and theme."""
        self.head.retell()
        self.filters.retell()
        self.grid.retell()
        self.invariants.retell()
        self.grid.setAccessibleName(self._look.said(text("Matrix: who reaches whom")))
        self._show()
        self._tell_stage()

    def zoom(self, by: int) -> None:
        """Larger cells for 1, smaller ones for -1, everybody in sight for 0."""
        (self.grid.fit, self.grid.zoom_in, self.grid.zoom_out)[by]()

    def turn(self) -> None:
        """Swaps rows and columns."""
        self._turned = not self._turned
        self._narrow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _cells(self) -> Narrowing | None:
        """The matrix in front, ready to be narrowed; None where there is none."""
        at = (self.head.grouping, self.head.mode)
        found, parties = self._shown.get(at[0], (None, ()))
        matrix = found.matrix(at[1]) if found else None
        if matrix is None or not parties:
            return None
        if at not in self._narrowing:
            self._narrowing[at] = Narrowing(matrix, parties)
        return self._narrowing[at]

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        self.legend_line = QWidget(self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.grid)
        self.middle.addWidget(self.empty)
        line = Flow(self.legend_line, 4)
        for entry in self.legend:
            line.addWidget(entry)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.middle, 1)
        line.setContentsMargins(12, 0, 12, 0)
        self.told_line = QWidget(self)
        said = QHBoxLayout(self.told_line)
        said.setContentsMargins(12, 0, 12, 0)
        said.addWidget(self.told, 1)
        said.addWidget(self.pairs)
        column.addWidget(self.told_line)
        column.addWidget(self.legend_line)
        column.addWidget(self.invariants)
        self.setFocusProxy(self.grid)

    def _listen(self) -> None:
        self.head.picked.connect(self._picked)
        self.head.turned.connect(self.turn)
        self.head.zoomed.connect(self.zoom)
        self.head.acted.connect(self._act)
        self.empty.button.clicked.connect(self._act)
        self.filters.narrowed.connect(self._narrow)
        self.filters.faded.connect(self._fade)
        self.grid.told.connect(self._tell)
        self.grid.zoomed.connect(self._tell_legend)
        self.grid.corner.clicked.connect(self.turn)
        self.grid.drilled.connect(self._drill)
        self.invariants.list.picked.connect(self.invariant_picked)
        self.invariants.enlarged.connect(self._enlarge)

    def _enlarge(self) -> None:
        """Gives the invariants the room of the cells, or the cells theirs, and the keys with it."""
        by_keys = self.invariants.large.hasFocus()
        self._fit()
        if not by_keys:
            self.setFocus()

    def _picked(self) -> None:
        if self.head.grouping not in self._shown:
            self.grouping_picked.emit(self.head.grouping)
        self._show()

    def _show(self) -> None:
        """Puts the matrix in front on the screen, or why there is none."""
        cells, grouping, mode = self._cells, self.head.grouping, self.head.mode
        self.filters.tell(mode, cells.counts if cells else {})
        shown, parties = self._shown.get(grouping, (None, ()))
        self.grid.table.show_matrix(shown.matrix(mode) if shown and cells else None, parties, mode)
        self.invariants.show_rows(shown.invariants if shown else ())
        self._tell_legend()
        self._narrow()

    def _narrow(self) -> None:
        """Shows the rows and columns that the filters leave."""
        cells, filters = self._cells, self.filters
        kept = NO_CELLS
        if cells:
            kept = cells.kept(self._turned, filters.sought, filters.sides, filters.only_what_differs)
        self.grid.arrange(kept.rows, kept.columns, self._turned)
        is_empty = not cells or not self.grid.table.codes.size
        self.middle.setCurrentWidget(self.empty if is_empty else self.grid)
        if is_empty:
            self.empty.say(self._why_empty(), self._offer())
        self._fit()
        self._tell_stage()
        self._tell()

    def _fade(self) -> None:
        self.grid.delegate.wanted = self.filters.wanted
        self.grid.retell()

    def _why_empty(self) -> Text:
        if self._cells:
            if self.filters.sought:
                return text("No name among those shown holds “{typed}”.", typed=self.filters.search.text())
            return text("Nothing differs.")
        if self.head.grouping in self._shown:
            shown, parties = self._shown[self.head.grouping]
            return NOTHING_BEFORE if parties else EMPTY[shown.grouping]
        return self._stage_said() or text("The matrix is not run yet.")

    def _offer(self) -> Text | None:
        """What the button of the empty page does."""
        if self._cells:
            return text("Take the filters out")
        return None if self.head.grouping in self._shown else self._next_act()

    def _next_act(self) -> Text | None:
        return next_act(self, self._stage, text("Run"))

    def _act(self) -> None:
        if self._cells and self.sender() is self.empty.button:
            self.filters.clear()
        elif self._stage == "running":
            self.stop_wanted.emit()
        else:
            self.run_wanted.emit()

    def _stage_said(self) -> Text | None:
        if self._stage == "running":
            return text("Computing who reaches whom: {percent} %", percent=round(self._share * 100))
        if self._stage == "stopped":
            return text("Stopped: not run.")
        return text("The matrix is not run yet.") if self._stage == "waiting" else None

    def _tell_stage(self) -> None:
        cells, stage = self._cells, self._stage_said()
        if cells is None:
            self.head.tell(None, None)
            return
        differing = sum(cells.counts[state] for state in DIFFERS)
        count = sum(cells.counts.values()) - cells.counts["own"]
        told = text("{count} pairs, {differing} differ", count=count, differing=differing)
        if self.head.mode == "computed":
            told = text("{count} pairs", count=count)
        self.pairs.setText(self._look.said(told))
        self.pairs.setStyleSheet(f"color: {self._look.colour('text3').name()}")
        self.head.tell(stage, self._next_act())

    def _tell_legend(self) -> None:
        for entry in self.legend:
            entry.tell(self.head.mode, self.grid.zoom.wide < SHAPES_FROM)

    def _tell(self) -> None:
        """The cell under the pointer, else the current one, in one sentence."""
        grid, current = self.grid, self.grid.currentIndex()
        said = {
            index: self._look.said(grid.table.said(index.row(), index.column()))
            for index in (current, grid.hover)
            if index.isValid()
        }
        hint = text("Arrows walk from cell to cell, Ctrl and the wheel zoom.")
        if is_heard(self, "drilled(QString,QString,QString)"):
            hint = text(
                "Arrows walk from cell to cell, Enter or a double click asks about the path, Ctrl and the wheel zoom."
            )
        self.told.say(said.get(grid.hover) or said.get(current) or self._look.said(hint))
        grid.setAccessibleDescription(said.get(current, ""))

    def _drill(self, source: int, target: int) -> None:
        table = self.grid.table
        ports = table.matrix.ports(source, target) if table.matrix else ""
        self.drilled.emit(table.parties[source].id, table.parties[target].id, first_port(ports))

    def _fit(self) -> None:
        """In a low window the cells come first; invariants are scrolled, or alone; in a narrow one the title goes."""
        self.head.title.setVisible(self.width() >= ROOMY)
        has_cells, is_low = self._cells is not None, self.height() < LOW
        is_slim = self.width() < SLIM[0] and self.height() < SLIM[1]
        alone = has_cells and self.invariants.is_large
        self.head.allow(has_cells and not alone)
        self.middle.setVisible(not alone)
        for part in (self.told_line, self.filters):
            part.setVisible(has_cells and not alone)
        self.legend_line.setVisible(has_cells and not alone and not is_low and not is_slim)
        self.invariants.setVisible(has_cells)
        self.invariants.fit(max(0, min((self.height() - FIRST) // ROW, MOST_ROWS)))
        self._column.setStretchFactor(self.invariants, 1 if alone else 0)
        self.setFocusProxy(self.invariants.list if alone else self.grid)
