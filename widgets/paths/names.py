"""The names that a piece of a question may become, below the line while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from widgets.look import Look
from widgets.navigator.delegate import ROW, RowDelegate
from widgets.qt.picker import Pick, PickList
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.told import place
from workbench.texts import text

MOST: Final = 7


class NameList(QListView):
    """Lies over what is below the line and never takes the keys from it."""

    taken = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.list = PickList(self)
        self.setModel(self.list)
        self.setItemDelegate(RowDelegate(look, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self._take(index.row()))
        self.hide()

    def open_at(self, corner: QPoint, width: int, design: Design, ids: Sequence[ElementId]) -> None:
        """Shows names below a point; none closes the list."""
        look = self._look
        if not ids:
            self.hide()
            return
        elements = [design[id] for id in ids[:MOST]]
        self.list.show(
            [
                Pick(one.id, look.said(one.title()), one.symbol(), look.said(place(design, one.id)))
                for one in elements
            ]
        )
        border = look.colour("line2").name()
        self.setStyleSheet(f"NameList {{ border: 1px solid {border}; border-radius: 4px; }}")
        self.setAccessibleName(look.said(text("Names that begin so")))
        self.setGeometry(corner.x(), corner.y(), width, len(elements) * ROW + 4)
        self.show()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Marks the next name, or the one before."""
        row = self.currentIndex().row() + step
        if 0 <= row < self.list.rowCount():
            self.setCurrentIndex(self.list.index(row))
            if QAccessible.isActive():
                said = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        elif row < 0:
            self.clearSelection()
            self.setCurrentIndex(self.list.index(-1))

    def take_marked(self) -> bool:
        """Takes the marked name; whether there is one."""
        return self.isVisible() and self._take(self.currentIndex().row())

    def _take(self, row: int) -> bool:
        pick = self.list.at(row)
        if pick is None:
            return False
        self.hide()
        self.taken.emit(pick.id)
        return True
