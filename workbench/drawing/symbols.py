"""Symbols as vectors: what the files of `resources/icons` hold, in a grid of 24, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.drawing.paths import Path as Outline
from workbench.drawing.paths import ellipse, outline, polygon, rectangle
from workbench.drawing.symbol_files import FOLDER, symbol_file

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

GRID: Final = 24.0
WIDTH: Final = 1.5
"""The stroke of a symbol on its grid; caps and joins are round."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a symbol; one that is knocked out has the colour of the ground."""

    path: Outline
    width: float = WIDTH
    dash: tuple[float, ...] = ()
    knock: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """An area of a symbol in its colour at an opacity; one that is knocked out has the colour of the ground."""

    path: Outline
    opacity: float = 1.0
    knock: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol: its strokes and fills in the order they are painted."""

    name: str
    pieces: tuple[Stroke | Fill, ...]

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """The lines."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Stroke))


def symbol(name: str) -> Symbol:
    """The symbol of a name; KeyError names one that is not there, ValueError a sign that is not understood.

    A symbol of the user's own that is not understood is passed over for ours.
    """
    path = symbol_file(name)
    try:
        return _symbol(path)
    except (ValueError, SyntaxError):
        if path.parent == FOLDER:
            raise
        return _symbol(FOLDER / path.name)


@cache
def _symbol(path: Path) -> Symbol:
    from xml.etree.ElementTree import parse

    pieces: list[Stroke | Fill] = []
    for node in parse(path).getroot():
        tag = node.tag.rpartition("}")[2]
        if tag in SHAPES:
            pieces.extend(_pieces(node, SHAPES[tag](node)))
        elif tag != "title":
            raise ValueError(f"{path.name}: <{tag}> is not among the signs of symbols")
    return Symbol(path.stem, tuple(pieces))


def _pieces(node: Element, path: Outline) -> Iterator[Stroke | Fill]:
    """The fill and the stroke of one sign; signs are stroked and not filled unless they say so."""
    knock = node.get("class") == "knock"
    if node.get("fill", "none") != "none":
        yield Fill(path, float(node.get("fill-opacity", "1")), knock)
    if node.get("stroke", "") != "none":
        dash = tuple(float(number) for number in node.get("stroke-dasharray", "").split())
        yield Stroke(path, float(node.get("stroke-width", WIDTH)), dash, knock)


def _number(node: Element, name: str) -> float:
    return float(node.get(name, "0"))


def _circle(node: Element) -> Outline:
    radius = _number(node, "r")
    return ellipse(_number(node, "cx"), _number(node, "cy"), radius, radius)


def _ellipse(node: Element) -> Outline:
    return ellipse(_number(node, "cx"), _number(node, "cy"), _number(node, "rx"), _number(node, "ry"))


def _rectangle(node: Element) -> Outline:
    x, y, w, h = (_number(node, name) for name in ("x", "y", "width", "height"))
    return rectangle(x, y, w, h, _number(node, "rx"))


def _line(node: Element) -> Outline:
    ends = [(_number(node, "x1"), _number(node, "y1")), (_number(node, "x2"), _number(node, "y2"))]
    return polygon(ends, closed=False)


def _points(node: Element, closed: bool) -> Outline:
    numbers = [float(number) for number in node.get("points", "").replace(",", " ").split()]
    return polygon(list(zip(numbers[::2], numbers[1::2], strict=True)), closed)


SHAPES: Final[Mapping[str, Callable[[Element], Outline]]] = {
    "path": lambda node: outline(node.get("d", "")),
    "circle": _circle,
    "ellipse": _ellipse,
    "rect": _rectangle,
    "line": _line,
    "polyline": lambda node: _points(node, False),
    "polygon": lambda node: _points(node, True),
}
