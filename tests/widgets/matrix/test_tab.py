"""The tab of the matrix among those of the sheets: opened, left and closed, beside that of the address map."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from tests.widgets.matrix.answers import design, shown
from widgets.shell.sheet_tabs import MAP, MATRIX
from workbench.commands.command import COMMANDS
from workbench.edits.removing import remove
from workbench.texts import text


@pytest.fixture
def tabs(room: Room) -> Any:
    """The tabs of the small design with the matrix opened behind its two sheets."""
    QTest.keySequence(room.window, "Ctrl+R")
    return room.window.rooms.tabs


def titles(tabs: Any) -> list[str]:
    """What stands on the tabs."""
    return [tabs.bar.tabText(at) for at in range(tabs.bar.count())]


def test_ctrl_r_opens_a_tab_and_again_goes_back_to_the_sheet(room: Room, tabs: Any) -> None:
    area = room.window.rooms.area
    opened = (titles(tabs)[-1], tabs.matrix_in_front, area.matrix_in_front, tabs.current)
    QTest.keySequence(room.window, "Ctrl+R")

    assert opened == ("Matrix", True, True, None)
    assert tabs.current == "sheet-a"
    assert not area.matrix_in_front
    assert titles(tabs)[-1] == "Matrix"


def test_the_address_map_has_its_own_tab_beside_it(room: Room, tabs: Any) -> None:
    QTest.keySequence(room.window, "Ctrl+M")
    on_map = (tabs.map_in_front, room.window.rooms.area.map_in_front)
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.tabRect(2).center())

    assert on_map == (True, True)
    assert titles(tabs)[-2:] == ["Matrix", "Address map"]
    assert room.window.rooms.area.matrix_in_front


@pytest.mark.parametrize("way", ["its cross", "Delete"])
def test_it_is_closed_without_a_question_and_the_map_stays_open(room: Room, tabs: Any, way: str) -> None:
    QTest.keySequence(room.window, "Ctrl+M")
    tabs.show_sheet(MATRIX)
    if way == "its cross":
        QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.cross(tabs.bar.currentIndex()).center())
    else:
        tabs.bar.setFocus()
        QTest.keyClick(tabs.bar, Qt.Key.Key_Delete)

    assert [tabs.bar.tabData(at) for at in range(tabs.bar.count())] == ["sheet-a", "sheet-n", MAP]
    assert tabs.current == "sheet-a"


def test_without_any_sheet_closing_it_shows_the_map(room: Room, tabs: Any) -> None:
    QTest.keySequence(room.window, "Ctrl+M")
    tabs.show_sheet(MATRIX)
    room.editor.perform(text("Delete"), remove(["sheet-n", "sheet-a"]))
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.cross(0).center())

    assert titles(tabs) == ["Address map"]
    assert room.window.rooms.area.map_in_front


def test_what_needs_a_sheet_says_that_the_matrix_is_in_front(room: Room, tabs: Any) -> None:
    reason = COMMANDS["arrange.sheet"].hindrance(room.window.desk)

    assert reason is not None
    assert reason.said("en").startswith("The matrix is in front.")
    assert COMMANDS["view.zoom-in"].hindrance(room.window.desk) is None


def test_the_windows_keys_zoom_it_and_its_language_is_the_windows(room: Room, tabs: Any) -> None:
    view: Any = room.window.rooms.area.matrix
    room.qtbot.waitUntil(lambda: view.empty.why.text().startswith("This design has no security domains yet."))
    view.show_matrix(design(), shown())
    for id in ("view.zoom-out", "view.zoom-out", "view.zoom-in"):
        room.window.pick(id)
    zoomed = view.grid.zoom.wide
    room.window.pick("view.fit")
    room.speaks("zh")

    assert (zoomed, view.grid.zoom.wide) == (36, 45)
    assert view.pairs.text() == "12 对，3 处差异"
    assert titles(tabs)[-1] == "互访矩阵"
