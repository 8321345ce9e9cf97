"""What must hold is added from the library in one step."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room
from workbench.model.elements.invariant import Invariant
from workbench.model.sketch import sketch

DESIGN = """
    sheet-n sheet shows=network
    net internet
    vpc vpc
      db database
    app application
"""


def test_what_fits_is_added_picked_and_taken_back_in_one_step(qtbot: QtBot) -> None:
    room = Room(qtbot, sketch(DESIGN))
    before = room.editor.design

    room.window.pick("plan.invariants")
    qtbot.waitUntil(lambda: bool(room.editor.design.of_kind(Invariant)), timeout=20_000)
    added = {one.id for one in room.editor.design.of_kind(Invariant)}

    assert "invariant-internet-to-data" in added
    assert set(room.editor.selection) == added
    room.editor.undo()
    assert room.editor.design == before


def test_a_second_time_nothing_is_added(qtbot: QtBot) -> None:
    room = Room(qtbot, sketch(DESIGN))
    room.window.pick("plan.invariants")
    qtbot.waitUntil(lambda: bool(room.editor.design.of_kind(Invariant)), timeout=20_000)
    once = room.editor.design

    room.window.pick("plan.invariants")

    assert room.editor.design == once
