"""The list itself: rows of 25, heads of groups that fold, and the explanation under the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.findings.delegate import ROW, FindingDelegate
from widgets.findings.model import FindingTable, Group
from widgets.findings.waive_form import WaiveForm
from widgets.lettering import CENTRE, letter
from widgets.look import Look
from workbench.rules.finding import Finding

INDENT = 36
"""Where sentences, explanation and form begin."""


class FindingList(QTableView):
    """Rows of 25 that open in place; one form serves them all."""

    shown = Signal(object)
    cured = Signal(object)
    opened = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.delegate = FindingDelegate(look, self)
        self.table = FindingTable(look, self)
        self.form = WaiveForm(look, self.viewport())
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
        self.verticalScrollBar().valueChanged.connect(self._place_form)
        self.form.left.connect(self.setFocus)

    def explain(self, finding: Finding | None) -> None:
        """Opens the explanation under a finding, or closes the open one."""
        before, self.delegate.opened = self.delegate.opened, finding
        if before is not None and (row := self.table.row_of(before)) >= 0:
            self.setRowHeight(row, ROW)
        if finding is not None:
            self.opened.emit(finding)
        self._reopen()
        self.viewport().update()

    def open_up(self, finding: Finding) -> None:
        """Selects a finding and opens what is below it, in view to the end."""
        row = self.table.row_of(finding)
        if row < 0:
            return
        self.selectRow(row)
        self.explain(finding)
        self.updateGeometries()
        self.scrollTo(self.table.index(row, 0), QAbstractItemView.ScrollHint.PositionAtBottom)
        self._place_form()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        group = self.table.group_at(index.row())
        if group:
            self._fold(group)
        finding = self.table.at(index.row())
        if finding is None:
            return
        room = self.delegate.cure_room(QRectF(self.visualRect(index)))
        if finding.cures and room.contains(event.position()):
            self.cured.emit(finding.cures[0])
        else:
            self.shown.emit(finding)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        group = self.table.group_at(index.row())
        if group:
            # Two quick clicks on a head are two clicks.
            self._fold(group)
        else:
            self._toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        finding, group = self.table.at(row), self.table.group_at(row)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if finding and enter:
            self.shown.emit(finding)
        elif finding and key == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        elif finding and key == Qt.Key.Key_Left and self.table.head_of(row) >= 0:
            self.selectRow(self.table.head_of(row))
        elif group and (enter or key == Qt.Key.Key_Space or _turns(group, key)):
            self._fold(group)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if forward and self.hasFocus() and self.form.isVisible() and self.form.begin():
            # In a low list the form may be below its edge; what has the keys is seen.
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtBottom)
            self._place_form()
            return True
        return super().focusNextPrevChild(forward)

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

    def _fold(self, group: Group) -> None:
        self.table.fold(group)
        self.selectRow(self.table.row_of_group(group.key))

    def _toggle(self, index: QModelIndex) -> None:
        finding = self.table.at(index.row())
        if finding is None:
            return
        opening = finding != self.delegate.opened
        self.explain(finding if opening else None)
        if opening:
            self.updateGeometries()
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self._place_form()

    def _reopen(self) -> None:
        """Gives the open row its height anew, and the form its place."""
        opened = self.delegate.opened
        row = self.table.row_of(opened) if opened is not None else -1
        if opened is not None and row >= 0:
            from widgets.findings.explanation import height_of

            told = height_of(opened, float(self.viewport().width()), self._look)
            self.setRowHeight(row, ROW + told + self.form.height_wanted)
        self._place_form()

    def _place_form(self) -> None:
        opened = self.delegate.opened
        row = self.table.row_of(opened) if opened is not None else -1
        high = self.form.height_wanted
        if row < 0 or not high:
            if self.form.isAncestorOf(self.focusWidget() or self):
                self.setFocus()
            self.form.hide()
            return
        rect = self.visualRect(self.table.index(row, 0))
        self.form.setGeometry(rect.left() + INDENT, rect.bottom() - high, rect.width() - INDENT - 16, high)
        self.form.show()


def _turns(group: Group, key: int) -> bool:
    """Whether an arrow folds an open group or opens a folded one."""
    return key == (Qt.Key.Key_Right if group.folded else Qt.Key.Key_Left)
