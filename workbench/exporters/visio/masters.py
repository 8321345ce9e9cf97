"""Masters: one for each kind that is drawn, and Visio's own dynamic connector.

A master holds what all its instances share: outline, header strip, symbol, connection points, container rows and the
definitions of its shape data. Users can restyle a document by editing it and drag new shapes from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.drawing.drawing import Box, Glyph, Lettering, Part, Plate, Raster, Rect, shows_image
from workbench.exporters.visio.data import definitions, unique_id
from workbench.exporters.visio.geometry import plate_path
from workbench.exporters.visio.images import image_shape
from workbench.exporters.visio.looks import anchored, plate_look, position, text_block, text_look
from workbench.exporters.visio.sheet_xml import Cell, Row, Section, Shape, inches
from workbench.exporters.visio.symbols import glyph_shape
from workbench.model.element import KINDS
from workbench.texts import Language

CONNECTOR_BASE = "{F7290A45-E3AD-11D2-AE4F-006008C9F5A9}"
CONNECTOR = "Dynamic connector"
SIDES = ((0.5, 1.0, 0, 1), (1.0, 0.5, 1, 0), (0.5, 0.0, 0, -1), (0.0, 0.5, -1, 0))
"""The four connection points every master has: top, right, bottom, left. Their order is their identity."""


@dataclass(frozen=True, slots=True)
class Master:
    """A master: its number, names, size in points and shape; `slots` maps shared parts to shapes inside it."""

    id: int
    name: str
    title: str
    size: tuple[float, float]
    shape: Shape
    slots: tuple[tuple[str, int], ...]
    base_id: str
    unique_id: str
    is_connector: bool = False


def master_of(id: int, boxes: Sequence[Box], language: Language) -> Master:
    """The master of a kind, made after the first of all boxes of that kind; it shares what every one of them has."""
    box = boxes[0]
    shared = set.intersection(*({slot(part) for part in other.parts} for other in boxes)) - {""}
    kind = KINDS[box.kind]
    size = (box.rect.w, box.rect.h)
    children, slots = _shared_children(box, shared)
    shape = Shape(
        id=1,
        name=kind.tag,
        title=kind.label.said(language),
        cells=(
            *position(Rect(0, 0, *size), size[1]),
            *box_cells(box),
            *title_block(box),
        ),
        sections=(
            *title_look(box, language),
            connections(),
            *container_rows(box),
            definitions(kind, language),
            plate_path(outline(box)),
        ),
        shapes=children,
        styles=(3, 3, 3),
    )
    return Master(
        id,
        kind.tag,
        kind.label.said(language),
        size,
        shape,
        slots,
        unique_id("base", kind.tag),
        unique_id("master", kind.tag),
    )


def outline(box: Box) -> Plate:
    """The plate that frames a box."""
    first = box.parts[0]
    assert isinstance(first, Plate)
    return first


def title_of(box: Box) -> Lettering | None:
    """The part that shows a box's name."""
    return next((part for part in box.parts if isinstance(part, Lettering) and part.role == "title"), None)


def slot(part: Part) -> str:
    """The name of the place a part has in its master; "" for parts that only instances have."""
    if isinstance(part, Glyph) and part.role == "symbol":
        return f"symbol {part.symbol}"
    return part.role if isinstance(part, Plate) and part.role == "header" else ""


def box_cells(box: Box) -> tuple[Cell, ...]:
    """How a box behaves and looks: containers stay behind, icons keep to the group."""
    behaviour = (
        Cell("SelectMode", 0),
        Cell("ObjType", 1),
        Cell("ShapePermeableX", True),
        Cell("ShapePermeableY", True),
    )
    behind = (Cell("DisplayLevel", -25000),) if is_container(box) else ()
    whole = (Cell("LockAspect", True),) if shows_image(box) else ()
    return (*plate_look(outline(box)), *behaviour, *behind, *whole)


def is_container(box: Box) -> bool:
    """Whether other boxes stand in boxes of this shape."""
    return box.shape in ("container", "router")


def connections(
    extra: tuple[tuple[float, float], ...] = (), size: tuple[float, float] | None = None
) -> Section:
    """The connection points: the four sides, then further ones in shares of width and height (y upwards)."""
    w, h = size or (1.0, 1.0)
    rows = [_connection(n, x, y, dx, dy, w, h, bool(size)) for n, (x, y, dx, dy) in enumerate(SIDES)]
    rows += [_connection(n, x, y, 0, 0, w, h, False) for n, (x, y) in enumerate(extra, len(SIDES))]
    return Section("Connection", tuple(rows))


def _connection(
    index: int, x: float, y: float, dx: float, dy: float, w: float, h: float, inherited: bool
) -> Row:
    across = Cell("X", inches(x * w), "Inh" if inherited else f"Width*{x:.8g}")
    up = Cell("Y", inches(y * h), "Inh" if inherited else f"Height*{y:.8g}")
    if inherited:
        return Row((across, up), type="Connection", index=index)
    rest = (Cell("DirX", dx), Cell("DirY", dy), Cell("Type", 0), Cell("AutoGen", False), Cell("Prompt", ""))
    return Row((across, up, *rest), type="Connection", index=index)


