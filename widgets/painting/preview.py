"""A small picture of a design: its first sheet, by which a person knows it again."""

from __future__ import annotations

from typing import Final

from widgets.painting.painter import QtPainter
from workbench.drawing.build import drawing
from workbench.model.design import Design
from workbench.model.elements.sheet import Sheet
from workbench.texts import Language

SIZE: Final = (480, 300)
"""In pixels of the screen; shown at half the size, sharp on the finest screens."""


def preview(design: Design, language: Language) -> bytes:
    """The sheet that shows most, as a PNG; b"" where nothing is drawn."""
    drawn = [drawing(design, sheet.id, language) for sheet in design.of_kind(Sheet)[:_LOOKED_AT]]
    fullest = max(drawn, key=lambda one: len(one.boxes), default=None)
    if fullest is None or not fullest.boxes:
        return b""
    return QtPainter().png(fullest, *SIZE)


_LOOKED_AT: Final = 3
