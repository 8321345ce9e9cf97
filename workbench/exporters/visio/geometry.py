"""Paths of shapes: plates with round corners, and symbols."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.drawing.drawing import Plate, Point
from workbench.exporters.visio.sheet_xml import Cell, Row, Section

_ROUND = 0.5522847498
"""How far a cubic's handles reach, of the radius, for a quarter of a circle."""


def plate_path(plate: Plate, index: int = 0) -> Section:
    """The outline of a plate in shares of its size, so that it scales with the shape.

    Where all corners are round the shape's Rounding does it and the path is a plain rectangle.
    """
    rounded = plate.radius and plate.corners in ("top", "left")
    rows = _partly_round(plate) if rounded else _rectangle()
    return Section("Geometry", tuple(rows), _flags(not (plate.fill or plate.hatch), not plate.stroke), index)


def _rectangle() -> list[Row]:
    corners = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0))
    return [_row(n, "RelMoveTo" if n == 1 else "RelLineTo", x, y) for n, (x, y) in enumerate(corners, 1)]


def _partly_round(plate: Plate) -> list[Row]:
    """A rectangle with two round corners: the upper ones, or the left ones."""
    rx, ry = plate.radius / plate.rect.w, plate.radius / plate.rect.h
    kx, ky = rx * (1 - _ROUND), ry * (1 - _ROUND)
    upper_left = ("RelCubBezTo", (0, 1 - ry, kx, 1, 0, 1 - ky))
    if plate.corners == "top":
        return _numbered(
            ("RelMoveTo", (0, 0)),
            ("RelLineTo", (1, 0)),
            ("RelLineTo", (1, 1 - ry)),
            ("RelCubBezTo", (1 - rx, 1, 1, 1 - ky, 1 - kx, 1)),
            ("RelLineTo", (rx, 1)),
            upper_left,
            ("RelLineTo", (0, 0)),
        )
    return _numbered(
        ("RelMoveTo", (rx, 0)),
        ("RelLineTo", (1, 0)),
        ("RelLineTo", (1, 1)),
        ("RelLineTo", (rx, 1)),
        upper_left,
        ("RelLineTo", (0, ry)),
        ("RelCubBezTo", (rx, 0, 0, ky, kx, 0)),
    )


def ring(at: Point, radius: float, index: int) -> Section:
    """A filled ring in the units of the shape it is on."""
    x, y = at
    points = (Cell("A", x + radius), Cell("B", y), Cell("C", x), Cell("D", y + radius))
    row = Row((Cell("X", x), Cell("Y", y), *points), type="Ellipse", index=1)
    return Section("Geometry", (row,), _flags(False, False), index)


def _numbered(*steps: tuple[str, tuple[float, ...]]) -> list[Row]:
    return [_row(n, type, *values) for n, (type, values) in enumerate(steps, 1)]


def _row(index: int, type: str, x: float, y: float, *handles: float) -> Row:
    cells = [
        Cell("X", x),
        Cell("Y", y),
        *(Cell(name, value) for name, value in zip("ABCD", handles, strict=False)),
    ]
    return Row(tuple(cells), type=type, index=index)


def _flags(no_fill: bool, no_line: bool) -> tuple[Cell, ...]:
    return (
        Cell("NoFill", no_fill),
        Cell("NoLine", no_line),
        Cell("NoShow", False),
        Cell("NoSnap", False),
        Cell("NoQuickDrag", False),
    )


def relative_path(
    steps: Iterable[tuple[str, tuple[float, ...]]], index: int, *, filled: bool, stroked: bool
) -> Section:
    """A path whose coordinates are shares of the shape's size already."""
    return Section("Geometry", tuple(_numbered(*steps)), _flags(not filled, not stroked), index)
