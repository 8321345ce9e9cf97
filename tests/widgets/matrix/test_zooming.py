"""Nearer and farther: by wheel and keys, all at once, and what stays in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import many, view_of
from tests.widgets.matrix.by_hand import CONTROL, LEFT, wheel
from widgets.matrix.zoom import CELL, CLOSE, Zoom


def test_ctrl_and_the_wheel_zoom_around_the_pointer(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    for bar in (view.grid.verticalScrollBar(), view.grid.horizontalScrollBar()):
        bar.setValue(4_000)
    where = QPoint(200, 150)
    under = view.grid.indexAt(where)
    before = (under.row(), under.column())
    wheel(view, -120, where)
    after = view.grid.indexAt(where)

    assert view.grid.zoom == Zoom(36)
    assert (after.row(), after.column()) == before


def test_ctrl_minus_plus_and_nought_zoom_from_the_keyboard(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    widths = []
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_0):
        QTest.keyClick(view.grid, key, CONTROL)
        widths.append(view.grid.zoom.wide)

    assert widths == [36, 28, 36, 1]


@pytest.mark.parametrize("count", [4, 40, 300, 2_000])
def test_fit_brings_everybody_into_sight(qtbot: QtBot, count: int) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(count))
    QTest.mouseClick(view.head.fit, LEFT)
    last = view.grid.table.index(view.grid.table.rowCount() - 1, view.grid.table.columnCount() - 1)

    assert view.grid.viewport().rect().contains(view.grid.visualRect(last))
    assert view.grid.zoom == CELL or count > 4


def test_where_several_share_a_pixel_drilling_goes_nearer_first(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(2_000))
    view.grid.fit()
    shared = view.grid.zoom.step
    with qtbot.assertNotEmitted(view.drilled):
        QTest.mouseDClick(view.grid.viewport(), LEFT, pos=QPoint(30, 30))

    assert shared > 1
    assert view.grid.zoom == Zoom(10)


@pytest.mark.parametrize("zoom", [Zoom(45), Zoom(17), Zoom(4)])
def test_heads_stay_while_the_cells_scroll(qtbot: QtBot, zoom: Zoom) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    view.grid.zoom_to(zoom)
    places = [head.geometry() for head in view.grid.heads]
    view.grid.verticalScrollBar().setValue(240)
    view.grid.horizontalScrollBar().setValue(160)
    view.grid.grab()

    assert [head.geometry() for head in view.grid.heads] == places
    assert [head.offset() for head in view.grid.heads] == [
        view.grid.verticalScrollBar().value(),
        view.grid.horizontalScrollBar().value(),
    ]


def test_small_cells_are_painted_where_they_are_pointed_at(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    view.grid.zoom_to(Zoom(8))
    view.grid.verticalScrollBar().setValue(100)
    picture = view.grid.viewport().grab().toImage()
    table, look = view.grid.table, view._look
    index = view.grid.indexAt(QPoint(100, 100))
    ink = {"allowed": "ok@30", "blocked": "panel", "own": "line"}

    for beside in range(6):
        cell = table.index(index.row(), index.column() + beside)
        shown_there = picture.pixelColor(view.grid.visualRect(cell).center()).name()
        assert shown_there == look.colour(ink[table.state(cell.row(), cell.column())]).name()


def test_a_few_parties_are_never_too_little_to_look_at(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(12))
    for _ in range(12):
        QTest.mouseClick(view.head.smaller, LEFT)

    assert view.grid.zoom == CLOSE
