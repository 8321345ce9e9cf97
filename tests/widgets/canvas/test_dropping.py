"""Dropping elements of the design onto a sheet, as the navigator hands them over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.widgets.canvas.conftest import LEFT, NONE, Hand
from widgets.canvas.dropping import dragged
from workbench.drawing.drawing import Point
from workbench.edits.placing import hide
from workbench.texts import text

Canvases = Callable[[str], Hand]
SHEET = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
vpc-b vpc region=hz
"""


def drop(hand: Hand, ids: tuple[str, ...], at: Point) -> None:
    """Drags elements in from outside and lets them go."""
    data, pixel = dragged(ids), hand.pixel(at)
    copy = Qt.DropAction.CopyAction
    view = hand.canvas.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(pixel, copy, data, LEFT, NONE))
    QApplication.sendEvent(view, QDropEvent(QPointF(pixel), copy, data, LEFT, NONE))


def test_an_element_that_was_taken_off_comes_back_where_it_is_dropped(hand: Canvases) -> None:
    made = hand(SHEET)
    made.editor.perform(text("Hide"), hide("vsw-1", "sheet-1", "vpc-a"))

    drop(made, ("vsw-1",), made.middle("vpc-b"))

    assert made.design["vsw-1"].parent == "vpc-b"
    assert made.canvas.places.boxes_of(["vsw-1"])[0].within == "vpc-b"
    assert made.editor.selection == ("vsw-1",)
    assert made.steps == 2


def test_an_element_that_may_not_stand_there_is_refused_with_the_reason(hand: Canvases) -> None:
    made = hand(SHEET)
    before = made.design

    drop(made, ("vsw-1",), (700, 500))

    assert made.design is before
    assert made.last_said() == "vSwitch stands in Zone, VPC, not on the bare sheet."
