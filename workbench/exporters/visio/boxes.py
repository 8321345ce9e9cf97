"""A box as an instance of its master: only what differs from the master is written."""

from __future__ import annotations

from dataclasses import replace

from workbench.drawing.drawing import Box, Lettering
from workbench.exporters.visio.data import ID_ROW, unique_id, values
from workbench.exporters.visio.geometry import plate_path
from workbench.exporters.visio.ids import inner_parts
from workbench.exporters.visio.looks import position
from workbench.exporters.visio.masters import (
    Master,
    box_cells,
    connections,
    outline,
    part_shape,
    shape_count,
    slot,
    title_block,
    title_look,
    title_of,
)
from workbench.exporters.visio.plan import MARGIN, Plan, common_cells
from workbench.exporters.visio.sheet_xml import Section, Shape
from workbench.model.element import Element


def box_shape(box: Box, plan: Plan) -> Shape:
    """The shape of a box with its parts, bound to the properties that its labels repeat."""
    master = plan.masters.get(box.kind)
    id = plan.ids[box.key]
    placed = position(box.rect.shifted(MARGIN, MARGIN), plan.height)
    looks = (*box_cells(box), *title_block(box))
    inherited = set(master.shape.cells) if master else set()
    cells = (
        *placed,
        *(cell for cell in looks if cell not in inherited),
        *common_cells(box, plan),
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


def _box_sections(box: Box, master: Master | None, plan: Plan) -> tuple[Section, ...]:
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


def _children(box: Box, master: Master | None, group: int, plan: Plan) -> tuple[Shape, ...]:
    """The parts of a box; those its master has too name their place in it."""
    slots = dict(master.slots) if master else {}
    next_id, children = group + 1, list[Shape]()
    for part in inner_parts(box):
        shape = part_shape(next_id, part, (box.rect.w, box.rect.h), group, plan.drawing.language)
        if isinstance(part, Lettering) and part.role == "meta":
            shape = replace(
                shape, bound=_bound(part.text, plan.design.get(box.element), plan, f"Sheet.{group}!")
            )
        place = slots.pop(slot(part), None)
        children.append(_as_instance(shape, place) if place else shape)
        next_id += shape_count(shape)
    return tuple(children)


def _bound(label: str, element: Element | None, plan: Plan, sheet: str) -> str:
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