def container_rows(box: Box) -> tuple[Section, ...]:
    """The user rows that make a shape a container."""
    if not is_container(box):
        return ()
    rows = (
        Row((Cell("Value", "Container", unit="STR"),), name="msvStructureType"),
        Row((Cell("Value", inches(10), unit="MM"),), name="msvSDContainerMargin"),
        Row((Cell("Value", 1),), name="msvSDContainerResize"),
        Row((Cell("Value", 0),), name="msvSDContainerLocked"),
        Row((Cell("Value", box.kind, unit="STR"),), name="msvShapeCategories"),
    )
    return (Section("User", rows),)


def _shared_children(box: Box, shared: set[str]) -> tuple[tuple[Shape, ...], tuple[tuple[str, int], ...]]:
    children: list[Shape] = []
    slots: list[tuple[str, int]] = []
    next_id = 2
    for part in box.parts[1:]:
        name = slot(part)
        if name not in shared or name in dict(slots):
            continue
        child = part_shape(next_id, part, (box.rect.w, box.rect.h), 1, "en")
        children.append(child)
        slots.append((name, next_id))
        next_id += shape_count(child)
    return tuple(children), tuple(slots)


def part_shape(id: int, part: Part, frame: tuple[float, float], group: int, language: Language) -> Shape:
    """A plate, symbol or line of text inside a group of a size; uses ids from `id` on."""
    place = anchored(part.rect, frame, group)
    if isinstance(part, Glyph):
        return glyph_shape(id, part, place)
    if isinstance(part, Raster):
        return image_shape(id, part, place)
    if isinstance(part, Plate):
        return Shape(id, part.role, (*place, *plate_look(part)), (plate_path(part),))
    inner = Rect(0, 0, part.rect.w, part.rect.h)
    cells = (*place, Cell("FillPattern", 0), Cell("LinePattern", 0), *text_block(inner, (inner.w, inner.h)))
    return Shape(id, part.role, cells, text_look(part, language), text=part.text)


def shape_count(shape: Shape) -> int:
    """How many ids a shape takes, those inside it counted."""
    return 1 + sum(shape_count(child) for child in shape.shapes)


def title_block(box: Box) -> tuple[Cell, ...]:
    title = title_of(box)
    return text_block(title.rect, (box.rect.w, box.rect.h)) if title else ()


def title_look(box: Box, language: Language) -> tuple[Section, ...]:
    title = title_of(box)
    return text_look(title, language) if title else ()


def connector_master(id: int) -> Master:
    """Visio's dynamic connector, so that its own connector tool takes the same master."""
    between = (("PinX", "BeginX", "EndX"), ("PinY", "BeginY", "EndY"))
    cells = (
        *(Cell(pin, 0.5, f"GUARD(({begin}+{end})/2)") for pin, begin, end in between),
        Cell("Width", 1, "GUARD(EndX-BeginX)"),
        Cell("Height", -1, "GUARD(EndY-BeginY)"),
        Cell("LocPinX", 0.5, "GUARD(Width*0.5)"),
        Cell("LocPinY", -0.5, "GUARD(Height*0.5)"),
        Cell("Angle", 0, "GUARD(0DA)"),
        Cell("FlipX", False, "GUARD(FALSE)"),
        Cell("FlipY", False, "GUARD(FALSE)"),
        Cell("BeginX", 0),
        Cell("BeginY", 1),
        Cell("EndX", 1),
        Cell("EndY", 0),
        *(
            Cell(name, 1)
            for name in ("NoAlignBox", "LockHeight", "LockCalcWH", "NoLiveDynamics", "ShapeSplittable")
        ),
        Cell("DynFeedback", 2),
        Cell("GlueType", 2),
        Cell("ObjType", 2),
        Cell("TxtPinX", 0.5, "SETATREF(Controls.TextPosition)"),
        Cell("TxtPinY", -0.5, "SETATREF(Controls.TextPosition.Y)"),
        Cell("TxtWidth", 0.5, "MAX(TEXTWIDTH(TheText),5*Char.Size)"),
        Cell("TxtHeight", 0.2, "TEXTHEIGHT(TheText,TxtWidth)"),
        Cell("TxtLocPinX", 0.25, "TxtWidth*0.5"),
        Cell("TxtLocPinY", 0.1, "TxtHeight*0.5"),
    )
    control = Row(
        (
            Cell("X", 0.5),
            Cell("Y", -0.5),
            Cell("XDyn", 0.5, "Controls.TextPosition"),
            Cell("YDyn", -0.5, "Controls.TextPosition.Y"),
            Cell("XCon", 5, 'IF(OR(STRSAME(SHAPETEXT(TheText),""),HideText),5,0)'),
            Cell("YCon", 0),
            Cell("CanGlue", 0),
            Cell("Prompt", ""),
        ),
        name="TextPosition",
    )
    path = Section(
        "Geometry",
        (
            Row((Cell("X", 0), Cell("Y", 0)), type="MoveTo", index=1),
            Row((Cell("X", 0), Cell("Y", -1)), type="LineTo", index=2),
            Row((Cell("X", 1), Cell("Y", -1)), type="LineTo", index=3),
        ),
        (Cell("NoFill", True), Cell("NoLine", False), Cell("NoShow", False), Cell("NoSnap", False)),
        0,
    )
    sections = (Section("Control", (control,)), path)
    shape = Shape(5, CONNECTOR, cells, sections, styles=(8, 8, 8))
    return Master(
        id, CONNECTOR, CONNECTOR, (96, 96), shape, (), CONNECTOR_BASE, unique_id("master", CONNECTOR), True
    )
