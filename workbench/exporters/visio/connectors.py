"""A line as a connector: glued at both ends, on the course that the drawing gives it, with its label."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.drawing.drawing import Label, Lettering, Line, Point
from workbench.drawing.lines import LINES
from workbench.exporters.visio.course import connector_cells, ring_on, route
from workbench.exporters.visio.data import ID_ROW, NAME_ROW, unique_id, values
from workbench.exporters.visio.glue import point_formula
from workbench.exporters.visio.ids import own_key
from workbench.exporters.visio.looks import line_look, text_look
from workbench.exporters.visio.plan import Plan, at, common_cells
from workbench.exporters.visio.sheet_xml import Cell, Row, Section, Shape, inches, number

RING = 3.0
"""Half the size of the ring on a line."""


def line_shape(line: Line, plan: Plan) -> Shape:
    """The connector of a line; it is glued where both its ends are boxes of the page."""
    style = LINES[line.style]
    points = [at(point, plan) for point in line.points]
    glued = line.key in plan.glue.ends
    cells = (
        *connector_cells(points),
        *(_glue_cells(line, plan) if glued else ()),
        *line_look(style, style.gap > 0, line.ground if line.middle else ""),
        Cell("ConFixedCode", 6),
        Cell("ShapeRouteStyle", 1),
        *common_cells(line, plan),
        *(_label_cells(line.label, points[0], plan) if line.label else ()),
    )
    return Shape(
        id=plan.ids[own_key(line)],
        name=f"{line.kind}.{plan.ids[own_key(line)]}",
        title=line.title or line.kind,
        master=plan.connector.id,
        cells=cells,
        sections=_line_sections(line, points, plan),
        text=line.label.text if line.label else None,
        unique_id=unique_id(plan.drawing.sheet, own_key(line)),
    )


def _glue_cells(line: Line, plan: Plan) -> tuple[Cell, ...]:
    (x1, y1), (x2, y2) = at(line.points[0], plan), at(line.points[-1], plan)
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


def _label_cells(label: Label, begin: Point, plan: Plan) -> tuple[Cell, ...]:
    """The text of a connector where the drawing puts it, counted from the connector's begin."""
    x, y = at(label.rect.centre, plan)
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


def _line_sections(line: Line, points: Sequence[Point], plan: Plan) -> tuple[Section, ...]:
    found: list[Section] = []
    if line.label:
        label = line.label
        look = Lettering(label.rect, "caption", label.text, label.size, label.weight, label.colour, "centre")
        found.extend(text_look(look, plan.drawing.language))
        x, y = at(label.rect.centre, plan)
        control = Row((Cell("X", x - points[0][0]), Cell("Y", y - points[0][1])), name="TextPosition")
        found.append(Section("Control", (control,)))
    element = plan.design.get(line.element)
    named = values(element, plan.design, plan.drawing.language) if element else ()
    identity = named or (Row((Cell("Value", line.element, unit="STR"),), name=ID_ROW),)
    found.append(Section("Property", tuple(_with_definition(row) for row in identity)))
    found.append(route(points))
    if line.middle:
        found.append(ring_on(points, at(line.middle, plan), inches(RING)))
    return tuple(found)


def _with_definition(row: Row) -> Row:
    """The row with label and type: connectors share one master, which cannot define the fields of every kind of link."""
    hidden = row.name == ID_ROW
    label = row.name if row.name != NAME_ROW else "Name"
    return Row((*row.cells, Cell("Label", label), Cell("Type", 0), Cell("Invisible", hidden)), name=row.name)
