"""The tree of the design as Qt's item model: rows are made when somebody looks, and follow every change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.look import Look
from widgets.marks import WITHIN, told
from widgets.navigator.branch import GROUP, ROOT, Branch, holder, ids_below, order_of
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.rules.finding import MARKS, Mark

Index = QModelIndex | QPersistentModelIndex
ID: Final = int(Qt.ItemDataRole.UserRole)
SYMBOL: Final = ID + 1
META: Final = ID + 2
MARK: Final = ID + 3
MARK_BELOW: Final = ID + 4
MANY: Final = 400
"""From so many changes at once the tree is made anew."""
STILL: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
MOVABLE: Final = STILL | Qt.ItemFlag.ItemIsDragEnabled
NOWHERE: Final = QModelIndex()


class DesignTree(QAbstractItemModel):
    """Directories with what they hold; what has no parent stands below the plural of its kind."""

    def __init__(self, editor: Editor, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._marks: Mapping[ElementId, tuple[Mark, int]] = {}
        self._below: dict[ElementId, Mark] = {}
        self._wanted: frozenset[ElementId] | None = None
        self._numbers = 0
        self._design: Design = editor.design
        self._earlier: Design = self._design
        self._start()

    # What Qt asks.

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self._rows(self._branch(parent))
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row].number)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        over = self._branch(index).over
        return QModelIndex() if over is None else self._index_of(over)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._rows(self._branch(parent)))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        branch = self._branch(parent)
        if branch.below is not None:
            return bool(branch.below)
        if branch.over and not branch.is_group and not self._design.index.children.get(branch.id):
            # Asked of every row that is laid out, of which most hold nothing.
            return False
        return any(self._shows(id) for id in ids_below(branch.id, self._design))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        branch = self._branch(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._title(branch)
        if role == ID:
            return branch.id
        if role == SYMBOL:
            return branch.kind.symbol if branch.is_group else self._element(branch.id).kind.symbol
        if role == META:
            return self._meta(branch)
        if role == MARK:
            found = self._marks.get(branch.id)
            return found[0] if found else None
        if role == MARK_BELOW:
            return self._below.get(branch.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(branch)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return STILL if self._branch(index).is_group else MOVABLE

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        # The canvas says what it takes; it is there long before anything is dragged.
        from widgets.canvas.dropping import dragged

        return dragged(tuple(self._branch(index).id for index in indexes))

    # What the navigator asks.

    def where(self, id: ElementId) -> QModelIndex:
        """The row of an element, made with all those above it; an invalid index where the tree does not show it."""
        if id not in self._design or holder(self._design[id], self._design) is None:
            return QModelIndex()
        path = [id, *(above.id for above in self._design.above(id))]
        top = holder(self._design[path[-1]], self._design)
        if top:
            path.append(top)
        branch = self._root
        for step in reversed(path):
            found = next((row for row in self._rows(branch) if row.id == step), None)
            if found is None:
                return QModelIndex()
            branch = found
        return self._index_of(branch)

    @property
    def wanted_count(self) -> int:
        """How many elements a search left."""
        return len(self._wanted or ())

    def find(self, wanted: frozenset[ElementId] | None) -> None:
        """Shows these elements and those above them only; None shows all."""
        self._wanted = wanted
        self._anew()

    def mark(self, marks: Mapping[ElementId, tuple[Mark, int]]) -> None:
        """Notes the findings to show beside names."""
        self._marks, self._below = marks, {}
        for id, (severity, _) in marks.items():
            if id in self._design and severity != "waived":
                self._mark_above(self._design[id], severity)

    def retell(self) -> None:
        """Says everything again, in the present language."""
        self._anew()

    def is_made_anew_by(self, change: Change) -> bool:
        """Whether a change is so large that all rows are made anew, or a search decides which there are."""
        return len(change.pairs()) > MANY or self._wanted is not None

    def count_below(self, index: Index) -> int:
        """How many rows would stand below a row, without making any."""
        return sum(1 for _ in ids_below(self._branch(index).id, self._design))

    def follow(self, change: Change) -> None:
        """Brings the rows in line with a change."""
        pairs = change.pairs()
        if self.is_made_anew_by(change):
            self._design = self._editor.design
            self._anew()
            return
        before, self._design = self._design, self._editor.design
        self._earlier = before
        for old, new in pairs:
            if old is not None and (new is None or holder(old, before) != holder(new, self._design)):
                self._leave(old)
        for _, new in pairs:
            if new is not None:
                self._arrive(new)

    def _start(self) -> None:
        self._design = self._earlier = self._editor.design
        self._branches: dict[int, Branch] = {}
        self._known: dict[ElementId, Branch] = {}
        self._root = self._made(ROOT, None)

    def _anew(self) -> None:
        self.beginResetModel()
        self._start()
        self.endResetModel()

    def _made(self, id: ElementId, over: Branch | None) -> Branch:
        order = order_of(id, self._design, self._look.language) if id else (0, "", "")
        branch = Branch(id, over, order, self._numbers)
        self._numbers += 1
        self._branches[branch.number] = self._known[id] = branch
        return branch

    def _element(self, id: ElementId) -> Element:
        """The element of a row; while rows follow a change, also one that is no more."""
        return self._design.get(id) or self._earlier[id]

    def _branch(self, index: Index) -> Branch:
        # No row but the root has the number 0, which an index has that is none.
        return self._branches.get(index.internalId(), self._root)

    def _rows(self, branch: Branch) -> list[Branch]:
        if branch.below is None:
            made = (self._made(id, branch) for id in ids_below(branch.id, self._design) if self._shows(id))
            branch.below = sorted(made, key=lambda one: one.order)
        return branch.below

    def _shows(self, id: ElementId) -> bool:
        if self._wanted is None:
            return True
        if id.startswith(GROUP):
            return any(member in self._wanted for member in ids_below(id, self._design))
        return id in self._wanted

    def _index_of(self, branch: Branch) -> QModelIndex:
        if branch.over is None:
            return QModelIndex()
        return self.createIndex(self._rows(branch.over).index(branch), 0, branch.number)

    def _spoken(self, branch: Branch) -> str:
        """What the row says to those who do not see its mark."""
        found, below = self._marks.get(branch.id), self._below.get(branch.id)
        marked = told(*found) if found else WITHIN[below] if below else None
        said = self._look.said(marked) if marked else ""
        return " ".join(part for part in (self._title(branch), self._meta(branch), said) if part)

    def _title(self, branch: Branch) -> str:
        words = branch.kind.plural if branch.is_group else self._element(branch.id).title()
        return self._look.said(words)

    def _meta(self, branch: Branch) -> str:
        element = None if branch.is_group else self._element(branch.id)
        if element and (told := element.meta()):
            return told
        count = sum(1 for _ in ids_below(branch.id, self._design))
        return f"{count:,}" if count else ""

    def _mark_above(self, element: Element, severity: Mark) -> None:
        held = holder(element, self._design)
        over = self._below.get(held) if held else None
        if over and MARKS.index(over) <= MARKS.index(severity):
            # Of thousands below one row the first has said it to all above.
            return
        ids = [above.id for above in self._design.above(element.id)]
        top = self._design[ids[-1]] if ids else element
        for id in (*ids, holder(top, self._design) or ""):
            worst = self._below.get(id, severity)
            self._below[id] = min(worst, severity, key=MARKS.index)

    def _leave(self, old: Element) -> None:
        branch = self._known.get(old.id)
        over = branch.over if branch else None
        if branch is None or over is None or over.below is None:
            return
        row = over.below.index(branch)
        self.beginRemoveRows(self._index_of(over), row, row)
        del over.below[row]
        self._forget(branch)
        self.endRemoveRows()
        self._told(over)
        if over.is_group and not over.below:
            self._leave_group(over)

    def _leave_group(self, group: Branch) -> None:
        row = self._rows(self._root).index(group)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows(self._root)[row]
        self._forget(group)
        self.endRemoveRows()

    def _forget(self, branch: Branch) -> None:
        """Drops a row and all that were made below it."""
        for below in branch.below or ():
            self._forget(below)
        self._branches.pop(branch.number, None)
        if self._known.get(branch.id) is branch:
            del self._known[branch.id]

    def _arrive(self, new: Element) -> None:
        held = holder(new, self._design)
        if held is None:
            return
        if held.startswith(GROUP) and held not in self._known:
            self._insert(held, self._root)
        over = self._known.get(held)
        if over is None:
            return
        branch = self._known.get(new.id)
        if branch is None or branch.over is not over:
            self._insert(new.id, over)
        else:
            self._settle(branch)
        self._told(over)

    def _insert(self, id: ElementId, over: Branch) -> None:
        if over.below is None:
            over.below = sorted(
                (self._made(other, over) for other in ids_below(over.id, self._design) if other != id),
                key=lambda one: one.order,
            )
        if any(row.id == id for row in over.below):
            return
        branch = self._made(id, over)
        row = bisect_left([one.order for one in over.below], branch.order)
        self.beginInsertRows(self._index_of(over), row, row)
        over.below.insert(row, branch)
        self.endInsertRows()

    def _settle(self, branch: Branch) -> None:
        """Moves a row to where its name now belongs, and tells that it reads differently."""
        over = branch.over
        assert over is not None
        rows = self._rows(over)
        row = rows.index(branch)
        order = order_of(branch.id, self._design, self._look.language)
        others = [one.order for one in rows if one is not branch]
        there = bisect_left(others, order)
        branch.order = order
        if there != row:
            above = self._index_of(over)
            self.beginMoveRows(above, row, row, above, there if there < row else there + 1)
            rows.insert(there, rows.pop(row))
            self.endMoveRows()
        self._told(branch)

    def _told(self, branch: Branch) -> None:
        index = self._index_of(branch)
        if index.isValid():
            self.dataChanged.emit(index, index)
