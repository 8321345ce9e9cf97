"""What one does with an answer: show it on the sheet, either way of it, and copy it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.qt.flow import Flow
from widgets.qt.segments import Segments
from workbench.reachability.answer import PathAnswer
from workbench.texts import text

WAYS = (text("▼ request"), text("▲ answer"))


class PathButtons(QWidget):
    """A row of buttons that is there only while there is an answer."""

    lighting = Signal()
    turned = Signal()
    copying = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.show_button = QPushButton(self)
        self.show_button.setProperty("weight", "primary")
        self.ways = Segments(look, text("Way on the sheet"), WAYS, self)
        self.copy_button = QPushButton(self)
        column, row = QVBoxLayout(self), Flow(gap=8)
        column.setContentsMargins(12, 9, 12, 9)
        column.addLayout(row)
        for part in (self.show_button, self.ways, self.copy_button):
            row.addWidget(part)
        self.show_button.clicked.connect(self.lighting)
        self.copy_button.clicked.connect(self.copying)
        self.ways.picked.connect(lambda at: self.turned.emit())

    @property
    def shows_back(self) -> bool:
        """Whether the way of the answer is wanted."""
        return self.ways.at == 1

    def offer(self, answer: PathAnswer | None) -> None:
        """Offers the way back only where the answer has one."""
        has_back = answer is not None and any(hop.answer is not None for hop in answer.hops)
        if not has_back:
            self.ways.show_picked(0)
        self.ways.setVisible(has_back)
        self.show_button.setVisible(answer is not None and bool(answer.hops))

    def retell(self) -> None:
        """Says everything in the present language."""
        self.show_button.setText(self._look.said(text("Show on the sheet")))
        self.copy_button.setText(self._look.said(text("Copy as text")))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._look.colour("line"))
