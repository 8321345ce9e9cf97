"""Moving with the arrow keys: by the grid or by a point, a run of presses as one step, within the box around."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.widgets.canvas.conftest import Hand
from workbench.edits.placing import placement_id
from workbench.model.elements.placement import Placement
from workbench.texts import text

Canvases = Callable[[str], Hand]
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
  vsw-2 vswitch
vpc-b vpc region=hz
"""


def rect_of(canvas: Hand, id: str) -> tuple[float, float]:
    rect = canvas.canvas.places.boxes_of([id])[0].rect
    return rect.x, rect.y


def test_arrows_move_by_the_grid_and_with_shift_by_a_point(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    x, y = rect_of(canvas, "vsw-1")

    canvas.press(Qt.Key.Key_Right)
    canvas.press(Qt.Key.Key_Down, SHIFT)

    assert rect_of(canvas, "vsw-1") == (x + 8, y + 1)


def test_many_presses_of_one_selection_are_one_step(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    before = canvas.design

    for _ in range(5):
        canvas.press(Qt.Key.Key_Right)
    canvas.editor.undo()

    assert canvas.design == before
    assert canvas.steps == 0


def test_another_selection_begins_another_step(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    canvas.press(Qt.Key.Key_Right)
    canvas.click(canvas.middle("vsw-2"))
    canvas.press(Qt.Key.Key_Right)

    assert canvas.steps == 2


def test_a_step_taken_back_is_not_moved_on(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    x, _ = rect_of(canvas, "vsw-1")
    canvas.press(Qt.Key.Key_Right)
    canvas.press(Qt.Key.Key_Right)
    canvas.editor.undo()

    canvas.press(Qt.Key.Key_Right)

    assert rect_of(canvas, "vsw-1")[0] == x + 8
    assert canvas.steps == 1


def test_presses_are_not_lost_while_the_drawing_is_behind(
    hand: Canvases, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    vpc, (x, _) = rect_of(canvas, "vpc-a"), rect_of(canvas, "vsw-1")
    monkeypatch.setattr(canvas.canvas, "_ask", lambda: None)

    for _ in range(3):
        canvas.press(Qt.Key.Key_Right)

    placed = canvas.design.get(placement_id("sheet-1", "vsw-1", "vpc-a"), Placement)
    assert placed
    assert placed.x == x - vpc[0] + 24


def test_several_move_together(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.editor.select(["vsw-1", "vsw-2"])
    before = [rect_of(canvas, id) for id in ("vsw-1", "vsw-2")]

    canvas.press(Qt.Key.Key_Right)

    assert [rect_of(canvas, id) for id in ("vsw-1", "vsw-2")] == [(x + 8, y) for x, y in before]
    assert canvas.last_said() == "Moved 2 elements · Ctrl Z takes it back"


def test_at_the_edge_of_its_box_the_reason_is_told(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    for _ in range(6):
        canvas.press(Qt.Key.Key_Left)

    assert canvas.last_said() == "vsw-1 stands at the edge and goes no farther."
    assert canvas.canvas.bubble.text() == canvas.last_said()


def test_a_design_that_may_only_be_looked_at_says_so(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))
    canvas.editor.read_only = text("This file is open for reading.")

    canvas.press(Qt.Key.Key_Right)

    assert canvas.steps == 0
    assert canvas.last_said() == "This file is open for reading."
