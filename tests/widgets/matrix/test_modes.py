"""What is shown in each mode and grouping, and what is said where there is nothing to show."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.matrix.answers import design, matrix, shown, view_of
from tests.widgets.matrix.by_hand import LEFT, go
from widgets.matrix.shown import Shown
from widgets.matrix.view import MatrixView
from workbench.model.sketch import sketch
from workbench.reachability.matrix import Matrix


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
