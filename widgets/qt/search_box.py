"""A line to search in, with its glass."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.look import Look
from widgets.qt.line import Line
from widgets.symbols import symbol
from workbench.texts import Text


class SearchBox(Line):
    """A sunken line that says what one can search for."""

    entered = Signal()
    """The keys go here now; what is typed comes a moment later."""

    def __init__(self, look: Look, hint: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._hint = look, hint
        self.setProperty("role", "search")
        self.setClearButtonEnabled(False)
        look.changed.connect(self.retell)
        self.retell()

    def retell(self) -> None:
        """Says the hint in the present language."""
        self.setPlaceholderText(self._look.said(self._hint))
        self.setAccessibleName(self._look.said(self._hint))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        glass = symbol("ui-search", 14, "text3", self._look.theme, self.devicePixelRatioF())
        painter.drawPixmap(8, (self.height() - 14) // 2, glass)
