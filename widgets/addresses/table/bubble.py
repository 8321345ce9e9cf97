"""The bubble under a cell that is typed in: why what stands there cannot be, or what it comes to."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget

from widgets.look import Look
from workbench.texts import Text

WIDE: Final = 420
GAP: Final = 2


class Bubble(QLabel):
    """Follows the cell; never takes the keys."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWordWrap(True)
        self.hide()

    def say(self, words: Text | None, cell: QRect, is_wrong: bool) -> None:
        """Says something under a cell, or above it where there is no room; None hides it."""
        if words is None:
            self.hide()
            return
        look = self._look
        ink, ground = ("error", "error-bg") if is_wrong else ("text2", "panel")
        sign = "✕ " if is_wrong else ""
        self.setText(sign + look.said(words))
        self.setStyleSheet(
            f"background: {look.colour(ground).name()}; color: {look.colour(ink).name()};"
            f"border: 1px solid {look.colour(ink if is_wrong else 'line2').name()}; border-radius: 4px; padding: 3px 6px;"
        )
        around = self.parentWidget()
        assert around
        self.setMaximumWidth(min(WIDE, around.width() - 8))
        wide = min(self.maximumWidth(), self.fontMetrics().horizontalAdvance(self.text()) + 32)
        self.resize(wide, self.heightForWidth(wide))
        below = cell.bottom() + GAP
        top = below if below + self.height() <= around.height() else cell.top() - self.height() - GAP
        left = max(min(cell.left(), around.width() - wide - 4), 4)
        self.move(left, max(top, 0))
        self.show()
        self.raise_()
