"""Pixels of an image for painting: at full size and halved again and again, so that a small one is sharp and quick."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from workbench.images.decoding import decoded
from workbench.images.image import MOST_PIXELS, Image

SMALLEST: Final = 64
"""The longer side of the smallest of them."""


class Pixels(NamedTuple):
    """Pixels in rows: red, green, blue and opacity, each a byte, colours already weighed by their opacity."""

    size: tuple[int, int]
    content: bytes


def pixels_of(image: Image) -> Iterator[Pixels]:
    """The pixels of an image, the full size first."""
    shown = decoded(image.content, MOST_PIXELS).upright().convert("RGBA").convert("RGBa")
    yield Pixels(shown.size, shown.tobytes())
    while max(shown.size) > SMALLEST:
        shown = shown.reduce(2)
        yield Pixels(shown.size, shown.tobytes())
