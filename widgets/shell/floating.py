"""What floats over the canvas: a plate with a border and a soft shadow that its parent paints."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.look import Look

SHADOW = 8


class Floating(QWidget):
    """A rounded plate; the shadow lies in a margin of its own around it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        painter.setPen(Qt.PenStyle.NoPen)
        strength = 14 if self._look.theme == "dark" else 4
        for step in range(SHADOW - 1, 0, -2):
            painter.setBrush(QColor(0, 0, 0, strength))
            painter.drawRoundedRect(plate.adjusted(-step + 1, -step + 3, step - 1, step), 8 + step, 8 + step)
        painter.setPen(self._look.pen("line2"))
        painter.setBrush(self._look.colour("panel"))
        painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
