"""What is typed into the plan table becomes one step of undo each, or is refused with its reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal
from PySide6.QtGui import QGuiApplication

from widgets.addresses.following import Following
from widgets.addresses.table.model import KEY
from widgets.addresses.table.tree import PlanTree
from widgets.look import Look
from widgets.qt.work import Work
from workbench.editor import Editor, ReadOnly
from workbench.edits import Edit
from workbench.edits.addressing import Followed
from workbench.model.design import Design
from workbench.planning.plan_table import PlanTable
from workbench.planning.plan_table.columns import COLUMNS, ORDER, TYPED, Column
from workbench.planning.plan_table.pasting import copied, pasted
from workbench.planning.plan_table.typed import pin_edit, typed_edit
from workbench.reading import Refused
from workbench.texts import Text, text

Index = QModelIndex | QPersistentModelIndex
PASTING: Final = text("Paste into the plan")
FEW: Final = 20
"""Lines up to which what is pasted is read at once."""


class Writing(QObject):
    """Answers what the cells of a table ask for."""

    said = Signal(object)

    def __init__(
        self, editor: Editor, look: Look, tree: PlanTree, following: Following, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editor, self._look, self._tree, self._following = editor, look, tree, following
        self._work: Work | None = None
        self._read_for: Design | None = None
        tree.opening.connect(self._opening)
        tree.typed.checking.connect(self._checking)
        tree.typed.written.connect(self._written)
        tree.emptied.connect(self._emptied)
        tree.pin_wanted.connect(self._pin)
        tree.paste_wanted.connect(self._paste)
        tree.copy_wanted.connect(self._copy)

    @property
    def _table(self) -> PlanTable | None:
        return self._tree.rows.table

    def _opening(self, index: Index) -> None:
        """Whether a cell may be typed in: not in a design for reading, nor where nothing can be written."""
        reason = self._editor.read_only or self._hindrance(index)
        if reason:
            self._tree.may_open = False
            self._tree.tell(reason, True)
            self.said.emit(reason)

    def _hindrance(self, index: Index) -> Text | None:
        return None if _column(index) in TYPED else self._refusal(index, "")

    def _checking(self, index: Index, typed: str) -> None:
        reason = self._refusal(index, typed)
        self._tree.tell(reason, True)

    def _refusal(self, index: Index, typed: str) -> Text | None:
        try:
            self._meant(index, typed)
        except Refused as wrong:
            return wrong.text
        return None

    def _meant(self, index: Index, typed: str) -> Edit:
        assert self._table
        key = index.data(KEY)
        return typed_edit(
            self._editor.design, self._table.seats[key], _column(index), typed, self._look.language
        )

    def _written(self, index: Index, typed: str) -> None:
        name = str(index.sibling(index.row(), 0).data())
        title = text("{column} of {name}", column=COLUMNS[_column(index)], name=name)
        self.perform(title, lambda: self._meant(index, typed))

    def _emptied(self, index: Index) -> None:
        if _column(index) in ("block", "demand", "room") and index.data():
            self._written(index, "")

    def _pin(self, index: Index) -> None:
        assert self._table
        key = index.data(KEY)
        on, seat = not self._table.row(key).is_pinned, self._table.seats[key]
        title = text("Pin the block", key="plan.pin") if on else text("Let go of the block", key="plan.unpin")
        self.perform(title, lambda: pin_edit(self._editor.design, seat, on))

    def _paste(self, index: Index, plain: str) -> None:
        seats = self._tree.seats_from(index)
        if not plain.strip() or not seats or self._work:
            return
        design, column, language = self._editor.design, _column(index), self._look.language
        meant = partial(pasted, design, seats, column, plain, language)
        if plain.count("\n") <= FEW or self._editor.read_only:
            self.perform(PASTING, meant)
            return
        self.said.emit(text("Reading {count} lines…", count=plain.count("\n")))
        self._work, self._read_for = Work(lambda progress: meant()), design
        self._work.done.connect(self._pasted)
        self._work.failed.connect(self._refused)
        self._work.start()

    def _pasted(self, edit: Edit) -> None:
        """Does what was read beside the window, unless the design became another meanwhile."""
        self._work = None
        if self._read_for is self._editor.design:
            self.perform(PASTING, lambda: edit)
        else:
            self.said.emit(text("The design was changed meanwhile. Paste once more."))

    def _refused(self, wrong: Exception) -> None:
        self._work = None
        self.perform(PASTING, lambda: _raising(wrong))

    def _copy(self) -> None:
        keys = self._tree.chosen_keys()
        if self._table and keys:
            QGuiApplication.clipboard().setText(copied(self._table, keys, self._look.language))

    def perform(self, title: Text, meant: Callable[[], Edit]) -> None:
        """Does what is meant as one step, or tells why not."""
        try:
            if self._editor.read_only:
                raise ReadOnly(self._editor.read_only)
            self._following.perform(title, meant(), lambda done: self._tell(title, done))
        except (Refused, ReadOnly) as wrong:
            reason = wrong.text if isinstance(wrong, Refused) else wrong.args[0]
            self._tree.tell(reason, True)
            self.said.emit(reason)
            return
        self._tree.tell(None, False)

    def _tell(self, title: Text, done: Followed) -> None:
        told = text(
            "{title}{followed} · {keys} takes it back",
            key="plan.done",
            title=title,
            followed=done.told,
            keys="Ctrl Z",
        )
        self.said.emit(told)


def _raising(wrong: Exception) -> Edit:
    raise wrong


def _column(index: Index) -> Column:
    return ORDER[index.column()]
