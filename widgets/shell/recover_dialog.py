"""Recover: what a crash left, each with its picture; recovered, given up, or left for later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDateTime, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from widgets.fonts import font_for
from widgets.painting.preview import SIZE, preview
from widgets.qt.work import Work
from workbench.commands.files import may_leave
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.storage.journal import Left, discard, left_behind
from workbench.storage.opening import recovered
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.look import Look
    from widgets.shell.window import MainWindow

WIDE: Final = 640
COUNTED: Final = ("account", "vpc", "vswitch", "flow")


def open_over(window: MainWindow) -> None:
    """Shows what was left, where anything was."""
    left = left_behind()
    if left:
        RecoverDialog(window, left).exec()


class RecoverDialog(QDialog):
    """One card a design; closing it leaves what was not decided for the next start."""

    def __init__(self, window: MainWindow, left: tuple[Left, ...]) -> None:
        super().__init__(window)
        self._window = window
        look = window.look
        self.setWindowTitle(look.said(text("Recover unsaved changes")))
        self.resize(WIDE, 130 + min(len(left), 2) * (SIZE[1] + 30))
        self.cards = [Card(look, one, self) for one in left]
        for card in self.cards:
            card.recover.clicked.connect(partial(self._recover, card))
            card.give_up.clicked.connect(partial(self._give_up, card))
        self._assemble(len(left))
        self._work = Work(lambda progress: [preview(one.design, look.language) for one in left], self)
        self._work.done.connect(self._picture)
        self._work.failed.connect(lambda wrong: self._picture([]))
        self._work.start()

    def done(self, result: int) -> None:
        """Ends the dialog once no picture is painted any more."""
        self._work.wait()
        super().done(result)

    def _assemble(self, count: int) -> None:
        look = self._window.look
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        head = QLabel(look.said(text("The program ended before everything was saved")), self)
        head.setFont(font_for(head.text(), 16, 600))
        says = QLabel(
            look.said(
                text(
                    "Recovering shows the design as it was at the last second; its file is changed only when you save. "
                    "What you leave here is offered again at the next start."
                )
            ),
            self,
        )
        for label in (head, says):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self._list(), 1)
        later = QPushButton(look.said(text("Decide later")), self)
        later.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(later)
        column.addLayout(row)

    def _list(self) -> QScrollArea:
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(10)
        for card in self.cards:
            rows.addWidget(card)
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def _picture(self, pictures: list[bytes]) -> None:
        for card, picture in zip(self.cards, pictures, strict=False):
            card.show_picture(picture)

    def _recover(self, card: Card) -> None:
        if not may_leave(self._window.desk):
            return
        self._window.lay_out(recovered(card.left))
        # From here on the new window's own journal holds it.
        discard(card.left)
        self._window.desk.say(text("Recovered {name}; nothing is saved yet", name=card.name))
        self.accept()

    def _give_up(self, card: Card) -> None:
        discard(card.left)
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        if not self.cards:
            self.accept()


class Card(QFrame):
    """One design that was left: picture, name, when, how much, and what can be done with it."""

    def __init__(self, look: Look, left: Left, parent: QWidget) -> None:
        super().__init__(parent)
        self.left, self._look = left, look
        self.name: Text | str = left.path.name if left.path else text("a new design")
        self.setObjectName("card")
        self.setStyleSheet(
            f"#card {{ border: 1px solid {look.colour('line2').name()}; border-radius: 6px; }}"
        )
        self.picture = QLabel(look.said(text("Drawing…")), self)
        self.picture.setFixedSize(QSize(*SIZE))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setStyleSheet(f"background: {look.colour('sunken').name()}; border: none")
        self.recover = QPushButton(look.said(text("Recover")), self)
        self.recover.setProperty("weight", "primary")
        self.give_up = QPushButton(look.said(text("Give it up")), self)
        self.give_up.setProperty("weight", "danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(14)
        row.addWidget(self.picture)
        row.addLayout(self._words(), 1)

    def show_picture(self, png: bytes) -> None:
        """Shows the design's picture, or that it has none."""
        pixels = QPixmap()
        if png and pixels.loadFromData(png):
            pixels.setDevicePixelRatio(pixels.width() / SIZE[0])
            self.picture.setPixmap(pixels)
        else:
            self.picture.setText(self._look.said(text("Nothing drawn yet")))

    def _words(self) -> QVBoxLayout:
        look, left = self._look, self.left
        name = text("A new design, never saved") if left.path is None else None
        title = self._label(look.said(name) if name else self.left.path.name, 13, 600)  # type: ignore[union-attr]
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(title)
        if left.path:
            column.addWidget(self._label(str(left.path.parent), 11))
        when = QDateTime.fromSecsSinceEpoch(int(left.when)).toString("yyyy-MM-dd HH:mm:ss")
        column.addWidget(self._label(look.said(text("Last change {when}", when=when)), 11))
        column.addWidget(self._label(look.said(_size(left.design)), 11))
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.recover)
        buttons.addWidget(self.give_up)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return column

    def _label(self, wording: str, size: int, weight: int = 400) -> QLabel:
        label = QLabel(wording, self)
        label.setFont(font_for(wording, size, weight))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def _size(design: Design) -> Text:
    """How much a design holds, in the words a person counts in."""
    kinds = design.index.kinds
    parts = [
        text("{count} {kinds}", count=len(kinds[tag]), kinds=KINDS[tag].plural)
        for tag in COUNTED
        if kinds.get(tag)
    ]
    return text("{parts}", parts=tuple(parts)) if parts else text("Nothing drawn yet")
