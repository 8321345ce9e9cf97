"""The lower panel: a head over the list; Enter or a click shows the place, Space the explanation."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from widgets.findings.delegate import ROW, FindingDelegate
from widgets.findings.head import FindingsHead
from widgets.findings.model import FindingTable
from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.qt.live_findings import Findings
from workbench.editor import Editor
from workbench.rules.finding import Cure, Finding
from workbench.texts import text


class FindingList(QTableView):
    """Rows of 25 that open in place."""

    shown = Signal(object)
    cured = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.delegate = FindingDelegate(look, self)
        self.table = FindingTable(look, self)
        self.empty = ""
        self.setModel(self.table)
        self.setItemDelegate(self.delegate)
        self.setProperty("role", "list")
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.table.modelReset.connect(self._reopen)

    def explain(self, finding: Finding | None) -> None:
        """Opens the explanation under a finding, or closes the open one."""
        before, self.delegate.opened = self.delegate.opened, finding
        if before is not None and (row := self.table.row_of(before)) >= 0:
            self.setRowHeight(row, ROW)
        self._reopen()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        finding = self.table.at(index.row())
        if finding is None:
            return
        room = self.delegate.cure_room(QRectF(self.visualRect(index)))
        if finding.cures and room.contains(event.position()):
            self.cured.emit(finding.cures[0])
        else:
            self.shown.emit(finding)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._toggle(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        finding = self.table.at(self.currentIndex().row())
        if finding and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shown.emit(finding)
        elif finding and event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reopen()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.table.rowCount() and self.empty:
            painter = QPainter(self.viewport())
            letter(
                painter, QRectF(self.viewport().rect()), self.empty, self._look.colour("text3"), align=CENTRE
            )

    def _toggle(self, index: QModelIndex) -> None:
        finding = self.table.at(index.row())
        opening = finding != self.delegate.opened
        self.explain(finding if opening else None)
        if opening:
            self.updateGeometries()
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _reopen(self) -> None:
        opened = self.delegate.opened
        row = self.table.row_of(opened) if opened is not None else -1
        if opened is not None and row >= 0:
            from widgets.findings.explanation import height_of

            self.setRowHeight(row, ROW + height_of(opened, float(self.viewport().width()), self._look))


class FindingsPanel(QWidget):
    """Counts, list and what the check is doing."""

    revealed = Signal(object)
    cured = Signal(object)
    folded = Signal()
    stopped = Signal()

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._told = Findings()
        self.head = FindingsHead(look, self)
        self.list = FindingList(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.head.narrowed.connect(self.narrow)
        self.head.folded.connect(self.folded)
        self.head.stopped.connect(self.stopped)
        self.list.shown.connect(lambda finding: self.revealed.emit(finding.ids))
        self.list.cured.connect(self._cured)

    @property
    def findings(self) -> Findings:
        """What was told last."""
        return self._told

    @property
    def is_checking(self) -> bool:
        """Whether a check runs."""
        return self._told.state == "checking"

    def sizeHint(self) -> QSize:
        return QSize(600, 158)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 31)

    def tell(self, told: Findings) -> None:
        """Shows what was found; while a check runs the earlier list stays."""
        self._told = told
        if told.state == "complete":
            current = self.list.table.at(self.list.currentIndex().row())
            self.list.delegate.has_cures = any(finding.cures for finding in told.found)
            self.list.table.show(told.found, told.design)
            row = self.list.table.row_of(current) if current else -1
            if row >= 0:
                self.list.selectRow(row)
        self._say()

    def narrow(self) -> None:
        """Lists only what the head asks for."""
        only = frozenset(self._editor.selection) if self.head.only.isChecked() else None
        self.list.table.want(self.head.severities, only)
        self._say()

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        self.head.retell()
        self._say()
        self.list.viewport().update()

    def _say(self) -> None:
        self.head.tell(self._told, self.list.table.counts)
        complete = self._told.state == "complete"
        empty = text("Nothing found.") if complete else text("The design is being checked.")
        self.list.empty = self._look.said(text("Not run.") if self._told.state == "not run" else empty)

    def _cured(self, cure: Cure) -> None:
        self.cured.emit(cure)
