"""The address map on a projector's 960 by 540: what stands around the map folds, and stays within reach."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planners.addresses import parse_block
from tests.widgets.desk import LEFT, Room
from widgets.addresses.rows import OPEN
from workbench.preferences import preferences

LARGE, PROJECTED = (1440, 900), (960, 540)


class Projected:
    """The map of the small design in a window as small as a projector shows it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        room.window.pick("plan.map")
        self.view: Any = room.window.rooms.area.map
        room.qtbot.waitUntil(lambda: self.view.made is not None)
        self.resize(PROJECTED)

    def resize(self, size: tuple[int, int]) -> None:
        self.room.window.resize(*size)
        self.room.qtbot.waitUntil(lambda: self.room.window.size().toTuple() == size)
        # The panels find their places when events are looked at next.
        for _ in range(3):
            QApplication.processEvents()

    def select(self, id: str) -> None:
        self.room.editor.select([id])
        self.room.qtbot.waitUntil(lambda: self.view.field.current is not None)
        for _ in range(3):
            QApplication.processEvents()

    def menu_of(self, button: Any) -> dict[str, Any]:
        QTest.mouseClick(button, LEFT)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        lines = {action.text().split("\t")[0]: action for action in menu.actions()}
        menu.close()
        return lines


@pytest.fixture
def projected(room: Room) -> Projected:
    """The map on a projector."""
    return Projected(room)


def test_a_row_opens_and_names_its_blocks(projected: Projected) -> None:
    projected.select("vpc-a")

    rows = projected.view.field.now().rows

    assert rows.opened is not None
    assert rows.rect(parse_block("10.0.0.0/16")).height() >= OPEN - 3


def test_the_inspector_and_its_fields_keep_their_width(projected: Projected) -> None:
    projected.select("vpc-a")

    assert projected.room.window.rooms.inspector.width() >= 290
    assert not projected.view.side.isVisible()


def test_what_is_picked_is_told_whole_beside_the_acts(projected: Projected) -> None:
    projected.select("vpc-a")
    view = projected.view

    assert view.told.width() >= view.told.sizeHint().width()
    assert view.act_bar.geometry().right() <= view.parts.width()
    assert view.told.geometry().top() < view.act_bar.geometry().bottom()


def test_acts_without_room_are_behind_more(projected: Projected) -> None:
    projected.select("vpc-a")
    bar = projected.view.act_bar
    lines = projected.menu_of(bar.more)

    wanted = {button.text() for button in bar.buttons.values() if button.isEnabled()}

    assert set(lines) == wanted
    assert not all(button.isVisible() for button in bar.buttons.values() if button.isEnabled())
    assert bar.more.accessibleName() == "What can be done with the block"


def test_with_nothing_picked_no_act_takes_room(projected: Projected) -> None:
    assert projected.view.field.current is None
    assert not projected.view.act_bar.isVisible()


def test_every_size_of_free_block_is_one_menu_away(projected: Projected) -> None:
    view = projected.view
    assert not view.next_free.isVisible()

    lines = projected.menu_of(view.next_free.all)
    lines["10.2.0.0/16"].trigger()

    assert len(lines) == len(view.next_free.lengths)
    assert str(view.field.current.block) == "10.2.0.0/16"
    assert view.next_free.all.accessibleName() == "Next free in 10.0.0.0/8"


def test_overview_and_legend_are_shown_when_asked_for_and_that_is_kept_for_the_width(
    projected: Projected,
) -> None:
    view = projected.view
    wide = view.side.isVisible()
    projected.select("vpc-a")
    QTest.mouseClick(view.top.beside, LEFT)
    narrow = view.side.isVisible()
    QTest.mouseClick(view.top.beside, LEFT)

    assert wide
    assert narrow
    assert not view.side.isVisible()
    projected.resize(LARGE)
    assert view.side.isVisible()


def test_of_both_the_map_is_shown_until_there_is_room_again(projected: Projected) -> None:
    parts = projected.view.parts
    projected.resize(LARGE)
    parts.show_part("both")
    projected.resize(PROJECTED)

    low = (parts.shown, parts.table.isVisible(), parts.switch.accessibleName())
    QTest.keyClick(parts.switch, Qt.Key.Key_Left)
    table = parts.shown
    top, free = projected.view.top, projected.view.next_free.all
    of_map = [one for one in (top.spaces, top.tintings, top.beside, free) if one.isVisible()]
    parts.show_part("both")
    projected.resize(LARGE)

    assert low == ("map", False, "Shown: Map")
    assert not of_map
    assert table == "table"
    assert parts.shown == preferences().address_part == "both"
    assert parts.table.isVisible()


def test_the_command_shows_the_table_in_place_of_the_map(projected: Projected) -> None:
    projected.room.window.pick("plan.table")
    shown = projected.view.parts.shown
    projected.room.window.pick("plan.table")

    assert shown == "table"
    assert projected.view.parts.shown == "map"


def test_in_a_large_window_everything_has_its_own_line(projected: Projected) -> None:
    projected.resize(LARGE)
    view = projected.view

    assert view.next_free.isVisible()
    assert view.act_bar.isVisible()
    assert view.told.geometry().bottom() <= view.act_bar.geometry().top()
    assert not view.act_bar.more.isVisible()
