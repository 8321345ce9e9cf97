"""What is left of the navigator in a narrow window: a rail of symbols that open it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from widgets.look import Look
from widgets.symbols import icon
from workbench.texts import Text, text

WIDE: Final = 44
PAGES: Final[tuple[tuple[str, Text], ...]] = (
    ("resource-directory", text("Design")),
    ("resource-group", text("Sheets")),
)


class Rail(QWidget):
    """44 wide: a button a page of the navigator."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedWidth(WIDE)
        self.buttons = [QToolButton(self) for _ in PAGES]
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for page, button in enumerate(self.buttons):
            button.setFixedSize(32, 32)
            button.setIconSize(QSize(18, 18))
            button.clicked.connect(lambda _=False, page=page: self.picked.emit(page))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def retell(self) -> None:
        """Says the pages' names in the present language."""
        for (name, title), button in zip(PAGES, self.buttons, strict=True):
            button.setIcon(icon(name, self._look.theme, 18))
            button.setToolTip(self._look.said(title))
            button.setAccessibleName(self._look.said(title))
