"""The tab of the address map among those of the sheets: opened, left, closed, and what is off while it is lit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from widgets.shell.sheet_tabs import MAP
from workbench.commands.command import COMMANDS


@pytest.fixture
def tabs(room: Room) -> Any:
    """The tabs of the small design with the map opened behind its two sheets."""
    QTest.keySequence(room.window, "Ctrl+M")
    return room.window.rooms.tabs


def test_ctrl_m_opens_a_tab_of_its_own_and_the_sheet_is_no_longer_lit(room: Room, tabs: Any) -> None:
    assert [tabs.bar.tabText(at) for at in range(tabs.bar.count())][-1] == "Address map"
    assert tabs.map_in_front
    assert tabs.current is None
    assert room.window.rooms.area.map_in_front
    assert room.window.desk.sheet is None


def test_a_click_on_a_sheet_leaves_the_map_open_behind_it_and_a_click_on_its_tab_brings_it_back(
    room: Room, tabs: Any
) -> None:
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.tabRect(1).center())
    on_sheet = (room.window.desk.sheet, room.window.rooms.area.map_in_front)
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.tabRect(2).center())

    assert on_sheet == ("sheet-n", False)
    assert room.window.rooms.area.map_in_front


def test_the_same_keys_go_back_to_the_sheet_that_was_in_front(room: Room, tabs: Any) -> None:
    tabs.show_sheet("sheet-n")

    for _ in range(2):
        QTest.keySequence(room.window, "Ctrl+M")

    assert tabs.current == "sheet-n"
    assert tabs.bar.count() == 3


def test_arrows_on_the_tabs_reach_the_map_too(room: Room, tabs: Any) -> None:
    tabs.bar.setFocus()
    QTest.keyClick(tabs.bar, Qt.Key.Key_Left)
    on_sheet = tabs.current
    QTest.keyClick(tabs.bar, Qt.Key.Key_Right)

    assert on_sheet == "sheet-n"
    assert room.window.rooms.area.map_in_front
    assert tabs.bar.hasFocus()


@pytest.mark.parametrize("way", ["its cross", "Delete"])
def test_it_is_closed_without_a_question_and_the_design_stays(room: Room, tabs: Any, way: str) -> None:
    before = room.editor.design
    if way == "its cross":
        QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.cross(tabs.bar.currentIndex()).center())
    else:
        tabs.bar.setFocus()
        QTest.keyClick(tabs.bar, Qt.Key.Key_Delete)

    assert MAP not in [tabs.bar.tabData(at) for at in range(tabs.bar.count())]
    assert tabs.current == "sheet-a"
    assert not room.window.rooms.area.map_in_front
    assert room.editor.design is before


def test_it_cannot_be_renamed(room: Room, tabs: Any) -> None:
    QTest.mouseDClick(tabs.bar, LEFT, pos=tabs.bar.tabRect(2).center())

    assert tabs._line is None


def test_sheets_that_come_and_go_leave_it_in_front(room: Room, tabs: Any) -> None:
    from workbench.edits.removing import remove
    from workbench.texts import text

    for sheet in ("sheet-n", "sheet-a"):
        room.editor.perform(text("Delete"), remove([sheet]))
    alone = (tabs.bar.count(), tabs.map_in_front, room.window.rooms.area.map_in_front)
    room.editor.undo()

    assert alone == (1, True, True)
    assert tabs.map_in_front
    assert tabs.bar.tabData(0) == "sheet-a"
    assert room.window.rooms.area.map_in_front


def test_closed_without_any_sheet_it_leaves_the_bare_window(room: Room, tabs: Any) -> None:
    from workbench.edits.removing import remove
    from workbench.texts import text

    room.editor.perform(text("Delete"), remove(["sheet-n", "sheet-a"]))
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.cross(0).center())

    assert tabs.bar.count() == 0
    assert not room.window.rooms.area.map_in_front


@pytest.mark.parametrize(
    "id", ["arrange.sheet", "edit.select-all", "edit.delete-from-sheet", "view.zoom-one", "insert.picture"]
)
def test_what_needs_a_sheet_says_why_it_is_off(room: Room, tabs: Any, id: str) -> None:
    room.editor.select(["vsw-1"])

    reason = COMMANDS[id].hindrance(room.window.desk)

    assert reason is not None
    assert "address map is in front" in reason.said("en")
    assert "地址图在最前面" in reason.said("zh")


@pytest.mark.parametrize("id", ["view.zoom-in", "view.fit", "insert.vpc", "edit.delete-from-design"])
def test_what_needs_none_stays_on(room: Room, tabs: Any, id: str) -> None:
    room.editor.select(["vsw-1"])

    assert COMMANDS[id].hindrance(room.window.desk) is None
