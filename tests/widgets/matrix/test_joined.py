"""The matrix of the design in the window: computed when it comes to the front, and anew after edits."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.reachability.test_modelled import two_vpcs
from tests.widgets.desk import Room
from widgets.matrix.joined import MatrixJoined
from widgets.matrix.view import MatrixView
from workbench.cancelled import Cancelled
from workbench.edits.fields import set_fields
from workbench.model.sketch import sketch
from workbench.texts import text

FLOW = """
    one security-domain
    two security-domain
    wish flow source=app-a target=app-b port=443/443
    sheet-s sheet shows=security order=1
"""


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window with two applications in domains of their own."""
    lines = two_vpcs(more=FLOW).replace("    app-a application", "    app-a application parent=one")
    return Room(qtbot, sketch(lines.replace("    app-b application", "    app-b application parent=two")))


def view_of(room: Room) -> MatrixView:
    """The matrix in front, opened by its key."""
    QTest.keySequence(room.window, "Ctrl+R")
    view = room.window.rooms.area.matrix
    assert view is not None
    return view


def joined(room: Room) -> MatrixJoined:
    """What computes the matrix."""
    found = room.window.rooms.area.matrix_joined
    assert found is not None
    return found


def state(view: MatrixView, row: int = 0, column: int = 1) -> str:
    """The state of a cell of the security domains, empty where nothing is shown yet."""
    found = view.answers("domains")
    return found.compared.state(row, column) if found else ""


def test_it_is_computed_when_it_comes_to_the_front_and_the_cells_follow_edits(
    room: Room, qtbot: QtBot
) -> None:
    view = view_of(room)
    qtbot.waitUntil(lambda: state(view) == "allowed")
    room.editor.perform(text("Shut"), set_fields(["sg-b"], rules=()))
    qtbot.waitUntil(lambda: state(view) == "shut")
    room.editor.undo()
    qtbot.waitUntil(lambda: state(view) == "allowed")

    assert state(view, 1, 0) == "blocked"


def test_behind_a_sheet_nothing_is_computed_until_it_is_seen_again(room: Room, qtbot: QtBot) -> None:
    view = view_of(room)
    qtbot.waitUntil(lambda: state(view) == "allowed")
    told: list[Any] = []
    joined(room).answered.connect(told.append)
    QTest.keySequence(room.window, "Ctrl+R")
    room.editor.perform(text("Shut"), set_fields(["sg-b"], rules=()))
    QTest.qWait(400)
    before = (len(told), state(view))
    QTest.keySequence(room.window, "Ctrl+R")
    qtbot.waitUntil(lambda: state(view) == "shut")

    assert before == (0, "allowed")


def test_a_run_that_is_stopped_says_it_was_not_run(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise Cancelled

    monkeypatch.setattr("workbench.reachability.following.Followed.after", stopped)
    view = view_of(room)
    qtbot.waitUntil(lambda: view.stage == "stopped")

    assert state(view) == ""
