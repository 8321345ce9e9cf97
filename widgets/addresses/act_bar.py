"""The buttons and the menu of what is picked: every act by mouse too, with the key that does the same."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from widgets.addresses.acts import ACTS, ActName, Acts
from widgets.addresses.figures import Cell
from widgets.look import Look


class ActBar(QWidget):
    """A button an act; those that are none for what is picked are off."""

    picked = Signal(str)

    def __init__(self, acts: Acts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts, self._look = acts, look
        self.buttons: dict[ActName, QToolButton] = {act: QToolButton(self) for act in ACTS}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 4)
        row.setSpacing(4)
        for act, button in self.buttons.items():
            button.setProperty("role", "edge")
            button.clicked.connect(lambda _=False, act=act: self.picked.emit(act))
            row.addWidget(button)
        row.addStretch(1)

    def tell(self, cell: Cell | None) -> None:
        """Offers what can be done with a block."""
        for act, button in self.buttons.items():
            title = self._look.said(self._acts.title(act, cell))
            button.setText(title)
            button.setToolTip(f"{title} ({ACTS[act].key})")
            button.setEnabled(self._acts.applies(act, cell))


def offer_menu(bar: ActBar, at: QPoint) -> None:
    """Opens the menu of what is picked."""
    menu = QMenu(bar)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act, button in bar.buttons.items():
        if button.isEnabled():
            action = menu.addAction(f"{button.text()}\t{ACTS[act].key}")
            action.triggered.connect(button.click)
    menu.popup(at)
