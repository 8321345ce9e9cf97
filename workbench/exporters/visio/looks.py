"""Cells for how shapes look: colours, strokes, text and its block, protection."""

from __future__ import annotations

from workbench.drawing.colours import colour
from workbench.drawing.drawing import Lettering, Plate, Rect
from workbench.drawing.lines import LineStyle, Mark
from workbench.exporters.visio.sheet_xml import Cell, Row, Section, inches, number

LATIN = "Arial"
CHINESE = "Microsoft YaHei"
ARROWS: dict[Mark, int] = {
    "none": 0,
    "disc": 10,
    "square": 11,
    "arrow": 4,
    "triangle": 4,
    "open-triangle": 15,
    "ring": 20,
    "bar": 9,
}
_ALIGN = {"left": 0, "centre": 1, "right": 2}


def paint(name: str) -> str:
    """A colour of the Drawing as Visio takes it."""
    return colour(name, "print").lower() if name else "#ffffff"


def themed(cell: str, name: str) -> Cell:
    """A colour cell; Visio asks its theme only where the document has one, so the figure given here holds."""
    value = paint(name)
    red, green, blue = (int(value[n : n + 2], 16) for n in (1, 3, 5))
    return Cell(cell, value, f"THEMEGUARD(RGB({red},{green},{blue}))")


def position(rect: Rect, height: float) -> tuple[Cell, ...]:
    """Where a shape stands: `rect` counts from the upper left of a parent that is so many points high."""
    w, h = inches(rect.w), inches(rect.h)
    return (
        Cell("PinX", inches(rect.x + rect.w / 2)),
        Cell("PinY", inches(height - rect.y - rect.h / 2)),
        Cell("Width", w),
        Cell("Height", h),
        Cell("LocPinX", w / 2, "Width*0.5"),
        Cell("LocPinY", h / 2, "Height*0.5"),
        Cell("Angle", 0),
        Cell("FlipX", False),
        Cell("FlipY", False),
        Cell("ResizeMode", 0),
    )


def anchored(rect: Rect, frame: tuple[float, float], group: int) -> tuple[Cell, ...]:
    """Where a part stands in a group: what spans the group stretches with it, the rest keeps to its nearest sides."""
    sheet = f"Sheet.{group}!"
    across, wide = _along(rect.x, rect.w, frame[0], f"{sheet}Width")
    up, high = _along(frame[1] - rect.bottom, rect.h, frame[1], f"{sheet}Height", far=True)
    w, h = inches(rect.w), inches(rect.h)
    return (
        Cell("PinX", inches(rect.x + rect.w / 2), across),
        Cell("PinY", inches(frame[1] - rect.y - rect.h / 2), up),
        Cell("Width", w, wide),
        Cell("Height", h, high),
        Cell("LocPinX", w / 2, "Width*0.5"),
        Cell("LocPinY", h / 2, "Height*0.5"),
        Cell("Angle", 0),
        Cell("FlipX", False),
        Cell("FlipY", False),
        Cell("ResizeMode", 1),
    )


def _along(start: float, length: float, whole: float, name: str, far: bool = False) -> tuple[str, str]:
    """Formulas for pin and size along one axis; `far` keeps what is undecided at the far side."""
    middle, rest = start + length / 2, whole - start - length
    if length > 0.75 * whole:
        return f"{name}*0.5+{number(inches((start - rest) / 2))}", f"{name}-{number(inches(whole - length))}"
    if abs(middle - whole / 2) < 1:
        return f"{name}*0.5", number(inches(length))
    if far or rest < start:
        return f"{name}-{number(inches(whole - middle))}", number(inches(length))
    return number(inches(middle)), number(inches(length))


def plate_look(plate: Plate) -> tuple[Cell, ...]:
    """Fill and outline of a plate."""
    fill: tuple[Cell, ...] = (Cell("FillPattern", 0),)
    if plate.fill:
        fill = (themed("FillForegnd", plate.fill), Cell("FillPattern", 1))
    if plate.hatch:
        fill = (
            themed("FillForegnd", plate.hatch),
            themed("FillBkgnd", plate.fill or "panel"),
            Cell("FillPattern", 2),
        )
    if not plate.stroke:
        return (*fill, Cell("LinePattern", 0), Cell("ShdwPattern", 0))
    return (
        *fill,
        themed("LineColor", plate.stroke),
        Cell("LineWeight", inches(plate.width), unit="PT"),
        Cell("LinePattern", 2 if plate.dash else 1),
        Cell("Rounding", inches(plate.radius if plate.corners == "all" else 0)),
        Cell("ShdwPattern", 0),
    )


def line_look(style: LineStyle, double: bool, ground: str = "") -> tuple[Cell, ...]:
    """Stroke and ends of a connector; two strokes are one compound line. `ground` fills the mark on its way."""
    weight = style.width * 2 + style.gap if double else style.width
    dotted = bool(style.dash) and style.dash[0] <= 2
    return (
        themed("LineColor", style.stroke),
        Cell("LineWeight", inches(weight), unit="PT"),
        Cell("LinePattern", 0 if not style.width else 3 if dotted else 2 if style.dash else 1),
        Cell("CompoundType", 1 if double or style.core else 0),
        Cell("Rounding", inches(style.radius)),
        Cell("BeginArrow", ARROWS[style.start]),
        Cell("EndArrow", ARROWS[style.end]),
        Cell("BeginArrowSize", 0 if weight > 3 else 1),
        Cell("EndArrowSize", 0 if weight > 3 else 1),
        *((themed("FillForegnd", ground), Cell("FillPattern", 1)) if ground else ()),
    )


def text_block(rect: Rect, frame: tuple[float, float]) -> tuple[Cell, ...]:
    """The block a shape's own text stands in; it keeps its distance from both sides and from the top."""
    w, h = inches(rect.w), inches(rect.h)
    left, right = inches(rect.x), inches(frame[0] - rect.right)
    down = inches(rect.y + rect.h / 2)
    return (
        Cell("TxtPinX", inches(rect.x + rect.w / 2), f"Width*0.5+{number((left - right) / 2)}"),
        Cell("TxtPinY", inches(frame[1]) - down, f"Height-{number(down)}"),
        Cell("TxtWidth", w, f"Width-{number(left + right)}"),
        Cell("TxtHeight", h),
        Cell("TxtLocPinX", w / 2, "TxtWidth*0.5"),
        Cell("TxtLocPinY", h / 2, "TxtHeight*0.5"),
        Cell("TxtAngle", 0),
        *(Cell(name, 0, unit="PT") for name in ("LeftMargin", "RightMargin", "TopMargin", "BottomMargin")),
        Cell("VerticalAlign", 1),
    )


def text_look(lettering: Lettering, language: str) -> tuple[Section, Section]:
    """Character and paragraph of one line of text; a Latin and a Chinese face side by side."""
    character = (
        Cell("Font", LATIN),
        Cell("AsianFont", CHINESE),
        themed("Color", lettering.colour),
        Cell("Size", inches(lettering.size), unit="PT"),
        Cell("Style", 1 if lettering.weight >= 600 else 0),
        Cell("LangID", "zh-CN" if language == "zh" else "en-GB"),
    )
    return (
        Section("Character", (Row(character, index=0),)),
        Section("Paragraph", (Row((Cell("HorzAlign", _ALIGN[lettering.align]),), index=0),)),
    )
