"""A page: every box of a drawing as an instance of its master, every line glued, every container knowing its members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.drawing.drawing import Box, Drawing, Label, Lettering, Line, Part, Point, Rect
from workbench.drawing.lines import LINES
from workbench.exporters.visio.course import connector_cells, ring_on, route
from workbench.exporters.visio.data import ID_ROW, NAME_ROW, unique_id, values
from workbench.exporters.visio.geometry import plate_path
from workbench.exporters.visio.glue import Glue, glue, glued_lines, point_formula
from workbench.exporters.visio.looks import line_look, position, text_block, text_look
from workbench.exporters.visio.masters import (
    Master,
    box_cells,
    connections,
    is_container,
    outline,
    part_shape,
    shape_count,
    slot,
    title_block,
    title_look,
    title_of,
)
from workbench.exporters.visio.sheet_xml import Cell, Row, Section, Shape, inches, number
from workbench.model.design import Design
from workbench.model.element import KINDS, Element
from workbench.texts import text

MARGIN = 24.0
"""Points kept free around the drawing."""
RING = 3.0
"""Half the size of the ring on a line."""
LEGEND = text("Legend")
LABELS = text("Labels")


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be written: its shapes, the rows of its Connects, its layers and its size in inches."""

    name: str
    shapes: tuple[Shape, ...]
    connects: tuple[tuple[tuple[str, str], ...], ...]
    layers: tuple[str, ...]
    size: tuple[float, float]
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all shapes of a page need to know of each other."""

    drawing: Drawing
    design: Design
    masters: Mapping[str, Master]
    connector: Master
    ids: Mapping[str, int]
    glue: Glue
    relations: Mapping[str, str]
    layers: tuple[str, ...]
    height: float


def page(
    drawing: Drawing, design: Design, masters: Mapping[str, Master], connector: Master, name: str
) -> Page:
    """The page of a drawing."""
    ids = _ids(drawing)
    layers = _layers(drawing)
    height = drawing.size[1] + 2 * MARGIN
    plan = _Plan(
        drawing, design, masters, connector, ids, glue(drawing), _relations(drawing, ids), layers, height
    )
    behind = [_box(box, plan) for box in drawing.boxes if is_container(box)]
    before = [_box(box, plan) for box in drawing.boxes if not is_container(box)]
    lines = [_line(line, plan) for line in drawing.lines]
    labels = [_label(label, plan) for label in drawing.labels]
    size = (inches(drawing.size[0] + 2 * MARGIN), inches(height))
    return Page(name, (*behind, *lines, *before, *labels), _connects(plan), layers, size, drawing)


def _ids(drawing: Drawing) -> dict[str, int]:
    """The number of each top-level shape; those inside it follow on."""
    found: dict[str, int] = {}
    next_id = 1
    for box in drawing.boxes:
        found[box.key] = next_id
        next_id += 1 + sum(_part_ids(box))
    others: tuple[Line | Label, ...] = (*drawing.lines, *drawing.labels)
    for other in others:
        found[_own_key(other)] = next_id
        next_id += 1
    return found


def _own_key(item: Box | Line | Label) -> str:
    """The key of a thing among all shapes of the page: a line or label may be called like a box."""
    return item.key if isinstance(item, Box) else f"{type(item).__name__} {item.key}"


def _part_ids(box: Box) -> list[int]:
    """How many ids each part of a box takes, in order; the outline and the title are the box's own."""
    return [shape_count(part_shape(1, part, (box.rect.w, box.rect.h), 1, "en")) for part in _inner_parts(box)]


def _inner_parts(box: Box) -> list[Part]:
    title = title_of(box)
    return [part for part in box.parts[1:] if part is not title]


def _layers(drawing: Drawing) -> tuple[str, ...]:
    items: tuple[Box | Line, ...] = (*drawing.boxes, *drawing.lines)
    names = [_layer(item, drawing) for item in items]
    if drawing.labels:
        names.append(LABELS.said(drawing.language))
    return tuple(dict.fromkeys(names))


def _layer(item: Box | Line, drawing: Drawing) -> str:
    kind = KINDS.get(item.kind)
    return (kind.plural if kind else LEGEND).said(drawing.language)


def _relations(drawing: Drawing, ids: Mapping[str, int]) -> dict[str, str]:
    """The Relationships formula of each box and line: its containers, and for a container all that is inside it."""
    holders = {
        box.key: [b.key for b in drawing.chain(box.key)[1:] if is_container(b)] for box in drawing.boxes
    }
    for line in glued_lines(drawing):
        ends = set(holders[line.end])
        holders[_own_key(line)] = [key for key in holders[line.start] if key in ends]
    members: dict[str, list[str]] = {}
    for key, containers in holders.items():
        for container in containers:
            members.setdefault(container, []).append(key)
    return {key: _relationship(holders[key], members.get(key, []), ids) for key in holders}


