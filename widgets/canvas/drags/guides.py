"""Guides: what a box is drawn to while it is carried: edges and middle lines of its neighbours, and equal gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from widgets.canvas.drags.gaps import equal_gaps, gap_shifts
from widgets.canvas.drags.neighbours import Neighbours, Span, Way, across, down
from workbench.drawing.drawing import Point, Rect

REACH: Final = 5.0
"""Pixels from which on a box is drawn to a guide."""
_BEYOND: Final = 6.0
Stroke = tuple[Point, Point]


class Pull(NamedTuple):
    """How far a box is drawn, the lines that show to what, and the equal gaps beside it from edge to edge."""

    dx: float | None = None
    dy: float | None = None
    lines: tuple[Stroke, ...] = ()
    gaps: tuple[Stroke, ...] = ()


def pull(moving: Rect, beside: Neighbours, reach: float) -> Pull:
    """What draws a rectangle to its neighbours: the nearest edge, middle line or equal gap, each way by itself."""
    dx = _nearest(across(moving), beside.across, reach)
    dy = _nearest(down(moving), beside.down, reach)
    there = moving.shifted(dx or 0.0, dy or 0.0)
    lines: list[Stroke] = []
    gaps: list[Stroke] = []
    if dx is not None:
        lines += (((x, low), (x, high)) for x, low, high in _lines(across(there), beside.across))
        gaps += (
            ((gap.first, gap.level), (gap.last, gap.level))
            for gap in equal_gaps(across(there), beside.across)
        )
    if dy is not None:
        lines += (((low, y), (high, y)) for y, low, high in _lines(down(there), beside.down))
        gaps += (
            ((gap.level, gap.first), (gap.level, gap.last)) for gap in equal_gaps(down(there), beside.down)
        )
    return Pull(dx, dy, tuple(lines), tuple(gaps))


def _nearest(own: Span, beside: Way, reach: float) -> float | None:
    """The smallest shift that brings a box to a guide, None where none is within reach."""
    shifts = (*beside.shifts(own), *gap_shifts(own, beside, reach))
    found = min(shifts, key=abs, default=None)
    return found if found is not None and abs(found) <= reach else None


def _lines(own: Span, beside: Way) -> Iterator[tuple[float, float, float]]:
    """The lines on which a box meets others: where, from and to."""
    for place, met in sorted(beside.met(own).items()):
        low, high = min(span.low for span in (own, *met)), max(span.high for span in (own, *met))
        yield place, low - _BEYOND, high + _BEYOND
