"""What keys do with a picked block of the address map, and how its ground is moved."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.addresses.gestures import KEY, MIDDLE, PLAN, Map
from tests.widgets.desk import LEFT, Room
from workbench.model.sketch import sketch
from workbench.texts import text


def test_split_and_join_by_their_keys(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_S)
    halves = plan.block("two")
    plan.keys(KEY.Key_J)

    assert halves == "10.0.16.0/21"
    assert plan.block("two") == "10.0.16.0/20"
    assert plan.done == 2


def test_a_pinned_block_does_not_move_before_it_is_unpinned(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_P)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))
    held = (plan.block("two"), plan.bubble)
    plan.keys(KEY.Key_P)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert held[0] == "10.0.16.0/20"
    assert "pinned to 10.0.16.0/20" in held[1]
    assert plan.block("two") == "10.0.64.0/20"


def test_moved_by_keys_from_one_free_place_to_the_next(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_M, KEY.Key_Right)
    told, before = plan.view.told.text(), plan.done
    plan.keys(KEY.Key_Return)

    assert "Move two to 10.0.48.0/20: Enter" in told
    assert before == 0
    assert plan.block("two") == "10.0.48.0/20"


def test_moving_by_keys_is_left_with_escape(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_M, KEY.Key_Right, KEY.Key_Escape)

    assert plan.done == 0
    assert plan.field.ghost is None
    assert not plan.field.frame.is_whole


def test_keys_without_anything_picked_say_what_to_do(plan: Map) -> None:
    plan.field.setFocus()
    plan.keys(KEY.Key_S)

    assert "Pick a block first" in plan.bubble


@pytest.mark.parametrize("way", ["empty ground", "middle button", "space"])
def test_the_ground_is_moved(plan: Map, way: str) -> None:
    plan.look_at("10.16.0.0/14")
    start, end = plan.spot("10.18.0.0/18"), plan.spot("10.19.0.0/18")
    if way == "space":
        plan.field.setFocus()
        QTest.keyPress(plan.field, KEY.Key_Space)
    button = MIDDLE if way == "middle button" else LEFT
    plan.press(start, button=button)
    plan.to(end)
    plan.release(end, button=button)
    QTest.keyRelease(plan.field, KEY.Key_Space)

    assert str(plan.field.frame.row(0)) == "10.15.0.0/18"
    assert plan.done == 0


def test_a_design_open_for_reading_says_so(qtbot: QtBot) -> None:
    plan = Map(Room(qtbot, sketch(PLAN)))
    plan.editor.read_only = text("Somebody else has it.")
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_S)
    split = (plan.bubble, plan.done)
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert split == ("Somebody else has it.", 0)
    assert plan.done == 0
