"""Hand: moves the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from widgets.canvas.pointer import Pointer
from widgets.canvas.tools import Tool, tool
from workbench.texts import text


@tool("hand")
class Hand(Tool):
    """Drag to see another part of the sheet."""

    title = text("Move the sheet")
    symbol = "ui-hand"
    order = 2

    _last: QPoint | None = None

    def cursor(self) -> Qt.CursorShape:
        """An open hand, closed while it holds."""
        return Qt.CursorShape.OpenHandCursor if self._last is None else Qt.CursorShape.ClosedHandCursor

    def pressed(self, pointer: Pointer) -> None:
        """Takes hold of the sheet."""
        self._last = pointer.pixel

    def moved(self, pointer: Pointer) -> None:
        """Takes the sheet along."""
        if self._last is not None:
            step = pointer.pixel - self._last
            self.canvas.camera.pan(step.x(), step.y())
            self._last = pointer.pixel

    def released(self, pointer: Pointer) -> None:
        """Lets go."""
        self._last = None

    def hovered(self, pointer: Pointer) -> None:
        """Nothing is picked with the hand."""
