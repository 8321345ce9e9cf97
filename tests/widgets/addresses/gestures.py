"""Hands on the address map of a small plan, in the words of the tests."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planners.addresses import parse_block
from tests.widgets.desk import LEFT, Room
from workbench.planning.address_map import frame_of

PLAN = """
    sheet-n sheet shows=network order=1
    pool address-pool blocks=10.0.0.0/8
    vpc-a vpc blocks=10.0.0.0/16
      one vswitch block=10.0.0.0/20
      two vswitch block=10.0.16.0/20
      live vswitch block=10.0.128.0/20 state=deployed
    vpc-b vpc blocks=10.1.0.0/16
      far vswitch block=10.1.0.0/20
"""
KEY = Qt.Key
MIDDLE = Qt.MouseButton.MiddleButton


class Map:
    """The map of a small plan, and the words a test uses for hands on it."""

    def __init__(self, room: Room) -> None:
        self.room, self.editor = room, room.editor
        room.window.pick("plan.map")
        view: Any = room.window.rooms.area.map
        room.qtbot.waitUntil(lambda: view.made is not None)
        self.view, self.field = view, view.field
        self.look_at("10.0.0.0/14")
        self.steps = self.editor.history.at

    def look_at(self, block: str) -> None:
        space = self.field.space.block
        self.field.go(frame_of(space, parse_block(block)))

    def spot(self, block: str, share: float = 0.5) -> QPoint:
        rect = self.field.now().rows.rect(parse_block(block))
        assert rect is not None
        return QPoint(round(rect.left() + share * rect.width()), round(rect.center().y()))

    def edge(self, block: str, last: bool = True) -> QPoint:
        rect = self.field.now().rows.rect(parse_block(block))
        assert rect is not None
        return QPoint(round(rect.right()) - 1 if last else round(rect.left()) + 1, round(rect.center().y()))

    def press(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier, button: Any = LEFT) -> None:
        QTest.mouseMove(self.field, at)
        QTest.mousePress(self.field, button, held, at)

    def to(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Moves with what is held; the events carry the keys and buttons as the system would send them."""
        here = QPointF(self.field.mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), here, Qt.MouseButton.NoButton, LEFT, held)
        QApplication.sendEvent(self.field, event)

    def release(self, at: QPoint, held: Any = Qt.KeyboardModifier.NoModifier, button: Any = LEFT) -> None:
        QTest.mouseRelease(self.field, button, held, at)

    def drag(self, start: QPoint, end: QPoint, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(start, held)
        for share in (0.3, 0.7, 1.0):
            self.to(start + (end - start) * share, held)
        self.release(end, held)

    def pick(self, block: str) -> None:
        QTest.mouseClick(self.field, LEFT, pos=self.spot(block))

    def keys(self, *keys: Any) -> None:
        for key in keys:
            QTest.keyClick(self.room.window.focusWidget() or self.field, key)

    def types(self, wording: str) -> None:
        QTest.keyClick(self.field.naming, KEY.Key_Home)
        QTest.keyClicks(self.field.naming, wording)
        QTest.keyClick(self.field.naming, KEY.Key_Return)

    def block(self, id: str) -> str:
        return str(self.editor.design[id].meta())

    @property
    def done(self) -> int:
        """How many steps were made."""
        return int(self.editor.history.at) - self.steps

    @property
    def bubble(self) -> str:
        return str(self.field.bubble.text()) if self.field.bubble.isVisible() else ""
