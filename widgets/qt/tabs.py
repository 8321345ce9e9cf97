"""A row of painted tabs that pick one of a few pages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from workbench.texts import Text, text

HEIGHT: Final = 31


class Tabs(QWidget):
    """Words on a line; the picked one has a bar above it."""

    picked = Signal(int)

    def __init__(self, look: Look, names: tuple[Text, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names, self._at = look, names, 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._retell)
        self._retell()

    def sizeHint(self) -> QSize:
        return QSize(round(self._rect(len(self._names) - 1).right()) + 8, HEIGHT)

    @property
    def at(self) -> int:
        """The picked tab."""
        return self._at

    def pick(self, at: int) -> None:
        """Goes to a tab."""
        if at != self._at and 0 <= at < len(self._names):
            self._at = at
            self._retell()
            self.picked.emit(at)

    def _retell(self) -> None:
        """Says which tab is picked, of how many."""
        told = text(
            "{name}, {at} of {count}", name=self._names[self._at], at=self._at + 1, count=len(self._names)
        )
        self.setAccessibleName(self._look.said(told))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self._names)):
            if self._rect(at).contains(event.position()):
                self.pick(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.pick(self._at + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
        for at, name in enumerate(self._names):
            rect = self._rect(at)
            on = at == self._at
            if on:
                painter.fillRect(rect, self._look.colour("panel"))
                painter.fillRect(QRectF(rect.left(), 0, rect.width(), 2), self._look.colour("accent"))
            ink = self._look.colour("text" if on else "text2")
            letter(painter, rect, self._look.said(name), ink, weight=600 if on else 400, align=CENTRE)
        if self.hasFocus():
            painter.setPen(self._look.pen("accent", 2.0))
            painter.drawRoundedRect(self._rect(self._at).adjusted(3, 4, -3, -4), 4, 4)

    def _rect(self, at: int) -> QRectF:
        left = 6.0
        for place, name in enumerate(self._names):
            width = width_of(self._look.said(name), 12, 600) + 20
            if place == at:
                return QRectF(left, 0, width, HEIGHT)
            left += width + 2
        return QRectF(left, 0, 0, HEIGHT)
