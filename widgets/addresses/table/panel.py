"""The plan table with what belongs to it: the search, plan B, and the rows; one with the selection everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planners.pace import breathe
from widgets.addresses.following import Following
from widgets.addresses.table.comparing import Comparing, summed_up
from widgets.addresses.table.model import PlanModel
from widgets.addresses.table.tree import PlanTree
from widgets.addresses.table.writing import Writing
from widgets.look import Look
from widgets.qt.ending import Ending
from widgets.qt.search_box import SearchBox
from widgets.qt.slices import Slices, until_last
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.planning.plan_table import TOP, PlanTable, plan_table
from workbench.planning.plan_table.columns import ORDER
from workbench.planning.plan_table.comparison import Comparison, take_edit
from workbench.planning.plan_table.search import PlanSearch
from workbench.texts import text

OPEN_AT_FIRST: Final = 60
"""Rows up to which everything is open at first; of more only what holds the networks."""
SHOWN: Final = 200
"""Of more selected elements nobody looks for the rows one by one."""
SOME: Final = 150
STRIDE: Final = 20
TELLING: Final = 220
"""Below this height the rows need all of it."""
Index = QModelIndex | QPersistentModelIndex


class PlanTablePanel(QWidget):
    """Follows the design while it is seen. The table is made beside the window and patched from then on."""

    said = Signal(object)

    def __init__(
        self,
        editor: Editor,
        look: Look,
        parent: QWidget | None = None,
        following: Following | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._work: Work | None = None
        self._filling: Work | None = None
        self._telling = False
        self._opened: list[str] = []
        self._search: PlanSearch | None = None
        self.setAutoFillBackground(True)
        self.search = SearchBox(look, text("Find in the plan"), self)
        self.count, self.told = QLabel(self), QLabel(self)
        self.comparing = Comparing(editor, look, self)
        self.model = PlanModel(look, self)
        self.tree = PlanTree(look, self.model, self)
        self.writing = Writing(editor, look, self.tree, following or Following(editor, self), self)
        self._reading = Slices(self)
        self._lay_out()
        self._listen()
        self.destroyed.connect(Ending(editor.subscribe(self._changed)))
        self.destroyed.connect(Ending(editor.subscribe_selection(self._selected_elsewhere)))
        self.retell()

    @property
    def table(self) -> PlanTable | None:
        """The table that is shown."""
        return self.model.table

    def retell(self) -> None:
        """Says and paints everything in the present language and theme."""
        self.tree.setAccessibleName(self._look.said(text("Plan table", key="plan.table")))
        self.comparing.retell()
        self.model.headerDataChanged.emit(self.tree.header().orientation(), 0, len(ORDER) - 1)
        self.tree.viewport().update()
        self._count()
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.table is None or self.table.design is not self._editor.design:
            self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    # The table.

    def _make(self) -> None:
        """Makes the table anew beside the window; what changes meanwhile is made next."""
        if self._work or not self.isVisible():
            return
        design = self._editor.design
        # Without a parent it outlives a window that is closed meanwhile, and then tells nobody.
        self._work = Work(lambda progress: filled_in(plan_table(design)))
        self._work.done.connect(self._arrived)
        self._work.failed.connect(self._broken)
        self._work.start()

    def _arrived(self, table: PlanTable) -> None:
        self._work = None
        if table.design is not self._editor.design:
            change = Change.between(table.design, self._editor.design)
            followed = table.after(change, self._editor.design)
            if followed is None:
                self._make()
                return
            table = followed
        first = self.table is None
        self._show(table)
        if first:
            self._open_at_first()
            self._selected_elsewhere(self._editor.selection)

    def _broken(self, wrong: Exception) -> None:
        """What breaks in a thread is a fault of the program, and told like one."""
        self._work = self._filling = None
        raise wrong

    def _show(self, table: PlanTable) -> None:
        """Shows a table; what is open and selected stays so."""
        self._telling = True
        self.model.show(table)
        self._telling = False
        self._search = None
        if self.search.text().strip():
            self._find()
        self._count()
        self._choose(self._editor.selection, reveal=False)
        self._tell()
        self._fill_in()

    def _fill_in(self) -> None:
        """Makes what the change left open beside the window, before somebody sorts by it."""
        if self._filling is None and self.table:
            table = self.table
            self._filling = Work(lambda progress: filled_in(table))
            self._filling.done.connect(self._filled_in)
            self._filling.failed.connect(self._broken)
            self._filling.start()

    def _filled_in(self, table: PlanTable) -> None:
        self._filling = None
        if table is not self.table:
            self._fill_in()

    def _changed(self, change: Change) -> None:
        if self.table is None or not self.isVisible() or self._work:
            return
        followed = self.table.after(change, self._editor.design)
        if followed is None:
            self._make()
        else:
            self._show(followed)
        self.comparing.refresh()

    def _take(self, found: Comparison) -> None:
        self.writing.perform(text("Take plan B"), lambda: take_edit(found))
        self.comparing.pick("")

    # Searching and selecting.

    def _find(self) -> None:
        typed = self.search.text()
        if self.table is None:
            return
        if not typed.strip():
            self.model.find(None)
            self._open_at_first()
            self._choose(self._editor.selection, reveal=True)
        else:
            self.model.find(self._searching().matching(typed))
            self._open_at_first()
        self._count()

    def _searching(self) -> PlanSearch:
        assert self.table
        if self._search is None or self._search.table is not self.table:
            self._search = PlanSearch(self.table)
        return self._search

    def _read_on(self) -> bool:
        return self.table is not None and self._searching().read(SOME)

    def _selected_here(self) -> None:
        if self._telling or self.table is None:
            return
        ids = [self.table.seats[key].element for key in self.tree.chosen_keys()]
        self._telling = True
        self._editor.select(ids)
        self._telling = False

    def _selected_elsewhere(self, ids: tuple[ElementId, ...]) -> None:
        if not self._telling:
            self._choose(ids, reveal=True)

    def _choose(self, ids: tuple[ElementId, ...], reveal: bool) -> None:
        """Shows what is selected; opened up and brought into sight where it was selected elsewhere."""
        if self.table is None or len(ids) > SHOWN:
            return
        keys = [key for id in ids if (key := self.table.key_of(id))]
        chosen, found = QItemSelection(), [at for key in keys if (at := self.model.where(key)).isValid()]
        for at in found:
            chosen.select(at, at)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self._telling = True
        self.tree.selectionModel().select(chosen, flags)
        if reveal and found:
            column = max(self.tree.currentIndex().column(), 0)
            there = found[0].siblingAtColumn(column)
            self.tree.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(found[0])
        self._telling = False

    def _tell(self) -> None:
        """Says why the block of the row with the keys lies where it does: in its column that may be cut."""
        index = self.tree.currentIndex()
        why = self.table.why(self.model.key(index)) if self.table and index.isValid() else None
        self.told.setVisible(bool(why and why.clauses) and self.height() >= TELLING)
        if why and self.table and why.clauses:
            block = self.table.row(self.model.key(index)).block
            told = text("{block}: {why}", key="plan.told", block=block, why=why) if block else why
            self.told.setText(self._look.said(told))

    # What is open.

    def _open_at_first(self) -> None:
        """Opens all of a small table; of a large one what stands above the networks."""
        self._telling = True
        if self._size() <= OPEN_AT_FIRST or (self.search.text().strip() and self._size() <= SHOWN):
            self.tree.expandAll()
        else:
            for key in self._walk(TOP):
                if self.table and self.table.seats[key].use in ("pool", "region", "group", "loose"):
                    self.tree.expand(self.model.where(key))
        self._telling = False

    def _size(self) -> int:
        return sum(1 for _ in self._walk(TOP))

    def _walk(self, over: str) -> Iterator[str]:
        for key in self.model.below(over):
            yield key
            if self.table and self.table.seats[key].use != "vpc":
                yield from self._walk(key)
            elif self.table:
                yield from self.table.below.get(key, ())

    def _note_opened(self) -> None:
        """The rows that are open, the outer ones first, before all rows are made anew."""
        self._opened = [key for key in self.model.made() if self.tree.isExpanded(self.model.where(key))]

    def _reopen(self) -> None:
        for key in self._opened:
            at = self.model.where(key)
            if at.isValid() and not self.tree.isExpanded(at):
                self.tree.expand(at)

    def _count(self) -> None:
        if self.table:
            found = self.comparing.found
            rows = text("{count} rows", key="plan.rows", count=self.model.count())
            self.count.setText(self._look.said(summed_up(found) if found else rows))

    def _lay_out(self) -> None:
        top, column = QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(12, 4, 12, 4)
        top.setSpacing(8)
        self.told.setContentsMargins(12, 3, 12, 4)
        self.told.setWordWrap(True)
        self.told.hide()
        self.count.setMinimumWidth(1)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(320)
        top.addWidget(self.search, 1)
        top.addWidget(self.count, 1)
        top.addWidget(self.comparing.choices)
        top.addWidget(self.comparing.take)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.comparing)
        column.addWidget(self.tree, 1)
        column.addWidget(self.told)
        self.setFocusProxy(self.tree)
        self.setMinimumHeight(120)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.entered.connect(lambda: self._reading.begin(until_last(self._read_on)))
        self.tree.selectionModel().selectionChanged.connect(self._selected_here)
        self.tree.selectionModel().currentRowChanged.connect(self._tell)
        self.model.modelAboutToBeReset.connect(self._note_opened)
        self.model.modelReset.connect(self._reopen)
        self.model.reworded.connect(self.tree.viewport().update)
        self.writing.said.connect(self.said)
        self.comparing.compared.connect(self._compared)
        self.comparing.taken.connect(self._take)
        self.comparing.said.connect(self.said)

    def _compared(self, found: Comparison | None) -> None:
        self.model.compare(found)
        self.tree.make_room(found is not None)
        self._count()


def filled_in(table: PlanTable) -> PlanTable:
    """A table with every cell and every reason, made in a thread of its own."""
    for count, key in enumerate(table.seats):
        table.row(key)
        table.why(key)
        if count % STRIDE == 0:
            breathe()
    return table
