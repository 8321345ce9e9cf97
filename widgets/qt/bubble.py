"""The bubble beside the pointer that says why something is refused."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from widgets.fonts import font
from workbench.drawing.colours import Theme, colour
from workbench.texts import Language, Text

LASTS: Final = 4000
"""Milliseconds until it goes by itself."""


class Seen(Protocol):
    """What is seen in a language and a theme: a canvas, or the look of a window."""

    language: Language
    theme: Theme


class Bubble(QLabel):
    """A sentence beside the pointer: why something is refused, or what would come of it."""

    def __init__(self, over: QWidget, look: Seen) -> None:
        super().__init__(over)
        self._over, self._look = over, look
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: Text, at: QPoint, lasting: bool = False, ink: str = "error") -> None:
        """Shows a sentence beside a place of the view; unless lasting it goes by itself."""
        theme = self._look.theme
        self.setStyleSheet(
            f"background: {colour('panel', theme)}; color: {colour(ink, theme)};"
            f"border: 1px solid {colour(ink, theme)}; border-radius: 6px; padding: 5px 8px;"
        )
        self.setFont(font(12))
        self.setText(sentence.said(self._look.language))
        self.setFixedWidth(min(300, max(120, self.fontMetrics().horizontalAdvance(self.text()) + 22)))
        self.adjustSize()
        room = self._over.rect()
        x = min(at.x() + 16, room.right() - self.width() - 4)
        y = min(at.y() + 18, room.bottom() - self.height() - 4)
        self.move(max(x, 4), max(y, 4))
        self.show()
        self.raise_()
        self._clock.stop()
        if not lasting:
            self._clock.start(LASTS)
