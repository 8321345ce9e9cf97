"""A box of a few choices that paints its own chevron and lets the wheel scroll the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from widgets.look import Look
from widgets.symbols import symbol


class ChoiceBox(QComboBox):
    """A combo box in the colours of the theme."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that scrolls under the pointer must not change values on its way.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        ink = "text2" if self.isEnabled() else "text3"
        chevron = symbol("ui-chevron", 10, ink, self._look.theme, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 18, (self.height() - 10) // 2, chevron)
