"""Images as Visio's foreign shapes, and the parts of the package that hold their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.drawing.drawing import Plate, Raster, Rect
from workbench.exporters.visio.geometry import plate_path
from workbench.exporters.visio.sheet_xml import Cell, Shape, inches
from workbench.images.image import Image


def image_shape(id: int, part: Raster, place: tuple[Cell, ...]) -> Shape:
    """An image that fills its place and goes with it."""
    cells = (
        *place,
        Cell("FillPattern", 0),
        Cell("LinePattern", 0),
        Cell("LockAspect", True),
        Cell("ImgOffsetX", 0, "ImgWidth*0"),
        Cell("ImgOffsetY", 0, "ImgHeight*0"),
        Cell("ImgWidth", inches(part.rect.w), "Width*1"),
        Cell("ImgHeight", inches(part.rect.h), "Height*1"),
    )
    frame = plate_path(Plate(Rect(0.0, 0.0, part.rect.w, part.rect.h), "image"))
    return Shape(id, f"image.{id}", cells, (frame,), title=part.said, image=part.image)


def images_in(shapes: Iterable[Shape]) -> dict[str, Image]:
    """The images of shapes and of those inside them, by their prints, in the order of these."""
    found: dict[str, Image] = {}
    for shape in shapes:
        if shape.image:
            found[shape.image.print] = shape.image
        found |= images_in(shape.shapes)
    return dict(sorted(found.items()))


def media(images: Mapping[str, Image]) -> dict[str, str]:
    """The name in the package of each image by its print; one that several pages show is there once."""
    numbered = enumerate(sorted(images.items()), 1)
    return {print: f"visio/media/image{n}.{image.type}" for n, (print, image) in numbered}
