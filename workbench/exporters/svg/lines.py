"""Lines as SVG: bridges over others, one or two strokes with round corners, marks at the ends."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from workbench.drawing.colours import Theme, colour
from workbench.drawing.drawing import Line, Point
from workbench.drawing.lines import HALO, LINES, LineStyle, Mark
from workbench.exporters.svg.xml import element, escaped, numbers

MARK: Final = 3.0
"""Half the size of a mark at the end of a line."""


def line(drawn: Line, theme: Theme) -> str:
    """A line as a group that carries the id of its element and says its title."""
    style = LINES[drawn.style]
    strokes = "".join(_strokes(drawn, style, theme))
    title = f"<title>{escaped(drawn.title)}</title>"
    return element(
        "g",
        title + strokes,
        class_=f"line {drawn.style}",
        data_key=drawn.key,
        data_element=drawn.element,
        fill="none",
    )


def marks(drawn: Line, theme: Theme) -> str:
    """The marks at both ends of a line and on its way; they lie above boxes."""
    style = LINES[drawn.style]
    places = [
        (style.start, drawn.points[0], drawn.points[1]),
        (style.end, drawn.points[-1], drawn.points[-2]),
    ]
    if drawn.middle:
        places.append((style.middle, drawn.middle, drawn.points[-1]))
    ink, paper = colour(style.stroke, theme), colour(drawn.ground, theme)
    return "".join(_mark(mark, at, near, ink, paper) for mark, at, near in places if mark != "none")


def _strokes(drawn: Line, style: LineStyle, theme: Theme) -> Iterator[str]:
    """From below: the bridges over other lines, the stroke, and what makes two lines of it or a core in it."""
    path = rounded(drawn.points, style.radius)
    ink, ground = colour(style.stroke, theme), colour(drawn.ground, theme)
    whole = style.width * 2 + style.gap if style.gap else style.width
    dash = numbers(style.dash)
    for bridge in drawn.bridges:
        over = f"M{numbers(bridge.start)}L{numbers(bridge.end)}"
        yield element(
            "path", None, d=over, stroke=colour(bridge.ground, theme), stroke_width=whole + 2 * HALO
        )
    yield element("path", None, d=path, stroke=ink, stroke_width=whole, stroke_dasharray=dash)
    if style.gap or style.core:
        yield element("path", None, d=path, stroke=ground, stroke_width=style.gap or style.core)


def rounded(points: tuple[Point, ...], radius: float) -> str:
    """Path text of a polyline whose corners are rounded, at most to half of the shorter leg."""
    first, *_ = points
    text = [f"M{numbers(first)}"]
    for before, (here, after) in zip(points, pairwise(points[1:]), strict=False):
        reach = min(radius, math.dist(before, here) / 2, math.dist(here, after) / 2)
        text.append(
            f"L{numbers(_towards(here, before, reach))}Q{numbers((*here, *_towards(here, after, reach)))}"
        )
    text.append(f"L{numbers(points[-1])}")
    return "".join(text)


def _towards(start: Point, end: Point, reach: float) -> Point:
    length = math.dist(start, end) or 1.0
    share = reach / length
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _mark(mark: Mark, at: Point, near: Point, ink: str, paper: str) -> str:
    x, y = at
    if mark == "square":
        return element("rect", None, x=x - MARK, y=y - MARK, width=2 * MARK, height=2 * MARK, fill=ink)
    if mark in ("disc", "ring"):
        ring = mark == "ring"
        look = {"fill": paper if ring else ink, "stroke": ink if ring else ""}
        return element("circle", None, cx=x, cy=y, r=MARK, **look)
    along = _towards((0.0, 0.0), (near[0] - x, near[1] - y), 1.0)
    if mark == "bar":
        return _polygon([_off(at, along, 0, 6), _off(at, along, 0, -6)], "none", ink, 2.0)
    long = 8.0 if mark == "arrow" else 7.0
    fill = paper if mark == "open-triangle" else ink
    return _polygon([at, _off(at, along, long, 4), _off(at, along, long, -4)], fill, ink, 1.0)


def _off(at: Point, along: Point, forward: float, aside: float) -> Point:
    """A point so far along a direction and so far to its side."""
    return at[0] + along[0] * forward - along[1] * aside, at[1] + along[1] * forward + along[0] * aside


def _polygon(points: list[Point], fill: str, stroke: str, width: float) -> str:
    drawn = "M" + "L".join(numbers(point) for point in points) + "Z"
    return element("path", None, d=drawn, fill=fill, stroke=stroke, stroke_width=width)
