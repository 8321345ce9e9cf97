"""A switch: a pill with a knob that stands left for no, right for yes, and between for both."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from widgets.lettering import letter, width_of
from widgets.look import Look

WIDE, HIGH, LINE = 28, 16, 24
PLACES: Final = {
    Qt.CheckState.Unchecked: 0.0,
    Qt.CheckState.PartiallyChecked: 0.5,
    Qt.CheckState.Checked: 1.0,
}


class Switch(QCheckBox):
    """A check box in the shape of a switch."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(WIDE + 10 + round(width_of(self.text())), LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDE, LINE)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.checkState() == Qt.CheckState.Checked
        pill = QRectF(1, (self.height() - HIGH) / 2, WIDE, HIGH)
        if self.hasFocus():
            painter.setPen(look.pen("accent", 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(pill.adjusted(-0.5, -2, 2, 2), 9, 9)
        painter.setPen(look.pen("accent" if on else "control"))
        painter.setBrush(look.colour("accent" if on else "panel"))
        painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        knob = pill.left() + 3 + PLACES[self.checkState()] * (WIDE - HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent-fg" if on else "control"))
        painter.drawEllipse(QRectF(knob, pill.top() + 3, HIGH - 6, HIGH - 6))
        room = QRectF(WIDE + 8, 0, self.width() - WIDE - 8, self.height())
        letter(painter, room, self.text(), look.colour("text" if self.isEnabled() else "text3"))
