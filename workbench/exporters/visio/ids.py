"""The numbers of shapes on a page: those of a box are followed by those of its parts."""

from __future__ import annotations

from workbench.drawing.drawing import Box, Drawing, Label, Line, Part
from workbench.exporters.visio.masters import (
    part_shape,
    shape_count,
    title_of,
)


def shape_ids(drawing: Drawing) -> dict[str, int]:
    """The number of each top-level shape; those inside it follow on."""
    found: dict[str, int] = {}
    next_id = 1
    for box in drawing.boxes:
        found[box.key] = next_id
        next_id += 1 + sum(_part_ids(box))
    others: tuple[Line | Label, ...] = (*drawing.lines, *drawing.labels)
    for other in others:
        found[own_key(other)] = next_id
        next_id += 1
    return found


def own_key(item: Box | Line | Label) -> str:
    """The key of a thing among all shapes of the page: a line or label may be called like a box."""
    return item.key if isinstance(item, Box) else f"{type(item).__name__} {item.key}"


def _part_ids(box: Box) -> list[int]:
    """How many ids each part of a box takes, in order; the outline and the title are the box's own."""
    return [shape_count(part_shape(1, part, (box.rect.w, box.rect.h), 1, "en")) for part in inner_parts(box)]


def inner_parts(box: Box) -> list[Part]:
    """The parts of a box that are shapes inside it."""
    title = title_of(box)
    return [part for part in box.parts[1:] if part is not title]
