"""The course of a connector: its begin, end and box, its path, and the ring on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.drawing.drawing import Point
from workbench.exporters.visio.geometry import ring
from workbench.exporters.visio.sheet_xml import Cell, Row, Section

LEAST: Final = 1e-9
GUARDED: Final = 0.25
"""The width, in inches, that Visio gives a connector without any."""


def connector_cells(points: Sequence[Point]) -> tuple[Cell, ...]:
    """Begin, end and box of a connector; a run without extent gets a small guarded one, as Visio gives it."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    w, wide = _extent(x2 - x1, "GUARD(EndX-BeginX)")
    h, high = _extent(y2 - y1, "GUARD(EndY-BeginY)")
    return (
        Cell("PinX", (x1 + x2) / 2, "Inh"),
        Cell("PinY", (y1 + y2) / 2, "Inh"),
        Cell("Width", w, wide),
        Cell("Height", h, high),
        Cell("LocPinX", w / 2, "Inh"),
        Cell("LocPinY", h / 2, "Inh"),
    )


def route(points: Sequence[Point]) -> Section:
    """The path of a connector, counted from its begin."""
    rows = [
        Row((Cell("X", x), Cell("Y", y)), type="MoveTo" if n == 1 else "LineTo", index=n)
        for n, (x, y) in enumerate((_counted(point, points) for point in points), 1)
    ]
    gone = [Row(index=n, type="LineTo", deleted=True) for n in range(len(points) + 1, 4)]
    flags = (Cell("NoFill", True), Cell("NoLine", False), Cell("NoShow", False), Cell("NoSnap", False))
    return Section("Geometry", (*rows, *gone), flags, 0)


def ring_on(points: Sequence[Point], at: Point, radius: float) -> Section:
    """A filled ring on the path of a connector."""
    return ring(_counted(at, points), radius, 1)


def _counted(at: Point, points: Sequence[Point]) -> Point:
    """A point counted from the begin of a connector; a run without extent lies in the middle of its guarded one."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    dx = GUARDED / 2 if abs(x2 - x1) <= LEAST else 0.0
    dy = GUARDED / 2 if abs(y2 - y1) <= LEAST else 0.0
    return at[0] - x1 + dx, at[1] - y1 + dy


def _extent(length: float, formula: str) -> tuple[float, str]:
    return (length, formula) if abs(length) > LEAST else (GUARDED, "GUARD(0.25DL)")
