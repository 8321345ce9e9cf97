"""The map above, the plan table below, or one of the two alone."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
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
LOW: Final = 480
"""Below this height the two have no room at once."""


class Upper(QWidget):
    """What holds the map; tells how high it is."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.resized.emit()


class Parts(QSplitter):
    """Shows what the user looked at last; the table is made when it is first shown."""

    said = Signal(object)
    turned = Signal()
    """Other parts are shown now."""

    def __init__(
        self, editor: Editor, look: Look, following: Following, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._editor, self._look, self._following = editor, look, following
        self.table: PlanTablePanel | None = None
        self.switch = Segments(look, text("Shown", key="parts.shown"), NAMES, parent)
        self.switch.picked.connect(lambda at: self.show_part(PARTS[at]))
        self._map = Upper(self)
        self.map_resized = self._map.resized
        self.upper = QVBoxLayout(self._map)
        self.upper.setContentsMargins(0, 0, 0, 0)
        self.upper.setSpacing(0)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.part, self._is_low = MAP, False
        self._field: QWidget | None = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_part(preferences().address_part)

    def show_part(self, part: str) -> None:
        """Shows map, table or both, and keeps that for the next time."""
        self.part = part if part in PARTS else MAP
        self._show()
        if self.part != preferences().address_part:
            # What cannot be kept holds until the program ends.
            with contextlib.suppress(NotKept):
                prefer(address_part=self.part)

    @property
    def shown(self) -> str:
        """What is shown: of both the map alone where there is no room for two."""
        return MAP if self._is_low and self.part == BOTH else self.part

    def show_table(self) -> None:
        """Shows the table, below the map where there is room for both."""
        self.show_part(TABLE if self._is_low else BOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.height() < LOW
        if is_low != self._is_low:
            self._is_low = is_low
            self._show()

    def _show(self) -> None:
        self.switch.offer(len(PARTS) - self._is_low)
        self.switch.show_picked(PARTS.index(self.shown))
        if self.shown != MAP and self.table is None:
            self._make_table()
        self._map.setVisible(self.shown != TABLE)
        self._hand_keys_on()
        if self.table:
            self.table.setVisible(self.shown != MAP)
        self.turned.emit()

    @property
    def map_height(self) -> int:
        """How high the part is that the map has."""
        return self._map.height()

    def _hand_keys_on(self) -> None:
        """The keys go to the map's field wherever it is shown, else to the table."""
        view = self.parentWidget()
        if view is None:
            return
        self._field = self._field or view.focusProxy()
        front = self.table if self.shown == TABLE else self._field
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
