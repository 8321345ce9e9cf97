"""What stands below a list for the row that is picked: a sentence, what belongs to it, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from widgets.fonts import font_for
from widgets.look import Look
from workbench.texts import Sayable, text


class RowDetail(QWidget):
    """A heading, lines below it, and the buttons that show the path or the place."""

    asking = Signal()
    showing = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.heading, self.lines = QLabel(self), QLabel(self)
        self.ask, self.show_it = QPushButton(self), QPushButton(self)
        for label in (self.heading, self.lines):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.ask)
        buttons.addWidget(self.show_it)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        column.addLayout(buttons)
        self.ask.clicked.connect(self.asking)
        self.show_it.clicked.connect(self.showing)
        self.retell()

    def tell(self, heading: Sayable, lines: Sequence[Sayable]) -> None:
        """Shows what belongs to a row."""
        look = self._look
        self.heading.setText(look.said(heading))
        self.heading.setFont(font_for(self.heading.text(), 13, 600))
        self.lines.setText("\n".join(look.said(line) for line in lines))
        self.lines.setVisible(bool(lines))
        self.lines.setStyleSheet(f"color: {look.colour('text2').name()}")

    def retell(self) -> None:
        """Says what can be done in the present language."""
        self.ask.setText(self._look.said(text("Ask the path")))
        self.show_it.setText(self._look.said(text("Show on the sheet", key="exposure.show")))
