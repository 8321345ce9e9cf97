"""Where lines hold on to boxes: connection points, and the formulas that make a line follow them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.drawing.drawing import Box, Drawing, Line, Point
from workbench.exporters.visio.masters import SIDES

Share = tuple[float, float]
_NEAR = 1e-4


@dataclass(frozen=True, slots=True)
class Glue:
    """The points of each box beyond its four sides, and for each line the point (from 1) at its start and its end."""

    extra: Mapping[str, tuple[Share, ...]]
    ends: Mapping[str, tuple[int, int]]


def glue(drawing: Drawing) -> Glue:
    """Every line end as a connection point of the box it ends at; ends at one place share a point."""
    extra: dict[str, list[Share]] = {}
    ends: dict[str, tuple[int, int]] = {}
    boxes = drawing.by_key
    for line in glued_lines(drawing):
        first = _point(boxes[line.start], line.points[0], extra.setdefault(line.start, []))
        last = _point(boxes[line.end], line.points[-1], extra.setdefault(line.end, []))
        ends[line.key] = (first, last)
    return Glue({key: tuple(points) for key, points in extra.items() if points}, ends)


def glued_lines(drawing: Drawing) -> Sequence[Line]:
    """The lines whose two boxes are on the drawing."""
    return [line for line in drawing.lines if line.start in drawing.by_key and line.end in drawing.by_key]


def point_formula(shape: int, point: int) -> str:
    """The formula that keeps a line end at a connection point of a shape."""
    return f"PAR(PNT(Sheet.{shape}!Connections.X{point},Sheet.{shape}!Connections.Y{point}))"


def _point(box: Box, at: Point, extra: list[Share]) -> int:
    """The number of the connection point at a place, made where there is none yet."""
    share = ((at[0] - box.rect.x) / box.rect.w, (box.rect.bottom - at[1]) / box.rect.h)
    for number, (x, y, _, _) in enumerate(SIDES, 1):
        if _same(share, (x, y)):
            return number
    for number, known in enumerate(extra, len(SIDES) + 1):
        if _same(share, known):
            return number
    extra.append(share)
    return len(SIDES) + len(extra)


def _same(a: Share, b: Share) -> bool:
    return abs(a[0] - b[0]) < _NEAR and abs(a[1] - b[1]) < _NEAR
