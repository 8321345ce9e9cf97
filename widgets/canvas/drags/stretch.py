"""Stretch: changes the size of a box by one of its handles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.drags import Drag
from widgets.canvas.landing import place_in
from widgets.canvas.pointer import Pointer, snapped
from widgets.painting.inks import NO_BRUSH
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box, Rect, shows_image
from workbench.edits.placing import place
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

LEAST = (48.0, 28.0)
_LEFT, _TOP, _RIGHT, _BOTTOM = {0, 6, 7}, {0, 1, 2}, {2, 3, 4}, {4, 5, 6}


class Stretch(Drag):
    """The handle follows the pointer, the opposite side stays."""

    def __init__(self, canvas: Canvas, start: Pointer, box: Box, handle: int) -> None:
        super().__init__(canvas, start)
        self.box, self.handle = box, handle
        self._rect: Rect | None = None

    def moved(self, pointer: Pointer) -> None:
        """Previews the new frame."""
        rect = self.box.rect
        x, y = (snapped(value, pointer.is_free) for value in pointer.at)
        left = min(x, rect.right - LEAST[0]) if self.handle in _LEFT else rect.x
        top = min(y, rect.bottom - LEAST[1]) if self.handle in _TOP else rect.y
        right = max(x, rect.x + LEAST[0]) if self.handle in _RIGHT else rect.right
        bottom = max(y, rect.y + LEAST[1]) if self.handle in _BOTTOM else rect.bottom
        rect = Rect(left, top, right - left, bottom - top)
        self._rect = self._in_proportion(rect) if shows_image(self.box) else rect

    def _in_proportion(self, rect: Rect) -> Rect:
        """The frame with the proportions of the box, as large as the side farthest away asks for."""
        box, handle = self.box.rect, self.handle
        scale = max(
            rect.w / box.w if handle in _LEFT | _RIGHT else 0.0,
            rect.h / box.h if handle in _TOP | _BOTTOM else 0.0,
        )
        wide, high = round(box.w * scale, 2), round(box.h * scale, 2)
        left = box.right - wide if handle in _LEFT else box.x
        top = box.bottom - high if handle in _TOP else box.y
        return Rect(left, top, wide, high)

    def released(self, pointer: Pointer) -> None:
        """Gives the box its new size in one edit."""
        if self._rect is None:
            return
        self.moved(pointer)
        rect, self._rect = self._rect, None
        name = self.canvas.editor.design[self.box.element].title()
        at = place_in(self.canvas, self.box.within, (rect.x, rect.y))
        edit = place(self.box.element, self.canvas.sheet_id, self.box.within, at, (rect.w, rect.h))
        self.canvas.perform(text("Resize {name}", name=name), edit, text("Resized {name}", name=name))

    def cancel(self) -> None:
        """Takes the preview away."""
        self._rect = None

    def area(self) -> QRectF:
        """The new frame."""
        if self._rect is None:
            return QRectF()
        return self.canvas.to_view().mapRect(rect_of(self._rect)).adjusted(-3, -3, 3, 3)

    def paint(self, painter: QPainter) -> None:
        """Paints the new frame."""
        if self._rect is not None:
            painter.setPen(self.canvas.inks.pen("accent", 2.0))
            painter.setBrush(NO_BRUSH)
            painter.drawRoundedRect(self.canvas.to_view().mapRect(rect_of(self._rect)), 3, 3)
