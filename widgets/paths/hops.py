"""The list of an answer: hops and sentences, walked through with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from widgets.look import Look
from widgets.paths.delegate import PathDelegate
from widgets.paths.model import FoldRow, HopTable
from workbench.model.design import Design
from workbench.reachability.answer import PathAnswer
from workbench.texts import text


class HopList(QListView):
    """Enter or a click on a hop tells its element; on the line of readings it unfolds them."""

    told = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.table = HopTable(look, self)
        self.delegate = PathDelegate(look, self)
        self.setModel(self.table)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.clicked.connect(self._open)

    def show_answer(self, answer: PathAnswer | None, design: Design) -> None:
        """Shows the hops of an answer; None empties the list."""
        self.delegate.show(answer, design)
        self.table.show(answer, design)
        self.scrollToTop()

    def retell(self) -> None:
        """Says everything in the present language; sentences may need other heights."""
        self.setAccessibleName(self._look.said(text("Hops of the path")))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if isinstance(self.table.at(index.row()), FoldRow):
            self.table.fold()
            self.setCurrentIndex(self.table.index(index.row(), 0))
        elif element := self.table.element(index.row()):
            self.told.emit(element)