def _relationship(containers: Sequence[str], members: Sequence[str], ids: Mapping[str, int]) -> str:
    parts = [
        f"DEPENDSON({code},{','.join(f'Sheet.{n}!SheetRef()' for n in sorted(ids[key] for key in keys))})"
        for code, keys in ((4, containers), (1, members))
        if keys
    ]
    return f"SUM({','.join(parts)})" if parts else ""


def _box(box: Box, plan: _Plan) -> Shape:
    master = plan.masters.get(box.kind)
    id = plan.ids[box.key]
    placed = position(box.rect.shifted(MARGIN, MARGIN), plan.height)
    looks = (*box_cells(box), *title_block(box))
    inherited = set(master.shape.cells) if master else set()
    cells = (
        *placed,
        *(cell for cell in looks if cell not in inherited),
        *_common_cells(box, plan),
    )
    title = title_of(box)
    return Shape(
        id=id,
        name=f"{box.kind}.{id}",
        title=box.title,
        master=master.id if master else None,
        cells=cells,
        sections=_box_sections(box, master, plan),
        text=title.text if title else None,
        bound=_bound(title.text, plan.design.get(box.element), plan, "") if title else "",
        shapes=_children(box, master, id, plan),
        unique_id=unique_id(plan.drawing.sheet, box.key),
    )


def _box_sections(box: Box, master: Master | None, plan: _Plan) -> tuple[Section, ...]:
    element = plan.design.get(box.element)
    extra = plan.glue.extra.get(box.key, ())
    found: list[Section] = []
    if master is None or title_look(box, plan.drawing.language) != master.shape.sections[:2]:
        found.extend(title_look(box, plan.drawing.language))
    found.append(connections(extra, (box.rect.w, box.rect.h) if master else None))
    if element:
        found.append(Section("Property", values(element, plan.design, plan.drawing.language)))
    if master is None or plate_path(outline(box)) not in master.shape.sections:
        found.append(plate_path(outline(box)))
    return tuple(found)


def _children(box: Box, master: Master | None, group: int, plan: _Plan) -> tuple[Shape, ...]:
    """The parts of a box; those its master has too name their place in it."""
    slots = dict(master.slots) if master else {}
    next_id, children = group + 1, list[Shape]()
    for part in _inner_parts(box):
        shape = part_shape(next_id, part, (box.rect.w, box.rect.h), group, plan.drawing.language)
        if isinstance(part, Lettering) and part.role == "meta":
            shape = replace(
                shape, bound=_bound(part.text, plan.design.get(box.element), plan, f"Sheet.{group}!")
            )
        place = slots.pop(slot(part), None)
        children.append(_as_instance(shape, place) if place else shape)
        next_id += shape_count(shape)
    return tuple(children)


def _bound(label: str, element: Element | None, plan: _Plan, sheet: str) -> str:
    """The property whose value a label repeats, so that the label follows it; "" where none does."""
    if element is None:
        return ""
    for row in values(element, plan.design, plan.drawing.language):
        if row.name != ID_ROW and row.cells[0].value == label and label:
            return f"{sheet}Prop.{row.name}"
    return ""


def _as_instance(shape: Shape, place: int) -> Shape:
    """A part that repeats a shape of the master, with those inside it counted on."""
    inner, next_place = [], place + 1
    for child in shape.shapes:
        inner.append(_as_instance(child, next_place))
        next_place += shape_count(child)
    return Shape(
        shape.id, shape.name, shape.cells, shape.sections, shape.text, tuple(inner), master_shape=place
    )


def _common_cells(item: Box | Line, plan: _Plan) -> tuple[Cell, ...]:
    member = Cell("LayerMember", str(plan.layers.index(_layer(item, plan.drawing))))
    relation = plan.relations.get(_own_key(item), "")
    return (member, Cell("Relationships", 0, relation)) if relation else (member,)


def _line(line: Line, plan: _Plan) -> Shape:
    style = LINES[line.style]
    points = [_at(point, plan) for point in line.points]
    glued = line.key in plan.glue.ends
    cells = (
        *connector_cells(points),
        *(_glue_cells(line, plan) if glued else ()),
        *line_look(style, style.gap > 0, line.ground if line.middle else ""),
        Cell("ConFixedCode", 6),
        Cell("ShapeRouteStyle", 1),
        *_common_cells(line, plan),
        *(_label_cells(line.label, points[0], plan) if line.label else ()),
    )
    return Shape(
        id=plan.ids[_own_key(line)],
        name=f"{line.kind}.{plan.ids[_own_key(line)]}",
        title=line.title or line.kind,
        master=plan.connector.id,
        cells=cells,
        sections=_line_sections(line, points, plan),
        text=line.label.text if line.label else None,
        unique_id=unique_id(plan.drawing.sheet, _own_key(line)),
    )


