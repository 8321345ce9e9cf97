"""Guides: the edges and middle lines of neighbours that a box is drawn to while it is carried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from workbench.drawing.drawing import Point, Rect

REACH: Final = 5.0
"""Pixels from which on a box is drawn to a guide."""
_BEYOND: Final = 6.0
_SAME: Final = 0.01


class Pull(NamedTuple):
    """How far a box is drawn, and the lines that show to what."""

    dx: float | None
    dy: float | None
    lines: tuple[tuple[Point, Point], ...]


def pull(moving: Rect, others: Sequence[Rect], reach: float) -> Pull:
    """What draws a rectangle to its neighbours: the nearest of their edges and middle lines, each way by itself."""
    across = _nearest((moving.x, moving.w), ((other.x, other.w) for other in others), reach)
    down = _nearest((moving.y, moving.h), ((other.y, other.h) for other in others), reach)
    there = moving.shifted(across or 0.0, down or 0.0)
    upright = _uprights(there, others) if across is not None else ()
    level = _levels(there, others) if down is not None else ()
    return Pull(across, down, (*upright, *level))


def _stops(start: float, length: float) -> tuple[float, float, float]:
    """First edge, last edge, middle line."""
    return start, start + length, start + length / 2


def _pairs(own: tuple[float, float], theirs: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Which stops may meet: edges with edges, middles with middles."""
    first, last, middle = _stops(*own)
    their_first, their_last, their_middle = _stops(*theirs)
    yield middle, their_middle
    yield from product((first, last), (their_first, their_last))


def _nearest(own: tuple[float, float], others: Iterable[tuple[float, float]], reach: float) -> float | None:
    """The smallest shift that brings two stops together, None where none is within reach."""
    shifts = (theirs - mine for other in others for mine, theirs in _pairs(own, other))
    found = min(shifts, key=abs, default=None)
    return found if found is not None and abs(found) <= reach else None


def _uprights(moving: Rect, others: Sequence[Rect]) -> Iterator[tuple[Point, Point]]:
    """The upright lines on which the rectangle now meets others."""
    turned = (Rect(o.y, o.x, o.h, o.w) for o in others)
    for (y1, x1), (y2, x2) in _levels(Rect(moving.y, moving.x, moving.h, moving.w), list(turned)):
        yield (x1, y1), (x2, y2)


def _levels(moving: Rect, others: Sequence[Rect]) -> Iterator[tuple[Point, Point]]:
    """The level lines on which the rectangle now meets others."""
    met: dict[float, list[Rect]] = {}
    for other in others:
        for mine, theirs in _pairs((moving.y, moving.h), (other.y, other.h)):
            if abs(mine - theirs) < _SAME:
                met.setdefault(mine, [moving]).append(other)
    for y, rects in sorted(met.items()):
        left, right = min(rect.x for rect in rects), max(rect.right for rect in rects)
        yield (left - _BEYOND, y), (right + _BEYOND, y)
