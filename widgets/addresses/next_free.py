"""The next free block of every size at once: in the network that is picked, else in what is looked at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from planners.addresses import Block
from widgets.look import Look
from widgets.symbols import icon
from workbench.model.element import ElementId
from workbench.planning.address_map import Space
from workbench.texts import Text, text

LENGTHS: Final = {32: (12, 16, 18, 20, 22, 24, 26, 28), 128: (44, 48, 52, 56, 60, 64)}
"""The prefix lengths offered, by family."""
GAP: Final = 4
EDGE: Final = 12


class NextFree(QWidget):
    """Buttons that go to the block they name; `all` lists every size, and stands above the map where the buttons have no room."""

    picked = Signal(object)
    refitted = Signal()
    """`is_short` has changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._folded = look, False
        self.label = QLabel(self)
        self.buttons = [QToolButton(self) for _ in range(max(len(one) for one in LENGTHS.values()))]
        self.blocks: list[Block | None] = [None] * len(self.buttons)
        self.lengths: list[int] = []
        self.is_short = False
        """Whether not every size has a button, so that `all` is needed."""
        self.all = QToolButton(parent)
        self.all.setProperty("role", "edge")
        self.all.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.all.clicked.connect(self._list)
        self.all.hide()
        # Else as wide as it was while there was more room.
        self.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 3, EDGE, 3)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        for at, button in enumerate(self.buttons):
            button.setProperty("role", "edge")
            button.clicked.connect(lambda _=False, at=at: self.picked.emit(self.blocks[at]))
            row.addWidget(button)
        row.addStretch(1)

    def tell(self, space: Space, within: Block, vpc: ElementId) -> None:
        """Offers what is free in a block, in a VPC what is free in that."""
        free, look = space.free_in(within, vpc), self._look
        told = look.said(text("Next free in {block}", block=str(within)))
        self.label.setText(told)
        self.all.setText(look.said(text("Next free")))
        self.all.setIcon(icon("ui-chevron", look.theme, 10))
        self.all.setToolTip(told)
        self.all.setAccessibleName(told)
        self.lengths = [one for one in LENGTHS[within.width] if one > within.length]
        for at, (button, length) in enumerate(zip(self.buttons, self.lengths, strict=False)):
            self.blocks[at] = free.next_of(length)
            self._dress(button, length, self.blocks[at])
        self._fit()

    def fold(self, folded: bool) -> None:
        """Gives the height up, or takes it again; what is offered is then found in `all` alone."""
        self._folded = folded
        self.setVisible(not folded)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _fit(self) -> None:
        """Shows as many sizes as there is room for."""
        room = self.width() - 2 * EDGE - self.label.sizeHint().width()
        left_out = False
        for at, button in enumerate(self.buttons):
            offered = at < len(self.lengths)
            room -= button.sizeHint().width() + GAP if offered else 0
            button.setVisible(offered and room >= 0)
            left_out |= offered and room < 0
        was, self.is_short = self.is_short, bool(self.lengths) and (self._folded or left_out)
        if was != self.is_short:
            self.refitted.emit()

    def _list(self) -> None:
        """Opens the menu of all sizes."""
        menu = QMenu(self.all)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setWindowTitle(self.all.toolTip())
        for button in self.buttons[: len(self.lengths)]:
            action = menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.all.mapToGlobal(QPoint(0, self.all.height())))

    def _dress(self, button: QToolButton, length: int, found: Block | None) -> None:
        where: Text = (
            text("{block}", key="map.block", block=str(found))
            if found
            else text("/{length} none", length=length)
        )
        button.setText(self._look.said(where))
        button.setAccessibleName(self._look.said(text("Next free: {block}", block=where)))
        button.setEnabled(found is not None)
