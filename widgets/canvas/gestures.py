"""Gestures: what mouse, wheel and keys do on the canvas, handed to the tool in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QPinchGesture

from widgets.canvas.dropping import Dropping
from widgets.canvas.pointer import Pointer
from widgets.canvas.tools import Tool, tools

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_NOTCH = 120.0
_A_NOTCH = 1.2
_TOOL_KEYS = frozenset(
    {
        Qt.Key.Key_Delete,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Escape,
        Qt.Key.Key_Space,
        Qt.Key.Key_F2,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)

_LOOKING = frozenset({"select", "hand"})
"""Tools that a lit path stays for."""


class Gestures:
    """The tool in hand, and another for as long as space or the middle button is held."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.name = "select"
        self._tool: Tool = tools()["select"](canvas, "")
        self._meanwhile: Tool | None = None
        self._area = QRectF()
        self._pressed = False
        self.by_keys = False
        """Whether keys were used last: only then the focus is shown on the sheet."""
        self._dropping = Dropping(canvas)
        self._show_cursor()

    @property
    def tool(self) -> Tool:
        """The tool that gets what happens now."""
        return self._meanwhile or self._tool

    @property
    def is_held(self) -> bool:
        """Whether a button is held that began a gesture."""
        return self._pressed

    def take(self, name: str) -> None:
        """Takes a tool by name; what the one before had begun is dropped."""
        id, _, subject = name.partition(":")
        if name != self.name:
            tool = tools()[id](self._canvas, subject)
            self._tool.cancel()
            self._tool.laid_down()
            self._tool, self.name = tool, name
            if id not in _LOOKING:
                self._canvas.above.light.clear()
            self._canvas.tool_changed.emit(name)
            self._canvas.viewport().update()
        self._show_cursor()

    def settle(self) -> None:
        """Ends what was kept until the drawing caught up."""
        self._tool.settle()

    def paint(self, painter: QPainter) -> None:
        """Paints the preview of the tool, in pixels of the view."""
        self._dropping.paint(painter)
        self._tool.paint(painter)

    def handled(self, event: QEvent) -> bool:
        """Whether an event of the view was a gesture; then it is done."""
        kind = event.type()
        if kind == QEvent.Type.Wheel:
            return self._wheel(cast("QWheelEvent", event))
        if kind == QEvent.Type.Gesture:
            return self._pinch(event)
        if kind == QEvent.Type.Leave:
            self._canvas.above.hover("")
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        return self._dropping.handled(event)

    def claims(self, event: QEvent) -> bool:
        """Whether a key is the tool's before it is a shortcut of the window."""
        key = cast("QKeyEvent", event)
        plain = not key.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
        return plain and key.key() in _TOOL_KEYS

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Whether a key was used."""
        self.by_keys = True
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and not self._pressed:
            self._borrow("hand")
            return True
        if event.key() == Qt.Key.Key_Escape:
            return self._drop()
        return self.tool.key(event.key(), event.modifiers())

    def key_released(self, event: QKeyEvent) -> None:
        """Gives the borrowed tool back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and not self._pressed:
            self._give_back()

    def _drop(self) -> bool:
        """Escape: drops what was begun; else puts out a path, goes back to selecting, and in the end selects nothing."""
        self._canvas.bubble.hide()
        self._pressed = False
        if self.tool.cancel():
            self._renew()
        elif self._canvas.above.light.is_on:
            self._canvas.above.light.clear()
        elif self.name != "select":
            self.take("select")
        elif self._canvas.editor.selection:
            self._canvas.editor.select(())
        else:
            return False
        return True

    def _mouse(self, event: QMouseEvent) -> bool:
        pointer = self._pointer(event)
        kind, button = event.type(), event.button()
        if kind == QEvent.Type.MouseMove:
            self._moved(pointer, event)
        elif button == Qt.MouseButton.RightButton:
            self._context(kind, pointer, event)
        elif kind == QEvent.Type.MouseButtonPress:
            if button == Qt.MouseButton.MiddleButton:
                self._borrow("hand")
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
            self._pressed, self.by_keys = True, False
            self.tool.pressed(pointer)
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed:
            self._pressed = False
            self.tool.released(pointer)
            self._give_back()
        elif kind == QEvent.Type.MouseButtonDblClick and button == Qt.MouseButton.LeftButton:
            self.tool.double_clicked(pointer)
        self._renew()
        return True

    def _moved(self, pointer: Pointer, event: QMouseEvent) -> None:
        if self._pressed and event.buttons() != Qt.MouseButton.NoButton:
            self.tool.moved(pointer)
        else:
            self.tool.hovered(pointer)
        self._show_cursor()

    def _context(self, kind: QEvent.Type, pointer: Pointer, event: QMouseEvent) -> None:
        """A right click selects what it meets, unless that is selected, and asks for the menu."""
        if kind != QEvent.Type.MouseButtonRelease:
            return
        editor = self._canvas.editor
        under = self._canvas.places.box_at(pointer.at) or self._canvas.places.line_at(
            pointer.at, self._canvas.zoom
        )
        if under and under.element not in editor.selection:
            editor.select([under.element])
        elif not under:
            editor.select(())
        self._canvas.context_menu_requested.emit(editor.selection, event.globalPosition().toPoint())

    def _wheel(self, event: QWheelEvent) -> bool:
        """Zooms at the pointer; with Shift moves sideways. Touch pads, which give pixels, move the sheet."""
        turned, pixels = event.angleDelta(), event.pixelDelta()
        keys = event.modifiers()
        if keys & Qt.KeyboardModifier.ShiftModifier:
            self._canvas.camera.pan(turned.y() or turned.x(), 0)
        elif not pixels.isNull() and not keys & Qt.KeyboardModifier.ControlModifier:
            self._canvas.camera.pan(pixels.x(), pixels.y())
        else:
            factor = _A_NOTCH ** ((turned.y() or turned.x()) / _NOTCH)
            self._canvas.camera.zoom_to(self._canvas.zoom * factor, event.position())
        return True

    def _pinch(self, event: Any) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            centre = QPointF(self._canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint()))
            self._canvas.camera.zoom_to(self._canvas.zoom * pinch.scaleFactor(), centre)
            return True
        return False

    def _pointer(self, event: QMouseEvent) -> Pointer:
        back, _ = self._canvas.to_view().inverted()
        at = back.map(event.position())
        return Pointer((at.x(), at.y()), QPoint(event.position().toPoint()), event.modifiers())

    def _borrow(self, name: str) -> None:
        self._meanwhile = tools()[name](self._canvas, "")
        self._show_cursor()

    def _give_back(self) -> None:
        self._meanwhile = None
        self._show_cursor()

    def _renew(self) -> None:
        """Paints again where the preview was and where it is."""
        area = self._tool.area()
        self._canvas.touch(self._area)
        self._canvas.touch(area)
        self._area = area

    def _show_cursor(self) -> None:
        self._canvas.viewport().setCursor(self.tool.cursor())
