"""Connect: joins two elements by a link."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu

from widgets.canvas.overlay import BADGE, paint_refused
from widgets.canvas.pointer import Pointer
from widgets.canvas.tools import Tool, tool
from widgets.painting.inks import NO_BRUSH
from widgets.painting.parts import rect_of
from workbench.drawing.drawing import Box
from workbench.edits.linking import connect, end_kinds, link, links_between
from workbench.model.element import KINDS, Element, Kind
from workbench.texts import Text, text


@dataclass(frozen=True, slots=True)
class Joint:
    """Two elements that a kind of link may join, and the fields that the places of the gesture decide."""

    kind: Kind
    start: Element
    end: Element
    fields: dict[str, Any]


@tool("connect")
class Connect(Tool):
    """Drag from one box to another; what may be linked keeps its colour, the rest fades."""

    title = text("Connect")
    symbol = "ui-connect"
    order = 3

    _from: Box | None = None
    _to: Box | None = None
    _pixel: QPointF | None = None

    def cursor(self) -> Qt.CursorShape:
        """A cross."""
        return Qt.CursorShape.CrossCursor

    def pressed(self, pointer: Pointer) -> None:
        """Begins at a box that can be linked."""
        box = self.canvas.places.box_at(pointer.at)
        if box and self._may_join(box):
            self._begin(box)
            self._pixel = QPointF(pointer.pixel)
        elif box:
            name = self.canvas.editor.design[box.element].title()
            self._refuse(text("{name} is not joined by links.", name=name), pointer)

    def moved(self, pointer: Pointer) -> None:
        """Draws the ghost of the link to the pointer."""
        if self._from:
            self._pixel = QPointF(pointer.pixel)
            box = self.canvas.places.box_at(pointer.at)
            self._to = box if box and box.key != self._from.key else None

    def released(self, pointer: Pointer) -> None:
        """Makes the link; asks which kind where several fit."""
        start, end = self._from, self._to
        self.cancel()
        if start and end:
            self._join(start, end, pointer)

    def key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Enter takes the selected box as start, then as end."""
        boxes = self.canvas.places.selected()
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not boxes:
            return False
        corner = self.canvas.to_view().mapRect(rect_of(boxes[0].rect)).center()
        pointer = Pointer((0.0, 0.0), corner.toPoint(), held)
        if self._from is None:
            if self._may_join(boxes[0]):
                self._begin(boxes[0])
                name = self.canvas.editor.design[boxes[0].element].title()
                self.canvas.said.emit(
                    text(
                        "From {name}: go to the other end with Alt and the arrows, then press Enter.",
                        name=name,
                    )
                )
            return True
        start = self._from
        self.cancel()
        self._join(start, boxes[0], pointer)
        return True

    def cancel(self) -> bool:
        """Drops the ghost."""
        busy = self._from is not None
        self._from = self._to = self._pixel = None
        if busy:
            self.canvas.picture.fade(None)
            self.canvas.viewport().update()
        return busy

    def area(self) -> QRectF:
        """From the start to the pointer, and the box that would be joined."""
        if not self._from or self._pixel is None:
            return QRectF()
        to_view = self.canvas.to_view()
        area = QRectF(to_view.map(QPointF(*self._from.rect.centre)), self._pixel).normalized()
        if self._to:
            area = area.united(to_view.mapRect(rect_of(self._to.rect)))
        return area.adjusted(-BADGE, -BADGE, BADGE, BADGE)

    def paint(self, painter: QPainter) -> None:
        """Paints the ghost, and the frame of the box it would join: whole where a link fits, else dashed with a cross."""
        if not self._from:
            return
        inks, to_view = self.canvas.inks, self.canvas.to_view()
        painter.setBrush(NO_BRUSH)
        painter.setPen(inks.pen("accent", 2.0))
        painter.drawRoundedRect(to_view.mapRect(rect_of(self._from.rect)), 4, 4)
        if self._to:
            area = to_view.mapRect(rect_of(self._to.rect))
            if self._joints(self._from, self._to):
                painter.drawRoundedRect(area, 4, 4)
            else:
                paint_refused(painter, area, inks)
        if self._pixel is not None:
            painter.setPen(inks.pen("accent", 2.0, (2.0, 3.0)))
            painter.drawLine(to_view.map(QPointF(*self._from.rect.centre)), self._pixel)

    def _begin(self, box: Box) -> None:
        self._from = box
        drawing = self.canvas.drawing
        others = drawing.boxes if drawing else ()
        kept = {other.key for other in others if other.key == box.key or self._joints(box, other, False)}
        # A link may end at a row of a box as well.
        kept |= {other.key for other in others if other.shape == "row" and other.within in kept}
        self.canvas.picture.fade(frozenset(kept))

    def _may_join(self, box: Box) -> bool:
        tags = {tag for kind in KINDS.values() if kind.is_link for end in end_kinds(kind) for tag in end}
        return any(element.kind.tag in tags for element in self.canvas.places.chain(box))

    def _join(self, start: Box, end: Box, pointer: Pointer) -> None:
        joints = self._joints(start, end)
        if not joints:
            design = self.canvas.editor.design
            names = (design[start.element].title(), design[end.element].title())
            self._refuse(text("No link joins {a} and {b}.", a=names[0], b=names[1]), pointer)
        elif len(joints) == 1:
            self._make(joints[0])
        else:
            menu = self.menu(joints)
            menu.popup(self.canvas.viewport().mapToGlobal(pointer.pixel))

    def menu(self, joints: list[Joint]) -> QMenu:
        """A menu with an entry for each link that would fit."""
        menu = QMenu(self.canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for joint in joints:
            entry = menu.addAction(joint.kind.label.said(self.canvas.language))
            entry.triggered.connect(lambda _=False, chosen=joint: self._make(chosen))
        return menu

    def _make(self, joint: Joint) -> None:
        made = link(joint.kind, joint.start, joint.end, **joint.fields)
        a, b = joint.start.title(), joint.end.title()
        if self.canvas.perform(
            text("Connect {a} and {b}", a=a, b=b),
            connect(made),
            text("Connected {a} and {b}: {kind}", a=a, b=b, kind=joint.kind.label),
        ):
            self.canvas.editor.select([made.id])

    def _joints(self, start: Box, end: Box, outwards: bool = True) -> list[Joint]:
        """The links between two boxes, or between what they stand in where they themselves have none."""
        first, second = self.canvas.places.chain(start), self.canvas.places.chain(end)
        second = second if outwards else second[:1]
        for i, a in enumerate(first):
            for j, b in enumerate(second):
                kinds = links_between(a, b)
                if kinds:
                    passed = [*first[:i], *second[:j]]
                    return [Joint(kind, a, b, _decided(kind, passed)) for kind in kinds]
        return []

    def _refuse(self, reason: Text, pointer: Pointer) -> None:
        self.canvas.said.emit(reason)
        self.canvas.bubble.say(reason, pointer.pixel)


def _decided(kind: Kind, passed: list[Element]) -> dict[str, Any]:
    """The fields that the inner boxes of the gesture fill: a table of a router is the one it is associated with."""
    found: dict[str, Any] = {}
    for element in passed:
        for field in kind.fields:
            if not field.many and element.kind.tag in field.refers and field.name not in (kind.joins or ()):
                found.setdefault(field.name, element.id)
    return found
