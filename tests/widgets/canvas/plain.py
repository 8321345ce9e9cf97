"""A drawing one can reckon with in one's head: every box where its placement says, else in a column; lines straight."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Box, Drawing, Glyph, Key, Lettering, Line, Plate, Rect
from workbench.edits.placing import placement_id
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Shape
from workbench.model.elements.placement import Placement
from workbench.texts import Language

SIZES = {
    "region": (600.0, 360.0),
    "account": (560.0, 300.0),
    "vpc": (240.0, 160.0),
    "transit-router": (200.0, 80.0),
}
HEADER = 30.0


def plain(design: Design, sheet: ElementId, language: Language) -> Drawing:
    """Regions, what names them as region or parent, and so on inwards; links between what is drawn."""
    boxes = tuple(_boxes(design, sheet, language, None, Rect(0, 0, 0, 0)))
    by_key = {box.key: box for box in boxes}
    lines = tuple(_line(link, by_key) for link in design if _joins(link, by_key))
    size = (
        max([20.0, *(b.rect.right + 20 for b in boxes)]),
        max([20.0, *(b.rect.bottom + 20 for b in boxes)]),
    )
    return Drawing(
        sheet, "network", "Plain", language, size, boxes, lines, (), {key: (key,) for key in by_key}
    )


def _boxes(
    design: Design, sheet: ElementId, language: Language, around: Element | None, room: Rect
) -> Iterator[Box]:
    top = room.y + HEADER
    for element in _inside(design, around):
        placed = design.get(placement_id(sheet, element.id, around.id if around else ""), Placement)
        if placed and placed.hidden:
            continue
        w, h = SIZES.get(element.kind.tag, element.kind.size)
        if placed and placed.width and placed.height:
            w, h = placed.width, placed.height
        x, y = room.x + 20, top
        if placed and placed.x is not None and placed.y is not None:
            x, y = room.x + placed.x, room.y + placed.y
        else:
            top += h + 12
        box = _box(element, around.id if around else "", Rect(x, y, w, h), language)
        yield box
        yield from _boxes(design, sheet, language, element, box.rect)


def _inside(design: Design, around: Element | None) -> list[Element]:
    drawn = [element for element in design if element.kind.stands.get("network") and not element.kind.is_link]
    return [element for element in drawn if _holder(design, element) == (around.id if around else None)]


def _holder(design: Design, element: Element) -> ElementId | None:
    for name in ("zone", "parent", "region"):
        holder = design.get(getattr(element, name, None))
        if holder and holder.kind.tag in element.kind.stands["network"]:
            return holder.id
    return None


def _box(element: Element, within: Key, rect: Rect, language: Language) -> Box:
    tint = element.kind.tint
    container = element.kind.shape == "container"
    title = element.title().said(language)
    parts = (
        Plate(Rect(0, 0, rect.w, rect.h), "outline", f"{tint}.fill", f"{tint}.border", radius=6.0),
        Glyph(Rect(8, 5, 16, 16), "symbol", element.kind.symbol, f"{tint}.title"),
        Lettering(Rect(30, 4, rect.w - 40, 18), "title", title, 13.0, 600, f"{tint}.title"),
        Lettering(Rect(30, 20, rect.w - 40, 16), "meta", element.meta(), 11.5, 450, "text2"),
    )
    shape: Shape = "container" if container else "leaf"
    return Box(element.id, element.id, element.kind.tag, shape, rect, within, parts, title, element.meta())


def _joins(link: Element, boxes: dict[Key, Box]) -> bool:
    joins = link.kind.joins
    return bool(joins) and all(getattr(link, name) in boxes for name in joins or ())


def _line(link: Element, boxes: dict[Key, Box]) -> Line:
    assert link.kind.joins
    start, end = (boxes[getattr(link, name)] for name in link.kind.joins)
    points = ((start.rect.right, start.rect.centre[1]), (end.rect.x, end.rect.centre[1]))
    return Line(link.id, link.id, link.kind.tag, link.kind.line, points, start.key, end.key, link.id)
