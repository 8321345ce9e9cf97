"""Above: what the canvas paints over the figures, and the badges of findings and of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.light import Light
from widgets.canvas.overlay import (
    REACH,
    Badge,
    badges,
    paint_badge,
    paint_hover,
    paint_lines,
    paint_selection,
)
from widgets.canvas.traffic import Traffic
from widgets.lettering import CENTRE, letter
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Key
from workbench.model.element import ElementId
from workbench.texts import text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_BADGES_FROM = 0.3


class Above:
    """What passes and is not wanted, the path that is lit, selection, hover, badges and the preview of the tool, in this order."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.light = Light(canvas)
        self.traffic = Traffic(canvas)
        self._hovered: Key = ""
        self._marks: dict[ElementId, Badge] = {}
        self._badges: dict[Key, Badge] = {}

    def hover(self, key: Key) -> None:
        """Shows which box is under the pointer."""
        if key != self._hovered:
            self._canvas.touch(self._area_of(self._hovered))
            self._hovered = key
            self._canvas.touch(self._area_of(key))

    def mark(self, marks: Mapping[ElementId, tuple[Any, ...]]) -> None:
        """Takes the worst severity, the number of findings, and whether § stands beside, by element."""
        self._marks = {id: Badge(*mark) for id, mark in sorted(marks.items())}
        self.place_badges()

    def badge_of(self, id: ElementId) -> Badge | None:
        """What was found about an element, None where nothing was."""
        return self._marks.get(id)

    def place_badges(self) -> None:
        """Puts the badges where their elements stand now."""
        drawing = self._canvas.drawing
        self._badges = badges(drawing, self._marks, self._canvas.zoom, _BADGES_FROM) if drawing else {}
        self.light.follow()
        self.traffic.follow()
        self._canvas.viewport().update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paints what touches an area; all in pixels of the view."""
        canvas, to_view = self._canvas, self._canvas.to_view()
        painter.setOpacity(1.0)
        if canvas.drawing is None:
            self._say_to_wait(painter)
            return
        if not canvas.still.is_held:
            self.traffic.paint(painter)
            self.light.paint(painter)
            self._paint_selection(painter)
        hovered = canvas.places.box(self._hovered)
        if hovered and hovered.element not in canvas.editor.selection:
            paint_hover(painter, hovered, canvas.inks, to_view)
        room = area.adjusted(-REACH, -REACH, REACH, REACH)
        for key, badge in self._badges.items():
            box = canvas.places.box(key)
            corner = to_view.map(QPointF(box.rect.right, box.rect.y)) if box else QPointF()
            if box and room.contains(corner):
                paint_badge(painter, corner, badge, canvas.inks, canvas.zoom)
        canvas.gestures.paint(painter)

    def _say_to_wait(self, painter: QPainter) -> None:
        """Tells over the bare ground that the first drawing of a large sheet is under way."""
        canvas, room = self._canvas, QRectF(self._canvas.viewport().rect())
        said = text("Drawing…").said(canvas.language)
        letter(painter, room, said, canvas.inks.colour("text3"), size=13, align=CENTRE)

    def _paint_selection(self, painter: QPainter) -> None:
        canvas, to_view = self._canvas, self._canvas.to_view()
        selection, boxes = canvas.editor.selection, canvas.places.selected()
        single = len(selection) == 1
        if single:
            paint_lines(painter, canvas.places.lines_of(selection), canvas.inks, to_view)
            # The same element elsewhere on the sheet: a frame without handles.
            for other in boxes[1:]:
                paint_selection(painter, [other], canvas.inks, to_view, focused=False, sizable=False)
        shown = boxes[:1] if single else boxes
        focused = canvas.hasFocus() and canvas.gestures.by_keys
        sizable = single and canvas.tool == "select"
        paint_selection(painter, shown, canvas.inks, to_view, focused=focused, sizable=sizable)

    def _area_of(self, key: Key) -> QRectF:
        box = self._canvas.places.box(key)
        area = self._canvas.to_view().mapRect(rect_of(box.rect)) if box else QRectF()
        return area.adjusted(-3, -3, 3, 3) if box else area
