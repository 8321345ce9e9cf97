"""A page: every box of a drawing as an instance of its master, every line glued, every container knowing its members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.drawing.drawing import Drawing, Label, Lettering, Rect
from workbench.exporters.visio.boxes import box_shape
from workbench.exporters.visio.connectors import line_shape
from workbench.exporters.visio.glue import glued_lines
from workbench.exporters.visio.ids import own_key
from workbench.exporters.visio.looks import position, text_block, text_look
from workbench.exporters.visio.masters import (
    Master,
    is_container,
)
from workbench.exporters.visio.plan import LABELS, MARGIN, Plan, plan_of
from workbench.exporters.visio.sheet_xml import Cell, Shape, inches
from workbench.model.design import Design


@dataclass(frozen=True, slots=True)
class Page:
    """A page ready to be written: its shapes, the rows of its Connects, its layers and its size in inches."""

    name: str
    shapes: tuple[Shape, ...]
    connects: tuple[tuple[tuple[str, str], ...], ...]
    layers: tuple[str, ...]
    size: tuple[float, float]
    drawing: Drawing


def page(
    drawing: Drawing, design: Design, masters: Mapping[str, Master], connector: Master, name: str
) -> Page:
    """The page of a drawing."""
    plan = plan_of(drawing, design, masters, connector)
    behind = [box_shape(box, plan) for box in drawing.boxes if is_container(box)]
    before = [box_shape(box, plan) for box in drawing.boxes if not is_container(box)]
    lines = [line_shape(line, plan) for line in drawing.lines]
    labels = [_label(label, plan) for label in drawing.labels]
    size = (inches(drawing.size[0] + 2 * MARGIN), inches(plan.height))
    return Page(name, (*behind, *lines, *before, *labels), _connects(plan), plan.layers, size, drawing)


def _label(label: Label, plan: Plan) -> Shape:
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
        plan.ids[own_key(label)],
        f"label.{plan.ids[own_key(label)]}",
        cells,
        sections,
        text=label.text,
        styles=(3, 3, 3),
    )


def _connects(plan: Plan) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The rows other readers take the ends of lines from: two a glued line."""
    rows: list[tuple[tuple[str, str], ...]] = []
    for line in glued_lines(plan.drawing):
        for cell, part, key, point in zip(
            ("BeginX", "EndX"), ("9", "12"), (line.start, line.end), plan.glue.ends[line.key], strict=True
        ):
            rows.append(
                (
                    ("FromSheet", str(plan.ids[own_key(line)])),
                    ("FromCell", cell),
                    ("FromPart", part),
                    ("ToSheet", str(plan.ids[key])),
                    ("ToCell", f"Connections.X{point}"),
                    ("ToPart", str(99 + point)),
                )
            )
    return tuple(rows)
