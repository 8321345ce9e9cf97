"""Pictures on a sheet: put there at a size one sees well, and with another image in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.edits import Edit, in_turn
from workbench.edits.copying import numbered
from workbench.edits.fields import set_fields
from workbench.edits.placing import place_new
from workbench.images.image import Image, image_of
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.elements.picture import Picture
from workbench.words import Words

MOST: Final = (360.0, 270.0)
"""Points of a new picture at most; a small image keeps its own size, a pixel a point."""
LEAST: Final = 24.0
APART: Final = 24.0
"""How far each of several lies from the one before, so that all are seen."""


def put_pictures(pictures: Sequence[Picture], sheet: ElementId, middle: tuple[float, float]) -> Edit:
    """Lays new pictures on a sheet around a point, each under a name that no other picture there has."""

    def put(number: int, picture: Picture) -> Edit:
        wide, high = natural_size(picture)
        shift = APART * number
        at = (max(middle[0] - wide / 2 + shift, 0.0), max(middle[1] - high / 2 + shift, 0.0))
        return lambda design: place_new(
            _renamed(picture, design, sheet), sheet, "", (), (round(at[0]), round(at[1])), (wide, high)
        )(design)

    return in_turn(put(number, picture) for number, picture in enumerate(pictures))


def replace_image(id: ElementId, lines: tuple[str, ...]) -> Edit:
    """Gives a picture another image; place, name and alternative text stay, and it stays within its frame."""
    return set_fields([id], lines=lines)


def natural_size(picture: Picture) -> tuple[float, float]:
    """The size in points that a new picture gets: a point a pixel, less where that were too large to work beside."""
    image = image_of(picture.lines)
    if not isinstance(image, Image):
        return picture.kind.size
    wide, high = image.size
    scale = min(1.0, MOST[0] / wide, MOST[1] / high)
    return max(round(wide * scale, 2), LEAST), max(round(high * scale, 2), LEAST)


def _renamed(picture: Picture, design: Design, sheet: ElementId) -> Picture:
    names = [other.name for other in design.of_kind(Picture) if other.parent == sheet]
    name = Words(
        en=numbered(picture.name.en, {name.en for name in names}),
        zh=numbered(picture.name.zh, {name.zh for name in names}),
    )
    return Picture(id=picture.id, name=name, lines=picture.lines)
