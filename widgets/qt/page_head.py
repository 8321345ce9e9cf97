"""What stands above a list that is computed: its title, what narrows it, and how far the computing is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from widgets.qt.flow import Flow
from workbench.texts import Text

HIGH: Final = 26


class PageHead(QWidget):
    """One line that goes on below where it ends; `parts` stand between the title and what is told."""

    narrowed = Signal()
    acted = Signal()

    def __init__(self, look: Look, title: Text) -> None:
        super().__init__()
        self._look, self._title = look, title
        self.title, self.state, self.act = QLabel(self), QLabel(self), QPushButton(self)
        self.act.setProperty("weight", "link")
        self.act.clicked.connect(self.acted)

    def tell(self, state: Text, act: Text | None) -> None:
        """Says how far the computing is, and what can be done about it."""
        self.state.setText(self._look.said(state))
        self.act.setText(self._look.said(act) if act else "")
        self.act.setVisible(act is not None)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        self.title.setText(self._look.said(self._title))
        self.title.setFont(font_for(self.title.text(), 12, 600))
        self.state.setStyleSheet(f"color: {self._look.colour('text3').name()}")

    def lay(self, *parts: QWidget) -> None:
        """Sets parts of its own side by side."""
        line = Flow(self, 8)
        line.setContentsMargins(12, 0, 12, 0)
        for label in (self.title, self.state):
            label.setFixedHeight(HIGH)
        for part in (self.title, *parts, self.state, self.act):
            line.addWidget(part)

    def toggle(self) -> QToolButton:
        """A button that is on or off, and narrows the list."""
        button = QToolButton(self)
        button.setCheckable(True)
        button.setProperty("role", "edge")
        button.toggled.connect(self.narrowed)
        return button
