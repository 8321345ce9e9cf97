"""Recent: the designs opened last, each with its picture; here or in a window of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from widgets.look import Look
from widgets.qt.cards import Card, card_list, heading
from widgets.qt.sizes import fit_to_screen
from workbench.commands.files import may_leave, open_path
from workbench.storage.recent import preview_of, recent
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.shell.window import MainWindow

SIZE: Final = (600, 560)
PICTURE: Final = QSize(160, 100)
TITLE, SAYS = text("Designs opened last"), text("A double click opens one in this window.")


def open_over(window: MainWindow) -> None:
    """Shows the list."""
    RecentDialog(window).exec()


class RecentDialog(QDialog):
    """One card a design."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, look = window, window.look
        self.setWindowTitle(look.said(text("Open recent")))
        fit_to_screen(self, *SIZE)
        self.cards = [RecentCard(look, path) for path in recent()]
        for card in self.cards:
            card.activated.connect(partial(self._open, card.path))
            card.here.clicked.connect(partial(self._open, card.path))
            card.beside.clicked.connect(partial(self._open_beside, card.path))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(heading(look, TITLE, SAYS, self))
        column.addWidget(card_list(self.cards, self), 1)
        close = QPushButton(look.said(text("Close")), self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def _open(self, path: Path) -> None:
        if may_leave(self._window.desk):
            self.accept()
            open_path(self._window.desk, path)

    def _open_beside(self, path: Path) -> None:
        self._window.desk.open_window(path)
        self.accept()


class RecentCard(Card):
    """One design that was open."""

    def __init__(self, look: Look, path: Path) -> None:
        self.path = path
        when = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime)).toString("yyyy-MM-dd HH:mm")
        saved = look.said(text("Saved {when}", when=when))
        super().__init__(look, path.name, (str(path.parent), saved), PICTURE)
        self.here = self.button(text("Open"), "primary")
        self.beside = self.button(text("In a new window"))
        picture = preview_of(path)
        self.show_picture(picture.read_bytes() if picture.is_file() else b"")
