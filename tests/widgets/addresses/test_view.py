"""The address map in the window: shown, walked, zoomed, and one with the selection everywhere."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planners.addresses import parse_block
from tests.widgets.desk import LEFT, Room
from workbench.edits.fields import set_fields
from workbench.planning.address_map import Tile
from workbench.texts import text


@pytest.fixture
def shown(room: Room) -> Any:
    """The map of the small design, once it is made."""
    room.window.pick("plan.map")
    view: Any = room.window.rooms.area.map
    room.qtbot.waitUntil(lambda: view.made is not None)
    return view


def spot(shown: Any, block: str) -> QPoint:
    """The middle of a block on the field."""
    rect = shown.field.now().rows.rect(parse_block(block))
    assert rect is not None
    point: QPoint = rect.center().toPoint()
    return point


def test_the_command_shows_the_map_and_picked_again_the_sheet(room: Room, shown: Any) -> None:
    assert room.window.rooms.area.map_in_front

    room.window.pick("plan.map")

    assert not room.window.rooms.area.map_in_front
    assert room.canvas is not None


def test_from_the_whole_space_to_one_vswitch_in_two_steps(room: Room, shown: Any) -> None:
    field = shown.field

    for block in ("10.0.0.0/16", "10.0.1.0/24"):
        QTest.mouseClick(field, LEFT, pos=spot(shown, block))
        QTest.mouseDClick(field, LEFT, pos=spot(shown, block))

    assert str(field.frame.block) == "10.0.1.0/24"
    assert room.editor.selection == ("vsw-1",)


def test_what_is_selected_elsewhere_is_brought_into_sight(room: Room, shown: Any) -> None:
    room.editor.select(["vsw-1"])

    assert shown.field.current.element == "vsw-1"
    assert shown.field.now().rows.rect(parse_block("10.0.1.0/24")).width() >= 6
    assert "252 usable addresses" in shown.told.text()


def test_the_pointer_is_told_what_is_under_it(room: Room, shown: Any) -> None:
    QTest.mouseMove(shown.field, spot(shown, "10.128.0.0/9"))

    room.qtbot.waitUntil(lambda: shown.told.text().startswith("10.128.0.0/9 · free"))


def test_arrows_walk_from_block_to_block_enter_goes_in_and_escape_out(room: Room, shown: Any) -> None:
    shown.field.setFocus()

    QTest.keyClick(shown.field, Qt.Key.Key_Right)
    first = room.editor.selection
    QTest.keyClick(shown.field, Qt.Key.Key_Right)
    between = shown.field.current
    for _ in range(12):
        if room.editor.selection == ("vpc-b",):
            break
        QTest.keyClick(shown.field, Qt.Key.Key_Right)
    QTest.keyClick(shown.field, Qt.Key.Key_Enter)
    inside = str(shown.field.frame.block)
    for _ in range(2):
        QTest.keyClick(shown.field, Qt.Key.Key_Escape)

    assert first == ("vpc-a",)
    assert between.fill == "spare"
    assert inside == "10.1.0.0/16"
    assert shown.field.frame.is_whole


def test_the_wheel_moves_rows_and_with_control_zooms_at_the_pointer(room: Room, shown: Any) -> None:
    for turn in (2, 1):
        at = QPointF(spot(shown, "10.1.0.0/16"))
        event = QWheelEvent(
            at,
            QPointF(shown.field.mapToGlobal(at.toPoint())),
            QPoint(),
            QPoint(0, 120 * turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(shown.field, event)

    assert shown.field.frame.block.length == 14
    assert shown.field.frame.block.holds(parse_block("10.1.0.0/16"))


def test_it_follows_edits_and_undo(room: Room, shown: Any) -> None:
    room.editor.perform(text("Move"), set_fields(["vsw-1"], block="10.0.7.0/24"))
    room.qtbot.waitUntil(lambda: str(shown.made.claims_of("vsw-1")[0].block) == "10.0.7.0/24")

    room.editor.undo()

    room.qtbot.waitUntil(lambda: str(shown.made.claims_of("vsw-1")[0].block) == "10.0.1.0/24")


def test_a_click_on_what_is_free_next_shows_it(room: Room, shown: Any) -> None:
    button = next(one for one in shown.next_free.buttons if one.text() == "10.2.0.0/16")

    QTest.mouseClick(button, LEFT)

    assert shown.field.current == Tile(parse_block("10.2.0.0/16"), "free")


def test_it_speaks_the_language_of_the_window(room: Room, shown: Any) -> None:
    room.speaks("zh")
    room.editor.select(["vsw-1"])

    assert shown.field.accessibleName() == "地址图"
    assert "252 个可用地址" in shown.field.accessibleDescription()
