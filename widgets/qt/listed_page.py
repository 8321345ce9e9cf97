"""A page with a list that is computed beside the window: filters above, the row that is picked below."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.qt.answering import Stage
from widgets.qt.headed_table import HeadedTable
from widgets.qt.heard import next_act
from widgets.qt.marked_rows import marked_view
from widgets.qt.page_head import PageHead
from widgets.qt.row_detail import RowDetail
from workbench.texts import Text, text

LOW: Final = 340
"""In a page lower than this the list comes first, and what belongs to a row is told by its tips."""
LAST: Final = 90
"""What the last column takes at least."""
NARROWEST: Final = 0.62
"""The share of its width that a column keeps."""
FIRST: Final = 0.85
"""The share that the first keeps: its word says with its mark what a row is."""


class ListedPage(QWidget):
    """Shows what it is handed; what computes it listens to `seen`, `run_wanted` and `stop_wanted`."""

    seen = Signal()
    run_wanted = Signal()
    stop_wanted = Signal()
    picked = Signal(str)
    """The element of the row that is picked, to be selected in every view."""
    revealed = Signal(str)
    asked = Signal(str, str, str, int)
    """Source, target, protocol and port of a packet whose path is asked for."""

    def __init__(
        self,
        look: Look,
        head: PageHead,
        table: HeadedTable,
        widths: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self.head, self.table, self._widths = look, head, table, widths
        self.stage: Stage = "waiting"
        self._share, self._is_placing = 0.0, False
        self.setAutoFillBackground(True)
        head.setParent(self)
        table.setParent(self)
        self.view = marked_view(look, table, widths, self)
        self.empty, self.detail = QLabel(self), RowDetail(look, self)
        self._lay_out()
        self._listen()

    def tell_stage(self, stage: Stage, share: float = 0.0) -> None:
        """Says how far the computing is; what was shown before stays until there is something new."""
        self.stage, self._share = stage, share
        self.head.tell(self._stage_said(), self._next_act())
        self._say_empty()

    def retell(self) -> None:
        """Says and paints everything in the present language and theme."""
        self.head.retell()
        self.detail.retell()
        for part in (self, self.view):
            part.setAccessibleName(self._look.said(self.title))
        self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.table.columnCount() - 1)
        self.view.viewport().update()
        self.tell_stage(self.stage, self._share)
        self.tell_row()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # What pages say of themselves.

    @property
    def title(self) -> Text:
        """What the page shows."""
        raise NotImplementedError

    def why_empty(self) -> Text | None:
        """Why nothing is listed; None where it is not run."""
        raise NotImplementedError

    def counted(self) -> Text:
        """How many rows there are."""
        raise NotImplementedError

    def narrow(self) -> None:
        """Shows the rows that the filters leave."""
        raise NotImplementedError

    def tell_detail(self, row: Any) -> None:
        """Says what belongs to a row."""
        raise NotImplementedError

    def packet(self, row: Any) -> tuple[str, str, str, int]:
        """The packet whose path is asked for."""
        raise NotImplementedError

    def element(self, row: Any) -> str:
        """The element that a row is about."""
        raise NotImplementedError

    @property
    def current(self) -> Any:
        """The row that is picked, None where none is."""
        index = self.view.currentIndex()
        return self.table.row(index.row()) if index.isValid() else None

    def stand_on(self, place: int | None) -> None:
        """Picks a row, the first where there is none; what is shown is told again."""
        self._is_placing = True
        if self.table.rowCount():
            self.view.selectRow(place or 0)
        self._is_placing = False
        self.tell_stage(self.stage, self._share)
        self.tell_row()

    def tell_row(self) -> None:
        """Shows what belongs to the row that is picked."""
        row = self.current
        if row is not None:
            self.tell_detail(row)
        self._fit()

    # How it is put together.

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(24, 24, 24, 24)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.middle, 1)
        column.addWidget(self.detail)
        self.setFocusProxy(self.view)

    def _listen(self) -> None:
        self.head.narrowed.connect(self.narrow)
        self.head.acted.connect(self._act)
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.view.clicked.connect(self._pick)
        self.view.activated.connect(self._ask)
        self.detail.asking.connect(self._ask)
        self.detail.showing.connect(lambda: self.revealed.emit(self.element(self.current)))

    def _moved(self) -> None:
        self.tell_row()
        if self.view.hasFocus() and not self._is_placing:
            self._pick()

    def _pick(self) -> None:
        if self.current is not None:
            self.picked.emit(self.element(self.current))

    def _ask(self) -> None:
        if self.current is not None:
            self.asked.emit(*self.packet(self.current))

    def _act(self) -> None:
        (self.stop_wanted if self.stage == "running" else self.run_wanted).emit()

    def _say_empty(self) -> None:
        is_empty = not self.table.rowCount()
        self.middle.setCurrentWidget(self.empty if is_empty else self.view)
        self.empty.setText(self._look.said(self.why_empty() or self._stage_said()))
        self.empty.setStyleSheet(f"color: {self._look.colour('text2').name()}")
        self._fit()

    def _stage_said(self) -> Text:
        if self.stage == "running":
            return text("Computing: {percent} %", percent=round(self._share * 100))
        if self.stage == "complete":
            return self.counted()
        return text("Stopped: not run.") if self.stage == "stopped" else text("Not run yet.")

    def _next_act(self) -> Text | None:
        return next_act(self, self.stage, text("Compute"))

    def _fit(self) -> None:
        """Columns share the room there is, down to where they say too little; then the list is scrolled."""
        room, (first, *others) = self.width() - LAST, self._widths
        leading = round(first * max(FIRST, min(room / sum(self._widths), 1.0)))
        share = max(NARROWEST, min((room - leading) / sum(others), 1.0))
        for column, wide in enumerate((leading, *(round(wide * share) for wide in others))):
            self.view.setColumnWidth(column, wide)
        self.detail.setVisible(
            self.current is not None and bool(self.table.rowCount()) and self.height() >= LOW
        )
