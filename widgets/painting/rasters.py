"""Images of pixels for painting, each decoded once and kept while there is room."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintEngine, QPainter

from workbench.drawing.drawing import Drawing, Raster
from workbench.images.image import Image, known
from workbench.images.pixels import pixels_of

ROOM: Final = 256 * 1024 * 1024
"""Bytes of pixels that are kept, some sixteen of the largest images; the one painted longest ago goes first."""

Levels = tuple[QImage, ...]
_kept: OrderedDict[str, Levels] = OrderedDict()
_lock = threading.Lock()


def prepare(drawing: Drawing) -> None:
    """Decodes the images of a drawing beside the window, so that painting them takes no time."""
    for image in images_in(drawing):
        levels_of(image)


def is_ready(lines: tuple[str, ...]) -> bool:
    """Whether what lines hold is painted at once: its pixels are kept, or it is known that it has none."""
    found = known(lines)
    with _lock:
        return found is not None and (not isinstance(found, Image) or found.print in _kept)


def images_in(drawing: Drawing) -> Iterable[Image]:
    """The images on a sheet."""
    return (part.image for box in drawing.boxes for part in box.parts if isinstance(part, Raster))


def levels_of(image: Image) -> Levels:
    """An image as Qt paints it: at full size and halved again and again."""
    with _lock:
        found = _kept.get(image.print)
        if found:
            _kept.move_to_end(image.print)
            return found
    found = tuple(_painted(*pixels) for pixels in pixels_of(image))
    with _lock:
        _kept[image.print] = found
        while len(_kept) > 1 and sum(map(_weight, _kept.values())) > ROOM:
            _kept.popitem(last=False)
    return found


def raster(image: Image, area: QRectF) -> Callable[[QPainter], None]:
    """What paints an image: in files that are enlarged at will whole, elsewhere of a size near to its pixels there."""

    def paint(painter: QPainter) -> None:
        levels = levels_of(image)
        shown = levels[0] if _is_enlarged_at_will(painter) else _near(levels, _pixels(painter, area))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # In a PDF the lines of a logo would get fringes; a photo has them already and stays small.
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, image.type == "png")
        painter.drawImage(area, shown)
        painter.restore()

    return paint


def _painted(size: tuple[int, int], content: bytes) -> QImage:
    wide, high = size
    # A copy, for Qt does not keep the bytes that it was given.
    return QImage(content, wide, high, 4 * wide, QImage.Format.Format_RGBA8888_Premultiplied).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )


def _weight(levels: Levels) -> int:
    return sum(one.sizeInBytes() for one in levels)


def _is_enlarged_at_will(painter: QPainter) -> bool:
    engine = painter.paintEngine()
    return engine is not None and engine.type() == QPaintEngine.Type.Pdf


def _pixels(painter: QPainter, area: QRectF) -> float:
    """How many pixels wide an area is where it is painted."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device else 1.0
    return area.width() * painter.worldTransform().m11() * ratio


def _near(levels: Levels, wide: float) -> QImage:
    """The smallest level that has every pixel asked for."""
    return next((one for one in reversed(levels) if one.width() >= wide), levels[0])
