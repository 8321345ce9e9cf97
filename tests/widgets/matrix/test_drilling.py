"""From a cell of the matrix to the question about its path, in the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from tests.widgets.matrix.answers import DESIGN, shown
from workbench.edits.removing import remove
from workbench.model.sketch import sketch
from workbench.texts import text


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window with the matrix of four security domains in front."""
    room = Room(qtbot, sketch(f"sheet-a sheet shows=security\n{DESIGN}"))
    room.window.pick("plan.matrix")
    view = matrix(room)
    qtbot.waitUntil(lambda: view._stage == "complete")
    view.show_matrix(room.editor.design, shown())
    return room


def matrix(room: Room) -> Any:
    """The matrix in the window."""
    return room.window.rooms.area.matrix


def panel(room: Room) -> Any:
    """The panel that asks for paths; None while nobody has asked."""
    return room.window.rooms.path


def line(room: Room) -> str:
    """What stands in its line."""
    return str(panel(room).box.text()) if panel(room) else ""


def test_a_double_click_asks_for_the_path_on_a_port_that_passes(room: Room) -> None:
    grid = matrix(room).grid
    QTest.mouseDClick(grid.viewport(), LEFT, pos=grid.visualRect(grid.table.index(2, 1)).center())

    assert line(room) == "Development → SAP 443"
    assert room.window.panels.docks["path"].isVisible()
    room.qtbot.waitUntil(lambda: panel(room).answer is not None, timeout=20_000)


def test_where_nothing_passes_the_line_waits_for_a_port(room: Room) -> None:
    grid = matrix(room).grid
    grid.setFocus()
    grid.setCurrentIndex(grid.table.index(2, 3))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClicks(panel(room).box, "22")

    assert line(room) == "Development → Log archive 22"


def test_of_a_party_that_is_gone_nothing_is_asked(room: Room) -> None:
    room.editor.perform(text("Delete"), remove(["sap"]))
    matrix(room).drilled.emit("dev", "sap", "443")

    assert line(room) == ""
