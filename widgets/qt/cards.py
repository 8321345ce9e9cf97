"""Cards: a picture, a title with lines below it, and buttons; for designs to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from workbench.texts import Text, text

PICTURE: Final = QSize(240, 150)
"""The picture of a card, in logical pixels."""


class Card(QFrame):
    """One design; a double click anywhere on it is its first button."""

    activated = Signal()

    def __init__(self, look: Look, title: str, lines: Sequence[str], size: QSize = PICTURE) -> None:
        super().__init__()
        self._look, self._size = look, size
        self.setObjectName("card")
        self.setStyleSheet(
            f"#card {{ border: 1px solid {look.colour('line2').name()}; border-radius: 6px; }}"
        )
        self.picture = QLabel(look.said(text("Drawing…")), self)
        self.picture.setFixedSize(size)
        self.picture.setAccessibleName(look.said(text("Picture of {name}", name=title)))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setStyleSheet(f"background: {look.colour('sunken').name()}; border: none")
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(14)
        row.addWidget(self.picture)
        row.addLayout(self._words(title, lines), 1)

    def button(self, label: Text, weight: str = "plain") -> QPushButton:
        """Adds a button."""
        made = QPushButton(self._look.said(label), self)
        made.setProperty("weight", weight)
        self._buttons.insertWidget(self._buttons.count() - 1, made)
        return made

    def show_picture(self, png: bytes) -> None:
        """Shows a picture, or says that there is none."""
        pixels = QPixmap()
        if png and pixels.loadFromData(png):
            pixels.setDevicePixelRatio(pixels.width() / self._size.width())
            self.picture.setPixmap(pixels)
        else:
            self.picture.setText(self._look.said(text("Nothing drawn yet")))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activated.emit()

    def _words(self, title: str, lines: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._label(title, 13, 600))
        for line in lines:
            column.addWidget(self._label(line, 11))
        column.addStretch(1)
        column.addLayout(self._buttons)
        return column

    def _label(self, wording: str, size: int, weight: int = 400) -> QLabel:
        label = QLabel(wording, self)
        label.setFont(font_for(wording, size, weight))
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def card_list(cards: Sequence[Card], parent: QWidget) -> QScrollArea:
    """Cards below one another, as many as there are."""
    inner = QWidget()
    rows = QVBoxLayout(inner)
    rows.setContentsMargins(0, 0, 4, 0)
    rows.setSpacing(10)
    for card in cards:
        rows.addWidget(card)
    rows.addStretch(1)
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setAccessibleName(parent.windowTitle())
    area.setWidget(inner)
    return area


def heading(look: Look, title: Text, says: Text, parent: QWidget) -> QVBoxLayout:
    """The head of a dialog: what it is about, and a sentence."""
    column = QVBoxLayout()
    column.setSpacing(6)
    for words, size, weight in ((title, 16, 600), (says, 12, 400)):
        label = QLabel(look.said(words), parent)
        label.setFont(font_for(label.text(), size, weight))
        label.setWordWrap(True)
        column.addWidget(label)
    return column
