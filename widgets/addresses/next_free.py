"""The next free block of every size at once: in the network that is picked, else in what is looked at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from planners.addresses import Block
from widgets.look import Look
from workbench.model.element import ElementId
from workbench.planning.address_map import Space
from workbench.texts import text

LENGTHS: Final = {32: (12, 16, 18, 20, 22, 24, 26, 28), 128: (44, 48, 52, 56, 60, 64)}
"""The prefix lengths offered, by family."""
GAP: Final = 4


class NextFree(QWidget):
    """Buttons that go to the block they name."""

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.label = QLabel(self)
        self.buttons = [QToolButton(self) for _ in range(max(len(one) for one in LENGTHS.values()))]
        self.blocks: list[Block | None] = [None] * len(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(GAP)
        row.addWidget(self.label)
        for at, button in enumerate(self.buttons):
            button.setProperty("role", "edge")
            button.clicked.connect(lambda _=False, at=at: self.picked.emit(self.blocks[at]))
            row.addWidget(button)
        row.addStretch(1)

    def tell(self, space: Space, within: Block, vpc: ElementId, wide: int) -> None:
        """Offers what is free in a block, in a VPC what is free in that; as many sizes as a width has room for."""
        free, look = space.free_in(within, vpc), self._look
        self.label.setText(look.said(text("Next free in {block}", block=str(within))))
        lengths = [one for one in LENGTHS[within.width] if one > within.length]
        room = wide - self.label.sizeHint().width()
        for at, button in enumerate(self.buttons):
            if at < len(lengths):
                found = self.blocks[at] = free.next_of(lengths[at])
                self._dress(button, lengths[at], found)
                room -= button.sizeHint().width() + GAP
            button.setVisible(at < len(lengths) and (room >= 0 or at == 0))

    def _dress(self, button: QToolButton, length: int, found: Block | None) -> None:
        where = (
            text("{block}", key="map.block", block=str(found))
            if found
            else text("/{length} none", length=length)
        )
        button.setText(self._look.said(where))
        button.setAccessibleName(self._look.said(text("Next free: {block}", block=where)))
        button.setEnabled(found is not None)
