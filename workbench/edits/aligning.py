"""Where boxes stand once they are aligned or evenly spaced: reckoning on rectangles, whatever they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from planners.rect import Point, Rect

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Axis = Literal["across", "down"]


def aligned(rects: Sequence[Rect], edge: Edge) -> list[Point]:
    """The corners of rectangles that share an edge or a middle line: the outermost edge, the middle of all."""
    left, right = min(rect.x for rect in rects), max(rect.right for rect in rects)
    top, bottom = min(rect.y for rect in rects), max(rect.bottom for rect in rects)
    across, down = (left + right) / 2, (top + bottom) / 2
    return [
        {
            "left": (left, rect.y),
            "centre": (float(round(across - rect.w / 2)), rect.y),
            "right": (right - rect.w, rect.y),
            "top": (rect.x, top),
            "middle": (rect.x, float(round(down - rect.h / 2))),
            "bottom": (rect.x, bottom - rect.h),
        }[edge]
        for rect in rects
    ]


def distributed(rects: Sequence[Rect], axis: Axis) -> list[Point]:
    """The corners of rectangles with equal gaps between them; the outermost two stay, the order stays."""
    level = axis == "across"
    spans = [(rect.x, rect.w) if level else (rect.y, rect.h) for rect in rects]
    order = sorted(range(len(rects)), key=lambda n: (spans[n][0] + spans[n][1] / 2, n))
    first, last = order[0], order[-1]
    free = spans[last][0] - spans[first][0] - sum(spans[n][1] for n in order[:-1])
    gap, at = free / max(len(rects) - 1, 1), spans[first][0]
    corners: list[Point] = [(rect.x, rect.y) for rect in rects]
    for n in order:
        corners[n] = (at, rects[n].y) if level else (rects[n].x, at)
        at += spans[n][1] + gap
    return corners
