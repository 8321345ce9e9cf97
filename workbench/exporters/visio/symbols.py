"""Symbols as groups of vector shapes: each look (a stroke width, an opacity) is one shape with its paths."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Glyph, Rect
from workbench.drawing.paths import Path, Step
from workbench.drawing.symbols import GRID, Fill, Stroke, symbol
from workbench.exporters.visio.geometry import relative_path
from workbench.exporters.visio.looks import themed
from workbench.exporters.visio.sheet_xml import Cell, Section, Shape, inches

GROUND = "panel"
"""What is knocked out of a symbol shows the ground of nodes."""


def glyph_shape(id: int, glyph: Glyph, place: tuple[Cell, ...]) -> Shape:
    """A symbol as a group that keeps its aspect; its shapes take the ids after `id`."""
    children = tuple(
        _shape(id + n, pieces, glyph) for n, pieces in enumerate(_looks(symbol(glyph.symbol).pieces), 1)
    )
    cells = (*place, Cell("LockAspect", True), Cell("FillPattern", 0), Cell("LinePattern", 0))
    return Shape(id, f"symbol {glyph.symbol}", cells, shapes=children)


def _looks(pieces: tuple[Stroke | Fill, ...]) -> Iterator[list[Stroke | Fill]]:
    """The pieces in runs of one look, in the order they are painted."""
    run: list[Stroke | Fill] = []
    for piece in pieces:
        if run and _look(piece) != _look(run[0]):
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _look(piece: Stroke | Fill) -> tuple[object, ...]:
    if isinstance(piece, Stroke):
        return ("stroke", piece.width, piece.dash, piece.knock)
    return ("fill", piece.opacity, piece.knock)


def _shape(id: int, pieces: list[Stroke | Fill], glyph: Glyph) -> Shape:
    first = pieces[0]
    ink = GROUND if first.knock else glyph.colour
    stroked = isinstance(first, Stroke)
    look: tuple[Cell, ...]
    if isinstance(first, Stroke):
        weight = inches(first.width * glyph.rect.w / GRID)
        look = (Cell("FillPattern", 0), themed("LineColor", ink), Cell("LineWeight", weight, unit="PT"))
        look += (Cell("LinePattern", 2 if first.dash else 1), Cell("LineCap", 0))
    else:
        look = (Cell("LinePattern", 0), Cell("FillPattern", 1), themed("FillForegnd", ink))
        look += (Cell("FillForegndTrans", 1 - first.opacity),)
    paths = tuple(
        relative_path(_steps(piece.path), n, filled=not stroked, stroked=stroked)
        for n, piece in enumerate(pieces)
    )
    return Shape(id, "path", (*_whole(glyph.rect), *look), tuple[Section, ...](paths))


def _whole(rect: Rect) -> tuple[Cell, ...]:
    """A shape that fills its group."""
    w, h = inches(rect.w), inches(rect.h)
    return (
        Cell("PinX", w / 2),
        Cell("PinY", h / 2),
        Cell("Width", w),
        Cell("Height", h),
        Cell("LocPinX", w / 2, "Width*0.5"),
        Cell("LocPinY", h / 2, "Height*0.5"),
    )


def _steps(path: Path) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The steps of a path in shares of the grid, y upwards; closing is a line back to where the part began."""
    start = (0.0, 0.0)
    for step in path:
        sign, numbers = step
        if sign == "M":
            start = (numbers[0], numbers[1])
        if sign == "Z":
            yield _step(("L", start))
        else:
            yield _step(step)


def _step(step: Step) -> tuple[str, tuple[float, ...]]:
    sign, numbers = step
    shares = [n / GRID if at % 2 == 0 else 1 - n / GRID for at, n in enumerate(numbers)]
    if sign == "C":
        return "RelCubBezTo", (*shares[4:], *shares[:4])
    return ("RelMoveTo" if sign == "M" else "RelLineTo"), tuple(shares)
