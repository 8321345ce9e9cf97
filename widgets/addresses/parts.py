"""The map above, the plan table below, or one of the two alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from widgets.addresses.following import Following
from widgets.look import Look
from widgets.qt.segments import Segments
from workbench.editor import Editor
from workbench.preferences import NotKept, prefer, preferences
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.addresses.table.panel import PlanTablePanel

MAP, TABLE, BOTH = "map", "table", "both"
PARTS: Final = (MAP, TABLE, BOTH)
NAMES: Final = (
    text("Map", key="parts.map"),
    text("Table", key="parts.table"),
    text("Both", key="parts.both"),
)
SHARES: Final = (5, 4)
"""How the height is shared out between map and table."""


class Parts(QSplitter):
    """Shows what the user looked at last; the table is made when it is first shown."""

    said = Signal(object)

    def __init__(
        self, editor: Editor, look: Look, following: Following, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._editor, self._look, self._following = editor, look, following
        self.table: PlanTablePanel | None = None
        self.switch = Segments(look, text("Shown", key="parts.shown"), NAMES, parent)
        self.switch.picked.connect(lambda at: self.show_part(PARTS[at]))
        self._map = QWidget(self)
        self.upper = QVBoxLayout(self._map)
        self.upper.setContentsMargins(0, 0, 0, 0)
        self.upper.setSpacing(0)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.part = MAP
        self._field: QWidget | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_part(preferences().address_part)

    def show_part(self, part: str) -> None:
        """Shows map, table or both, and keeps that for the next time."""
        self.part = part if part in PARTS else MAP
        self.switch.show_picked(PARTS.index(self.part))
        if self.part != MAP and self.table is None:
            self._make_table()
        self._map.setVisible(self.part != TABLE)
        self._hand_keys_on()
        if self.table:
            self.table.setVisible(self.part != MAP)
        if self.part != preferences().address_part:
            # What cannot be kept holds until the program ends.
            with contextlib.suppress(NotKept):
                prefer(address_part=self.part)

    def _hand_keys_on(self) -> None:
        """The keys go to the map's field wherever it is shown, else to the table."""
        view = self.parentWidget()
        if view is None:
            return
        self._field = self._field or view.focusProxy()
        front = self.table if self.part == TABLE else self._field
        if front is not None:
            view.setFocusProxy(front)

    def retell(self) -> None:
        """Says everything in the present language and theme."""
        if self.table:
            self.table.retell()

    def _make_table(self) -> None:
        from widgets.addresses.table.panel import PlanTablePanel

        self.table = PlanTablePanel(self._editor, self._look, self, self._following)
        self.table.said.connect(self.said)
        self.addWidget(self.table)
        for at, share in enumerate(SHARES):
            self.setStretchFactor(at, share)