def _at(point: Point, plan: _Plan) -> Point:
    return inches(point[0] + MARGIN), inches(plan.height - point[1] - MARGIN)


def _glue_cells(line: Line, plan: _Plan) -> tuple[Cell, ...]:
    (x1, y1), (x2, y2) = _at(line.points[0], plan), _at(line.points[-1], plan)
    start, end = plan.ids[line.start], plan.ids[line.end]
    first, last = plan.glue.ends[line.key]
    begins, ends = point_formula(start, first), point_formula(end, last)
    return (
        Cell("BeginX", x1, begins),
        Cell("BeginY", y1, begins),
        Cell("EndX", x2, ends),
        Cell("EndY", y2, ends),
        Cell("BegTrigger", 2, f"_XFTRIGGER(Sheet.{start}!EventXFMod)"),
        Cell("EndTrigger", 2, f"_XFTRIGGER(Sheet.{end}!EventXFMod)"),
    )


def _label_cells(label: Label, begin: Point, plan: _Plan) -> tuple[Cell, ...]:
    """The text of a connector where the drawing puts it, counted from the connector's begin."""
    x, y = _at(label.rect.centre, plan)
    w, h = inches(label.rect.w), inches(label.rect.h)
    return (
        Cell("TxtPinX", x - begin[0], "Inh"),
        Cell("TxtPinY", y - begin[1], "Inh"),
        Cell("TxtWidth", w, number(w)),
        Cell("TxtHeight", h, "Inh"),
        Cell("TxtLocPinX", w / 2, "Inh"),
        Cell("TxtLocPinY", h / 2, "Inh"),
        Cell("TextBkgnd", "#ffffff", 'THEMEGUARD(THEMEVAL("BackgroundColor")+1)'),
    )


def _line_sections(line: Line, points: Sequence[Point], plan: _Plan) -> tuple[Section, ...]:
    found: list[Section] = []
    if line.label:
        label = line.label
        look = Lettering(label.rect, "caption", label.text, label.size, label.weight, label.colour, "centre")
        found.extend(text_look(look, plan.drawing.language))
        x, y = _at(label.rect.centre, plan)
        control = Row((Cell("X", x - points[0][0]), Cell("Y", y - points[0][1])), name="TextPosition")
        found.append(Section("Control", (control,)))
    element = plan.design.get(line.element)
    named = values(element, plan.design, plan.drawing.language) if element else ()
    identity = named or (Row((Cell("Value", line.element, unit="STR"),), name=ID_ROW),)
    found.append(Section("Property", tuple(_with_definition(row) for row in identity)))
    found.append(route(points))
    if line.middle:
        found.append(ring_on(points, _at(line.middle, plan), inches(RING)))
    return tuple(found)


def _with_definition(row: Row) -> Row:
    """The row with label and type: connectors share one master, which cannot define the fields of every kind of link."""
    hidden = row.name == ID_ROW
    label = row.name if row.name != NAME_ROW else "Name"
    return Row((*row.cells, Cell("Label", label), Cell("Type", 0), Cell("Invisible", hidden)), name=row.name)


def _label(label: Label, plan: _Plan) -> Shape:
    look = Lettering(label.rect, "caption", label.text, label.size, label.weight, label.colour, "centre")
    inner = Rect(0, 0, label.rect.w, label.rect.h)
    cells = (
        *position(label.rect.shifted(MARGIN, MARGIN), plan.height),
        Cell("FillPattern", 0),
        Cell("LinePattern", 0),
        *text_block(inner, (inner.w, inner.h)),
        Cell("LayerMember", str(plan.layers.index(LABELS.said(plan.drawing.language)))),
    )
    sections = text_look(look, plan.drawing.language)
    return Shape(
        plan.ids[_own_key(label)],
        f"label.{plan.ids[_own_key(label)]}",
        cells,
        sections,
        text=label.text,
        styles=(3, 3, 3),
    )


def _connects(plan: _Plan) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The rows other readers take the ends of lines from: two a glued line."""
    rows: list[tuple[tuple[str, str], ...]] = []
    for line in glued_lines(plan.drawing):
        for cell, part, key, point in zip(
            ("BeginX", "EndX"), ("9", "12"), (line.start, line.end), plan.glue.ends[line.key], strict=True
        ):
            rows.append(
                (
                    ("FromSheet", str(plan.ids[_own_key(line)])),
                    ("FromCell", cell),
                    ("FromPart", part),
                    ("ToSheet", str(plan.ids[key])),
                    ("ToCell", f"Connections.X{point}"),
                    ("ToPart", str(99 + point)),
                )
            )
    return tuple(rows)
