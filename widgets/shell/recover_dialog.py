"""Recover: what a crash left, each with its picture; recovered, given up, or left for later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from widgets.look import Look
from widgets.painting.preview import preview
from widgets.qt.cards import PICTURE, Card, card_list, heading
from widgets.qt.sizes import fit_to_screen
from widgets.qt.work import Work
from widgets.shell.password_dialog import unlocked
from workbench.cancelled import Cancelled
from workbench.commands.files import may_leave
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.storage.journal import Left, discard, left_behind, opened_left
from workbench.storage.opening import recovered
from workbench.texts import Language, Text, text
from workbench.words import counted

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

WIDE: Final = 640
COUNTED: Final = ("account", "vpc", "vswitch", "flow")
TITLE: Final = text("The program ended before everything was saved")
SAYS: Final = text(
    "Recovering shows the design as it was at the last second; its file is changed only when you save. "
    "What you leave here is offered again at the next start."
)


def open_over(window: MainWindow) -> None:
    """Shows what was left, where anything was."""
    says = text("Reading what was not saved…")
    try:
        left: tuple[Left, ...] = window.desk.beside(lambda progress: left_behind(progress=progress), says)
    except Cancelled:
        return
    if left:
        RecoverDialog(window, left).exec()


class RecoverDialog(QDialog):
    """One card a design; closing it leaves what was not decided for the next start."""

    def __init__(self, window: MainWindow, left: tuple[Left, ...]) -> None:
        super().__init__(window)
        self._window, look = window, window.look
        self.setWindowTitle(look.said(text("Recover unsaved changes")))
        fit_to_screen(self, WIDE, 140 + min(len(left), 2) * (PICTURE.height() + 30))
        self.cards = [LeftCard(look, one) for one in left]
        for card in self.cards:
            if card.recover:
                card.recover.clicked.connect(partial(self._recover, card))
                card.activated.connect(partial(self._recover, card))
            card.give_up.clicked.connect(partial(self._give_up, card))
        self._assemble()
        self._drawn = [card for card in self.cards if not card.left.wrong]
        shown = [card.left for card in self._drawn]
        self._work = Work(lambda progress: [_pictured(one, look.language) for one in shown], self)
        self._work.done.connect(self._picture)
        self._work.failed.connect(lambda wrong: self._picture([b""] * len(shown)))
        self._work.start()

    def done(self, result: int) -> None:
        """Ends the dialog once no picture is painted any more."""
        self._work.wait()
        super().done(result)

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(heading(self._window.look, TITLE, SAYS, self))
        column.addWidget(card_list(self.cards, self), 1)
        later = QPushButton(self._window.look.said(text("Decide later")), self)
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(later)
        column.addLayout(row)

    def _picture(self, pictures: list[bytes]) -> None:
        for card, picture in zip(self._drawn, pictures, strict=True):
            if card in self.cards:
                card.show_picture(picture)

    def _recover(self, card: LeftCard) -> None:
        if not may_leave(self._window.desk):
            return
        left = card.left
        if left.design is None:
            name = left.path.name if left.path else ""
            left = unlocked(self._window.look, name, lambda password: opened_left(card.left, password), self)
            if left is None:
                return
        unsealed, says = left, text("Reading what was not saved…")
        try:
            found = self._window.desk.beside(lambda progress: recovered(unsealed, progress), says)
        except Cancelled:
            return
        self._window.lay_out(found)
        self._window.acts.discard_when_kept(card.left)
        said = card.left.path.name if card.left.path else text("a new design")
        self._window.desk.say(text("Recovered {name}; nothing is saved yet", name=said))
        self.accept()

    def _give_up(self, card: LeftCard) -> None:
        discard(card.left)
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        if not self.cards:
            self.accept()


class LeftCard(Card):
    """One design that was left."""

    def __init__(self, look: Look, left: Left) -> None:
        self.left = left
        when = QDateTime.fromSecsSinceEpoch(int(left.when)).toString("yyyy-MM-dd HH:mm:ss")
        lines = [str(left.path.parent)] if left.path else []
        lines += [
            look.said(text("Last change {when}", when=when)),
            look.said(left.wrong or _size(left.design)),
        ]
        super().__init__(look, left.path.name if left.path else look.said(_unnamed(left)), lines)
        # Of what cannot be read nothing can be had; it stays until somebody gives it up.
        self.recover = None if left.wrong else self.button(text("Recover"), "primary")
        if left.wrong:
            self.picture.setText("")
        self.give_up = self.button(text("Give it up"), "danger")


def _unnamed(left: Left) -> Text:
    return text("Changes that cannot be read") if left.wrong else text("A new design, never saved")


def _pictured(left: Left, language: Language) -> bytes:
    return preview(left.design, language) if left.design else b""


def _size(design: Design | None) -> Text:
    """How much a design holds, in the words a person counts in."""
    if design is None:
        return text("Protected by a password")
    kinds = design.index.kinds
    parts = tuple(counted(len(kinds[tag]), KINDS[tag].plural) for tag in COUNTED if kinds.get(tag))
    return text("{parts}", parts=parts) if parts else text("Nothing drawn yet")
