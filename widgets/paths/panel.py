"""Ask a path: a question typed in one line, the verdict, and every hop there and back with the rule that lets it pass."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.paths.asking import Asking
from widgets.paths.banner import VerdictBanner
from widgets.paths.box import QuestionBox
from widgets.paths.buttons import PathButtons
from widgets.paths.chips import UnderstoodRow
from widgets.paths.head import PathHead
from widgets.paths.hops import HopList
from widgets.paths.names import NameList
from widgets.paths.past import PastList
from widgets.qt.ending import Ending
from workbench.editor import Editor
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asked import Understood
from workbench.reachability.asker import Asker
from workbench.reachability.question import completions, swapped, understood, wording_for
from workbench.reachability.told import HEADLINES, called, plain_text
from workbench.texts import Text, text

WIDE: Final = 452
EDGE: Final = 12
SOON: Final = 150
"""Milliseconds until an answer that is not there yet is said to be on its way."""
AGAIN: Final = 300
"""Milliseconds after the last edit until the question is asked of the design as it is now."""
BEGINNING: Final = text("Ask in one line who reaches whom: two names and a port. Arrows and words both do.")


class PathPanel(QWidget):
    """One question at a time; what is asked again after an edit takes the place of the answer before."""

    lit = Signal(object, bool)
    """An answer to be shown on the sheet, and whether its way back is."""
    unlit = Signal()
    picked = Signal(str)
    said = Signal(object)
    failed = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, editor: Editor, look: Look, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self.read: Understood | None = None
        self.answer: PathAnswer | None = None
        self._of: Design = editor.design
        self._is_waiting = False
        self._asked, self._at = "", 0
        self.head, self.box = PathHead(look, self), QuestionBox(look, self)
        self.chips = UnderstoodRow(look, lambda: editor.design, self)
        self.missing, self.banner = QLabel(self), VerdictBanner(look, self)
        self.hops, self.buttons = HopList(look, self), PathButtons(look, self)
        self.past = PastList(look, self)
        self.names, self.asking = NameList(look, self), Asking(asker, self)
        self._soon, self._again = QTimer(self), QTimer(self)
        self._lay_out()
        self._listen()
        self.destroyed.connect(Ending(editor.subscribe(self._changed)))
        self.retell()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 260)

    def focus(self) -> None:
        """Gives the keys to the line, all of it selected."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def ask_for(self, typed: str) -> None:
        """Puts a question into the line and asks it."""
        self.box.setText(typed)
        self._typed()
        self._ask()

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        for part in (self.head, self.box, self.chips, self.banner, self.hops, self.past, self.buttons):
            part.retell()
        self.names.hide()
        self._say_missing()
        self.setAccessibleName(self._look.said(text("Ask a path")))

    def showEvent(self, event: QShowEvent) -> None:
        """Understands what stands in the line, of a design that may have changed meanwhile."""
        super().showEvent(event)
        self._typed()

    # How it is put together.

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        inner = QVBoxLayout()
        inner.setContentsMargins(EDGE, EDGE, EDGE, 8)
        inner.setSpacing(8)
        self.missing.setWordWrap(True)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        for part in (self.box, self.chips, self.missing, self.banner):
            inner.addWidget(part)
        column.addLayout(inner)
        column.addWidget(self.hops, 1)
        column.addWidget(self.past, 1)
        column.addStretch(0)
        column.addWidget(self.buttons)
        order = (self.box, self.box.swap, self.banner.cancel, self.hops, self.past.rows, self.buttons)
        for before, after in pairwise((*order, self.head.close_button)):
            self.setTabOrder(before, after)
        self._show_answer(None)

    def _listen(self) -> None:
        self.box.textChanged.connect(self._typed)
        self.box.textEdited.connect(lambda typed: self._edited())
        self.box.asked.connect(self._enter)
        self.box.left.connect(self._escape)
        self.box.recalled.connect(self._recall)
        self.box.moved_in_list.connect(self.names.move_by)
        self.box.swap.clicked.connect(self._swap)
        self.names.taken.connect(self._take)
        self.hops.told.connect(self.picked)
        self.past.picked.connect(self.ask_for)
        self.hops.left.connect(self.focus)
        self.buttons.lighting.connect(self._light)
        self.buttons.turned.connect(self._light)
        self.buttons.copying.connect(self._copy)
        self.banner.cancelled.connect(lambda: self.asking.stop(told=True))
        self.head.closing.connect(self.closed)
        self.asking.named.connect(self._named)
        self.asking.answered.connect(self._answered)
        self.asking.failed.connect(self._failed)
        self.asking.stopped.connect(self._stopped)
        for timer, act in ((self._soon, self._say_busy), (self._again, self._ask_again)):
            timer.setSingleShot(True)
            timer.timeout.connect(act)

    # What is typed.

    def _typed(self) -> None:
        """Understands the line as it stands; names of a large design are made ready beside the window first."""
        design, typed = self._editor.design, self.box.text()
        if not typed.strip():
            self._take_reading(None)
        elif self.asking.knows(design):
            self._take_reading(understood(design, typed, self._look.language))
        else:
            self.read = None

    def _take_reading(self, read: Understood | None) -> None:
        self.read = read
        self.box.mark(read.tokens if read else ())
        self.chips.tell(read)
        self.chips.setVisible(read is not None)
        ends = [token for token in read.tokens if token.role in ("source", "target")] if read else []
        self.box.swap.setEnabled(len(ends) == 2)
        self._say_missing()

    def _say_missing(self) -> None:
        read = self.read
        words: Text | None = (
            BEGINNING if read is None and self.answer is None else read.missing if read else None
        )
        self.missing.setText(self._look.said(words) if words else "")
        self.missing.setVisible(words is not None)
        is_unknown = read is not None and any(token.role == "unknown" for token in read.tokens)
        ink = "error" if is_unknown else "text2"
        self.missing.setStyleSheet(f"color: {self._look.colour(ink).name()}")

    def _named(self, design: Design) -> None:
        if design is not self._editor.design:
            return
        self._typed()
        if self.box.hasFocus():
            self._complete()
        if self._is_waiting:
            self._ask()

    def _edited(self) -> None:
        # What is typed is none of the questions before: Up begins at the latest of them.
        self._at = self.past.count
        self._complete()

    def _complete(self) -> None:
        """Offers names for the piece before the cursor, unless it is one already."""
        design, at = self._editor.design, self.box.cursorPosition()
        ids: tuple[ElementId, ...] = ()
        if self.asking.knows(design) and self.box.text().strip():
            piece, ids = completions(design, self.box.text(), at)
            typed = self.box.text()[piece.start : piece.stop].casefold()
            names = called(design, ids[0]) if len(ids) == 1 else None
            if names and typed in (names.en.casefold(), names.zh.casefold(), ids[0].casefold()):
                ids = ()
        self.names.open_at(self.box.below(), self.box.width(), design, ids)
        self.box.list_is_open = self.names.isVisible()

    def _take(self, id: ElementId) -> None:
        """Puts a name from the list in the place of the piece before the cursor."""
        design, at, typed = self._editor.design, self.box.cursorPosition(), self.box.text()
        piece, _ = completions(design, typed, at)
        wording = wording_for(design, id, self._look.language)
        self.box.list_is_open = False
        self.box.setText(typed[: piece.start] + wording + (typed[piece.stop :] or " "))
        self.box.setCursorPosition(piece.start + len(wording) + 1)
        self.box.setFocus()

    def _swap(self) -> None:
        if self.read is not None:
            self.box.setText(swapped(self.box.text(), self.read))
            self.box.setFocus()
            if self.answer is not None:
                self._ask()

    def _recall(self, step: int) -> None:
        """Goes to a question asked before, or on to a later one; after the last the line is empty."""
        at = self._at + step
        if 0 <= at <= self.past.count:
            self._at = at
            self.box.setText(self.past.typed_at(at))

    # Asking.

    def _enter(self) -> None:
        if not (self.box.list_is_open and self.names.take_marked()):
            self._close_names()
            self._ask()

    def _close_names(self) -> None:
        self.names.hide()
        self.box.list_is_open = False

    def _ask(self) -> None:
        """Asks what stands in the line, once it is understood."""
        design = self._editor.design
        self._is_waiting = bool(self.box.text().strip()) and not self.asking.knows(design)
        read = self.read
        if self._is_waiting or read is None:
            return
        if read.asked is None:
            self._speak(read.missing)
            return
        self._asked = self.box.text().strip()
        self.past.note(self._asked)
        self._at = self.past.count - 1
        self._soon.start(SOON)
        self.asking.ask(design, read.asked)

    def _say_busy(self) -> None:
        if self.asking.is_busy:
            self.banner.tell_state(
                text("Following the path…"), text("Both ways are followed rule by rule."), True
            )
            self.banner.show()

    def _answered(self, answer: PathAnswer, design: Design, milliseconds: int) -> None:
        self._of = design
        self.past.note(self._asked, answer.verdict)
        self._show_answer(answer)
        self.banner.tell(answer, milliseconds)
        self._speak(text("{verdict}. {decided}", verdict=HEADLINES[answer.verdict], decided=answer.decided))
        if self._editor.design is not design:
            self._again.start(AGAIN)

    def _failed(self, wrong: Exception) -> None:
        self._show_answer(None)
        self.banner.tell_state(text("No answer"), text("The path could not be followed because of a fault."))
        self.banner.show()
        self.failed.emit(wrong)

    def _stopped(self) -> None:
        self._show_answer(None)
        self.banner.tell_state(text("Not run"), text("The question was cancelled. Enter asks again."))
        self.banner.show()

    def _show_answer(self, answer: PathAnswer | None) -> None:
        self.answer = answer
        self._soon.stop()
        self.hops.show_answer(answer, self._of)
        self.buttons.offer(answer)
        self.hops.setVisible(answer is not None)
        self.past.setVisible(answer is None and self.past.count > 0)
        for part in (self.banner, self.buttons):
            part.setVisible(answer is not None)
        self._say_missing()

    def _changed(self, change: Change) -> None:
        """After an edit the line may mean something else, and so may the answer."""
        if self.isVisible():
            self._typed()
            if self.answer is not None:
                self._again.start(AGAIN)

    def _ask_again(self) -> None:
        if self.answer is not None and self.isVisible():
            self._ask()

    # What one does with an answer.

    def _light(self) -> None:
        if self.answer is not None:
            self.lit.emit(self.answer, self.buttons.shows_back)

    def _copy(self) -> None:
        if self.answer is not None:
            QGuiApplication.clipboard().setText(plain_text(self._of, self.answer, self._look.language))
            self.said.emit(text("Copied the path as text"))

    def _escape(self) -> None:
        """Closes the list of names, else clears the line and the answer, else leaves."""
        if self.box.list_is_open:
            self._close_names()
        elif self.box.text() or self.answer is not None:
            self.asking.stop()
            self.box.clear()
            self._at = self.past.count
            self._show_answer(None)
            self.unlit.emit()
        else:
            self.left.emit()

    def _speak(self, words: Text | None) -> None:
        if words is not None and QAccessible.isActive():
            said = self._look.said(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, said))
