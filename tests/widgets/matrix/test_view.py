"""The matrix by mouse and keyboard: walked, drilled, zoomed, filtered, turned round, and said in both languages."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import design, many, matrix, shown, view_of
from tests.widgets.spoken import listening, named
from widgets.matrix.shown import Shown
from widgets.matrix.view import MatrixView
from widgets.matrix.zoom import CELL, Zoom
from workbench.drawing.colours import colour
from workbench.model.sketch import sketch
from workbench.reachability.matrix import Matrix

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    """The small matrix."""
    view = view_of(qtbot)
    view.show_matrix(design(), shown())
    return view


def spot(view: MatrixView, row: int, column: int) -> QPoint:
    """The middle of a cell."""
    return view.grid.visualRect(view.grid.table.index(row, column)).center()


def go(view: MatrixView, row: int, column: int) -> None:
    """Makes a cell the current one."""
    view.grid.setCurrentIndex(view.grid.table.index(row, column))


def at(view: MatrixView) -> tuple[int, int]:
    """The current cell."""
    return view.grid.currentIndex().row(), view.grid.currentIndex().column()


def names(view: MatrixView, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> list[str]:
    """Who has a row, or a column."""
    table = view.grid.table
    count = table.rowCount() if orientation == Qt.Orientation.Vertical else table.columnCount()
    return [table.called(section, orientation).said("en") for section in range(count)]


def wheel(view: MatrixView, by: int, where: QPoint) -> None:
    """The wheel with Ctrl."""
    port = view.grid.viewport()
    event = QWheelEvent(
        QPointF(where),
        QPointF(port.mapToGlobal(where)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


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


def test_a_chip_has_its_state_stand_out_and_a_second_click_shows_all_alike(view: MatrixView) -> None:
    def pictures() -> list[object]:
        whole = view.grid.viewport().grab().toImage()
        return [whole.copy(view.grid.visualRect(view.grid.table.index(*cell))) for cell in ((0, 1), (2, 1))]

    before = pictures()
    QTest.mouseClick(view.filters.chips["open"], LEFT)
    faded = pictures()
    QTest.mouseClick(view.filters.chips["open"], LEFT)

    assert faded[0] != before[0]
    assert faded[1] == before[1]
    assert pictures() == before


def test_chips_count_the_cells_in_each_state(view: MatrixView) -> None:
    counts = {state: chip.accessibleName() for state, chip in view.filters.chips.items()}

    assert counts == {
        "allowed": "allowed, as wanted: 3",
        "blocked": "blocked, as wanted: 5",
        "open": "open, not wanted: 1",
        "shut": "shut, but wanted: 1",
        "partial": "reached in part only: 1",
        "unknown": "unknown: 1",
    }


@pytest.mark.parametrize(
    ("side", "rows", "columns"),
    [(0, ["SAP"], ["SAP"]), (1, ["SAP"], [*"abcd"]), (2, [*"abcd"], ["SAP"])],
    ids=["both", "rows", "columns"],
)
def test_names_are_looked_for_in_rows_in_columns_or_both(
    view: MatrixView, side: int, rows: list[str], columns: list[str]
) -> None:
    view.filters.side.setCurrentIndex(side)
    QTest.keyClicks(view.filters.search, "sap")

    assert (len(names(view)), len(names(view, Qt.Orientation.Horizontal))) == (len(rows), len(columns))
    assert "SAP" in names(view)


def test_chinese_names_are_found_by_their_pinyin(view: MatrixView) -> None:
    QTest.keyClicks(view.filters.search, "rzgd")

    assert names(view) == ["Log archive"]


def test_a_name_nobody_has_is_said_and_a_button_takes_the_filters_out(view: MatrixView) -> None:
    QTest.keyClicks(view.filters.search, "nobody")
    why = view.empty.why.text()
    QTest.mouseClick(view.empty.button, LEFT)

    assert why == "No name among those shown holds “nobody”."
    assert len(names(view)) == 4
    assert view.grid.isVisible()


def test_only_what_differs_hides_rows_and_columns_without_difference(view: MatrixView) -> None:
    QTest.mouseClick(view.filters.only, LEFT)
    kept = (names(view), names(view, Qt.Orientation.Horizontal))
    view.turn()

    assert kept == (["SAP", "Development"], ["HR portal", "SAP", "Log archive"])
    assert (names(view), names(view, Qt.Orientation.Horizontal)) == (kept[1], kept[0])


def test_computed_shows_what_passes_alone_and_changes_what_it_was_handed(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.show_matrix(design(), shown(matrix("\\ ! - +\n- \\ - +\n- - \\ x\n- - ? \\")))
    go(view, 2, 1)
    said = [view.told.text()]
    for way in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(view.head.modes, way)
        go(view, 0, 1)
        said.append(view.told.text())

    assert said == [
        "Development reaches SAP on 443: not wanted",
        "HR portal reaches SAP on 443",
        "HR portal reaches SAP on 443: newly open",
    ]
    assert view.filters.chips["shut"].accessibleName() == "newly shut: 1"


def test_without_anything_before_changes_says_so(view: MatrixView) -> None:
    view.head.modes.setFocus()
    QTest.keyClick(view.head.modes, Qt.Key.Key_Left)

    assert view.head.mode == "changes"
    assert view.empty.why.text().startswith("There is nothing to compare with yet.")
    assert not view.empty.button.isVisible()


def test_a_grouping_without_answers_asks_for_them(qtbot: QtBot, view: MatrixView) -> None:
    with qtbot.waitSignal(view.grouping_picked) as picked:
        QTest.keyClick(view.head.groupings, Qt.Key.Key_Right)

    assert picked.args == ["applications"]
    assert view.empty.isVisible()


def test_a_design_without_domains_says_what_to_do_next(qtbot: QtBot) -> None:
    view, nobody = view_of(qtbot), Matrix((), np.zeros((0, 0), np.uint8), {})

    view.show_matrix(sketch("a account"), Shown("domains", nobody, nobody))

    assert view.empty.why.text().startswith(
        "This design has no security domains yet. Draw them on a security sheet"
    )


def test_before_a_run_while_it_runs_and_after_it_was_stopped_the_page_says_so(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    said = [view.empty.why.text()]
    offered = [view.empty.button.isVisible()]
    view.run_wanted.connect(lambda: view.tell_stage("running", 0.4))
    view.stop_wanted.connect(lambda: view.tell_stage("stopped"))
    view.tell_stage("waiting")
    for _ in range(2):
        QTest.mouseClick(view.empty.button, LEFT)
        said.append(view.empty.why.text())
        offered.append(view.empty.button.isVisible())

    assert said == ["The matrix is not run yet.", "Computing who reaches whom: 40 %", "Stopped: not run."]
    assert offered == [False, True, True]


def test_a_run_that_was_stopped_keeps_what_was_shown_and_says_it(view: MatrixView) -> None:
    view.tell_stage("running", 0.5)
    going = view.head.state.text()
    view.tell_stage("stopped")

    assert going == "Computing who reaches whom: 50 %"
    assert view.head.state.text() == "Stopped: not run."
    assert view.grid.isVisible()


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

    assert not view.invariants.isVisible()
    assert view.grid.viewport().height() > 100
