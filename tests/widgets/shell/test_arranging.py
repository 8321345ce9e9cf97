"""Aligning, spacing and pinning with the keys and from the menu, on the sheet of the window."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from workbench.commands.command import COMMANDS
from workbench.drawing.drawing import Rect
from workbench.model.sketch import sketch

SHEET = """
    sheet-n sheet shows=network
    hz region region_id=cn-hangzhou
    dc-1 data-centre
    dc-2 data-centre
    dc-3 data-centre
"""


@pytest.fixture
def wide(qtbot: QtBot) -> Room:
    room = Room(qtbot, sketch(SHEET))
    room.window.rooms.area.canvas.setFocus()
    return room


def rect_of(room: Room, id: str) -> Rect:
    found: Rect = room.canvas.places.boxes_of([id])[0].rect
    return found


def placed(room: Room, **corners: tuple[float, float]) -> None:
    """Puts boxes where a test wants them, by the sheet's own edit."""
    from workbench.edits import in_turn
    from workbench.edits.placing import place
    from workbench.texts import text

    edit = in_turn(place(id.replace("_", "-"), "sheet-n", "", at) for id, at in corners.items())
    room.editor.perform(text("Place"), edit)
    settled(room)


def settled(room: Room) -> None:
    room.qtbot.waitUntil(lambda: not room.canvas._drafting._at_work, timeout=10_000)


def keys(room: Room, sequence: str) -> None:
    QTest.keySequence(room.canvas, sequence)
    settled(room)


def test_alt_a_gives_the_selected_a_left_edge_in_one_step(wide: Room) -> None:
    placed(wide, dc_1=(600, 40), dc_2=(680, 240), dc_3=(760, 440))
    wide.editor.select(["dc-1", "dc-2", "dc-3"])
    before = wide.editor.design

    keys(wide, "Alt+A")

    assert {rect_of(wide, id).x for id in ("dc-1", "dc-2", "dc-3")} == {600}
    assert wide.window.status.said == "Aligned 3 elements · Ctrl Z takes it back"
    keys(wide, "Ctrl+Z")
    assert wide.editor.design == before


def test_equal_gaps_down(wide: Room) -> None:
    placed(wide, dc_1=(600, 40), dc_2=(600, 200), dc_3=(600, 600))
    wide.editor.select(["dc-1", "dc-2", "dc-3"])

    keys(wide, "Alt+Shift+V")

    one, two, three = (rect_of(wide, id) for id in ("dc-1", "dc-2", "dc-3"))
    assert two.y - one.bottom == pytest.approx(three.y - two.bottom)
    assert (one.y, three.y) == (40, 600)


def test_too_few_selected_says_how_many_are_needed(wide: Room) -> None:
    wide.editor.select(["dc-1"])

    keys(wide, "Alt+A")

    assert wide.window.status.said == "Select at least 2 boxes of the sheet first."
    assert not wide.editor.history.undoable


def test_a_pinned_element_stays_when_the_sheet_is_arranged_round_it(wide: Room) -> None:
    wide.editor.select(["dc-2"])
    there = rect_of(wide, "dc-2")

    keys(wide, "Alt+P")
    pinned = COMMANDS["arrange.pin"].is_on
    held = rect_of(wide, "dc-2")

    assert pinned
    assert pinned(wide.window.desk)
    assert (held.x, held.y) == (there.x, there.y)
    keys(wide, "Alt+P")
    assert not pinned(wide.window.desk)
    assert wide.window.status.said.startswith("dc-2: the sheet arranges it again")


@pytest.mark.parametrize("id", ["arrange.left", "arrange.across", "arrange.pin"])
def test_the_menu_says_why_it_cannot_be_picked(wide: Room, id: str) -> None:
    wide.editor.select([])
    wide.window.actions_.refresh()

    action = wide.window.actions_.action(id)

    assert not action.isEnabled()
    assert action.toolTip()


def test_the_pin_in_the_inspector_pins_and_shows_it(wide: Room) -> None:
    wide.editor.select(["dc-2"])
    pin = wide.window.rooms.inspector.head.pin

    before = (pin.isVisible(), pin.isChecked())
    QTest.mouseClick(pin, LEFT)
    settled(wide)

    assert before == (True, False)
    assert pin.isChecked()
    assert wide.canvas.places.boxes_of(["dc-2"])[0].pinned
    assert pin.accessibleName() == "Pinned to its place on this sheet"


def test_what_the_sheet_does_not_draw_has_no_pin(wide: Room) -> None:
    wide.editor.select([])

    assert not wide.window.rooms.inspector.head.pin.isVisible()
