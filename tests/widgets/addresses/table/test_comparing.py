"""Plan A beside plan B in the window: picked, marked in the rows, and taken as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.planning.plan_table.test_comparison import SCATTERED
from tests.widgets.addresses.table.conftest import SHEET, Plan
from tests.widgets.desk import LEFT, Room
from workbench.edits.fields import set_fields
from workbench.model.sketch import sketch
from workbench.planning.plan_table.comparison import figures
from workbench.texts import text


@pytest.fixture
def scattered(qtbot: QtBot) -> Plan:
    """A plan whose drafts could lie closer together."""
    return Plan(Room(qtbot, sketch(SCATTERED + SHEET)))


def compares(plan: Plan, source: str) -> None:
    """Picks a plan B and waits for it."""
    plan.panel.comparing.pick(source)
    plan.room.qtbot.waitUntil(lambda: plan.panel.comparing.found is not None)


def test_b_stands_beside_a_and_differences_are_marked_in_the_rows(scattered: Plan) -> None:
    compares(scattered, "anew")

    move = scattered.panel.model.move_of("three")
    assert (move.old, move.new) == ("10.6.0.0/16", "10.2.0.0/16")
    assert scattered.panel.model.move_of("two") is None
    spoken = scattered.cell("three", "block").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "10.6.0.0/16, in plan B 10.2.0.0/16"
    assert "Routes: A 4, B 2" in scattered.panel.comparing.figures.accessibleDescription()
    assert scattered.panel.count.text() == "3 blocks differ"


def test_taking_b_is_one_step_that_undo_takes_back(scattered: Plan) -> None:
    before = scattered.design
    compares(scattered, "anew")
    wanted, steps = scattered.panel.comparing.found.b, len(scattered.room.editor.history.steps)

    QTest.mouseClick(scattered.panel.comparing.take, LEFT)

    assert len(scattered.room.editor.history.steps) == steps + 1
    assert figures(scattered.design) == wanted
    assert not scattered.panel.comparing.isVisible()
    scattered.room.editor.undo()
    assert scattered.design == before


def test_b_follows_what_is_changed_in_a(scattered: Plan) -> None:
    compares(scattered, "anew")

    scattered.room.editor.perform(text("Deploy"), set_fields(["three"], state="deployed"))

    scattered.room.qtbot.waitUntil(lambda: scattered.panel.model.move_of("three") is None)
    assert scattered.panel.comparing.isVisible()


def test_as_it_was_saved_shows_what_was_moved_since(scattered: Plan) -> None:
    scattered.room.editor.perform(text("Move"), set_fields(["a"], block="10.1.7.0/24"))
    compares(scattered, "saved")

    assert scattered.panel.model.move_of("a").new == "10.1.128.0/24"


def test_another_design_is_set_beside(scattered: Plan) -> None:
    other = scattered.design.replacing("one", blocks=("10.15.0.0/16",))

    scattered.panel.comparing.compare_with(other)

    scattered.room.qtbot.waitUntil(lambda: scattered.panel.model.move_of("one") is not None)
    assert scattered.panel.model.move_of("one").new == "10.15.0.0/16"


def test_plan_a_alone_takes_the_marks_away(scattered: Plan) -> None:
    compares(scattered, "anew")

    scattered.panel.comparing.pick("")

    assert scattered.panel.model.move_of("three") is None
    assert not scattered.panel.comparing.isVisible()


def test_who_finds_no_room_in_b_is_told(qtbot: QtBot) -> None:
    plan = Plan(
        Room(qtbot, sketch(SCATTERED + "    huge address-request parent=pool prefix_length=9" + SHEET))
    )

    compares(plan, "open")

    assert plan.panel.comparing.told.text().startswith("No room in pool for huge")
