"""Still: the sheet as one picture while something is dragged over it, so that a preview costs a picture a frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from workbench.drawing.drawing import Key

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Still:
    """The view without some boxes and lines, painted once."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._pixels: QPixmap | None = None
        self._lifted: tuple[frozenset[Key], frozenset[Key]] = (frozenset(), frozenset())
        self.is_painting = False

    @property
    def is_held(self) -> bool:
        """Whether the picture stands in for the sheet."""
        return self._pixels is not None

    def hold(self, keys: Iterable[Key], lines: Iterable[Key]) -> None:
        """Keeps the view as it is without these boxes and lines."""
        self._lifted = (frozenset(keys), frozenset(lines))
        self.renew()

    def renew(self) -> None:
        """Takes the picture again, after the view moved."""
        view = self._canvas.viewport()
        self._canvas.picture.lift(*self._lifted)
        ratio = self._canvas.devicePixelRatioF()
        pixels = QPixmap(view.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        self.is_painting = True
        view.render(pixels, QPoint(), renderFlags=QWidget.RenderFlag.DrawWindowBackground)
        self.is_painting = False
        self._pixels = pixels
        view.update()

    def let_go(self) -> None:
        """Shows the sheet itself again."""
        if self._pixels is not None:
            self._pixels = None
            self._canvas.picture.lift(frozenset(), frozenset())
            self._canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paints the picture."""
        if self._pixels is not None:
            painter.drawPixmap(0, 0, self._pixels)
