"""What all shapes of a page need to know of each other: ids, glue, containers, layers, and where the page ends."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.drawing.drawing import Box, Drawing, Line, Point
from workbench.exporters.visio.containment import relations
from workbench.exporters.visio.glue import Glue, glue
from workbench.exporters.visio.ids import own_key, shape_ids
from workbench.exporters.visio.masters import (
    Master,
)
from workbench.exporters.visio.sheet_xml import Cell, inches
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.texts import text

MARGIN = 24.0
"""Points kept free around the drawing."""
LEGEND = text("Legend")
LABELS = text("Labels")


@dataclass(frozen=True, slots=True)
class Plan:
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


def plan_of(drawing: Drawing, design: Design, masters: Mapping[str, Master], connector: Master) -> Plan:
    """The plan of a drawing's page."""
    ids = shape_ids(drawing)
    return Plan(
        drawing,
        design,
        masters,
        connector,
        ids,
        glue(drawing),
        relations(drawing, ids),
        _layers(drawing),
        drawing.size[1] + 2 * MARGIN,
    )


def _layers(drawing: Drawing) -> tuple[str, ...]:
    items: tuple[Box | Line, ...] = (*drawing.boxes, *drawing.lines)
    names = [layer(item, drawing) for item in items]
    if drawing.labels:
        names.append(LABELS.said(drawing.language))
    return tuple(dict.fromkeys(names))


def layer(item: Box | Line, drawing: Drawing) -> str:
    """The layer of a box or line: its kind."""
    kind = KINDS.get(item.kind)
    return (kind.plural if kind else LEGEND).said(drawing.language)


def at(point: Point, plan: Plan) -> Point:
    """A point of the drawing on the page, in inches from its lower left corner."""
    return inches(point[0] + MARGIN), inches(plan.height - point[1] - MARGIN)


def common_cells(item: Box | Line, plan: Plan) -> tuple[Cell, ...]:
    """What boxes and lines have alike: their layer, and how they are related to containers."""
    member = Cell("LayerMember", str(plan.layers.index(layer(item, plan.drawing))))
    relation = plan.relations.get(own_key(item), "")
    return (member, Cell("Relationships", 0, relation)) if relation else (member,)
