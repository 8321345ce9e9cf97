"""Mass: all that a container holds as rectangles in few calls, with the names there is room for."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from widgets.canvas.frame import FRAME
from widgets.canvas.held import BAND, Room, far_title
from widgets.canvas.heldleaf import HeldLeaf, held_leaf
from widgets.painting.detail import Detail, is_container
from widgets.painting.inks import Inks
from widgets.painting.parts import Stroke, rect_of
from widgets.painting.symbols import Screen
from workbench.drawing.drawing import Box, Key, Plate, Rect

_NAMED = frozenset({"card", "router"})
"""Shapes that show their names wherever they stand; others do on the sheet itself and straight in an outermost box."""
_UNNAMED = frozenset({"container", "row", "legend"})
STEP: Final = 50
"""Boxes between two looks at the time."""


class Mass:
    """What an outermost box shows of itself and of the boxes inside it from very far away.

    It is made while frames have time for it, and painted once it is ready.
    """

    def __init__(self, around: Box, boxes: Sequence[Box], inks: Inks, screen: Screen) -> None:
        self._around, self._inks, self._screen = around, inks, screen
        self._runs: list[tuple[str, str, list[QRectF]]] = []
        self._titles: list[Stroke] = []
        self._near = 0.0
        self._names: list[tuple[QPointF, HeldLeaf]] = []
        self._making: Iterator[None] | None = self._made((around, *boxes))

    def is_ready(self) -> bool:
        """Whether all is made; goes on with it as long as the frame has time."""
        if self._making is not None and FRAME.make(self._making):
            self._making = None
        return self._making is None

    def _made(self, boxes: Sequence[Box]) -> Iterator[None]:
        for number, box in enumerate(boxes[1:]):
            if number % STEP == 0:
                yield
            self._put_box(box)
        yield from self._write(boxes)

    def _put_box(self, box: Box) -> None:
        """The rectangles of a box."""
        plates = {part.role: part for part in box.parts[:2] if isinstance(part, Plate)}
        outline, strip = plates.get("outline"), plates.get("header") if is_container(box) else None
        if outline is None:
            return
        if strip is None:
            self._put(box, outline.rect, outline.fill, outline.stroke)
        else:
            self._put(box, outline.rect, outline.fill)
            self._put(box, strip.rect, strip.fill)
            self._put(box, outline.rect, stroke=outline.stroke)

    def paint(self, painter: QPainter) -> None:
        """Paints the rectangles, a colour at a time, then the writing."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for fill, stroke, rects in self._runs:
            painter.setPen(self._inks.pen(stroke, 1.0, cosmetic=True))
            painter.setBrush(self._inks.brush(fill))
            painter.drawRects(rects)
        painter.restore()
        zoom = painter.worldTransform().m11()
        # Where the first title needs room beside its own strip, those below it would run into it.
        for title in self._titles if self._near * zoom >= BAND else self._titles[:1]:
            title(painter)
        for offset, name in self._names:
            if name.least > zoom:
                break
            name(painter, offset)

    def _put(self, box: Box, rect: Rect, fill: str = "", stroke: str = "") -> None:
        if not fill and not stroke:
            return
        if not self._runs or self._runs[-1][:2] != (fill, stroke):
            self._runs.append((fill, stroke, []))
        self._runs[-1][2].append(rect_of(rect).translated(self._offset(box)))

    def _write(self, boxes: Sequence[Box]) -> Iterator[None]:
        """Titles of the outermost container and of those straight in it, names of what is no container."""
        rooms = yield from _rooms(boxes)
        self._near = rooms[self._around.key][0]
        for number, box in enumerate(boxes):
            if number % STEP == 0:
                yield
            if is_container(box) and self._around.key in (box.key, box.within):
                title = far_title(box, self._inks, self._room(box, *rooms[box.key]), self._screen.dots)
                self._titles += [title] if title else []
            elif box.shape in _NAMED or (
                self._around.key in (box.key, box.within) and box.shape not in _UNNAMED
            ):
                name = held_leaf(box, Detail.MASS, self._inks, self._screen)
                self._names += [(self._offset(box), name)] if name else []
        self._names.sort(key=lambda pair: pair[1].least)

    def _room(self, box: Box, near: float, far: float) -> Room:
        offset = self._offset(box)
        return Room(QRectF(offset.x(), offset.y(), box.rect.w, box.rect.h), near, far)

    def _offset(self, box: Box) -> QPointF:
        return QPointF(box.rect.x - self._around.rect.x, box.rect.y - self._around.rect.y)


def _rooms(boxes: Sequence[Box]) -> Generator[None, None, dict[Key, tuple[float, float]]]:
    """How far below its top the first box begins that stands straight in each container, and the first that is none."""
    by_key = {box.key: box for box in boxes}
    near = {box.key: box.rect.h for box in boxes}
    far = dict(near)
    for number, box in enumerate(boxes):
        if number % STEP == 0:
            yield
        outer = by_key.get(box.within)
        if outer is not None:
            near[outer.key] = min(near[outer.key], box.rect.y - outer.rect.y)
        while outer is not None and not is_container(box):
            far[outer.key] = min(far[outer.key], box.rect.y - outer.rect.y)
            outer = by_key.get(outer.within)
    return {key: (near[key], far[key]) for key in near}
