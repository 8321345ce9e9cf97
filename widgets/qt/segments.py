"""Segments: a few words side by side in one frame, of which one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.lettering import CENTRE, letter, width_of
from widgets.look import Look
from workbench.texts import Text, text

HEIGHT, EDGE = 26, 12


class Segments(QWidget):
    """A click takes a segment, the arrows go from one to the next."""

    picked = Signal(int)

    def __init__(self, look: Look, title: Text, names: Sequence[Text], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._title, self._names = look, title, tuple(names)
        self.at, self._offered = 0, len(self._names)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._retell)
        self._retell()

    def show_picked(self, at: int) -> None:
        """Shows a segment as the one that is on, without telling."""
        self.at = at
        self._retell()

    def offer(self, count: int) -> None:
        """Offers the first so many; what others ask for there is no room for now."""
        if count != self._offered:
            self._offered = count
            self._retell()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())) + 2, HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(self._offered):
            if self._rect(at).contains(event.position()):
                self._take(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Space: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._take((self.at + step) % self._offered)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent-bg"))
        painter.drawRoundedRect(self._rect(self.at).adjusted(1, 2, -1, -2), 5, 5)
        painter.setPen(look.pen("accent" if self.hasFocus() else "line2", 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 6, 6)
        for at, name in enumerate(self._names[: self._offered]):
            room, on = self._rect(at), at == self.at
            if at:
                painter.fillRect(QRectF(room.left(), 7, 1, self.height() - 14), look.colour("line2"))
            if on:
                # Colour is never the only sign: what is on is underlined as well.
                painter.fillRect(room.adjusted(EDGE, HEIGHT - 5, -EDGE, -3), look.colour("accent"))
            ink = look.colour("text" if on else "text2")
            letter(painter, room, look.said(name), ink, weight=600 if on else 400, align=CENTRE)

    def _take(self, at: int) -> None:
        if at != self.at:
            self.show_picked(at)
            self.picked.emit(at)

    def _retell(self) -> None:
        told = text("{title}: {name}", key="segments.told", title=self._title, name=self._names[self.at])
        self.setAccessibleName(self._look.said(told))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        return [width_of(self._look.said(name), 12, 600) + 2 * EDGE for name in self._names[: self._offered]]

    def _rect(self, at: int) -> QRectF:
        widths = self._widths()
        return QRectF(1 + sum(widths[:at]), 0, widths[at], self.height())
