"""Which plan B is looked at: picked above the table, made beside the window, taken as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.addresses.table.beside import PlansBeside
from widgets.look import Look
from widgets.qt.choice_box import ChoiceBox
from widgets.qt.work import Work
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.planning.plan_table.comparison import SOURCES, Comparison, beside, compared
from workbench.texts import Text, text

NONE, SAVED, FILE = "", "saved", "file"
CHOICES: Final[dict[str, Text]] = {
    NONE: text("Plan A alone"),
    **{str(source): title for source, title in SOURCES.items()},
    SAVED: text("As it was saved"),
    FILE: text("Another design…"),
}


class Comparing(QWidget):
    """The box that picks plan B, the figures of both plans, and the button that takes B."""

    compared = Signal(object)
    """The comparison, None while there is none."""
    taken = Signal(object)
    said = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._work: Work | None = None
        self._other: Design | None = None
        self._of: Design | None = None
        self._asked = NONE
        self.found: Comparison | None = None
        self.choices = ChoiceBox(look, self)
        self.figures = PlansBeside(look, self)
        self.told, self.take = QLabel(self), QPushButton(self)
        self.told.setContentsMargins(12, 2, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(self.told)
        self.told.setWordWrap(True)
        self.choices.setMinimumWidth(200)
        self.choices.activated.connect(self._picked)
        self.take.clicked.connect(lambda: self.taken.emit(self.found))
        self.take.setProperty("weight", "primary")
        self.hide()
        self.take.hide()
        self.retell()

    @property
    def source(self) -> str:
        """What is picked."""
        return str(self.choices.currentData() or NONE)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        at = max(self.choices.currentIndex(), 0)
        self.choices.clear()
        for source, title in CHOICES.items():
            self.choices.addItem(self._look.said(title), source)
        self.choices.setCurrentIndex(at)
        self.choices.setAccessibleName(self._look.said(text("Compare with plan B")))
        self.take.setText(self._look.said(text("Take plan B")))
        if self.found:
            self._show(self.found)

    def pick(self, source: str) -> None:
        """Compares with a plan B."""
        self.choices.setCurrentIndex(list(CHOICES).index(source))
        self._picked()

    def compare_with(self, other: Design) -> None:
        """Compares with another design."""
        self._other = other
        self.choices.setCurrentIndex(list(CHOICES).index(FILE))
        self.refresh()

    def refresh(self) -> None:
        """Compares anew, beside the window; what changes meanwhile is compared next."""
        source, design = self.source, self._editor.design
        if source == NONE or (source == FILE and self._other is None):
            self._forget()
        elif self._work is None:
            self._of = design
            self._work, self._asked = Work(self._job(source, design)), source
            self._work.done.connect(self._done)
            self._work.failed.connect(self._failed)
            self._work.start()

    def _job(self, source: str, design: Design) -> Callable[[Any], Comparison]:
        other = self._editor.saved_design if source == SAVED else self._other
        if source in SOURCES:
            return lambda progress: compared(design, source)  # type: ignore[arg-type]
        return lambda progress: beside(design, other or Design.of())

    def _picked(self) -> None:
        if self.source == FILE:
            self._ask_file()
        self.refresh()

    def _ask_file(self) -> None:
        from widgets.qt.ask_path import ask_design
        from workbench.storage.files import SUFFIX

        path = ask_design(self._look, text("Compare with a design"), Path.home(), SUFFIX, self.window())
        self._other = None
        if path is None:
            self.choices.setCurrentIndex(0)
            return
        work = self._work = Work(lambda progress: _read(path))
        work.done.connect(self._read)
        work.failed.connect(self._failed)
        work.start()

    def _read(self, other: Design) -> None:
        self._work = None
        self.compare_with(other)

    def _done(self, found: Comparison) -> None:
        self._work = None
        if self._asked != self.source or self._of is not self._editor.design:
            self.refresh()
            return
        self._show(found)

    def _failed(self, wrong: Exception) -> None:
        self._work = None
        self.choices.setCurrentIndex(0)
        self._forget()
        reason = getattr(wrong, "text", None) or text("{reason}", key="plan.reason", reason=str(wrong)[:200])
        self.said.emit(text("There is no plan B: {reason}", reason=reason))

    def _show(self, found: Comparison) -> None:
        self.found = found
        self.figures.tell(found, self._editor.design)
        self.told.setText(self._look.said(_left_out(found)) if found.refusals else "")
        self.told.setVisible(bool(found.refusals))
        self.take.setEnabled(bool(found.moves))
        self.take.show()
        self.show()
        self.compared.emit(found)

    def _forget(self) -> None:
        if self.found or self.isVisible():
            self.found = None
            self.hide()
            self.take.hide()
            self.compared.emit(None)


def _read(path: Path) -> Design:
    from workbench.storage.files import open_design

    return open_design(path).design


def summed_up(found: Comparison) -> Text:
    """How many blocks the plans have in different places."""
    if len(found.moves) == 1:
        return text("1 block differs")
    return text("{count} blocks differ", count=len(found.moves))


def _left_out(found: Comparison) -> Text:
    """Who finds no room in B."""
    count, reason = sum(len(one.requests) for one in found.refusals), found.refusals[0].reason
    if count <= 1:
        return text("{reason}", key="plan.reason", reason=reason)
    return text("{count} requests find no room: {reason}", count=count, reason=reason)
