"""The anatomy of a small box: where its name stands in it, and what stands before and below the name."""

from __future__ import annotations

from dataclasses import dataclass

from widgets.painting.detail import Detail
from workbench.drawing.drawing import Box, Glyph, Lettering, Plate, Role
from workbench.drawing.parts.pieces import one_line


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A small box in points.

    The room of its name begins at `left` and, where there is a strip, ends at `head` below the top. In a stacked one
    the symbol stands above the name; where names wrap they take two lines. `below` is what could stand under the name.
    """

    size: tuple[float, float]
    left: float
    head: float
    stacked: bool
    wraps: bool
    symbol: Glyph | None
    title: Lettering
    name: str
    below: tuple[Lettering, ...]


def anatomy_of(box: Box, detail: Detail) -> Anatomy | None:
    """The anatomy of a box, read off its parts; None without a title, and for the rows of a router seen as one box."""
    title = _lettering(box, "title")
    if title is None or (box.shape == "row" and detail < Detail.SYMBOLS):
        return None
    plates = {part.role: part for part in box.parts if isinstance(part, Plate)}
    symbol = next((p for p in box.parts if isinstance(p, Glyph) and p.role == "symbol"), None)
    left, head = _before_name(box, plates.get("header"), plates.get("bar"), symbol)
    # From so far away a router shows no tables: it is one box with its symbol above its name.
    collapsed = box.shape == "router" and detail < Detail.SYMBOLS
    if collapsed or (detail == Detail.MASS and box.shape == "site"):
        head = 0.0
    roles: tuple[Role, ...] = ("range", "meta") if box.shape == "site" else ("meta",)
    below = [p for p in box.parts if isinstance(p, Lettering) and p.role in roles]
    return Anatomy(
        (box.rect.w, box.rect.h),
        left,
        head,
        collapsed or title.align == "centre",
        collapsed or title.align == "centre" or box.shape == "card" or detail == Detail.MASS,
        symbol,
        title,
        one_line(box.title),
        tuple(below) if detail == Detail.SYMBOLS else (),
    )


def _lettering(box: Box, role: Role) -> Lettering | None:
    return next((part for part in box.parts if isinstance(part, Lettering) and part.role == role), None)


def _before_name(
    box: Box, header: Plate | None, bar: Plate | None, symbol: Glyph | None
) -> tuple[float, float]:
    """How far from the left the room of the name begins, and how high the strip is that it stands in, 0 for all."""
    if header is not None and header.rect.w > box.rect.w / 2:
        return 0.0, header.rect.bottom
    if box.shape == "router" and symbol is not None:
        return 0.0, 2 * symbol.rect.centre[1]
    if header is not None:
        return header.rect.right, 0.0
    return (bar.rect.right if bar is not None else 0.0), 0.0
