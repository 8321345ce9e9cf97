"""What is shown in place of the cells where there are none: why, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.symbols import symbol
from workbench.texts import Text


class EmptyPage(QWidget):
    """A symbol, one sentence, and at most one button."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.picture, self.why, self.button = QLabel(self), QLabel(self), QPushButton(self)
        self.why.setWordWrap(True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.why)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, why: Text, offer: Text | None) -> None:
        """Says why there is nothing, and what the button would do about it."""
        look = self._look
        self.picture.setPixmap(symbol("security-domain", 48, "text3", look.theme, self.devicePixelRatioF()))
        self.why.setText(look.said(why))
        self.picture.setAccessibleName(self.why.text())
        self.why.setStyleSheet(f"color: {look.colour('text2').name()}")
        self.button.setVisible(offer is not None)
        self.button.setText(look.said(offer) if offer else "")
