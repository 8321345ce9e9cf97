"""A canvas in a window, and a hand that uses mouse and keyboard on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.plain import plain
from widgets.canvas import Canvas
from widgets.canvas.drafting import Draft
from workbench.drawing.drawing import Point
from workbench.editor import Editor
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.sketch import sketch
from workbench.texts import Text

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Hand:
    """Real events on a canvas at zoom 1; places are points of the sheet."""

    def __init__(self, canvas: Canvas, editor: Editor) -> None:
        self.canvas, self.editor = canvas, editor
        self.heard: list[Text] = []
        canvas.said.connect(self.heard.append)

    @property
    def design(self) -> Design:
        """The design now."""
        return self.editor.design

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return self.editor.history.at

    def pixel(self, at: Point) -> QPoint:
        """Where a point of the sheet is in the view."""
        return self.canvas.mapFromScene(*at)

    def middle(self, id: ElementId) -> Point:
        """The middle of the box that shows an element."""
        return self.canvas.places.boxes_of([id])[0].rect.centre

    def corner(self, id: ElementId, dx: float = 30, dy: float = 10) -> Point:
        """A point in the header of a box."""
        rect = self.canvas.places.boxes_of([id])[0].rect
        return rect.x + dx, rect.y + dy

    def click(self, at: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        """A click."""
        QTest.mouseMove(self.canvas.viewport(), self.pixel(at))
        QTest.mouseClick(self.canvas.viewport(), LEFT, keys, self.pixel(at))

    def grab(self, start: Point, end: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        """A press and a move that is not let go."""
        view = self.canvas.viewport()
        QTest.mousePress(view, LEFT, keys, self.pixel(start))
        for share in (0.3, 0.7, 1.0):
            way = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            QTest.mouseMove(view, self.pixel(way))

    def let_go(self, at: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        """Lets the button go."""
        QTest.mouseRelease(self.canvas.viewport(), LEFT, keys, self.pixel(at))

    def drag(self, start: Point, end: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        """A press, a move and a release."""
        self.grab(start, end, keys)
        self.let_go(end, keys)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """A key on whatever has the focus: the title being typed, or the canvas."""
        field = self.canvas.title_editor
        QTest.keyClick(field if field.isVisible() else self.canvas, key, keys)

    def type(self, wording: str) -> None:
        """Types over the title that is open, and Enter."""
        QTest.keyClicks(self.canvas.title_editor, wording)
        QTest.keyClick(self.canvas.title_editor, Qt.Key.Key_Return)

    def last_said(self) -> str:
        """The last sentence for the status bar."""
        return self.heard[-1].said("en")


@pytest.fixture
def hand(qtbot: QtBot) -> Callable[..., Hand]:
    """Makes a canvas at zoom 1 that shows a sketched design."""

    def made(lines: str = "", draft: Draft = plain) -> Hand:
        editor = Editor(sketch("sheet-1 sheet shows=network\n" + lines))
        canvas = Canvas(editor, "sheet-1", draft=draft)
        qtbot.addWidget(canvas)
        canvas.resize(900, 700)
        canvas.show()
        qtbot.waitExposed(canvas)
        canvas.zoom_to(1.0)
        canvas.centerOn(400, 300)
        canvas.setFocus()
        return Hand(canvas, editor)

    return made
