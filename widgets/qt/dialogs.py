"""Dialogs that ask one thing or tell one thing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from widgets.symbols import symbol
from workbench.commands.desk import Answer, Question
from workbench.texts import Text, text

LEAST, MOST, MARGIN, LINE, MOST_LINES = 440, 640, 20, 19, 12


class Sign(QWidget):
    """A symbol of 24 at the left of a sentence."""

    def __init__(self, look: Look, name: str, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._ink = look, name, ink
        self.setFixedSize(28, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = symbol(self._name, 24, self._ink, self._look.theme, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class QuestionDialog(QDialog):
    """Title, sentence, details line by line, and a button an answer; Escape closes without one."""

    def __init__(
        self, look: Look, question: Question, mark: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.answer = ""
        self._safe: QPushButton | None = None
        self.setWindowTitle(look.said(question.title))
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 18, MARGIN, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Sign(look, *mark, self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self._label(look.said(question.title), 16, 600))
        words.addWidget(self._label(look.said(question.says), 12, 400))
        top.addLayout(words, 1)
        column.addLayout(top)
        if question.details:
            details = self._details(question.details)
            details.setAccessibleName(look.said(question.title))
            column.addWidget(details)
        column.addLayout(self._buttons(question.answers))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Enter does what loses nothing."""
        super().showEvent(event)
        if self._safe:
            self._safe.setFocus()

    def _fit(self) -> None:
        """As high as the sentences are in this width: what a dialog asks for itself is measured in a narrower one."""
        wide = min(max(self.sizeHint().width(), LEAST), MOST)
        self.resize(wide, self._column.totalHeightForWidth(wide))

    def _label(self, wording: str, size: int, weight: int) -> QLabel:
        label = QLabel(wording, self)
        label.setWordWrap(True)
        label.setFont(font_for(wording, size, weight))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _details(self, details: tuple[Text, ...]) -> QPlainTextEdit:
        box = QPlainTextEdit("\n".join(self._look.said(line) for line in details), self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        room = LEAST - 2 * MARGIN - 30
        wide = box.fontMetrics()
        lines = sum(1 + wide.horizontalAdvance(line) // room for line in box.toPlainText().splitlines())
        box.setFixedHeight(min(lines, MOST_LINES) * LINE + 16)
        return box

    def _buttons(self, answers: tuple[Answer, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for answer in answers:
            button = QPushButton(self._look.said(answer.label), self)
            button.setProperty("weight", answer.weight)
            button.setDefault(answer.weight == "primary")
            button.setAutoDefault(answer.weight == "primary")
            button.clicked.connect(lambda _=False, id=answer.id: self._answered(id))
            row.addWidget(button)
            if answer.weight == "primary" or (answer.id == "" and self._safe is None):
                self._safe = button
        return row

    def _answered(self, id: str) -> None:
        self.answer = id
        self.accept()


def asked(look: Look, question: Question, parent: QWidget | None = None) -> str:
    """The id of the answer, "" where the question was closed."""
    dialog = QuestionDialog(look, question, ("question", "accent"), parent)
    dialog.exec()
    return dialog.answer


def told(look: Look, words: Text, parent: QWidget | None = None, details: tuple[Text, ...] = ()) -> None:
    """Shows what could not be done until the user has read it."""
    question = Question(text("That was not done"), words, (Answer("", text("Close"), "primary"),), details)
    QuestionDialog(look, question, ("mark-error", "error"), parent).exec()
