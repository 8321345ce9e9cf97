"""Select: picks, moves, resizes and renames what is on the sheet."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from widgets.canvas.drags import Drag
from widgets.canvas.drags.carry import Carry
from widgets.canvas.drags.lasso import Lasso
from widgets.canvas.drags.stretch import Stretch
from widgets.canvas.moving import movable
from widgets.canvas.nudging import ARROWS, nudge
from widgets.canvas.overlay import HANDLE, frame_around, handles
from widgets.canvas.pointer import Pointer
from widgets.canvas.removing import take_off
from widgets.canvas.tools import Tool, tool
from widgets.canvas.walking import neighbour
from workbench.texts import text

_DIAGONAL, _DIAGONAL_BACK = Qt.CursorShape.SizeFDiagCursor, Qt.CursorShape.SizeBDiagCursor
_UPRIGHT, _LEVEL = Qt.CursorShape.SizeVerCursor, Qt.CursorShape.SizeHorCursor
_CURSORS = (_DIAGONAL, _UPRIGHT, _DIAGONAL_BACK, _LEVEL) * 2


@tool("select")
class Select(Tool):
    """Click to select, drag to move, drag on the bare sheet to select all within, double-click to rename."""

    title = text("Select and move")
    symbol = "ui-select"
    order = 1

    _start: Pointer | None = None
    _drag: Drag | None = None
    _over: int | None = None

    def cursor(self) -> Qt.CursorShape:
        """What dragging from here would do, or that what is dragged may not land here."""
        if isinstance(self._drag, Carry) and self._drag.is_refused:
            return Qt.CursorShape.ForbiddenCursor
        return Qt.CursorShape.ArrowCursor if self._over is None else _CURSORS[self._over]

    def hovered(self, pointer: Pointer) -> None:
        """Shows what is under the pointer."""
        super().hovered(pointer)
        self._over = self._handle_at(pointer)

    def pressed(self, pointer: Pointer) -> None:
        """Selects what is under the pointer, and is ready to drag it."""
        if self._drag:
            self._drag.cancel()
        self._start, self._drag = pointer, None
        handle, boxes = self._handle_at(pointer), self.canvas.places.selected()
        if handle is not None and boxes:
            self._drag = Stretch(self.canvas, pointer, boxes[0], handle)
            return
        box = self.canvas.places.box_at(pointer.at)
        line = self.canvas.places.line_at(pointer.at, self.canvas.zoom)
        leaf = box and box.shape != "container"
        id = box.element if box and (leaf or not line) else line.element if line else ""
        self.canvas.places.anchor = box.key if box and id == box.element else ""
        self._select(id, pointer)
        if id and box and id == box.element and not pointer.adds:
            self._drag = Carry(self.canvas, pointer, movable(self.canvas))
        elif not id:
            self._drag = Lasso(self.canvas, pointer)

    def moved(self, pointer: Pointer) -> None:
        """Drags, once the pointer is far enough from where it went down."""
        if self._start is None or self._drag is None:
            return
        way = (pointer.pixel - self._start.pixel).manhattanLength()
        if way >= QApplication.startDragDistance() or not self._drag.area().isEmpty():
            self._drag.moved(pointer)

    def released(self, pointer: Pointer) -> None:
        """Ends the drag, or the click."""
        start, drag, self._start = self._start, self._drag, None
        if drag and start and not drag.area().isEmpty():
            drag.released(pointer)
        elif drag and start:
            self._clicked(pointer, start)

    def double_clicked(self, pointer: Pointer) -> None:
        """Opens the title for typing."""
        box = self.canvas.places.box_at(pointer.at)
        if box:
            self.canvas.rename(box.key)

    def key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Delete, rename, nudge, and walking from box to box: with Alt and the arrows, without Alt where nothing is selected."""
        named = Qt.Key(key)
        walking = held & Qt.KeyboardModifier.AltModifier or not self.canvas.editor.selection
        if named in ARROWS and walking:
            return self._walk(named, adds=bool(held & Qt.KeyboardModifier.ShiftModifier))
        if not self.canvas.editor.selection:
            return False
        if named in ARROWS:
            nudge(self.canvas, named, fine=bool(held & Qt.KeyboardModifier.ShiftModifier))
            return True
        if named in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove(from_design=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif named == Qt.Key.Key_F2:
            self.canvas.rename()
        elif named in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.canvas.activated.emit(self.canvas.editor.selection[0])
        else:
            return False
        return True

    def cancel(self) -> bool:
        """Drops the drag."""
        busy = self._drag is not None and not self._drag.area().isEmpty()
        if self._drag:
            self._drag.cancel()
        self._start = self._drag = None
        return busy

    def settle(self) -> None:
        """Ends the preview that was kept until the drawing caught up."""
        if self._drag and self._start is None:
            self._drag.settle()

    def area(self) -> QRectF:
        """The drag's preview."""
        return self._drag.area() if self._drag else QRectF()

    def paint(self, painter: QPainter) -> None:
        """Paints the drag's preview."""
        if self._drag:
            self._drag.paint(painter)

    def _select(self, id: str, pointer: Pointer) -> None:
        """What a press selects; what is selected already stays so, for all of it may be dragged."""
        editor = self.canvas.editor
        if pointer.adds and id:
            others = [other for other in editor.selection if other != id]
            editor.select(others if id in editor.selection else [*others, id])
        elif id and id not in editor.selection:
            editor.select([id])
        elif not id and not pointer.adds:
            editor.select(())

    def _clicked(self, pointer: Pointer, start: Pointer) -> None:
        """A click on one of several selected selects it alone."""
        box = self.canvas.places.box_at(pointer.at)
        if box and not start.adds:
            self.canvas.editor.select([box.element])
        self.canvas.viewport().update()

    def _handle_at(self, pointer: Pointer) -> int | None:
        boxes = self.canvas.places.selected()
        if len(self.canvas.editor.selection) != 1 or not boxes:
            return None
        reach = HANDLE / 2 + 2
        for index, place in enumerate(handles(frame_around(boxes[0], self.canvas.to_view()))):
            away = place - QPointF(pointer.pixel)
            if abs(away.x()) <= reach and abs(away.y()) <= reach:
                return index
        return None

    def _walk(self, key: Qt.Key, adds: bool) -> bool:
        """Goes to the next box, from the one that was gone to last; Shift keeps what is selected beside it."""
        drawing, places = self.canvas.drawing, self.canvas.places
        boxes = places.selected()
        here = next((box.key for box in boxes if box.key == places.anchor), boxes[0].key if boxes else "")
        found = neighbour(drawing, here, key) if drawing else None
        if found:
            places.anchor = found.key
            kept = [id for id in self.canvas.editor.selection if id != found.element] if adds else []
            self.canvas.reveal([*kept, found.element])
        return True

    def _remove(self, from_design: bool) -> None:
        """Takes boxes off this sheet, or asks the window to delete them; lines are only ever deleted."""
        boxes = self.canvas.places.selected()
        if from_design or not boxes:
            self.canvas.delete_requested.emit(self.canvas.editor.selection)
        else:
            take_off(self.canvas, boxes)
