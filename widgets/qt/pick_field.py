"""A field that shows one picked thing and opens the picker to take another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.lettering import letter
from widgets.look import Look
from widgets.qt.picker import Pick, Picker
from widgets.symbols import symbol


class PickField(QAbstractButton):
    """Symbol, name and a chevron in a frame; click, Space or Down opens the list."""

    picked = Signal(str)

    def __init__(
        self, look: Look, picks: Callable[[], Sequence[Pick]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._picks = look, picks
        self._symbol, self._quiet = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picker: Picker | None = None
        self.clicked.connect(self.open)

    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    @property
    def picker(self) -> Picker:
        """The list that opens, made when it is first asked for: most fields are only read."""
        if self._picker is None:
            self._picker = Picker(self._look, self)
            self._picker.picked.connect(self.picked)
        return self._picker

    def show_pick(self, wording: str, symbol_name: str = "", quiet: bool = False) -> None:
        """Shows what is picked; quietly where it is only a hint that nothing is."""
        self._symbol, self._quiet = symbol_name, quiet
        self.setText(wording)
        self.setToolTip(wording)
        self.update()

    def open(self) -> None:
        """Shows the list below the field."""
        self.picker.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), self.width(), self._picks())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        ink = "accent" if focused else "control" if self.isEnabled() else "line"
        width = 2.0 if focused else 1.0
        painter.setPen(self._look.pen(ink, width))
        painter.setBrush(self._look.colour("panel" if self.isEnabled() else "sunken"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
        left = 7 if self._symbol else 9
        ratio = self.devicePixelRatioF()
        if self._symbol:
            picture = symbol(self._symbol, 14, "text2", self._look.theme, ratio)
            painter.drawPixmap(left, (self.height() - 14) // 2, picture)
            left += 19
        where = QRectF(left, 0, self.width() - left - 22, self.height())
        letter(painter, where, self.text(), self._look.colour("text3" if self._quiet else "text"))
        chevron = symbol("ui-chevron", 10, "text2", self._look.theme, ratio)
        painter.drawPixmap(self.width() - 18, (self.height() - 10) // 2, chevron)
