"""The plan table as Qt's item model: rows are made when somebody looks, and follow every change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from widgets.look import Look
from workbench.planning.plan_table import TOP, PlanTable
from workbench.planning.plan_table.columns import COLUMNS, HINTS, ORDER, TYPED, Column, sorting, wording
from workbench.planning.plan_table.comparison import Comparison, Moved
from workbench.texts import text

Index = QModelIndex | QPersistentModelIndex
KEY: Final = int(Qt.ItemDataRole.UserRole)
NOWHERE: Final = QModelIndex()
RIGHT: Final = frozenset({"usable"})
STILL: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
WRITABLE: Final = STILL | Qt.ItemFlag.ItemIsEditable
MANY: Final = 400
"""From so many rows that come or go at once, all are made anew."""


class PlanModel(QAbstractItemModel):
    """Rows below rows; what is wanted by a search, in the order of a column."""

    reworded = Signal()
    """Cells may read differently: whoever shows some paints them anew, which costs less than to name them all."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.table: PlanTable | None = None
        self.moves: dict[tuple[str, int], Moved] = {}
        self._wanted: frozenset[str] | None = None
        self._column: Column = "block"
        self._falling = False
        self._numbers: dict[str, int] = {}
        self._keys: list[str] = []
        self._made: dict[str, list[str]] = {}
        self._places: dict[str, dict[str, int]] = {}

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self.below(self.key(parent))
        if not 0 <= row < len(below) or not 0 <= column < len(ORDER):
            return QModelIndex()
        return self.createIndex(row, column, self._number(below[row]))

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        seat = self.table.seats.get(self.key(index)) if self.table else None
        return self.where(seat.over) if seat else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self.below(self.key(parent)))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(ORDER)

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return parent.column() <= 0 and any(True for _ in self._shown(self.key(parent)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return WRITABLE if ORDER[index.column()] in TYPED else STILL

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._look.said(COLUMNS[ORDER[section]])
        if role == Qt.ItemDataRole.ToolTipRole and ORDER[section] in HINTS:
            return self._look.said(HINTS[ORDER[section]])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if ORDER[section] in RIGHT else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key, column = self.key(index), ORDER[index.column()]
        if self.table is None or key not in self.table.seats:
            return None
        if role == KEY:
            return key
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return wording(self.table, key, column, self._look.language)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording(self.table, key, column, self._look.language) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(key, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Puts the rows that are made into the order of a column; what comes later takes its place in it."""
        self._column, self._falling = ORDER[column], order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key(index), index.column()) for index in before]
        self._made = {over: self._sorted(over) for over in self._made}
        self._places.clear()
        self.changePersistentIndexList(before, [self.where(key, column) for key, column in keys])
        self.layoutChanged.emit()

    # What the table's view asks.

    def key(self, index: Index) -> str:
        """The key of a row; that of the top for an index that is none."""
        return self._keys[index.internalId()] if index.isValid() else TOP

    def where(self, key: str, column: int = 0) -> QModelIndex:
        """The index of a row; an invalid one where it is not shown."""
        seat = self.table.seats.get(key) if self.table else None
        if seat is None:
            return QModelIndex()
        place = self._placed(seat.over).get(key)
        return QModelIndex() if place is None else self.createIndex(place, column, self._number(key))

    def below(self, over: str) -> list[str]:
        """The keys of the rows below a row, in the order they are shown."""
        if over not in self._made:
            self._made[over] = self._sorted(over)
            self._places.pop(over, None)
        return self._made[over]

    def made(self) -> list[str]:
        """The rows below which rows are made, the outer ones first."""
        return [over for over in self._made if over != TOP]

    def count(self) -> int:
        """How many rows there are, folded or not."""
        every = self.table.seats if self.table else ()
        return len(every) if self._wanted is None else len(self._wanted)

    def show(self, table: PlanTable) -> None:
        """Shows a table in place of the present one; rows that are in both stay where they are."""
        coming = self._coming(table)
        if self.table is None or sum(map(len, coming.values())) > MANY:
            self._anew(table)
            return
        self._leave(table)
        self.table = table
        for over, keys in coming.items():
            for key in keys:
                self._arrive(over, key)
        self.reworded.emit()

    def find(self, wanted: frozenset[str] | None) -> None:
        """Shows these rows only; None shows all."""
        if wanted != self._wanted:
            self._wanted = wanted
            if self.table:
                self._anew(self.table)

    def compare(self, found: Comparison | None) -> None:
        """Marks the blocks that another plan has elsewhere."""
        self.moves = {(one.element, one.part): one for one in found.moves} if found else {}
        self.reworded.emit()

    def move_of(self, key: str) -> Moved | None:
        """What plan B makes of the block of a row."""
        seat = self.table.seats.get(key) if self.table else None
        return self.moves.get((seat.element, seat.part)) if seat else None

    # How rows come and go.

    def _anew(self, table: PlanTable) -> None:
        self.beginResetModel()
        self.table = table
        self._made.clear()
        self._places.clear()
        self.endResetModel()

    def _coming(self, table: PlanTable) -> dict[str, list[str]]:
        """The rows that come to those that are made."""
        found = {}
        for over, keys in self._made.items():
            if self.table and table.below.get(over) is self.table.below.get(over):
                continue
            before = set(keys)
            found[over] = [key for key in table.below.get(over, ()) if key not in before and self._wants(key)]
        return found

    def _leave(self, table: PlanTable) -> None:
        for over in list(self._made):
            if self.table and table.below.get(over) is self.table.below.get(over):
                continue
            after = set(table.below.get(over, ()))
            for row in reversed(range(len(self._made.get(over, ())))):
                key = self._made[over][row]
                if key not in after:
                    self.beginRemoveRows(self.where(over), row, row)
                    del self._made[over][row]
                    self._places.pop(over, None)
                    self._forget(key)
                    self.endRemoveRows()

    def _forget(self, key: str) -> None:
        self._places.pop(key, None)
        for below in self._made.pop(key, ()):
            self._forget(below)

    def _arrive(self, over: str, key: str) -> None:
        if over not in self._made or key in self._placed(over):
            return
        rows = self._made[over]
        row = bisect_left(rows, self._order(key), key=self._order) if not self._falling else len(rows)
        self.beginInsertRows(self.where(over), row, row)
        rows.insert(row, key)
        self._places.pop(over, None)
        self.endInsertRows()

    def _shown(self, over: str) -> Iterator[str]:
        below = self.table.below.get(over, ()) if self.table else ()
        return (key for key in below if self._wants(key))

    def _wants(self, key: str) -> bool:
        return self._wanted is None or key in self._wanted

    def _sorted(self, over: str) -> list[str]:
        return sorted(self._shown(over), key=self._order, reverse=self._falling)

    def _order(self, key: str) -> tuple[object, ...]:
        assert self.table
        return (*sorting(self.table, key, self._column, self._look.language), key)

    def _placed(self, over: str) -> dict[str, int]:
        below = self.below(over)
        if over not in self._places:
            self._places[over] = {key: row for row, key in enumerate(below)}
        return self._places[over]

    def _number(self, key: str) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
        return number

    def _spoken(self, key: str, column: Column) -> str:
        """What a cell says to those who do not see its marks."""
        assert self.table
        row, said = self.table.row(key), wording(self.table, key, column, self._look.language)
        move = self.move_of(key) if column == "block" else None
        if move:
            return self._look.said(
                text("{old}, in plan B {new}", old=move.old or text("none"), new=move.new or text("none"))
            )
        if column == "state" and row.is_pinned:
            return self._look.said(text("{state}, pinned", state=said))
        return said or self._look.said(text("{column}: empty", column=COLUMNS[column]))
