"""A popup that finds one of many things by its name: kinds to insert, elements to name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.navigator.delegate import RowDelegate
from widgets.navigator.model import ID, META, SYMBOL
from widgets.qt.search_box import SearchBox
from widgets.qt.slices import Slices, until_last
from workbench.searching import Called, Index, called
from workbench.texts import Text, text

MOST: Final = 200
"""How many rows are shown at once; typing narrows them down."""
SOME: Final = 100
"""Names put down between two looks at the time."""
ROWS: Final = 11
ROW: Final = 24
GAP: Final = 6


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to pick: what it is called, what stands beside it, and what else it is found by."""

    id: str
    title: str
    symbol: str = ""
    meta: str = ""
    also: tuple[str, ...] = ()

    @property
    def called(self) -> Called:
        """What one may search it by."""
        return called(self.title, self.id, *self.meta.split(" · "), *self.also)


class PickList(QAbstractListModel):
    """The picks that answer what was typed."""

    def __init__(self, parent: QObject | None = None, most: int = MOST) -> None:
        super().__init__(parent)
        self._most = most
        self._all: Sequence[Pick] = ()
        self.names: Index[Pick] = Index()
        self._shown: list[Pick] = []

    def show(self, picks: Sequence[Pick], typed: str = "", first: Sequence[Pick] = ()) -> None:
        """Shows those of the picks that answer, below the ones made for what was typed.

        What is called just so comes before what begins so, and that before what holds it or is spelt so in pinyin.
        """
        if picks is not self._all:
            self._all, self.names = picks, Index(picks, lambda pick: pick.called)
        shown = {pick.id for pick in first}
        found = self.names.ranked(typed, lambda pick: (pick.title, pick.id)) if typed.strip() else picks
        self.beginResetModel()
        self._shown = [*first, *(pick for pick in found if pick.id not in shown)][: self._most]
        self.endResetModel()

    def at(self, row: int) -> Pick | None:
        """The pick of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        pick = self._shown[index.row()]
        told: dict[int, Any] = {
            int(Qt.ItemDataRole.DisplayRole): pick.title,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{pick.title} {pick.meta}",
            ID: pick.id,
            SYMBOL: pick.symbol or "question",
            META: pick.meta,
        }
        return told.get(int(role))


class Picker(QFrame):
    """A search line over a list; Enter or a click picks, Escape closes."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, hint: Text | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._reading = Slices(self)
        self.setProperty("role", "popup")
        self._picks: Sequence[Pick] = ()
        self.made_for: Callable[[str], Sequence[Pick]] = lambda typed: ()
        """What is offered first for a text, whatever else answers it."""
        self.search = SearchBox(look, hint or text("Search"), self)
        self.rows = QListView(self)
        self.list = PickList(self)
        self.rows.setModel(self.list)
        self.rows.setItemDelegate(RowDelegate(look, self.rows))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setUniformItemSizes(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.rows)
        self.search.textChanged.connect(self._typed)
        self.search.installEventFilter(self)
        self.rows.clicked.connect(lambda index: self._pick(index.row()))

    def open_at(self, corner: QPoint, width: int, picks: Sequence[Pick]) -> None:
        """Shows the picks below a point of the screen, the search line ready for typing."""
        self._picks = picks
        self.search.clear()
        self._typed("")
        self.setFixedWidth(max(width, 220))
        for named in (self.rows, self):
            named.setAccessibleName(self.search.accessibleName())
        self.setWindowTitle(self.search.accessibleName())
        rows = min(max(len(picks), 2), ROWS)
        self.setFixedHeight(rows * ROW + self.search.sizeHint().height() + 3 * GAP + 2)
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.search.setFocus()
        self._reading.begin(until_last(lambda: self.list.names.read(SOME)))

    def stand_on(self, row: int) -> None:
        """Marks a row as the one that Enter picks."""
        self._go(row)

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.KeyPress
        ):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._go(self.rows.currentIndex().row() + step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick(max(self.rows.currentIndex().row(), 0))
                return True
        return super().eventFilter(watched, event)

    def _typed(self, wanted: str) -> None:
        self.list.show(self._picks, wanted, self.made_for(wanted))
        self._go(0)

    def _go(self, row: int) -> None:
        if 0 <= row < self.list.rowCount():
            self.rows.setCurrentIndex(self.list.index(row))
            self._speak()

    def _speak(self) -> None:
        """Has the row spoken that Enter would pick: the keys stay in the line above it."""
        if QAccessible.isActive():
            said = self.rows.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, said))

    def _pick(self, row: int) -> None:
        pick = self.list.at(row)
        if pick:
            self.close()
            self.picked.emit(pick.id)
