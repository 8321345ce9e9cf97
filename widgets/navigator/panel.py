"""The left panel: tabs Design and Sheets, a box that searches, the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.navigator.delegate import RowDelegate
from widgets.navigator.model import ID, DesignTree
from widgets.navigator.rail import WIDE, Rail
from widgets.navigator.searched import Searched
from widgets.navigator.sheets import SheetList
from widgets.navigator.tree import Tree
from widgets.qt.search_box import SearchBox
from widgets.qt.slices import Slices, until_last
from widgets.qt.tabs import Tabs
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.element import ElementId
from workbench.rules.finding import Mark
from workbench.texts import text

SOME = 100
"""Names put down between two looks at the time."""
OPENED = 400
"""As many hits of a search are opened up at once."""
SHOWN = 200
"""As many selected rows are shown; of more the tree shows none, the status bar counts them."""
WIDE_BRANCH = 1500
"""Of so many rows below one, making and laying out are two things for the window's thread."""
OPEN_AT_FIRST = 2
"""How many levels are open when a design is shown."""


class Navigator(QWidget):
    """Finds and selects elements: a click selects, a double click shows the place."""

    revealed = Signal(str)
    sheet_picked = Signal(str)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading, self._opening, self._showing = Slices(self), Slices(self), Slices(self)
        self._editor, self._look = editor, look
        self._telling = False
        self.tree = Tree(look, self)
        self.model = DesignTree(editor, look, self)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(RowDelegate(look, self.tree))
        self.sheets = QListView(self)
        self.sheet_list = SheetList(editor, look, self)
        self.sheets.setModel(self.sheet_list)
        self.sheets.setItemDelegate(RowDelegate(look, self.sheets))
        self.sheets.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._searched = Searched()
        self.search = SearchBox(look, text("Name, id, tag or 10.1.64.7"), self)
        self.rail = Rail(look, self)
        self.body = QWidget(self)
        self.tabs = Tabs(look, (text("Design"), text("Sheets")), self)
        self._assemble()
        self._listen()
        self.tree.expandToDepth(OPEN_AT_FIRST - 1)

    def sizeHint(self) -> QSize:
        return QSize(260, 400)

    def fold(self, folded: bool) -> None:
        """Leaves only a rail of symbols, or shows everything."""
        self.rail.setVisible(folded)
        self.body.setVisible(not folded)
        self.setMaximumWidth(WIDE if folded else 420)
        self.setMinimumWidth(WIDE if folded else 200)

    def follow(self, change: Change) -> None:
        """Brings rows in line with a change."""
        # A row that moves to another place leaves the selection of the tree; the editor's stays as it is.
        opened = self._opened(WIDE_BRANCH) if self.model.is_made_anew_by(change) else []
        self._telling = True
        self.model.follow(change)
        self._telling = False
        if opened and not self.search.text().strip():
            self._opening.begin(self._reopening(opened))
        self.sheet_list.follow(change)
        self.choose(self._editor.selection)

    def mark(self, marks: Mapping[ElementId, tuple[Mark, int]]) -> None:
        """Shows findings beside names."""
        self.model.mark(marks)
        self.tree.viewport().update()

    def choose(self, ids: Iterable[ElementId]) -> None:
        """Shows what is selected, its rows opened up."""
        chosen = QItemSelection()
        some = tuple(islice(ids, SHOWN + 1))
        # Of a whole sheet nobody looks for the rows one by one, and Qt would take seconds to join them.
        places = (
            [place for id in some if (place := self.model.where(id)).isValid()] if len(some) <= SHOWN else []
        )
        for place in places:
            chosen.select(place, place)
        self._telling = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.tree.selectionModel().select(chosen, flags)
        if len(places) == 1:
            if self.model.rowCount(places[0].parent()) > WIDE_BRANCH:
                # Its rows were made just now: they are laid out when the window has had its turn.
                self._showing.begin(self._bringing(some[0]))
            else:
                self._bring(places[0])
        self._telling = False

    def _bring(self, place: QModelIndex) -> None:
        self.tree.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.tree.scrollTo(place)

    def _bringing(self, id: ElementId) -> Iterator[None]:
        """Brings the row of an element into sight after the next turn."""
        yield
        place = self.model.where(id)
        if place.isValid() and self.tree.selectionModel().isSelected(place):
            self._bring(place)

    def _reopening(self, opened: Iterable[ElementId]) -> Iterator[None]:
        """Opens rows again, one at a time; what has become very long meanwhile stays folded."""
        for id in opened:
            place = self.model.where(id)
            if place.isValid() and self.model.count_below(place) <= WIDE_BRANCH:
                self.tree.expand(place)
            yield

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        self.rail.retell()
        self.tree.setAccessibleName(self._look.said(text("Design")))
        self.sheets.setAccessibleName(self._look.said(text("Sheets")))
        opened = self._opened()
        self.model.retell()
        self.sheet_list.retell()
        for id in opened:
            self.tree.expand(self.model.where(id))
        self.choose(self._editor.selection)

    def _assemble(self) -> None:
        pages = QStackedWidget(self)
        pages.addWidget(self.tree)
        pages.addWidget(self.sheets)
        self.tabs.picked.connect(pages.setCurrentIndex)
        self.tabs.picked.connect(lambda page: self.search.setVisible(page == 0))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.body, 1)
        self.rail.hide()
        self.rail.picked.connect(self._unfold)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        box = QVBoxLayout()
        box.setContentsMargins(10, 8, 10, 8)
        box.addWidget(self.search)
        column.addLayout(box)
        column.addWidget(pages, 1)

    def _listen(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.entered.connect(lambda: self._reading.begin(until_last(self._read_on)))
        self.tree.selectionModel().selectionChanged.connect(self._selected)
        self.tree.doubleClicked.connect(self._reveal)
        self.tree.activated.connect(self._reveal)
        self.sheets.clicked.connect(lambda index: self.sheet_picked.emit(index.data(ID)))
        self.sheets.activated.connect(lambda index: self.sheet_picked.emit(index.data(ID)))
        self.model.modelReset.connect(self._listen_again)

    def _listen_again(self) -> None:
        if not self.search.text().strip():
            return
        # Hundreds of hits are not looked through one by one: typing on narrows them, and then all open up.
        if self.model.wanted_count <= OPENED:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(OPEN_AT_FIRST - 1)

    def _unfold(self, page: int) -> None:
        """Opens a page beside the rail, or closes it when it is open."""
        opening = self.body.isHidden() or page != self.tabs.at
        self.tabs.pick(page)
        self.body.setVisible(opening)
        self.setMaximumWidth(WIDE + 260 if opening else WIDE)
        self.setMinimumWidth(WIDE + 260 if opening else WIDE)

    def _read_on(self) -> bool:
        return self._searched.read(self._editor.design, SOME)

    def _search(self, wanted: str) -> None:
        found = self._searched.matching(self._editor.design, wanted) if wanted.strip() else None
        self.model.find(found)
        if found is None:
            self.tree.expandToDepth(OPEN_AT_FIRST - 1)
            self.choose(self._editor.selection)

    def _selected(self) -> None:
        if self._telling:
            return
        ids = [index.data(ID) for index in self.tree.selectionModel().selectedRows()]
        self._telling = True
        self._editor.select(id for id in ids if id in self._editor.design)
        self._telling = False

    def _reveal(self, index: QModelIndex) -> None:
        id = index.data(ID)
        if id in self._editor.design:
            self.revealed.emit(id)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _opened(self, most: int | None = None) -> list[ElementId]:
        """The ids of the open rows, the outer ones first; not of those that hold more rows than some, nor below these."""
        found: list[ElementId] = []
        waiting = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        while waiting:
            index = waiting.pop(0)
            if self.tree.isExpanded(index) and (most is None or self.model.rowCount(index) <= most):
                found.append(index.data(ID))
                waiting.extend(self.model.index(row, 0, index) for row in range(self.model.rowCount(index)))
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        super().keyPressEvent(event)
