"""Where something dropped would land: the box it would stand in, or why it may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.drawing.drawing import Box, Key, Plate, Point, Rect
from workbench.edits.placing import Chain, refusal
from workbench.model.element import Kind
from workbench.texts import Text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_PADDING = 10.0


@dataclass(frozen=True, slots=True)
class Landing:
    """The box something would stand in ("" for the sheet), the elements from there outwards, the reason against."""

    within: Key
    chain: Chain
    refused: Text | None
    target: Box | None


def landing(canvas: Canvas, kind: Kind, under: Box | None) -> Landing:
    """Where an element of a kind would stand when dropped on a box, or on the bare sheet."""
    design, drawing = canvas.editor.design, canvas.drawing
    # What belongs to the sheet itself lies on top of whatever is there.
    around = drawing.chain(under.key) if drawing and under and not kind.of_one_sheet else ()
    boxes = [box for box in around if box.element in design]
    chain = [design[box.element] for box in boxes]
    refused = refusal(kind, canvas.shows, chain)
    allowed = kind.stands.get(canvas.shows, ())
    index = next((i for i, element in enumerate(chain) if element.kind.tag in allowed), None)
    if refused or index is None:
        return Landing("", (), refused, boxes[0] if boxes else None)
    return Landing(boxes[index].key, chain[index:], None, boxes[index])


def first_refusal(landings: Iterable[Landing]) -> Landing | None:
    """The first of several that is refused."""
    return next((found for found in landings if found.refused), None)


def place_in(canvas: Canvas, within: Key, corner: Point) -> Point:
    """A corner on the sheet counted from the box it stands in, below its header and inside its border."""
    around = canvas.places.box(within)
    if around is None:
        return max(corner[0], 0.0), max(corner[1], 0.0)
    top = next((_bottom(part.rect) for part in around.parts if _is_header(part)), _PADDING)
    return (
        max(corner[0] - around.rect.x, _PADDING),
        max(corner[1] - around.rect.y, top),
    )


def _is_header(part: object) -> bool:
    return isinstance(part, Plate) and part.role == "header"


def _bottom(header: Rect) -> float:
    return header.bottom + 8.0
