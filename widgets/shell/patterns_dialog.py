"""New from a pattern: what a design can begin with, each with its picture."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from widgets.look import Look
from widgets.painting.preview import preview
from widgets.qt.cards import Card, card_list, heading
from widgets.qt.sizes import fit_to_screen
from widgets.qt.work import Work
from workbench.patterns import Pattern, begun, patterns
from workbench.storage.opening import Opened
from workbench.texts import Language, text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (620, 600)
PICTURE: Final = QSize(192, 120)
EDITION: Final = "standard"
TITLE = text("Begin with a pattern")
SAYS = text("Everything in it can be changed. The edition is Standard; the button § at the top changes it.")


def open_over(window: MainWindow) -> None:
    """Shows the patterns."""
    PatternsDialog(window).exec()


class PatternsDialog(QDialog):
    """One card a pattern."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, look = window, window.look
        self.setWindowTitle(look.said(text("New from a pattern")))
        fit_to_screen(self, *SIZE)
        self.cards = [PatternCard(look, one) for one in patterns().values()]
        for card in self.cards:
            card.begin.clicked.connect(partial(self._begin, card.pattern))
            card.activated.connect(partial(self._begin, card.pattern))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(heading(look, TITLE, SAYS, self))
        column.addWidget(card_list(self.cards, self), 1)
        leave = QPushButton(look.said(text("Cancel")), self)
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        column.addLayout(row)
        self._work = Work(lambda progress: _pictures(look.language), self)
        self._work.done.connect(self._show)
        self._work.failed.connect(lambda wrong: self._show([b""] * len(self.cards)))
        self._work.start()

    def done(self, result: int) -> None:
        """Ends the dialog once no picture is painted any more."""
        self._work.wait()
        super().done(result)

    def _show(self, pictures: list[bytes]) -> None:
        for card, picture in zip(self.cards, pictures, strict=True):
            card.show_picture(picture)

    def _begin(self, pattern: Pattern) -> None:
        self.accept()
        self._window.lay_out(Opened(begun(pattern.name, EDITION)))
        self._window.desk.say(text("New design: {pattern}", pattern=pattern.title))


class PatternCard(Card):
    """One pattern."""

    def __init__(self, look: Look, pattern: Pattern) -> None:
        self.pattern = pattern
        super().__init__(look, look.said(pattern.title), (look.said(pattern.says),), PICTURE)
        self.begin = self.button(text("Begin with it"), "primary")


def _pictures(language: Language) -> list[bytes]:
    return [preview(pattern.design(), language) for pattern in patterns().values()]
