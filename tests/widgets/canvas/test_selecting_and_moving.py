"""Selecting, moving, resizing and taking away with mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.canvas.conftest import LEFT, NONE, Hand
from workbench.edits.placing import placement_id
from workbench.model.elements.placement import Placement
from workbench.model.elements.vpc import Vpc

Canvases = Callable[[str], Hand]
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = """
hz region
vpc-a vpc region=hz
  vsw-1 vswitch
  vsw-2 vswitch
vpc-b vpc region=hz
"""


def test_a_click_selects_and_a_click_on_the_bare_sheet_selects_nothing(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.click(canvas.middle("vsw-1"))
    first = canvas.editor.selection
    canvas.click((750, 550))

    assert first == ("vsw-1",)
    assert canvas.editor.selection == ()


def test_ctrl_and_shift_clicks_add_and_take_away(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.click(canvas.middle("vsw-1"))
    canvas.click(canvas.middle("vsw-2"), CTRL)
    both = canvas.editor.selection
    canvas.click(canvas.middle("vsw-1"), SHIFT)

    assert both == ("vsw-1", "vsw-2")
    assert canvas.editor.selection == ("vsw-2",)


def test_a_rectangle_on_the_bare_sheet_selects_what_lies_wholly_in_it(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.drag((5, 5), (640, 480))

    assert canvas.editor.selection == ("hz",)


def test_what_is_selected_elsewhere_is_selected_here(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.editor.select(["vsw-2"])

    assert [box.key for box in canvas.canvas.places.selected()] == ["vsw-2"]


def test_moving_is_one_step_snaps_and_undo_takes_it_back(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    before = canvas.design
    (x, y) = canvas.corner("vsw-1", 50, 20)

    canvas.drag((x, y), (x + 61, y + 43))

    placed = canvas.design.get(placement_id("sheet-1", "vsw-1", "vpc-a"), Placement)
    vpc = canvas.canvas.places.boxes_of(["vpc-a"])[0].rect
    assert placed
    assert placed.x is not None
    assert placed.y is not None
    assert ((placed.x + vpc.x) % 8, (placed.y + vpc.y) % 8) == (0, 0)
    assert canvas.steps == 1
    assert canvas.last_said() == "Moved vsw-1 · Ctrl Z takes it back"
    canvas.editor.undo()
    assert canvas.design == before


def test_while_a_box_is_dragged_the_design_stays_and_escape_puts_the_box_back(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    before, start = canvas.design, canvas.middle("vpc-b")

    canvas.grab(start, (start[0] + 300, start[1]))
    lifted = canvas.canvas.still.is_held
    canvas.press(Qt.Key.Key_Escape)
    canvas.let_go((start[0] + 300, start[1]))

    assert lifted
    assert not canvas.canvas.still.is_held
    assert canvas.design is before


def test_a_vswitch_dropped_into_another_vpc_belongs_to_it(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.drag(canvas.middle("vsw-2"), canvas.middle("vpc-b"))

    assert canvas.design["vsw-2"].parent == "vpc-b"
    assert canvas.canvas.places.boxes_of(["vsw-2"])[0].within == "vpc-b"
    assert canvas.last_said() == "Moved vsw-2 into vpc-b · Ctrl Z takes it back"


def test_an_illegal_drop_is_refused_with_the_reason_and_the_box_flies_back(
    hand: Canvases, qtbot: QtBot
) -> None:
    canvas = hand(PLAIN)
    before = canvas.design

    canvas.drag(canvas.middle("vsw-1"), (700, 500))

    assert canvas.design is before
    assert canvas.last_said() == "vSwitch stands in Zone, VPC, not on the bare sheet."
    assert canvas.canvas.bubble.text() == canvas.last_said()
    qtbot.waitUntil(lambda: not canvas.canvas.still.is_held, timeout=2000)
    assert canvas.canvas.picture.figures["vsw-1"].isVisible()


def test_several_boxes_move_in_one_step(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.editor.select(["vsw-1", "vsw-2"])
    start = canvas.middle("vsw-1")

    canvas.drag(start, (start[0] + 40, start[1] + 16))

    assert canvas.steps == 1
    assert all(placement_id("sheet-1", id, "vpc-a") in canvas.design for id in ("vsw-1", "vsw-2"))


def test_a_handle_changes_the_size_in_one_step(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.corner("vpc-b"))
    rect = canvas.canvas.places.boxes_of(["vpc-b"])[0].rect

    canvas.drag((rect.right + 2, rect.bottom + 2), (rect.right + 80, rect.bottom + 40))

    new = canvas.canvas.places.boxes_of(["vpc-b"])[0].rect
    assert canvas.steps == 1
    assert (new.x, new.y) == (rect.x, rect.y)
    assert (new.right % 8, new.bottom % 8) == (0, 0)
    assert new.w > rect.w + 60
    assert new.h > rect.h + 30


def test_delete_takes_off_the_sheet_and_keeps_the_element(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))

    canvas.press(Qt.Key.Key_Delete)

    assert "vsw-1" in canvas.design
    assert canvas.canvas.places.boxes_of(["vsw-1"]) == []
    assert canvas.steps == 1


def test_shift_delete_asks_the_window(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    asked: list[object] = []
    canvas.canvas.delete_requested.connect(asked.append)
    canvas.click(canvas.middle("vsw-1"))

    canvas.press(Qt.Key.Key_Delete, SHIFT)

    assert asked == [("vsw-1",)]
    assert canvas.steps == 0


def test_f2_and_a_double_click_rename_in_place(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.click(canvas.middle("vsw-1"))
    canvas.press(Qt.Key.Key_F2)
    canvas.type("app-h")
    QTest.mouseDClick(canvas.canvas.viewport(), LEFT, NONE, canvas.pixel(canvas.corner("vpc-b")))
    canvas.type("shared")

    assert canvas.design["vsw-1"].name.en == "app-h"
    assert canvas.design["vpc-b"].name.en == "shared"
    assert canvas.steps == 2


def test_escape_in_the_title_leaves_the_name(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    canvas.click(canvas.middle("vsw-1"))

    canvas.press(Qt.Key.Key_F2)
    QTest.keyClicks(canvas.canvas.title_editor, "other")
    canvas.press(Qt.Key.Key_Escape)

    assert canvas.design["vsw-1"].name.en == "vsw-1"
    assert not canvas.canvas.title_editor.isVisible()


def test_alt_and_arrows_walk_from_box_to_box(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    walked = []

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up):
        canvas.press(key, ALT)
        walked.append(canvas.editor.selection)

    assert walked == [("hz",), ("vpc-a",), ("vpc-b",), ("hz",)]


def test_shift_keeps_what_was_walked_through(hand: Canvases) -> None:
    canvas = hand(PLAIN)

    canvas.press(Qt.Key.Key_Down, ALT)
    canvas.press(Qt.Key.Key_Down, ALT)
    canvas.press(Qt.Key.Key_Right, ALT | SHIFT)

    assert canvas.editor.selection == ("vpc-a", "vpc-b")


def test_enter_asks_for_what_is_selected(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    asked: list[str] = []
    canvas.canvas.activated.connect(asked.append)
    canvas.click(canvas.middle("vsw-1"))

    canvas.press(Qt.Key.Key_Return)

    assert asked == ["vsw-1"]


def test_a_right_click_selects_and_asks_for_the_menu(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    asked: list[object] = []
    canvas.canvas.context_menu_requested.connect(lambda ids, at: asked.append(ids))

    view, at = canvas.canvas.viewport(), canvas.pixel(canvas.middle("vsw-2"))
    QTest.mouseClick(view, Qt.MouseButton.RightButton, NONE, at)

    assert asked == [("vsw-2",)]


def test_a_design_that_may_only_be_looked_at_says_so(hand: Canvases) -> None:
    from workbench.texts import text

    canvas = hand(PLAIN)
    canvas.editor.read_only = text("The file is newer.")
    before, start = canvas.design, canvas.middle("vsw-1")

    canvas.drag(start, (start[0] + 60, start[1]))

    assert canvas.design is before
    assert canvas.last_said() == "The file is newer."
    assert not canvas.canvas.still.is_held


def test_the_vpc_kept_its_region_when_only_moved(hand: Canvases) -> None:
    canvas = hand(PLAIN)
    start = canvas.corner("vpc-b")

    canvas.drag(start, (start[0] + 200, start[1]))

    vpc = canvas.design.get("vpc-b", Vpc)
    assert vpc
    assert vpc.region == "hz"
