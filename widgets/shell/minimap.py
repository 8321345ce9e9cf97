"""The sheet in small at the lower right, with a frame around what is shown; only where the sheet is larger than the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from widgets.look import Look
from widgets.qt.slices import Slices
from widgets.shell.floating import SHADOW, Floating
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas import Canvas
    from workbench.drawing.drawing import Drawing

WIDE: Final = 160
HIGH: Final = 100
INSET: Final = 6
_ROOM: Final = (640, 420)
"""A canvas smaller than this has no room for it."""


class Minimap(Floating):
    """160 x 100. A press or a drag in it shows that place."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._canvas: Canvas | None = None
        self._drawing: Drawing | None = None
        self._pixels: QPixmap | None = None
        self._is_begun, self._ratio = False, 0.0
        self._making = Slices(self)
        self._way = QTransform()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self._forget)
        self.retell()

    def sizeHint(self) -> QSize:
        return QSize(WIDE + 2 * SHADOW, HIGH + 2 * SHADOW)

    def retell(self) -> None:
        """Says its name again."""
        self.setAccessibleName(self._look.said(text("The sheet in small")))

    def survey(self, canvas: Canvas | None) -> None:
        """Shows where the view of a canvas is on its sheet, or nothing where it shows all of the sheet."""
        self._canvas = canvas
        drawing = canvas.drawing if canvas else None
        if canvas is None or drawing is None or not self._is_wanted(canvas):
            self.hide()
            return
        if drawing is not self._drawing:
            self._drawing, self._is_begun = drawing, False
            self._way = _way(canvas.extent)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._canvas is None or self._drawing is None:
            return
        if not self._is_begun or self._ratio != self.devicePixelRatioF():
            self._begin(self._drawing)
        painter = QPainter(self)
        # The sheet before stays until the present one is painted.
        if self._pixels is not None:
            painter.drawPixmap(0, 0, self._pixels)
        inner = QRectF(self.rect()).adjusted(SHADOW + 2, SHADOW + 2, -SHADOW - 2, -SHADOW - 2)
        frame = self._way.mapRect(self._canvas.view).intersected(inner)
        painter.setPen(self._look.pen("accent", 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def _go(self, at: QPointF) -> None:
        if self._canvas is not None:
            back, _ = self._way.inverted()
            self._canvas.centerOn(back.map(at))

    def _is_wanted(self, canvas: Canvas) -> bool:
        view = canvas.viewport()
        has_room = view.width() >= _ROOM[0] and view.height() >= _ROOM[1]
        return has_room and not canvas.view.contains(canvas.extent)

    def _forget(self) -> None:
        """The colours are others now."""
        self._is_begun = False
        self.update()

    def _begin(self, drawing: Drawing) -> None:
        # Read only now: the first window shall not wait for what paints drawings.
        from widgets.painting.small import blank, painting

        self._is_begun, self._ratio = True, self.devicePixelRatioF()
        pixels = blank(self.size(), self._ratio)
        self._making.begin(painting(pixels, drawing, self._way, self._look.theme), lambda: self._show(pixels))

    def _show(self, pixels: QPixmap) -> None:
        self._pixels = pixels
        self.update()


def _way(extent: QRectF) -> QTransform:
    """From points of the sheet to pixels of the map, the sheet in its middle."""
    wide, high = WIDE - 2 * INSET, HIGH - 2 * INSET
    scale = min(wide / max(extent.width(), 1.0), high / max(extent.height(), 1.0))
    middle = QPointF(SHADOW + WIDE / 2, SHADOW + HIGH / 2)
    way = QTransform.fromTranslate(middle.x(), middle.y())
    way.scale(scale, scale)
    way.translate(-extent.center().x(), -extent.center().y())
    return way
