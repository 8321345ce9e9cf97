"""Blocks and borders dragged on the address map: one step each, nothing before the end, and why not where not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planners.addresses import parse_block
from tests.widgets.addresses.gestures import KEY, Map
from workbench.model.elements.vswitch import VSwitch


def test_a_block_is_dragged_to_a_free_place_in_one_step_and_taken_back(plan: Map) -> None:
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))

    assert plan.block("two") == "10.0.64.0/20"
    assert plan.done == 1
    plan.editor.undo()
    assert plan.block("two") == "10.0.16.0/20"


def test_while_it_is_dragged_the_design_stays_and_the_place_is_shown(plan: Map) -> None:
    before = plan.editor.design
    plan.press(plan.spot("10.0.16.0/20"))
    plan.to(plan.spot("10.0.64.0/20"))

    assert plan.editor.design is before
    assert plan.bubble == "Move two to 10.0.64.0/20"
    assert plan.field.ghost.blocks == (("two", parse_block("10.0.64.0/20")),)


def test_escape_leaves_everything_where_it_was(plan: Map) -> None:
    plan.press(plan.spot("10.0.16.0/20"))
    plan.to(plan.spot("10.0.64.0/20"))
    plan.keys(KEY.Key_Escape)
    plan.release(plan.spot("10.0.64.0/20"))

    assert plan.done == 0
    assert plan.field.ghost is None
    assert plan.bubble == ""


def test_a_vpc_takes_its_vswitches_along(plan: Map) -> None:
    plan.drag(plan.spot("10.1.0.0/16", 0.8), plan.spot("10.3.0.0/16", 0.8))

    assert (plan.block("vpc-b"), plan.block("far")) == ("10.3.0.0/16", "10.3.0.0/20")
    assert plan.done == 1


@pytest.mark.parametrize(
    ("taken", "to", "why"),
    [
        ("10.0.16.0/20", "10.1.128.0/20", "lies outside of vpc-a"),
        ("10.0.16.0/20", "10.0.0.0/20", "overlaps one"),
        ("10.0.128.0/20", "10.0.64.0/20", "live is deployed"),
    ],
)
def test_what_may_not_be_is_told_at_the_pointer_and_not_done(
    plan: Map, taken: str, to: str, why: str
) -> None:
    plan.press(plan.spot(taken))
    plan.to(plan.spot(to))
    during = plan.bubble
    plan.release(plan.spot(to))

    assert why in during
    assert why in plan.bubble
    assert plan.done == 0


def test_a_border_is_dragged_to_another_size(plan: Map) -> None:
    plan.look_at("10.0.0.0/16")
    plan.drag(plan.edge("10.0.16.0/20"), plan.spot("10.0.16.0/21", 0.95))
    smaller = plan.block("two")
    plan.room.qtbot.waitUntil(lambda: plan.view.made.design is plan.editor.design)
    plan.drag(plan.edge("10.0.16.0/21"), plan.edge("10.0.16.0/20"))

    assert smaller == "10.0.16.0/21"
    assert plan.block("two") == "10.0.16.0/20"


def test_with_control_what_a_border_cuts_off_stays_a_block(plan: Map) -> None:
    plan.look_at("10.0.0.0/16")
    held = Qt.KeyboardModifier.ControlModifier
    plan.drag(plan.edge("10.0.16.0/20"), plan.spot("10.0.16.0/21", 0.95), held)

    assert sorted(one.block for one in plan.editor.design.of_kind(VSwitch) if one.parent == "vpc-a") == [
        "10.0.0.0/20",
        "10.0.128.0/20",
        "10.0.16.0/21",
        "10.0.24.0/21",
    ]


def test_with_shift_a_border_moves_the_block_in_its_size(plan: Map) -> None:
    plan.drag(plan.edge("10.0.16.0/20"), plan.edge("10.0.80.0/20"), Qt.KeyboardModifier.ShiftModifier)

    assert plan.block("two") == "10.0.80.0/20"


def test_what_was_moved_stays_picked_where_it_is_now(plan: Map) -> None:
    plan.drag(plan.spot("10.0.16.0/20"), plan.spot("10.0.64.0/20"))
    plan.room.qtbot.waitUntil(lambda: str(plan.field.current.block) == "10.0.64.0/20")

    assert plan.editor.selection == ("two",)
    plan.room.qtbot.waitUntil(lambda: plan.field.ghost is None)
