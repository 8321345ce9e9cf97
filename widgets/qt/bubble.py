"""The bubble beside the pointer, or under a cell that is typed in: why something is refused, or what would come of it."""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from widgets.fonts import font
from workbench.drawing.colours import Theme, colour
from workbench.texts import Language, Text

LASTS: Final = 4000
"""Milliseconds until it goes by itself."""
WIDE: Final = 300
WIDE_UNDER: Final = 420
GAP: Final = 2
"""Between a cell and what is said under it."""


class Seen(Protocol):
    """What is seen in a language and a theme: a canvas, or the look of a window."""

    language: Language
    theme: Theme


class Bubble(QLabel):
    """A sentence over a view; never takes the keys, and lets the pointer through."""

    def __init__(self, over: QWidget, look: Seen) -> None:
        super().__init__(over)
        self._look = look
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.hide()

    def say(self, sentence: Text, at: QPoint, lasting: bool = False, ink: str = "error") -> None:
        """Shows a sentence beside a place of the view; unless lasting it goes by itself."""
        self._dress(sentence.said(self._look.language), ink, "panel", ink, WIDE)
        room = self._room
        x = min(at.x() + 16, room.right() - self.width() - 4)
        y = min(at.y() + 18, room.bottom() - self.height() - 4)
        self._show_at(max(x, 4), max(y, 4))
        if not lasting:
            self._clock.start(LASTS)

    def say_under(self, cell: QRect, sentence: Text, is_wrong: bool) -> None:
        """Shows a sentence under a cell that is typed in, or above it where there is no room; it stays until it is hidden."""
        said = sentence.said(self._look.language)
        if is_wrong:
            # Colour is never the only sign.
            self._dress(f"✕ {said}", "error", "error-bg", "error", WIDE_UNDER)
        else:
            self._dress(said, "text2", "panel", "line2", WIDE_UNDER)
        room, below = self._room, cell.bottom() + GAP
        y = below if below + self.height() <= room.height() else cell.top() - self.height() - GAP
        self._show_at(max(min(cell.left(), room.width() - self.width() - 4), 4), max(y, 0))

    @property
    def _room(self) -> QRect:
        """The view's; asked for anew, since a view that is taken down may close a cell, which says something once more."""
        over = self.parentWidget()
        return over.rect() if over else QRect()

    def _dress(self, said: str, ink: str, ground: str, edge: str, wide: int) -> None:
        theme = self._look.theme
        self.setStyleSheet(
            f"background: {colour(ground, theme)}; color: {colour(ink, theme)};"
            f"border: 1px solid {colour(edge, theme)}; border-radius: 6px; padding: 5px 8px;"
        )
        self.setFont(font(12))
        self.setText(said)
        widest = max(map(self.fontMetrics().horizontalAdvance, said.splitlines()), default=0)
        wanted = max(120, widest + 22)
        self.setFixedWidth(min(wide, wanted, self._room.width() - 8))
        self.adjustSize()

    def _show_at(self, x: int, y: int) -> None:
        self._clock.stop()
        self.move(x, y)
        self.show()
        self.raise_()
