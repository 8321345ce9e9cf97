"""What stands beside the field: the overview, and the legend below it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from widgets.addresses.legend import Legend
from widgets.addresses.overview import Overview
from widgets.look import Look
from workbench.texts import text

WIDE: Final = 192


class Side(QScrollArea):
    """192 wide; rolls where the window is too low for all of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.overview, self.legend = Overview(look, self), Legend(look, self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.legend)
        column.addStretch(1)
        page.setAutoFillBackground(True)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDE)
        self.retell()

    def retell(self) -> None:
        """Says and paints everything in the present language and theme."""
        self.setAccessibleName(self._look.said(text("Overview and legend")))
        self.legend.retell()
