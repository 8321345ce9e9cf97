"""The inspector's head: what is selected, with its symbol, kind, place and id."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from widgets.lettering import letter
from widgets.look import Look
from widgets.symbols import icon, symbol
from workbench.texts import text


class Head(QWidget):
    """46 high: symbol 24, title, and below it a line in grey."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._symbol, self._title, self._line = "", "", ""
        self.pin = QToolButton(self)
        self.pin.setCheckable(True)
        self.pin.setFixedSize(24, 24)
        # Its command has keys of its own; Tab is for the fields.
        self.pin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pin.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, 47)

    def tell(self, symbol_name: str, title: str, line: str) -> None:
        """Shows what is selected."""
        self._symbol, self._title, self._line = symbol_name, title, line
        self.setToolTip(f"{title}\n{line}")
        self.setAccessibleName(f"{title}, {line}")
        self.update()

    def offer_pin(self, pinned: bool | None) -> None:
        """Shows whether what is selected keeps its place on the sheet; None where it has none there."""
        said = self._look.said(
            text("Pinned to its place on this sheet") if pinned else text("Pin to its place")
        )
        self.pin.setVisible(pinned is not None)
        self.pin.setChecked(bool(pinned))
        self.pin.setIcon(icon("mark-pin", self._look.theme, 16, "accent" if pinned else "text3"))
        self.pin.setToolTip(said)
        self.pin.setAccessibleName(said)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.pin.move(self.width() - 24 - 8, 11)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
        if self._symbol:
            picture = symbol(self._symbol, 24, "vpc.title", self._look.theme, self.devicePixelRatioF())
            painter.drawPixmap(12, 11, picture)
        room = self.width() - 46 - (36 if self.pin.isVisible() else 10)
        upper, lower = QRectF(46, 6, room, 18), QRectF(46, 23, room, 16)
        letter(painter, upper, self._title, self._look.colour("text"), size=13, weight=600)
        letter(painter, lower, self._line, self._look.colour("text3"), size=11)
