"""Pictures: the image in its own proportions, or a frame with the name where there is none that can be shown."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Part, Plate, Raster, Rect
from workbench.drawing.facts import Facts
from workbench.drawing.parts.pieces import lettering, outline, symbol
from workbench.texts import Language

Size = tuple[float, float]
NAME = (12.0, 600)
SYMBOL, LINE, INSET = 20.0, 18.0, 8.0


def size(facts: Facts) -> Size:
    """As large as it was made; an image leaves no room beside it."""
    if facts.image is None:
        return facts.least
    fit = _fitted(facts.image.size, facts.least)
    return fit.w, fit.h


def parts(facts: Facts, size: Size, language: Language) -> tuple[Part, ...]:
    """The image on nothing, or frame, symbol and name."""
    return tuple(_image(facts, size, language) if facts.image else _frame(facts, size, language))


def _image(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    assert facts.image
    yield Plate(Rect(0.0, 0.0, *size), "outline")
    said = facts.described.said(language) or facts.title.said(language)
    yield Raster(_fitted(facts.image.size, size), "image", facts.image, said)


def _frame(facts: Facts, size: Size, language: Language) -> Iterator[Part]:
    wide, high = size
    top = max((high - SYMBOL - LINE) / 2, 0.0)
    yield outline(size, facts)
    yield symbol(((wide - SYMBOL) / 2, top), SYMBOL, facts.symbol, "text3")
    name = Rect(INSET, top + SYMBOL, wide - 2 * INSET, LINE)
    yield from lettering(name, "title", facts.title.said(language), NAME, "node.title", "centre")


def _fitted(pixels: tuple[int, int], room: Size) -> Rect:
    """The largest rectangle of the image's proportions in a room, in the middle of it."""
    scale = min(room[0] / pixels[0], room[1] / pixels[1])
    # A hair's breadth would be no rectangle.
    wide, high = max(pixels[0] * scale, 1.0), max(pixels[1] * scale, 1.0)
    return Rect(
        round((room[0] - wide) / 2, 2), round((room[1] - high) / 2, 2), round(wide, 2), round(high, 2)
    )
