"""Boxes as draw.io shapes: the outline carries name and data, the other parts lie in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from workbench.drawing.drawing import Box, Drawing, Glyph, Label, Lettering, Part, Plate, Raster, Rect
from workbench.exporters.drawio.cells import FACE, carrying, inner, paint, placed, style
from workbench.exporters.svg.parts import glyph, image_text
from workbench.exporters.svg.xml import element
from workbench.model.design import Design

INSET: Final = 5.0
"""What draw.io itself leaves above a text that stands at the top of its shape."""
LINE: Final = 1.2
"""The height of a line of text, in sizes."""
ALIGN: Final = {"left": "left", "centre": "center", "right": "right"}
HATCHED: Final = 20.0
"""The opacity, in percent, of the colour that stands for a hatch."""


def box(drawn: Box, drawing: Drawing, design: Design, layer: str) -> Iterator[str]:
    """The cells of a box: itself in the box that holds it, then its parts."""
    id, holder = box_id(drawn.key), drawing.by_key.get(drawn.within)
    at = drawn.rect.shifted(-holder.rect.x, -holder.rect.y) if holder else drawn.rect
    title = next((p for p in drawn.parts if isinstance(p, Lettering) and p.role == "title"), None)
    strip = next((p for p in drawn.parts if isinstance(p, Plate) and p.corners == "top"), None)
    outline = drawn.parts[0]
    assert isinstance(outline, Plate)
    look = style("container=1", "collapsible=0", "recursiveResize=0")
    look += _lane(outline, strip) if strip else _plate(outline)
    look += _title(title) if title else ""
    cell = element(
        "mxCell", placed(at), style=look, vertex="1", parent=box_id(holder.key) if holder else layer
    )
    yield carrying(id, title.text if title else "", drawn.element, cell, design, drawing.language)
    ground = outline.fill or "panel"
    for count, part in enumerate(drawn.parts[1:], 1):
        if part not in (title, strip):
            yield from _part(part, f"{id}/{count}", id, ground)


def label(shown: Label, layer: str) -> str:
    """A free line of text on a patch of its ground."""
    written = Lettering(shown.rect, "caption", shown.text, shown.size, shown.weight, shown.colour, "centre")
    look = style("text", fillColor=paint(shown.ground), strokeColor="none") + _lettering(written)
    at = placed(shown.rect)
    return element(
        "mxCell", at, id=f"label {shown.key}", value=shown.text, style=look, vertex="1", parent=layer
    )


def box_id(key: str) -> str:
    """The id of the cell of a box."""
    return f"box {key}"


def _part(part: Part, id: str, parent: str, ground: str) -> Iterator[str]:
    if isinstance(part, Lettering):
        look = style("text", fillColor="none", strokeColor="none", verticalAlign="middle", spacing=0)
        yield inner(id, part.text, look + _lettering(part), part.rect, parent)
    elif isinstance(part, Glyph):
        yield inner(id, "", style("shape=image", image=_image(part, ground)), part.rect, parent)
    elif isinstance(part, Raster):
        # A semicolon would end the value, so draw.io leaves it out before the content.
        file = f"data:{image_text(part.image, ',')}"
        yield inner(id, "", style("shape=image", imageAspect=0, image=file), part.rect, parent)
    else:
        yield inner(id, "", _plate(part), part.rect, parent)
        if part.hatch:
            hatched = style(
                fillColor=paint(part.hatch.partition("@")[0]), strokeColor="none", opacity=HATCHED
            )
            yield inner(f"{id}h", "", hatched, part.rect, parent)


def _plate(plate: Plate) -> str:
    round_ = plate.radius and plate.corners != "none"
    return style(
        *(("rounded=1", "absoluteArcSize=1") if round_ else ("rounded=0",)),
        arcSize=2 * plate.radius if round_ else "",
        fillColor=paint(plate.fill),
        strokeColor=paint(plate.stroke),
        strokeWidth=plate.width,
        dashed=1 if plate.dash else "",
        dashPattern=" ".join(f"{length:g}" for length in plate.dash),
    )


def _lane(outline: Plate, strip: Plate) -> str:
    """A box with a strip at its top, which bears the title: draw.io's lane."""
    body = paint(outline.fill)
    lane = style(shape="swimlane", swimlaneLine=0, startSize=strip.rect.bottom, swimlaneFillColor=body)
    return lane + _plate(replace(outline, fill=strip.fill))


def _title(title: Lettering) -> str:
    """The text of a shape where the drawing has it, counted from the shape's upper corners."""
    at, high = title.rect, title.size * LINE
    left = round(at.x) if title.align == "left" else ""
    top = round(at.y + (at.h - high) / 2 - INSET)
    return style(verticalAlign="top", spacing=0, spacingTop=top, spacingLeft=left) + _lettering(title)


def _lettering(part: Lettering) -> str:
    return style(
        align=ALIGN[part.align],
        fontFamily=FACE,
        fontSize=part.size,
        fontStyle=1 if part.weight >= 600 else 0,
        fontColor=paint(part.colour),
    )


def _image(part: Glyph, ground: str) -> str:
    """A symbol as draw.io takes pictures in a style, where a semicolon would end the value."""
    size = part.rect.w
    drawn = glyph(part, Rect(0.0, 0.0, size, size), "print", ground)
    picture = element("svg", drawn, xmlns="http://www.w3.org/2000/svg", width=size, height=size)
    return f"data:image/svg+xml,{b64encode(picture.encode()).decode()}"
