"""The buttons and the menu of what is picked: every act by mouse too, with the key that does the same."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from widgets.addresses.acts import ACTS, ActName, Acts
from widgets.addresses.figures import Cell
from widgets.look import Look
from widgets.symbols import icon
from workbench.texts import text

EDGE, GAP = 12, 4
BEFORE: Final = 8


class ActBar(QWidget):
    """A button an act; those that are none for what is picked are off, and gone where room is short."""

    picked = Signal(str)

    def __init__(self, acts: Acts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts, self._look = acts, look
        self._room: int | None = None
        self.buttons: dict[ActName, QToolButton] = {act: QToolButton(self) for act in ACTS}
        self.more = QToolButton(self)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.clicked.connect(
            lambda: offer_menu(self, self.more.mapToGlobal(QPoint(0, self.more.height())))
        )
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _=False, act=act: self.picked.emit(act))
        # Else as wide as it was while there was more room.
        self.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 2, BEFORE, 3)
        row.setSpacing(GAP)
        for button in (*self.buttons.values(), self.more):
            button.setProperty("role", "edge")
            row.addWidget(button)
        row.addStretch(1)

    def tell(self, cell: Cell | None) -> None:
        """Offers what can be done with a block."""
        for act, button in self.buttons.items():
            title = self._look.said(self._acts.title(act, cell))
            button.setText(title)
            button.setToolTip(f"{title} ({ACTS[act].key})")
            button.setEnabled(self._acts.applies(act, cell))
        said = self._look.said(text("More", key="map.more-acts"))
        self.more.setText(said)
        self.more.setToolTip(self._look.said(text("What can be done with the block")))
        self.more.setAccessibleName(self.more.toolTip())
        self.more.setIcon(icon("ui-chevron", self._look.theme, 10))
        self._fit()

    def share(self, room: int | None) -> None:
        """Takes no more of a line than is left there; None where the line is its own."""
        self._room = room
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._room is None:
            self._fit()

    def _fit(self) -> None:
        """Shows the acts there is room for, and behind a button the others."""
        alone = self._room is None
        wanted = [one for one in self.buttons.values() if alone or one.isEnabled()]
        room = (self.width() if self._room is None else self._room) - EDGE - BEFORE
        widths = [one.sizeHint().width() + GAP for one in wanted]
        all_shown = sum(widths) - GAP <= room
        room -= 0 if all_shown else self.more.sizeHint().width()
        shown = [one for at, one in enumerate(wanted) if sum(widths[: at + 1]) - GAP * all_shown <= room]
        for button in self.buttons.values():
            button.setVisible(button in shown)
        self.more.setVisible(not all_shown)
        self.setVisible(bool(wanted))


def offer_menu(bar: ActBar, at: QPoint) -> None:
    """Opens the menu of what is picked."""
    menu = QMenu(bar)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for act, button in bar.buttons.items():
        if button.isEnabled():
            action = menu.addAction(f"{button.text()}\t{ACTS[act].key}")
            action.triggered.connect(button.click)
    menu.popup(at)
