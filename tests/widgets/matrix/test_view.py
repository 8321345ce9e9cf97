"""The matrix by mouse and keyboard: walked, drilled, turned round, and said in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import design, many, matrix, shown, view_of
from tests.widgets.matrix.by_hand import LEFT, at, go, spot
from tests.widgets.spoken import listening, named
from widgets.matrix.shown import Shown
from widgets.matrix.view import MatrixView
from workbench.drawing.colours import colour
from workbench.reachability.matrix import Matrix


def test_a_double_click_drills_into_the_two_parties(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.drilled) as drilled:
        QTest.mouseDClick(view.grid.viewport(), LEFT, pos=spot(view, 2, 1))

    assert drilled.args == ["dev", "sap", "443"]


def test_that_a_cell_can_be_drilled_into_is_said_where_somebody_listens(view: MatrixView) -> None:
    before = view.told.text()
    view.drilled.connect(lambda source, target, port: None)
    view.retell()

    assert "Enter" not in before
    assert "Enter or a double click asks about the path" in view.told.text()


def test_turned_round_enter_still_tells_the_source_first(qtbot: QtBot, view: MatrixView) -> None:
    go(view, 2, 1)
    QTest.mouseClick(view.head.turn, LEFT)

    assert at(view) == (1, 2)
    with qtbot.waitSignal(view.drilled) as drilled:
        QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert drilled.args == ["dev", "sap", "443"]


def test_where_the_parties_change_the_cell_of_the_same_two_stays_current(view: MatrixView) -> None:
    go(view, 2, 1)
    without = matrix("\\ - +\n! \\ x\n- ? \\")
    fewer = Matrix(("sap", "dev", "log"), without.codes, {(1, 0): "443"})
    view.show_matrix(design(), Shown("domains", fewer, fewer))

    assert at(view) == (1, 0)
    assert view.told.text() == "Development reaches SAP on 443: not wanted"


def test_turned_round_what_was_in_sight_stays_in_sight(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    view.grid.verticalScrollBar().setValue(37 * 100)
    view.grid.horizontalScrollBar().setValue(45 * 20)
    corner = view.grid.indexAt(QPoint(2, 2))
    view.turn()
    turned = view.grid.indexAt(QPoint(2, 2))

    assert (corner.row(), corner.column()) == (100, 20)
    assert (turned.row(), turned.column()) == (20, 100)


def test_the_corner_always_says_which_way_to_read_and_turns_it_by_a_click(view: MatrixView) -> None:
    corner = view.grid.corner
    said = [corner.accessibleName()]
    QTest.mouseClick(corner, LEFT)
    said.append(corner.accessibleName())

    assert said == ["from rows → to columns", "from columns → to rows"]
    assert view.grid.table.turned


def test_keys_walk_and_tab_leaves(qtbot: QtBot, view: MatrixView) -> None:
    view.grid.setFocus()
    go(view, 0, 0)
    way = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view.grid, key)
        way.append(at(view))
    QTest.keyClick(view.grid, Qt.Key.Key_Tab)

    assert way == [(0, 1), (1, 1), (1, 3), (1, 0)]
    assert not view.grid.hasFocus()


def test_a_click_makes_a_cell_current_says_it_and_lights_its_heads(view: MatrixView) -> None:
    before = view.grid.heads[0].grab().toImage()
    QTest.mouseClick(view.grid.viewport(), LEFT, pos=spot(view, 2, 3))

    assert at(view) == (2, 3)
    assert view.told.text() == "Development does not reach Log archive: wanted, but shut"
    assert view.grid.accessibleDescription() == view.told.text()
    assert view.grid.heads[0].grab().toImage() != before
    assert view.grid.lit(Qt.Orientation.Horizontal)[0] == 3


def test_the_pointer_is_told_what_is_under_it_and_when_it_leaves_the_current_cell(
    qtbot: QtBot, view: MatrixView
) -> None:
    go(view, 0, 1)
    QTest.mouseMove(view.grid.viewport(), spot(view, 2, 1))
    qtbot.waitUntil(lambda: view.told.text() == "Development reaches SAP on 443: not wanted")
    under = view.grid.lit(Qt.Orientation.Vertical)
    QTest.mouseMove(view.grid.viewport(), QPoint(view.grid.viewport().width() - 5, 5))

    qtbot.waitUntil(lambda: view.told.text() == "HR portal reaches SAP on 443: as wanted")
    assert under == (0, 2)


def test_another_language_says_everything_anew(view: MatrixView) -> None:
    go(view, 2, 1)
    view._look.speak("zh")
    view.retell()

    assert view.told.text() == "开发 可到达 SAP 的 443 端口：不应放行"
    assert view.filters.chips["open"].accessibleName() == "放行但不需要：1"
    assert view.grid.corner.accessibleName() == "从行 → 到列"
    assert [entry.accessibleName() for entry in view.legend][:2] == ["符合预期的放行", "符合预期的阻断"]
    assert view.pairs.text() == "12 对，3 处差异"
    assert at(view) == (2, 1)


def test_another_theme_paints_everything_anew(view: MatrixView) -> None:
    where = spot(view, 0, 2) - QPoint(18, 0)
    light = view.grid.viewport().grab().toImage().pixelColor(where).name()
    view._look.wear("dark")
    view.retell()
    dark = view.grid.viewport().grab().toImage().pixelColor(where).name()

    assert (light.upper(), dark.upper()) == (colour("panel", "light"), colour("panel", "dark"))


def test_a_screen_reader_hears_cells_and_heads(view: MatrixView) -> None:
    with listening():
        here = QAccessible.queryAccessibleInterface(view.grid)
        spoken = {named(here.child(place)) for place in range(here.childCount())}

    assert named(here) == "Matrix: who reaches whom"
    assert "Development reaches SAP on 443: not wanted" in spoken
    assert "to Log archive, LOG" in spoken
    assert "from Log archive, LOG" in spoken


def test_invariants_stand_below_the_broken_ones_first_and_enter_picks_one(
    qtbot: QtBot, view: MatrixView
) -> None:
    rows = view.invariants.list
    spoken = [rows.table.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    rows.setFocus()
    rows.selectRow(0)

    assert spoken == [
        "INV-01, broken: Development never reaches SAP · witness on 443",
        "INV-03, proved: Traffic passes the firewall · proved for 6 pairs",
    ]
    assert view.invariants.counts["broken"][1].text() == "1 broken"
    with qtbot.waitSignal(view.invariant_picked) as picked:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert picked.args == ["INV-01"]


def test_in_a_low_window_the_cells_have_the_room(qtbot: QtBot) -> None:
    view = view_of(qtbot, high=330)
    view.show_matrix(design(), shown())

    assert not view.invariants.list.isVisible()
    assert view.grid.viewport().height() > 100


def test_invariants_take_the_room_of_the_cells_and_give_it_back_however_low_the_window_is(
    qtbot: QtBot,
) -> None:
    view = view_of(qtbot, wide=480, high=330)
    view.show_matrix(design(), shown())
    listed, button = view.invariants.list, view.invariants.large
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed.height() > 200)
    alone = (view.grid.isVisible(), button.text(), view.focusWidget() is listed)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert alone == (False, "Cells", True)
    assert (view.grid.isVisible(), listed.isVisible()) == (True, False)
    assert view.focusWidget() is view.grid


def test_in_a_slim_window_the_cells_have_the_room_of_the_legend(qtbot: QtBot) -> None:
    view = view_of(qtbot, wide=500, high=450)
    view.show_matrix(design(), shown())
    slim = view.legend_line.isVisible()
    view.resize(900, 450)

    assert (slim, view.legend_line.isVisible()) == (False, True)


@pytest.mark.parametrize("seen", [True, False])
def test_the_current_cell_stays_in_sight_where_the_view_grows_small_if_it_was(
    qtbot: QtBot, seen: bool
) -> None:
    view = view_of(qtbot)
    view.show_matrix(*many(300))
    view.grid.setCurrentIndex(view.grid.table.index(2, 10))
    if not seen:
        view.grid.horizontalScrollBar().setValue(4_000)
    view.resize(500, 500)
    cell = view.grid.visualRect(view.grid.currentIndex())

    assert view.grid.viewport().rect().contains(cell) is seen
