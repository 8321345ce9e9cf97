"""How large cells are: the sizes that zooming goes through, down to several parties a pixel."""

from __future__ import annotations

from typing import Final, NamedTuple

WORDS_FROM: Final = 28
"""Narrower cells are square and have their shape alone."""
LEAST_HIGH: Final = 30
"""What a shape with a word below it takes."""


class Zoom(NamedTuple):
    """The width of a cell, and how many parties share it: more than one only where cells are a pixel wide."""

    wide: int
    step: int = 1

    @property
    def high(self) -> int:
        """The height of a cell: a word has to stand below the shape where there is one."""
        return max(round(self.wide * 37 / 45), LEAST_HIGH) if self.wide >= WORDS_FROM else self.wide


CELL: Final = Zoom(45)
CLOSE: Final = Zoom(10)
"""The smallest cells that have a shape."""
_WIDTHS: Final = (1, 2, 3, 4, 6, 8, 10, 13, 17, 22, 28, 36, 45, 56, 68, 90)
_STEPS: Final = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32)
_LEAST: Final = 120
"""How many pixels all parties together take at least."""


def larger(zoom: Zoom) -> Zoom:
    """The next larger cells; the same where there are none."""
    if zoom.step > 1:
        return Zoom(1, max(step for step in _STEPS if step < zoom.step))
    return Zoom(next((wide for wide in _WIDTHS if wide > zoom.wide), zoom.wide))


def smaller(zoom: Zoom, parties: int) -> Zoom:
    """The next smaller cells; the same where so many parties would be too little to look at."""
    if zoom.wide > 1:
        wide = max(wide for wide in _WIDTHS if wide < zoom.wide)
        return Zoom(wide) if wide >= CLOSE.wide or parties * wide >= _LEAST else zoom
    step = next((step for step in _STEPS if step > zoom.step), zoom.step)
    return Zoom(1, step) if parties // step >= _LEAST else zoom


def fitting(columns: int, rows: int, wide: int, high: int) -> Zoom:
    """The largest cells, up to those of the beginning, with which so many fit into so many pixels."""
    for size in range(CELL.wide, 0, -1):
        if columns * size <= wide and rows * Zoom(size).high <= high:
            return Zoom(size)
    return Zoom(1, max(-(-columns // max(wide, 1)), -(-rows // max(high, 1))))
