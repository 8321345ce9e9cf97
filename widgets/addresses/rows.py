"""Rows: a frame laid out in pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from planners.addresses import Block
from workbench.planning.address_map import Frame

OPEN: Final = 86.0
"""How high a row is whose blocks are named."""
LEAST: Final = 15.0
"""How low the others may get for that."""
GAP: Final = 3
"""Ground that stays free between two rows."""


@dataclass(frozen=True)
class Rows:
    """The rows of a frame between two edges, each with its top; the last entry is the bottom of the last."""

    frame: Frame
    left: float
    wide: float
    tops: Sequence[float]
    opened: int | None = None

    def rect(self, block: Block) -> QRectF | None:
        """The rectangle of a block, None where the frame does not show it."""
        place = self.frame.place(block)
        if place is None:
            return None
        top, bottom = self.tops[place.top], self.tops[place.bottom] - GAP
        return QRectF(
            self.left + place.left * self.wide, top, (place.right - place.left) * self.wide, bottom - top
        )

    def ground(self, row: int) -> QRectF:
        """The rectangle of a whole row."""
        return QRectF(self.left, self.tops[row], self.wide, self.tops[row + 1] - self.tops[row] - GAP)

    def address(self, point: QPointF) -> int | None:
        """The address at a point, None beside the rows."""
        row = self.row(point.y())
        if row is None or not self.left <= point.x() < self.left + self.wide:
            return None
        return self.frame.address(row, (point.x() - self.left) / self.wide)

    def nearest(self, point: QPointF) -> int:
        """The address nearest to a point, beside the rows too."""
        row = min(max(bisect_right(self.tops, point.y()) - 1, 0), self.frame.rows - 1)
        return self.frame.address(row, (point.x() - self.left) / self.wide)

    def row(self, y: float) -> int | None:
        """The row at a height, None above the first and below the last."""
        at = bisect_right(self.tops, y) - 1
        return at if 0 <= at < self.frame.rows else None


def rows_in(area: QRectF, frame: Frame, opened: int | None = None) -> Rows:
    """The rows of a frame over an area, equally high but for one that is opened where the others stay high enough."""
    high = area.height() / frame.rows
    rest = (area.height() - OPEN) / max(frame.rows - 1, 1)
    if opened is None or high >= OPEN or rest < LEAST:
        opened = None
    heights = [OPEN if at == opened else high if opened is None else rest for at in range(frame.rows)]
    tops = accumulate(heights, initial=area.top())
    return Rows(frame, area.left(), area.width(), list(tops), opened)
