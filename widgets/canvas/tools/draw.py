"""Draw: drag out a box, or click, to place a new element of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.canvas.drags.carry import paint_target
from widgets.canvas.landing import Landing, landing, place_in
from widgets.canvas.overlay import BADGE
from widgets.canvas.pointer import Pointer, snapped
from widgets.canvas.tools import Tool, tool
from widgets.painting.parts import rect_of
from widgets.painting.symbols import put_symbol
from workbench.drawing.drawing import Rect
from workbench.edits.placing import place_new
from workbench.model.design import Design
from workbench.model.element import KINDS, Kind
from workbench.model.ids import new_id
from workbench.planning.next_block import with_next_block
from workbench.texts import text
from workbench.words import Words

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_CLICK = 12.0
"""Points under which a drag counts as a click: the sheet then arranges the new box itself."""


@tool("draw")
class Draw(Tool):
    """Release places one new element where its kind may stand; it is then named in place."""

    def __init__(self, canvas: Canvas, subject: str) -> None:
        super().__init__(canvas, subject)
        self.kind = KINDS[subject]
        self._start: Pointer | None = None
        self._rect: Rect | None = None
        self._landing: Landing | None = None
        self._at: QPointF | None = None

    def cursor(self) -> Qt.CursorShape:
        """A cross, or a sign that nothing may stand here."""
        refused = self._landing and self._landing.refused
        return Qt.CursorShape.ForbiddenCursor if refused else Qt.CursorShape.CrossCursor

    def hovered(self, pointer: Pointer) -> None:
        """Shows where the new element would stand."""
        self._at = QPointF(pointer.pixel)
        self._landing = landing(self.canvas, self.kind, self.canvas.places.box_at(pointer.at))

    def pressed(self, pointer: Pointer) -> None:
        """Begins a box."""
        self.hovered(pointer)
        self._start = pointer

    def moved(self, pointer: Pointer) -> None:
        """Draws the box out."""
        self._at = QPointF(pointer.pixel)
        if self._start:
            (ax, ay), (bx, by) = (
                tuple(snapped(value, pointer.is_free) for value in place)
                for place in (self._start.at, pointer.at)
            )
            self._rect = Rect(min(ax, bx), min(ay, by), abs(ax - bx), abs(ay - by))

    def released(self, pointer: Pointer) -> None:
        """Places the new element in one edit, or says why it may not stand there."""
        start, found = self._start, self._landing
        if start is None or found is None:
            return
        self.moved(pointer)
        rect = self._rect
        self.cancel()
        if found.refused:
            self.canvas.said.emit(found.refused)
            self.canvas.bubble.say(found.refused, pointer.pixel)
            return
        drawn = rect is not None and (rect.w >= _CLICK or rect.h >= _CLICK)
        self.place(found, rect if drawn else None)

    def key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Enter places the new element in the selected box, or on the sheet."""
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        boxes = self.canvas.places.selected()
        found = landing(self.canvas, self.kind, boxes[0] if boxes else None)
        if found.refused:
            self.canvas.said.emit(found.refused)
        else:
            self.place(found, None)
        return True

    def place(self, found: Landing, rect: Rect | None) -> None:
        """Puts a new element into the design, selects it and opens its title; without a frame the sheet arranges it."""
        design = self.canvas.editor.design
        named = self.kind.type(id=new_id(self.kind.tag), name=default_name(self.kind, design))
        element = with_next_block(named, design, found.chain)
        at = place_in(self.canvas, found.within, (rect.x, rect.y)) if rect else None
        size = (max(rect.w, self.kind.size[0]), max(rect.h, self.kind.size[1])) if rect else None
        edit = place_new(element, self.canvas.sheet_id, found.within, found.chain, at, size)
        title, done = text("Draw {kind}", kind=self.kind.label), text("Drew {name}", name=element.title())
        canvas = self.canvas
        if canvas.perform(title, edit, done):
            canvas.editor.select([element.id])
            canvas.set_tool("select")
            canvas.rename_when_drawn(element.id)

    def cancel(self) -> bool:
        """Drops the box."""
        busy = self._start is not None
        self._start = self._rect = self._at = None
        self._landing = None
        return busy

    def area(self) -> QRectF:
        """The box, its symbol and the container that takes it."""
        area = QRectF()
        to_view = self.canvas.to_view()
        if self._at is not None:
            area = QRectF(self._at.x(), self._at.y(), 40, 40)
        if self._rect:
            area = area.united(to_view.mapRect(rect_of(self._rect)))
        if self._landing and self._landing.target:
            area = area.united(to_view.mapRect(rect_of(self._landing.target.rect)))
        return area.adjusted(-BADGE, -BADGE, BADGE, BADGE) if not area.isEmpty() else area

    def paint(self, painter: QPainter) -> None:
        """Paints the target, the box and the symbol of the kind at the pointer."""
        inks = self.canvas.inks
        if self._landing:
            paint_target(painter, self.canvas, self._landing)
        if self._rect:
            painter.setPen(inks.pen("accent", 1.5, (4.0, 3.0)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.canvas.to_view().mapRect(rect_of(self._rect)), 4, 4)
        if self._at is not None:
            put_symbol(painter, self.kind.symbol, self._at + QPointF(20, 20), 20.0, "accent", inks)


def default_name(kind: Kind, design: Design) -> Words:
    """A name no element of the kind has yet: the tag and the lowest free number, the same in both languages."""
    taken = {element.name.en for element in design.of_kind(kind.type)}
    number = next(n for n in range(1, len(taken) + 2) if f"{kind.tag}-{n}" not in taken)
    return Words(en=f"{kind.tag}-{number}", zh=f"{kind.tag}-{number}")
