"""The rows of the plan table on the screen: cells are walked with the arrows, opened by typing, Enter or F2."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import Final, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from widgets.addresses.table.model import PlanModel
from widgets.addresses.table.typing import TypedCells
from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.navigator.tree import Tree
from widgets.qt.bubble import Bubble
from workbench.planning.plan_table import TOP, Seat
from workbench.planning.plan_table.columns import ORDER, TYPED, Column
from workbench.texts import Text, text

WIDTHS: Final[dict[Column, int]] = {
    "name": 164,
    "demand": 122,
    "block": 106,
    "usable": 58,
    "used": 86,
    "room": 72,
    "state": 100,
    "why": 360,
}
NAME_SHARE, NAME_MOST = 0.28, 300
MOST_OPEN: Final = 500
"""Rows up to which all can be opened at once."""
BOTH_BLOCKS: Final = 214
"""The width of the column of blocks while two plans stand in it."""
NOTHING: Final = text("Nothing has addresses yet. Draw a VPC, or insert an address pool.")
NOT_FOUND: Final = text("No row answers the search.")
KEYS: Final = frozenset({Qt.Key.Key_F2, Qt.Key.Key_Delete})
WITH_CTRL: Final = frozenset({Qt.Key.Key_C, Qt.Key.Key_V})
"""Keys that mean a cell here, though the window has shortcuts for them that mean the sheet."""
STEPS: Final = {"next": 1, "before": -1}
Index = QModelIndex | QPersistentModelIndex


class PlanTree(Tree):
    """Rows of 24. What is done to cells is asked for by signals; whoever listens knows the design."""

    opening = Signal(object)
    """A cell that somebody wants to type in; `may_open` is asked for the answer."""
    emptied = Signal(object)
    pin_wanted = Signal(object)
    paste_wanted = Signal(object, str)
    copy_wanted = Signal()

    def __init__(self, look: Look, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.rows = model
        self.may_open = True
        self._name_width = WIDTHS["name"]
        self.typed = TypedCells(look, self)
        self.bubble = Bubble(self.viewport(), look)
        self.setModel(model)
        self.setItemDelegate(self.typed)
        self.setHeaderHidden(False)
        self.setDragEnabled(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget(self))
        self._set_heads()
        self.selectionModel().currentChanged.connect(self.bubble.hide)
        self.verticalScrollBar().valueChanged.connect(self.bubble.hide)
        self.typed.left.connect(lambda _, where: self._go_on(where))
        self.typed.closeEditor.connect(self.bubble.hide)

    def tell(self, words: Text | None, is_wrong: bool) -> None:
        """Says something under the open cell, and frames it where what stands in it cannot be."""
        editor = self.indexWidget(self.currentIndex()) or self.viewport().focusWidget()
        if editor is not None and editor is not self.viewport() and self.viewport().isAncestorOf(editor):
            self.typed.mark(editor, words if is_wrong else None)
        if words is None:
            self.bubble.hide()
        else:
            self.bubble.say_under(self.visualRect(self.currentIndex()), words, is_wrong)

    def make_room(self, for_both: bool) -> None:
        """Makes the column of blocks wide enough for one plan or for both."""
        self.setColumnWidth(ORDER.index("block"), BOTH_BLOCKS if for_both else WIDTHS["block"])

    def seats_from(self, index: Index) -> list[Seat]:
        """The rows that are shown from one on, without those that only group others."""
        table, start = self.rows.table, self.rows.key(index)
        if table is None:
            return []
        keys = dropwhile(lambda key: key != start, self._shown_keys(TOP))
        return [seat for key in keys if not (seat := table.seats[key]).is_shared]

    def _shown_keys(self, over: str) -> Iterator[str]:
        """The rows below a row that are open to be seen, in their order."""
        below = self.rows.table.below if self.rows.table else {}
        for key in self.rows.below(over):
            yield key
            if key in below and self.isExpanded(self.rows.where(key)):
                yield from self._shown_keys(key)

    def chosen_keys(self) -> list[str]:
        """The selected rows from the top downwards."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda one: self.visualRect(one).top())
        return [self.rows.key(index) for index in rows]

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of cells from being taken as shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            pressed = cast("QKeyEvent", event)
            if pressed.key() in KEYS or _of_clipboard(pressed):
                event.accept()
                return True
        return super().event(event)

    def edit(self, index: Index, trigger: object = None, event: object = None) -> bool:  # type: ignore[override]
        """Opens a cell, unless whoever listens to `opening` says that it may not be."""
        if trigger is None:
            super().edit(cast("QModelIndex", index))
            return True
        wanted = trigger in (
            QAbstractItemView.EditTrigger.DoubleClicked,
            QAbstractItemView.EditTrigger.AnyKeyPressed,
            QAbstractItemView.EditTrigger.EditKeyPressed,
            QAbstractItemView.EditTrigger.AllEditTriggers,
        )
        if wanted and index.isValid() and self.state() != QAbstractItemView.State.EditingState:
            self.may_open = True
            self.opening.emit(index)
            if not self.may_open:
                return False
        return super().edit(cast("QModelIndex", index), trigger, event)  # type: ignore[call-overload,no-any-return]

    def open_cell(self, index: QModelIndex) -> None:
        """Opens a cell as F2 does."""
        self.edit(index, QAbstractItemView.EditTrigger.EditKeyPressed, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, key = self.currentIndex(), event.key()
        if _of_clipboard(event):
            if key == Qt.Key.Key_C:
                self.copy_wanted.emit()
            else:
                self.paste_wanted.emit(at, QGuiApplication.clipboard().text())
        elif key == Qt.Key.Key_Delete and at.isValid():
            self.emptied.emit(at)
        elif key == Qt.Key.Key_Space and at.isValid() and ORDER[at.column()] == "state":
            self.pin_wanted.emit(at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            # The Enter that ends a cell comes through here as well.
            if at.isValid() and self.state() == QAbstractItemView.State.NoState:
                self.open_cell(at)
        elif key == Qt.Key.Key_Asterisk and self.rows.count() > MOST_OPEN:
            event.accept()  # Of thousands of rows nobody reads all, and opening them takes its time.
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self._sideways(at, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives names their share of the width, until somebody makes the column what they want it to be."""
        super().resizeEvent(event)
        if self.columnWidth(0) == self._name_width:
            self._name_width = round(min(max(self.width() * NAME_SHARE, WIDTHS["name"]), NAME_MOST))
            self.setColumnWidth(0, self._name_width)

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into cells, and never lead elsewhere."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and ORDER[index.column()] == "state"
            and event.button() == Qt.MouseButton.LeftButton
        ):
            room = self.typed.cells.pin_room(QRectF(self.visualRect(index)))
            if room.contains(event.position()):
                self.pin_wanted.emit(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount() and self.rows.table:
            said = NOTHING if not self.rows.table.seats else NOT_FOUND
            room = QRectF(self.viewport().rect())
            letter(
                QPainter(self.viewport()),
                room,
                self._look.said(said),
                self._look.colour("text3"),
                align=CENTRE,
            )

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground, its cells, a hairline, and a frame around the cell that has the keys."""
        whole = QRect(0, options.rect.top(), self.viewport().width(), options.rect.height())
        look = self._look
        if self.selectionModel().isSelected(cast("QModelIndex", index)):
            painter.fillRect(whole, look.colour("accent-bg"))
            painter.fillRect(QRect(0, whole.top(), 3, whole.height()), look.colour("accent"))
        elif index == self._under:
            painter.fillRect(whole, look.colour("hover"))
        QTreeView.drawRow(self, painter, options, cast("QModelIndex", index))
        painter.fillRect(QRect(0, whole.bottom(), whole.width(), 1), look.colour("line"))
        at = self.currentIndex()
        if (
            self.hasFocus()
            and at.isValid()
            and at.siblingAtColumn(0) == cast("QModelIndex", index).siblingAtColumn(0)
        ):
            painter.setPen(look.pen("accent", 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.visualRect(at)).adjusted(1, 1, -1, -1))

    def _set_heads(self) -> None:
        heads = self.header()
        heads.setFixedHeight(24)
        heads.setSectionsClickable(True)
        heads.setStretchLastSection(True)
        heads.setMinimumSectionSize(40)
        heads.setSectionsMovable(False)
        for at, column in enumerate(ORDER):
            self.setColumnWidth(at, WIDTHS[column])
        self.setSortingEnabled(True)
        self.sortByColumn(ORDER.index("block"), Qt.SortOrder.AscendingOrder)

    def _sideways(self, at: QModelIndex, forward: bool) -> None:
        """To the next cell of the row; at its beginning a branch is opened or folded."""
        if at.column() == 0 and self.rows.hasChildren(at) and self.isExpanded(at) != forward:
            self.setExpanded(at, forward)
        elif not forward and at.column() == 0:
            self._go_to(at.parent())
        else:
            self._go_to(at.siblingAtColumn(at.column() + (1 if forward else -1)))

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def _go_on(self, where: str) -> None:
        """After a cell: down after Enter, to the next one that is typed in after Tab, which opens."""
        self.setFocus()
        at = self.currentIndex()
        if where == "below":
            self._go_to(self.indexBelow(at).siblingAtColumn(at.column()))
        elif where in STEPS:
            there = self._beside(at, STEPS[where])
            self._go_to(there)
            if there.isValid():
                self.open_cell(there)

    def _beside(self, at: QModelIndex, step: int) -> QModelIndex:
        """The next cell that is typed in, in the row or in the one after it."""
        places = [ORDER.index(column) for column in TYPED]
        place = places.index(at.column()) + step if at.column() in places else 0
        if 0 <= place < len(places):
            return at.siblingAtColumn(places[place])
        row = self.indexBelow(at) if step > 0 else self.indexAbove(at)
        return row.siblingAtColumn(places[0 if step > 0 else -1])


def _of_clipboard(event: QKeyEvent) -> bool:
    """Whether keys copy or paste."""
    return event.key() in WITH_CTRL and event.modifiers() == Qt.KeyboardModifier.ControlModifier
