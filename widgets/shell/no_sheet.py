"""What stands in the middle of the window while there is no sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.lettering import CENTRE, letter
from widgets.look import Look
from widgets.symbols import symbol
from workbench.texts import text


class NoSheet(QWidget):
    """What is shown while the design has no sheet, and bare ground until its first sheet is drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.bare = True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.colour("canvas"))
        if self.bare:
            return
        middle = self.rect().center()
        picture = symbol("resource-group", 48, "text3", look.theme, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 24, middle.y() - 54, picture)
        room = QRectF(0, middle.y() + 4, self.width(), 24)
        said = look.said(text("The design has no sheet yet. Add one beside the tabs."))
        letter(painter, room, said, look.colour("text3"), size=13, align=CENTRE)
