"""A share of a hundred, shown as a bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.inspector.editors.editor import FieldEditor
from widgets.lettering import RIGHT, letter
from widgets.look import Look


class Gauge(QWidget):
    """A bar that is filled as far as the share says, with the figure at its right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._share = look, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 24)

    def fill(self, share: int) -> None:
        """Shows a share from 0 to 100."""
        self._share = max(0, min(100, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(0, self.height() / 2 - 3, self.width() - 48, 6)
        painter.fillRect(bar, self._look.colour("press"))
        filled = QRectF(bar.left(), bar.top(), bar.width() * self._share / 100, bar.height())
        painter.fillRect(filled, self._look.colour("accent"))
        where = QRectF(bar.right() + 4, 0, 44, self.height())
        letter(painter, where, f"{self._share} %", self._look.colour("text2"), size=11, align=RIGHT)


class GaugeEditor(FieldEditor):
    """A figure that follows from others; it is looked at, not set."""

    def build(self) -> None:
        self.gauge = Gauge(self.around.look, self)
        self.column.addWidget(self.gauge)

    def refresh(self) -> None:
        self.gauge.fill(self.value or 0)


EDITOR = GaugeEditor
