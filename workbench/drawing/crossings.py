"""Where lines of different nets cross, so that the upper one can be painted as a bridge over the lower one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from planners.pace import breathe
from workbench.drawing.drawing import Bridge, Line, Point
from workbench.drawing.lines import LINES

BAND: Final = 128.0
Upright = tuple[float, float, float, int]
"""A vertical piece of a line: x, upper and lower y, and the number of the line."""


def bridged(lines: Sequence[Line], nets: Sequence[str], ground: Callable[[Point], str]) -> tuple[Line, ...]:
    """The lines with their bridges; `nets` says which lines are one tree, `ground` the colour at a point.

    A line that comes later is painted above one that comes earlier.
    """
    bands = _bands(lines)
    found: dict[int, list[Bridge]] = {}
    for number, line in enumerate(lines):
        breathe()
        for (x1, y1), (x2, y2) in pairwise(line.points):
            if y1 != y2:
                continue
            low, high = min(x1, x2), max(x1, x2)
            uprights = bands.get(int(y1 // BAND), [])
            for upright in uprights[bisect_right(uprights, (low,)) : bisect_left(uprights, (high,))]:
                x, top, bottom, other = upright
                if top < y1 < bottom and nets[other] != nets[number] and x > low:
                    over, under = max(number, other), min(number, other)
                    reach = thickness(lines[under]) / 2 + 1.5
                    across = (reach, 0.0) if over == number else (0.0, reach)
                    found.setdefault(over, []).append(_bridge((x, y1), across, ground((x, y1))))
    return tuple(
        replace(line, bridges=tuple(found[number])) if number in found else line
        for number, line in enumerate(lines)
    )


def thickness(line: Line) -> float:
    """The width of all strokes of a line together."""
    style = LINES[line.style]
    return style.width * 2 + style.gap if style.gap else style.width


def _bridge(at: Point, across: Point, ground: str) -> Bridge:
    (x, y), (dx, dy) = at, across
    return Bridge((x - dx, y - dy), (x + dx, y + dy), ground)


def _bands(lines: Sequence[Line]) -> dict[int, list[Upright]]:
    """The vertical pieces by horizontal bands of the sheet, from left to right."""
    bands: dict[int, list[Upright]] = {}
    for number, line in enumerate(lines):
        breathe()
        for (x1, y1), (x2, y2) in pairwise(line.points):
            if x1 == x2 and y1 != y2:
                top, bottom = min(y1, y2), max(y1, y2)
                for band in range(int(top // BAND), int(bottom // BAND) + 1):
                    insort(bands.setdefault(band, []), (x1, top, bottom, number))
    return bands
