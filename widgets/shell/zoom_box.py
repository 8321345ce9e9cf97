"""The zoom at the lower left: smaller, the figure, larger, the whole sheet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from widgets.look import Look
from widgets.shell.floating import SHADOW, Floating
from widgets.symbols import icon
from workbench.texts import Text, text

BUTTONS: dict[str, tuple[str, Text]] = {
    "view.zoom-out": ("ui-minus", text("Zoom out")),
    "view.zoom-in": ("ui-plus", text("Zoom in")),
    "view.fit": ("ui-fit", text("Show the whole sheet")),
}


class ZoomBox(Floating):
    """28 high."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.figure = QLabel("100 %", self)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figure.setMinimumWidth(44)
        self.buttons = {id: QToolButton(self) for id in BUTTONS}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 2, 1)
        row.setSpacing(0)
        for id, button in self.buttons.items():
            button.setFixedSize(26, 26)
            button.clicked.connect(lambda _=False, id=id: self.picked.emit(id))
            row.addWidget(button)
            if id == "view.zoom-out":
                row.addWidget(self.figure)
        self.retell()

    def sizeHint(self) -> QSize:
        return QSize(130 + 2 * SHADOW, 28 + 2 * SHADOW)

    def tell(self, zoom: float) -> None:
        """Shows the zoom in per cent."""
        self.figure.setText(f"{round(zoom * 100)} %")

    def retell(self) -> None:
        """Says the buttons' names again."""
        for id, (name, title) in BUTTONS.items():
            self.buttons[id].setIcon(icon(name, self._look.theme, 14, "text"))
            self.buttons[id].setToolTip(self._look.said(title))
            self.buttons[id].setAccessibleName(self._look.said(title))
