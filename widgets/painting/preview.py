"""A small picture of a design: its first sheet, by which a person knows it again."""

from __future__ import annotations

from typing import Final

from widgets.painting.painter import QtPainter
from workbench.drawing.build import drawing
from workbench.model.design import Design
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language

SIZE: Final = (240, 150)
"""In logical pixels."""


def preview(design: Design, language: Language, ratio: float = 2.0) -> bytes:
    """The sheet that shows most, as a PNG of so many pixels a logical one; b"" where nothing is drawn."""
    drawn = [drawing(design, sheet.id, language) for sheet in design.of_kind(Sheet)[:_LOOKED_AT]]
    fullest = max(drawn, key=lambda one: len(one.boxes), default=None)
    if fullest is None or not fullest.boxes:
        return b""
    return QtPainter().png(fullest, round(SIZE[0] * ratio), round(SIZE[1] * ratio))


_LOOKED_AT: Final = 3
