"""Pointer: where a gesture is, in points of the sheet and pixels of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt

from workbench.drawing.drawing import Point

GRID = 8.0
"""Points that places and sizes snap to."""
LINE_REACH = 5.0
"""Pixels beside a line that still count as on it."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place of the pointer and the keys held with it."""

    at: Point
    pixel: QPoint
    keys: Qt.KeyboardModifier

    @property
    def adds(self) -> bool:
        """Whether a click adds to the selection."""
        return bool(self.keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))

    @property
    def is_free(self) -> bool:
        """Whether places shall not snap."""
        return bool(self.keys & Qt.KeyboardModifier.AltModifier)


def snapped(value: float, free: bool = False) -> float:
    """The nearest place of the grid."""
    return value if free else round(value / GRID) * GRID
