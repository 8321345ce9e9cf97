"""The parts of boxes as SVG: plates, letterings, symbols."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Final

from workbench.drawing.colours import Theme, colour
from workbench.drawing.drawing import Box, Glyph, Lettering, Part, Plate, Raster, Rect
from workbench.drawing.paths import Path
from workbench.drawing.symbols import GRID, Fill, symbol
from workbench.exporters.svg.xml import element, escaped, number, numbers
from workbench.images.image import Image

BASELINE: Final = 0.36
"""How far below the middle of a line of text its baseline lies, in sizes."""
ANCHORS: Final = {"left": "", "centre": "middle", "right": "end"}


def box(drawn: Box, theme: Theme) -> str:
    """A box as a group that carries the id of its element and says its full title."""
    said = " · ".join(part for part in (drawn.title, drawn.meta) if part)
    ground = next((part.fill for part in drawn.parts if isinstance(part, Plate) and part.fill), "panel")
    parts = "".join(_part(part, drawn.rect, theme, ground) for part in drawn.parts)
    return element(
        "g",
        f"<title>{escaped(said)}</title>{parts}",
        class_=f"box {drawn.kind or drawn.shape}",
        data_key=drawn.key,
        data_element=drawn.element,
    )


def lettering(part: Lettering, at: Rect, theme: Theme) -> str:
    """A line of text in the middle of its rectangle's height."""
    x = {"left": at.x, "centre": at.centre[0], "right": at.right}[part.align]
    return element(
        "text",
        escaped(part.text),
        x=x,
        y=at.centre[1] + part.size * BASELINE,
        font_size=part.size,
        font_weight=str(part.weight) if part.weight != 400 else "",
        fill=colour(part.colour, theme),
        text_anchor=ANCHORS[part.align],
    )


def hatch_id(name: str) -> str:
    """The id of the pattern of a colour."""
    return "hatch-" + name.replace(".", "-").replace("@", "-")


def path_text(path: Path) -> str:
    """Steps as SVG path text."""
    return "".join(letter + numbers(values) for letter, values in path)


def raster(part: Raster, at: Rect) -> str:
    """An image with its file inside the document; the older name of the reference is read by every program."""
    return element(
        "image",
        element("title", escaped(part.said)) if part.said else "",
        x=at.x,
        y=at.y,
        width=at.w,
        height=at.h,
        preserveAspectRatio="none",
        **{
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "xlink:href": f"data:{image_text(part.image, ';base64,')}",
        },
    )


def image_text(image: Image, sign: str) -> str:
    """The type of an image and its content in base64, with a sign between them."""
    return f"image/{image.type}{sign}{b64encode(image.content).decode()}"


def _part(part: Part, of: Rect, theme: Theme, ground: str) -> str:
    at = part.rect.shifted(of.x, of.y)
    if isinstance(part, Lettering):
        return lettering(part, at, theme)
    if isinstance(part, Glyph):
        return glyph(part, at, theme, ground)
    if isinstance(part, Raster):
        return raster(part, at)
    return "".join(_plate(part, at, theme))


def _plate(part: Plate, at: Rect, theme: Theme) -> Iterator[str]:
    if part.fill or part.stroke:
        yield _shape(
            part,
            at,
            fill=colour(part.fill, theme) if part.fill else "none",
            stroke=colour(part.stroke, theme) if part.stroke else "",
            stroke_width=part.width if part.stroke else "",
            stroke_dasharray=numbers(part.dash),
        )
    if part.hatch:
        yield _shape(part, at, fill=f"url(#{hatch_id(part.hatch)})")


def _shape(part: Plate, at: Rect, **look: str | float) -> str:
    if part.corners in ("all", "none") or not part.radius:
        radius = part.radius if part.corners != "none" else 0.0
        return element("rect", None, x=at.x, y=at.y, width=at.w, height=at.h, rx=radius or "", **look)
    return element("path", None, d=_cornered(at, part.radius, part.corners == "top"), **look)


def _cornered(at: Rect, radius: float, top: bool) -> str:
    """A rectangle with two round corners: the upper ones, or those at the left."""
    r = number(radius)
    left_top = f"M{numbers((at.x, at.y + radius))}A{r} {r} 0 0 1 {numbers((at.x + radius, at.y))}"
    if top:
        return (
            f"{left_top}H{number(at.right - radius)}A{r} {r} 0 0 1 {numbers((at.right, at.y + radius))}"
            f"V{number(at.bottom)}H{number(at.x)}Z"
        )
    return (
        f"{left_top}H{number(at.right)}V{number(at.bottom)}H{number(at.x + radius)}"
        f"A{r} {r} 0 0 1 {numbers((at.x, at.bottom - radius))}Z"
    )


def glyph(part: Glyph, at: Rect, theme: Theme, ground: str) -> str:
    """A symbol in one colour; what is knocked out of it takes the colour of the box."""
    ink, paper = colour(part.colour, theme), colour(ground, theme)
    drawn = "".join(
        element(
            "path",
            None,
            d=path_text(piece.path),
            fill=paper if piece.knock else ink,
            fill_opacity=piece.opacity if piece.opacity < 1 else "",
        )
        if isinstance(piece, Fill)
        else element(
            "path",
            None,
            d=path_text(piece.path),
            fill="none",
            stroke=paper if piece.knock else ink,
            stroke_width=piece.width,
            stroke_dasharray=numbers(piece.dash),
        )
        for piece in symbol(part.symbol).pieces
    )
    scale = at.w / GRID
    move = f"translate({numbers((at.x, at.y))}) scale({scale:.4f})"
    return element("g", drawn, transform=move, stroke_linecap="round", stroke_linejoin="round")
