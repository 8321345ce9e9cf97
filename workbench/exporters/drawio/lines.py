"""Lines as draw.io connectors: joined to both boxes at the points where the drawing has them, marks as parts of the line."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workbench.drawing.drawing import Box, Drawing, Line, Point
from workbench.drawing.lines import LINES, LineStyle, Mark
from workbench.exporters.drawio.boxes import box_id
from workbench.exporters.drawio.cells import FACE, carrying, paint, style
from workbench.exporters.svg.xml import element
from workbench.model.design import Design

HALF: Final = 3.0
"""Half the size of a mark."""
SHAPES: Final[dict[Mark, str]] = {"disc": "ellipse", "ring": "ellipse", "square": "rectangle"}
"""The marks that lie in the middle of their place; draw.io's own ends stand before it."""
ENDS: Final[dict[Mark, tuple[str, int]]] = {
    "arrow": ("block", 1),
    "triangle": ("block", 1),
    "open-triangle": ("block", 0),
    "bar": ("dash", 0),
}


def line(drawn: Line, drawing: Drawing, design: Design, layer: str) -> Iterator[str]:
    """The cells of a line: itself, then its marks."""
    id, look = f"line {drawn.key}", LINES[drawn.style]
    start, end = drawing.by_key.get(drawn.start), drawing.by_key.get(drawn.end)
    cell = element(
        "mxCell",
        _course(drawn),
        style=_stroke(look)
        + _joined("exit", start, drawn.points[0])
        + _joined("entry", end, drawn.points[-1])
        + _label(drawn),
        edge="1",
        parent=layer,
        source=box_id(start.key) if start else "",
        target=box_id(end.key) if end else "",
    )
    said = drawn.label.text if drawn.label else ""
    yield carrying(id, said, drawn.element, cell, design, drawing.language)
    yield from _marks(drawn, look, id)


def _stroke(look: LineStyle) -> str:
    """Two strokes, or one with a light core, are draw.io's link: two strokes so far apart."""
    core = look.gap or look.core
    wide = look.width if look.gap else (look.width - look.core) / 2 if look.core else look.width
    start, end = ENDS.get(look.start), ENDS.get(look.end)
    return style(
        "edgeStyle=orthogonalEdgeStyle",
        *(("shape=link",) if core else ()),
        width=core + wide if core else "",
        strokeWidth=wide,
        strokeColor=paint(look.stroke),
        dashed=1 if look.dash else "",
        dashPattern=" ".join(f"{length:g}" for length in look.dash),
        rounded=1,
        arcSize=2 * look.radius,
        startArrow=start[0] if start else "none",
        startFill=start[1] if start else "",
        endArrow=end[0] if end else "none",
        endFill=end[1] if end else "",
    )


def _joined(end: str, box: Box | None, at: Point) -> str:
    """Where a line holds on to a box, in shares of the box's size."""
    if box is None:
        return ""
    x, y = (at[0] - box.rect.x) / box.rect.w, (at[1] - box.rect.y) / box.rect.h
    shares = {f"{end}X": f"{x:.4f}", f"{end}Y": f"{y:.4f}", f"{end}Dx": "0", f"{end}Dy": "0"}
    return style(**shares, **{f"{end}Perimeter": "0"})


def _label(drawn: Line) -> str:
    if drawn.label is None:
        return ""
    label = drawn.label
    return style(
        labelBackgroundColor=paint(label.ground),
        fontFamily=FACE,
        fontSize=label.size,
        fontColor=paint(label.colour),
    )


def _course(drawn: Line) -> str:
    """The way of a line, and how far its label lies from the middle of it."""
    first, *bends, last = drawn.points
    points = "".join(element("mxPoint", None, x=x, y=y) for x, y in bends)
    inside = element("mxPoint", None, x=first[0], y=first[1], as_="sourcePoint")
    inside += element("mxPoint", None, x=last[0], y=last[1], as_="targetPoint")
    inside += element("Array", points, as_="points") if bends else ""
    if drawn.label:
        (x, y), (mx, my) = drawn.label.rect.centre, _middle(drawn.points)
        inside += element("mxPoint", None, x=x - mx, y=y - my, as_="offset")
    return element("mxGeometry", inside, relative=1, as_="geometry")


def _marks(drawn: Line, look: LineStyle, id: str) -> Iterator[str]:
    """Marks as small shapes that ride on the line: -1 is its start, 1 its end."""
    along = _share(drawn.points, drawn.middle) if drawn.middle else 0.0
    for mark, name, at in (
        (look.start, "start", -1.0),
        (look.middle, "middle", along),
        (look.end, "end", 1.0),
    ):
        if mark in SHAPES:
            filled = paint(drawn.ground if mark == "ring" else look.stroke)
            shape = style(shape=SHAPES[mark], fillColor=filled, strokeColor=paint(look.stroke))
            off = element("mxPoint", None, x=-HALF, y=-HALF, as_="offset")
            place = element(
                "mxGeometry",
                off,
                x=f"{at:.4f}",
                y=0.0,
                width=2 * HALF,
                height=2 * HALF,
                relative=1,
                as_="geometry",
            )
            behaviour = style("part=1", "connectable=0", "resizable=0", "rotatable=0")
            yield element(
                "mxCell",
                place,
                id=f"{id}/{name}",
                style=shape + behaviour,
                vertex="1",
                connectable="0",
                parent=id,
            )


def _middle(points: tuple[Point, ...]) -> Point:
    """The point half way along a line."""
    left = sum(math.dist(*piece) for piece in pairwise(points)) / 2
    for (x1, y1), (x2, y2) in pairwise(points):
        length = math.dist((x1, y1), (x2, y2))
        if length >= left and length:
            return x1 + (x2 - x1) * left / length, y1 + (y2 - y1) * left / length
        left -= length
    return points[-1]


def _share(points: tuple[Point, ...], at: Point) -> float:
    """How far along a line a point on it lies: -1 at the start, 1 at the end."""
    whole = sum(math.dist(*piece) for piece in pairwise(points))
    gone = 0.0
    for start, end in pairwise(points):
        length = math.dist(start, end)
        if abs(math.dist(start, at) + math.dist(at, end) - length) < 0.01:
            return 2 * (gone + math.dist(start, at)) / whole - 1
        gone += length
    return 0.0
