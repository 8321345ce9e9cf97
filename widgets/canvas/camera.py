"""Camera: how much of the sheet a view shows, and how it gets elsewhere."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView, QStyle

NEAREST: Final = 4.0
FARTHEST: Final = 0.1
STEPS: Final = (0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
MOTION: Final = 120
"""Milliseconds that a movement of the view takes."""
EDGES: Final = (60.0, 16.0, -20.0, -48.0)
"""What palette and zoom box cover of the view: left, top, right, bottom."""
_FIT_AT_MOST: Final = 1.0
_READABLE: Final = 0.3
_PLEASANT: Final = 0.45
"""From these zooms on large boxes, and nearly all, have room for their names."""


class Camera(QObject):
    """Zoom and place of a view."""

    moved = Signal(bool)
    """Comes after the view shows something else; true where the zoom is another."""

    def __init__(self, view: QGraphicsView) -> None:
        super().__init__(view)
        self._view = view
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)

    @property
    def zoom(self) -> float:
        """Pixels a point."""
        return self._view.transform().m11()

    @property
    def place(self) -> tuple[float, int, int]:
        """Zoom and scrolling: the same as long as nothing has moved the view."""
        view = self._view
        return (self.zoom, view.horizontalScrollBar().value(), view.verticalScrollBar().value())

    @property
    def centre(self) -> QPointF:
        """The point of the sheet in the middle of the view."""
        # The exact middle, not that of the pixel in it, or each look would shift the view.
        area = QRectF(self._view.viewport().rect())
        back, _ = self._view.viewportTransform().inverted()
        return back.map(area.center())

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zooms so that a pixel of the view keeps its point of the sheet; the middle where none is given."""
        zoom = min(max(zoom, FARTHEST), NEAREST)
        pixel = around if around is not None else QRectF(self._view.viewport().rect()).center()
        back, _ = self._view.viewportTransform().inverted()
        kept, before = back.map(pixel), self.zoom
        self._view.setTransform(QTransform.fromScale(zoom, zoom))
        middle = QRectF(self._view.viewport().rect()).center()
        self._view.centerOn(kept + (middle - pixel) / zoom)
        if zoom != before:
            self.moved.emit(True)

    def step(self, direction: int, around: QPointF | None = None) -> None:
        """Zooms to the next round figure, nearer or farther."""
        nearer = [step for step in STEPS if step > self.zoom * 1.01]
        farther = [step for step in STEPS if step < self.zoom * 0.99]
        target = (nearer[:1] or [NEAREST]) if direction > 0 else (farther[-1:] or [FARTHEST])
        self.zoom_to(target[0], around)

    def pan(self, dx: float, dy: float) -> None:
        """Moves the sheet by pixels of the view."""
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() - round(dx))
        down.setValue(down.value() - round(dy))

    def fit(self, area: QRectF) -> None:
        """Shows a whole area, not nearer than full size, clear of what lies over the edges of the view."""
        room = self._room()
        if area.isEmpty() or room.width() <= 0 or room.height() <= 0:
            return
        zoom = min(room.width() / area.width(), room.height() / area.height(), _FIT_AT_MOST)
        self.zoom_to(max(zoom, FARTHEST))
        self._bring(area.center(), room.center())

    def open_on(self, area: QRectF) -> None:
        """Shows a sheet for the first time: all of it, or its beginning where only nearer names can be read."""
        self.fit(area)
        room = self._room()
        if self.zoom < _READABLE and room.width() > 0 and room.height() > 0:
            across = max(room.width() / area.width(), room.height() / area.height())
            self.zoom_to(min(max(across, _READABLE), _PLEASANT))
            wide, high = room.width() / self.zoom, room.height() / self.zoom
            x = min(area.center().x(), area.left() + wide / 2)
            y = min(area.center().y(), area.top() + high / 2)
            self._bring(QPointF(x, y), room.center())

    def _room(self) -> QRectF:
        """The part of the view that neither palette nor zoom box covers."""
        return QRectF(self._view.viewport().rect()).adjusted(*EDGES)

    def _bring(self, point: QPointF, pixel: QPointF) -> None:
        """Shows a point of the sheet at a pixel of the view."""
        middle = QRectF(self._view.viewport().rect()).center()
        self._view.centerOn(point + (middle - pixel) / self.zoom)

    def reveal(self, area: QRectF) -> None:
        """Moves so that an area lies in the middle, in a movement unless the system asks for none."""
        room = self._view.viewport().rect()
        need = min(room.width() / max(area.width(), 1.0), room.height() / max(area.height(), 1.0))
        if need < self.zoom:
            self.zoom_to(max(need * 0.9, FARTHEST))
        self._motion.stop()
        if self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
            self._view.centerOn(area.center())
            return
        self._motion.setStartValue(self.centre)
        self._motion.setEndValue(area.center())
        self._motion.start()

    def keep_in_sight(self, area: QRectF) -> None:
        """Moves no more than it takes to have an area clear of the edges; one too large by its beginning."""
        seen, room = self._view.viewportTransform().mapRect(area), self._room()
        across = _shift(seen.left(), seen.right(), room.left(), room.right())
        down = _shift(seen.top(), seen.bottom(), room.top(), room.bottom())
        if across or down:
            self.pan(across, down)

    def _move(self, centre: QPointF) -> None:
        self._view.centerOn(centre)


def _shift(low: float, high: float, least: float, most: float) -> float:
    """By how much a stretch has to move to lie between two bounds, its beginning first."""
    if low < least:
        return least - low
    return max(min(0.0, most - high), least - low)
