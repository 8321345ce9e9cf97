"""A label of one line that is cut with an ellipsis where it has less room than it says; all of it is its tip."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from widgets.lettering import letter
from widgets.look import Look


class OneLine(QLabel):
    """May get as narrow as it has to."""

    def __init__(self, look: Look, parent: QWidget | None = None, ink: str = "text") -> None:
        super().__init__(parent)
        self._look, self._ink = look, ink
        self.setMinimumWidth(1)

    def say(self, wording: str) -> None:
        """Shows a wording."""
        self.setText(wording)
        self.setToolTip(wording)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = QRectF(self.contentsRect())
        letter(QPainter(self), room, self.text(), self._look.colour(self._ink))
