"""The head of the panel: its title, its keys, and the button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.symbols import icon
from workbench.texts import text

HIGH = 35
KEYS = "Ctrl J"


class PathHead(QWidget):
    """As high as the heads beside it."""

    closing = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.close_button = QToolButton(self)
        self.close_button.setFixedSize(24, 24)
        self.close_button.clicked.connect(self.closing)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, HIGH)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        said = self._look.said(text("Close"))
        self.close_button.setToolTip(said)
        self.close_button.setAccessibleName(said)
        self.close_button.setIcon(icon("ui-close", self._look.theme, 12))
        self.setAccessibleName(self._look.said(text("Ask a path")))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.close_button.move(self.width() - 24 - 8, 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour("line"))
        room = QRectF(12, 0, self.width() - 120, HIGH)
        letter(painter, room, look.said(text("Ask a path")), look.colour("text"), weight=600)
        keys = QRectF(self.width() - 88, 8, 46, 19)
        painter.setPen(look.pen("line2"))
        painter.drawRoundedRect(keys.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        letter(painter, keys, KEYS, look.colour("text3"), size=11, align=CENTRE)
