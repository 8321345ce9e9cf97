"""Drags: what the select tool does between press and release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.pointer import Pointer

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Drag:
    """A gesture under way; it previews until it is released or cancelled."""

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        self.canvas, self.start = canvas, start

    def moved(self, pointer: Pointer) -> None:
        """The pointer moved."""

    def released(self, pointer: Pointer) -> None:
        """The gesture ends and does its edit."""

    def cancel(self) -> None:
        """The gesture ends and does nothing."""

    def settle(self) -> None:
        """The drawing shows what the edit did."""

    def area(self) -> QRectF:
        """Where the preview lies, in pixels of the view."""
        return QRectF()

    def paint(self, painter: QPainter) -> None:
        """Paints the preview, in pixels of the view."""
