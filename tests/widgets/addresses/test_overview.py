"""The overview beside the map: the window drawn on it, moved by clicks and drags, and the other spaces below."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest

from planners.addresses import parse_block
from tests.widgets.desk import LEFT, Room
from workbench.planning.address_map import frame_of


@pytest.fixture
def shown(room: Room) -> Any:
    """The map of the small design, once it is made."""
    room.window.pick("plan.map")
    view: Any = room.window.rooms.area.map
    room.qtbot.waitUntil(lambda: view.made is not None)
    return view


def cell(view: Any, block: str) -> QPoint:
    point: QPoint = view.side.overview.rect_of(parse_block(block)).center().toPoint()
    return point


def test_a_click_on_a_cell_shows_its_row_and_a_drag_moves_on(room: Room, shown: Any) -> None:
    overview = shown.side.overview
    QTest.mousePress(overview, LEFT, pos=cell(shown, "10.37.0.0/16"))
    first = str(shown.field.frame.block)
    QTest.mouseMove(overview, cell(shown, "10.70.0.0/16"))
    QTest.mouseRelease(overview, LEFT, pos=cell(shown, "10.70.0.0/16"))

    assert first == "10.32.0.0/12"
    room.qtbot.waitUntil(lambda: str(shown.field.frame.block) == "10.64.0.0/12")


def test_a_smaller_window_keeps_its_size(room: Room, shown: Any) -> None:
    shown.field.go(frame_of(shown.field.space.block, parse_block("10.1.0.0/16")))
    QTest.mouseClick(shown.side.overview, LEFT, pos=cell(shown, "10.99.0.0/16"))

    assert str(shown.field.frame.block) == "10.99.0.0/16"


def test_the_window_is_drawn_where_it_is_and_told(room: Room, shown: Any) -> None:
    overview = shown.side.overview
    shown.field.go(frame_of(shown.field.space.block, parse_block("10.16.0.0/12")))
    window = overview.rect_of(shown.field.frame.block)

    assert overview.address_at(window.center()) >> 20 == parse_block("10.16.0.0/12").base >> 20
    assert overview.accessibleDescription() == "The map shows 10.16.0.0/12."


def test_the_edges_of_the_grid_give_the_ends_of_the_space(room: Room, shown: Any) -> None:
    overview = shown.side.overview

    assert overview.address_at(QPointF(-50, -50)) == shown.field.space.block.base
    assert overview.address_at(QPointF(999, 999)) == parse_block("10.255.0.0/16").base


def test_a_click_on_another_space_goes_there(room: Room, shown: Any) -> None:
    legend = shown.side.legend
    legend.grab()
    rect, at = legend._others[0]
    QTest.mouseClick(legend, LEFT, pos=rect.center().toPoint())

    assert shown.field.space is shown.made.spaces[at]
    assert str(shown.field.frame.block) == "172.16.0.0/12"
