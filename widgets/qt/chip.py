"""A chip: a short text in a rounded frame, with a cross that takes it away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.symbols import symbol

HEIGHT: Final = 22
CROSS: Final = 18
WIDEST: Final = 170


class Chip(QWidget):
    """Click tells that it was picked, the cross or Delete that it should go."""

    picked = Signal()
    dropped = Signal()

    def __init__(
        self, look: Look, wording: str, removable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._wording, self._removable = look, wording, removable
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(wording)
        self.setAccessibleName(wording)

    def sizeHint(self) -> QSize:
        wide = min(round(width_of(self._wording, 11)) + 17, WIDEST)
        return QSize(wide + (CROSS - 4 if self._removable else 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.rect().contains(event.position().toPoint()):
            return
        if self._removable and event.position().x() > self.width() - CROSS:
            self.dropped.emit()
        else:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(self._look.pen("accent" if focused else "line2", 2.0 if focused else 1.0))
        painter.setBrush(self._look.colour("sunken"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        right = CROSS - 2 if self._removable else 8
        where = QRectF(9, 0, self.width() - 9 - right, self.height())
        letter(painter, where, self._wording, self._look.colour("text2"), size=11)
        if self._removable:
            cross = symbol("ui-close", 9, "text3", self._look.theme, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - CROSS + 2, (self.height() - 9) // 2, cross)
