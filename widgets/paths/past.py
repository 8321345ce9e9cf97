"""What was asked before, with its verdict: one press asks it again."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from widgets.fonts import font
from widgets.look import Look
from widgets.navigator.delegate import RowDelegate
from widgets.paths.signs import SIGNS
from widgets.qt.picker import Pick, PickList
from workbench.reachability.answer import Verdict
from workbench.reachability.told import HEADLINES
from workbench.texts import text


class Past(NamedTuple):
    """A line that was asked, and what came of it as far as that is known."""

    typed: str
    verdict: Verdict | None = None


class PastList(QWidget):
    """The latest first; Enter or a click asks again."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._past: list[Past] = []
        self.title = QLabel(self)
        self.title.setContentsMargins(12, 6, 12, 4)
        self.rows = QListView(self)
        self.list = PickList(self)
        self.rows.setModel(self.list)
        self.rows.setItemDelegate(RowDelegate(look, self.rows))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.rows, 1)
        self.rows.activated.connect(self._pick)
        self.rows.clicked.connect(self._pick)

    @property
    def count(self) -> int:
        """How many questions there are."""
        return len(self._past)

    def typed_at(self, at: int) -> str:
        """The line of a question, the oldest first; empty beyond the last."""
        return self._past[at].typed if at < len(self._past) else ""

    def note(self, typed: str, verdict: Verdict | None = None) -> None:
        """Puts a question down as the latest, once however often it was asked."""
        self._past = [*(one for one in self._past if one.typed != typed), Past(typed, verdict)]
        self._tell()

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        said = self._look.said(text("Asked before"))
        self.title.setText(said)
        self.title.setFont(font(11, 600))
        self.title.setStyleSheet(f"color: {self._look.colour('text3').name()}")
        self.rows.setAccessibleName(said)
        self._tell()

    def _tell(self) -> None:
        self.list.show([self._row(one) for one in reversed(self._past)])

    def _row(self, past: Past) -> Pick:
        if past.verdict is None:
            return Pick(past.typed, past.typed, "question")
        return Pick(
            past.typed, past.typed, SIGNS[past.verdict].mark, self._look.said(HEADLINES[past.verdict])
        )

    def _pick(self, index: QModelIndex) -> None:
        pick = self.list.at(index.row())
        if pick is not None:
            self.picked.emit(pick.id)
