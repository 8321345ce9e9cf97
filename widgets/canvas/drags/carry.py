"""Carry: moves boxes over the sheet and into other containers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath

from widgets.canvas.camera import MOTION
from widgets.canvas.drags import Drag
from widgets.canvas.drags.ghost import Ghost
from widgets.canvas.drags.guide_paint import CAP, paint_guides
from widgets.canvas.drags.guides import REACH, Pull, pull
from widgets.canvas.drags.neighbours import Neighbours, around
from widgets.canvas.drags.opening import opening_of
from widgets.canvas.landing import Landing, first_refusal, landing, place_in
from widgets.canvas.moving import called
from widgets.canvas.overlay import BADGE, paint_refused
from widgets.canvas.picture import subtree
from widgets.canvas.pointer import Pointer, snapped
from widgets.painting.inks import NO_BRUSH
from widgets.painting.parts import rect_of
from widgets.painting.wires import bent
from workbench.drawing.drawing import Box, Key, Line, Point, Rect
from workbench.drawing.lines import LINES
from workbench.edits import Edit, in_turn
from workbench.edits.placing import move
from workbench.texts import Text, text

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Course(NamedTuple):
    """The way of a line while its box is carried: as it would be drawn, or straight where that is not known."""

    path: QPainterPath
    is_routed: bool


class Carry(Drag):
    """The selected boxes follow the pointer; they land where their kind may stand and fly back where not."""

    def __init__(self, canvas: Canvas, start: Pointer, boxes: list[Box]) -> None:
        super().__init__(canvas, start)
        self.boxes = boxes
        self._keys: frozenset[Key] = frozenset()
        self._lines: list[Line] = []
        self.wires: list[Course] = []
        self._ghost: Ghost | None = None
        self._offset = QPointF()
        self._landings: list[Landing] = []
        self._beside: tuple[tuple[Key, QRectF], Neighbours] | None = None
        self.pulled = Pull()
        self.opening = opening_of(canvas, [box.element for box in boxes])
        self._flight: QVariantAnimation | None = None

    @property
    def is_refused(self) -> bool:
        """Whether the boxes may not land where they are now."""
        return first_refusal(self._landings) is not None

    def moved(self, pointer: Pointer) -> None:
        """Takes the boxes along and shows where they would land."""
        if self._ghost is None:
            self._lift()
        self._landings = list(self._found(pointer))
        self._offset = self._way(pointer)
        self.wires = list(self._followed())
        refused = first_refusal(self._landings)
        if refused and refused.refused:
            self.canvas.bubble.say(refused.refused, pointer.pixel, lasting=True)
        elif not (self.opening and self.opening.moved(pointer, self._landings[0])):
            self.canvas.bubble.hide()

    def released(self, pointer: Pointer) -> None:
        """Moves in one edit, or lets the boxes fly back and says why."""
        if self._ghost is None:
            return
        self.moved(pointer)
        self._end_opening()
        refused = first_refusal(self._landings)
        if refused and refused.refused:
            self.canvas.said.emit(refused.refused)
            self.canvas.bubble.say(refused.refused, pointer.pixel)
            self._fly_back()
        elif not self.canvas.perform(*self._edit()):
            self.cancel()

    def cancel(self) -> None:
        """Puts the boxes back."""
        if self._flight:
            self._flight.stop()
        self._ghost, self._landings, self.pulled = None, [], Pull()
        self._end_opening()
        self.canvas.bubble.hide()
        self.canvas.still.let_go()

    def settle(self) -> None:
        """Shows the sheet itself again."""
        if self._flight is None:
            self.cancel()

    def area(self) -> QRectF:
        """Ghost, target and lines."""
        if self._ghost is None:
            return QRectF()
        area = self._ghost.area(self.canvas, self._offset)
        for found in self._landings:
            if found.target:
                area = area.united(self.canvas.to_view().mapRect(rect_of(found.target.rect)))
        for course in self.wires:
            area = area.united(self.canvas.to_view().mapRect(course.path.boundingRect()))
        for start, end in (*self.pulled.lines, *self.pulled.gaps):
            line = QRectF(QPointF(*start), QPointF(*end))
            area = area.united(self.canvas.to_view().mapRect(line).adjusted(-CAP, -CAP, CAP, CAP))
        return area.adjusted(-BADGE, -BADGE, BADGE, BADGE)

    def paint(self, painter: QPainter) -> None:
        """Paints the target, the lines as they would run, dotted where that is not known, and the ghost."""
        if self._ghost is None:
            return
        inks = self.canvas.inks
        for found in self._landings:
            paint_target(painter, self.canvas, found)
        to_view = self.canvas.to_view()
        painter.setBrush(NO_BRUSH)
        for course in self.wires:
            painter.setPen(inks.pen("accent", 1.5, () if course.is_routed else (2.0, 3.0)))
            painter.drawPath(to_view.map(course.path))
        self._ghost.paint(painter, self.canvas, self._offset)
        paint_guides(painter, inks, to_view, self.pulled)

    def _lift(self) -> None:
        drawing = self.canvas.drawing
        assert drawing
        self._keys = frozenset(key for box in self.boxes for key in subtree(drawing, box.key))
        self._lines = [line for line in drawing.lines if line.start in self._keys or line.end in self._keys]
        self._ghost = Ghost(self.canvas, self.boxes, self._keys)
        self.canvas.still.hold(self._keys, [line.key for line in self._lines])

    def _end_opening(self) -> None:
        if self.opening:
            self.opening.end()

    def _way(self, pointer: Pointer) -> QPointF:
        """How far the boxes go; all of them together snap to their neighbours, else the first of them to the grid."""
        rect, dx, dy = self.boxes[0].rect, pointer.at[0] - self.start.at[0], pointer.at[1] - self.start.at[1]
        pulled = Pull()
        if not pointer.is_free and not self.is_refused:
            there = around(box.rect for box in self.boxes).shifted(dx, dy)
            pulled = pull(there, self._neighbours(), REACH / self.canvas.zoom)
        self.pulled = pulled
        x = dx + pulled.dx if pulled.dx is not None else snapped(rect.x + dx, pointer.is_free) - rect.x
        y = dy + pulled.dy if pulled.dy is not None else snapped(rect.y + dy, pointer.is_free) - rect.y
        return QPointF(x, y)

    def _neighbours(self) -> Neighbours:
        """The boxes beside which the first one would stand, as far as they are seen; the same while both stay."""
        place = (self._landings[0].within, self.canvas.view)
        if self._beside is None or self._beside[0] != place:
            self._beside = place, Neighbours(self._seen(*place))
        return self._beside[1]

    def _seen(self, within: Key, view: QRectF) -> list[Rect]:
        drawing = self.canvas.drawing
        keys = drawing.inside.get(within, ()) if drawing else ()
        boxes = (drawing.by_key[key] for key in keys if drawing and key not in self._keys)
        return [box.rect for box in boxes if box.element and view.intersects(rect_of(box.rect))]

    def _found(self, pointer: Pointer) -> Iterator[Landing]:
        under = self.canvas.places.box_at(pointer.at, self._keys)
        for box in self.boxes:
            yield landing(self.canvas, self.canvas.editor.design[box.element].kind, under)

    def _followed(self) -> Iterator[Course]:
        """Where the lines run now of which one end moves: routed if a single box moves in its own container."""
        routed = self.canvas.lines_following(self.boxes[0].key, self._offset) if len(self.boxes) == 1 else {}
        for line in self._lines:
            moves = (line.start in self._keys, line.end in self._keys)
            if moves[0] == moves[1]:
                continue
            ends = (QPointF(*line.points[0]), QPointF(*line.points[-1]))
            moving, staying = ends if moves[0] else ends[::-1]
            points = routed.get(line.key, ())
            if len(points) > 2 or (points and _is_upright(points)):
                yield Course(bent(points, LINES[line.style].radius), True)
            else:
                moved = moving + self._offset
                yield Course(bent([staying.toTuple(), moved.toTuple()], 0.0), False)

    def _edit(self) -> tuple[Text, Edit, Text]:
        """The one edit that moves all of them, its title and what it did."""
        design, steps = self.canvas.editor.design, []
        for box, found in zip(self.boxes, self._landings, strict=True):
            corner = (box.rect.x + self._offset.x(), box.rect.y + self._offset.y())
            stays = found.within == box.within
            steps.append(
                move(
                    box.element,
                    self.canvas.sheet_id,
                    found.within,
                    place_in(self.canvas, found.within, corner),
                    None if stays else found.chain,
                    None if stays else box.within,
                )
            )
        name = called(self.canvas, self.boxes)
        around = self._landings[0].target
        if around and self._landings[0].within != self.boxes[0].within:
            sentence = text("Moved {name} into {place}", name=name, place=design[around.element].title())
        else:
            sentence = text("Moved {name}", name=name)
        return text("Move {name}", name=name), in_turn(steps), sentence

    def _fly_back(self) -> None:
        """Takes the ghost back to where it came from."""
        self._landings, self.pulled = [], Pull()
        self._flight = QVariantAnimation()
        self._flight.setDuration(MOTION)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.setStartValue(QPointF(self._offset))
        self._flight.setEndValue(QPointF())
        self._flight.valueChanged.connect(self._fly)
        self._flight.finished.connect(self._landed)
        self._flight.start()

    def _fly(self, offset: QPointF) -> None:
        before = self.area()
        self._offset = offset
        self.wires = list(self._followed())
        self.canvas.touch(before)
        self.canvas.touch(self.area())

    def _landed(self) -> None:
        self._flight, self._ghost = None, None
        self.canvas.still.let_go()


def _is_upright(points: Sequence[Point]) -> bool:
    """Whether a line of two points is no oblique one, which stands for a way that is not known."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    return x1 == x2 or y1 == y2


def paint_target(painter: QPainter, canvas: Canvas, found: Landing) -> None:
    """The box something would land in, or the one that refuses it."""
    if found.target is None:
        return
    area = canvas.to_view().mapRect(rect_of(found.target.rect))
    if found.refused:
        paint_refused(painter, area, canvas.inks)
    else:
        painter.setPen(canvas.inks.pen("accent", 2.0))
        painter.setOpacity(0.5)
        painter.fillRect(area, canvas.inks.brush("accent-bg"))
        painter.setOpacity(1.0)
        painter.setBrush(NO_BRUSH)
        painter.drawRoundedRect(area, 6, 6)
