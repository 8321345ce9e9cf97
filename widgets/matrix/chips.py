"""What stands for a state beside the matrix: a chip that filters by it, and its entry in the legend."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.lettering import letter, width_of
from widgets.look import Look
from widgets.matrix.shown import Mode
from widgets.matrix.signs import SIGNS, paint_ground, paint_shape
from widgets.matrix.words import CALLED
from workbench.reachability.matrix import State
from workbench.texts import text

HIGH: Final = 26
SWATCH: Final = 18.0


class StateChip(QAbstractButton):
    """Shape and count of a state; pressed while cells in other states are faded."""

    def __init__(self, look: Look, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.state, self._count = look, state, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def tell(self, mode: Mode, count: int) -> None:
        """Shows how many cells are in the state; hidden in a mode that has no such cells."""
        called = CALLED[mode].get(self.state)
        self._count = count
        self.setVisible(called is not None)
        if called is None:
            self.setChecked(False)
            return
        self.setAccessibleName(
            self._look.said(text("{state}: {count}", key="matrix.chip", state=called, count=count))
        )
        self.setToolTip(self._look.said(text("Only these stand out: {state}", state=called)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(f"{self._count:,}", 12, 600)) + 38, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, on = QPainter(self), self._look, self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() or on else "line2"
        painter.setPen(look.pen(edge, 2.0 if self.hasFocus() or on else 1.0))
        painter.setBrush(look.colour("accent-bg" if on else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 10, 10)
        middle = QRectF(8, 0, 14, self.height()).center()
        paint_shape(painter, middle, 11, self.state, look)
        figure = QRectF(28, 0, self.width() - 30, self.height())
        ink = look.colour("text" if self._count else "text3")
        letter(painter, figure, f"{self._count:,}", ink, weight=700 if on else 600)


class LegendEntry(QWidget):
    """The sign of a state and what it means; a square of its colour where cells are too small for signs."""

    def __init__(self, look: Look, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._state, self._dense, self._said = look, state, False, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tell(self, mode: Mode, dense: bool) -> None:
        """Says what the state means in a mode; hidden where it has no meaning."""
        called = CALLED[mode].get(self._state)
        self.setVisible(called is not None)
        self._dense, self._said = dense, self._look.said(called) if called else ""
        self.setAccessibleName(self._said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._said)) + round(SWATCH) + 10, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        swatch = QRectF(2, 2, SWATCH, self.height() - 4)
        if self._dense:
            painter.setPen(look.pen("line2"))
            painter.setBrush(look.colour(SIGNS[self._state].dense))
            painter.drawRect(swatch.adjusted(2.5, 1.5, -2.5, -1.5))
        else:
            paint_ground(painter, swatch, self._state, look)
            paint_shape(painter, swatch.center(), 9, self._state, look)
        room = QRectF(SWATCH + 8, 0, self.width() - SWATCH - 8, self.height())
        letter(painter, room, self._said, look.colour("text2"))
