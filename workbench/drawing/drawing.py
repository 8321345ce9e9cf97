"""Drawing: what canvas, SVG, PDF, PNG and Visio all show. Values only; one point is 1/96 inch and a pixel at 100 %.

Colours are names of `colours.py`, line styles names of `lines.py`, symbols names of files in `resources/icons`.
Rectangles of parts count from the corner of their box; all others from the corner of the sheet. y grows downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from planners.rect import Point as Point
from planners.rect import Rect as Rect
from workbench.images.image import Image
from workbench.model.element import ElementId, Shape, SheetKind
from workbench.texts import Language

Key = str
"""A box on a sheet: an element's id, or "element@container" where it may stand more than once."""
Role = Literal[
    "outline",
    "header",
    "title",
    "meta",
    "symbol",
    "chip",
    "bar",
    "gauge",
    "caption",
    "detail",
    "range",
    "pill",
    "legend",
    "image",
]
"""What a part is, so that the canvas can leave it out when zoomed far out."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A filled or framed rectangle."""

    rect: Rect
    role: Role
    fill: str = ""
    stroke: str = ""
    width: float = 1.0
    radius: float = 0.0
    corners: Literal["all", "top", "left", "none"] = "all"
    dash: tuple[float, ...] = ()
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Lettering:
    """One line of text, already cut to its room; it stands in the middle of the rectangle's height."""

    rect: Rect
    role: Role
    text: str
    size: float = 13.0
    weight: int = 400
    colour: str = "text"
    align: Literal["left", "centre", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Glyph:
    """A symbol, drawn in one colour."""

    rect: Rect
    role: Role
    symbol: str
    colour: str = "text"


@dataclass(frozen=True, slots=True)
class Raster:
    """An image of pixels that fills its rectangle, and what it shows in words."""

    rect: Rect
    role: Role
    image: Image
    said: str = ""


Part = Plate | Lettering | Glyph | Raster


@dataclass(frozen=True, slots=True)
class Box:
    """One element on the sheet. Parts are painted in order; the first is the outline."""

    key: Key
    element: ElementId
    kind: str
    shape: Shape | Literal["legend"]
    rect: Rect
    within: Key
    parts: tuple[Part, ...]
    title: str
    meta: str = ""
    pinned: bool = False
    layer: str = ""


def shows_image(box: Box) -> bool:
    """Whether a box is an image, which keeps its proportions."""
    return any(isinstance(part, Raster) for part in box.parts)


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text with a patch of the ground's colour behind it."""

    key: Key
    rect: Rect
    text: str
    size: float = 11.5
    weight: int = 500
    colour: str = "text2"
    ground: str = "canvas"


@dataclass(frozen=True, slots=True)
class Bridge:
    """A short piece of a line that passes over another one; `ground` is the colour to paint around it."""

    start: Point
    end: Point
    ground: str


@dataclass(frozen=True, slots=True)
class Line:
    """A link between two boxes: an orthogonal polyline from the border of one to the border of the other.

    `middle` is where its style has a mark on the way.
    """

    key: Key
    element: ElementId
    kind: str
    style: str
    points: tuple[Point, ...]
    start: Key
    end: Key
    title: str
    label: Label | None = None
    ground: str = "canvas"
    layer: str = ""
    bridges: tuple[Bridge, ...] = ()
    middle: Point | None = None


@dataclass(frozen=True)
class Drawing:
    """A sheet as it looks: boxes from the outside in, lines above fills and below nodes, free labels on top."""

    sheet: ElementId
    shows: SheetKind
    title: str
    language: Language
    size: tuple[float, float]
    boxes: tuple[Box, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()
    places: Mapping[ElementId, tuple[Key, ...]] = field(default_factory=dict)

    @cached_property
    def by_key(self) -> Mapping[Key, Box]:
        """The boxes by key."""
        return {box.key: box for box in self.boxes}

    @cached_property
    def inside(self) -> Mapping[Key, tuple[Key, ...]]:
        """The keys of the boxes directly in each box, "" for the sheet."""
        found: dict[Key, list[Key]] = {}
        for box in self.boxes:
            found.setdefault(box.within, []).append(box.key)
        return {key: tuple(keys) for key, keys in found.items()}

    def chain(self, key: Key) -> tuple[Box, ...]:
        """A box and those it stands in, innermost first."""
        found: list[Box] = []
        while box := self.by_key.get(key):
            found.append(box)
            key = box.within
        return tuple(found)
