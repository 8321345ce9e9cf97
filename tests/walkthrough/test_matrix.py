"""The matrix by hand: opened, walked, narrowed, turned round, zoomed out, and following an edit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from workbench.edits.removing import remove
from workbench.model.elements.flow import Flow
from workbench.texts import text

IN_BOTH_LANGUAGES = True
KEY = Qt.Key


class MatrixHand:
    """The matrix in the window, found on the screen and used with mouse and keys."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        hand.shortcut("Ctrl+R")
        view: Any = driver.window.rooms.area.matrix
        driver.qtbot.waitUntil(view.grid.isVisible, timeout=20_000)
        self.view, self.grid = view, view.grid
        QApplication.processEvents()

    def click(self, row: int, column: int) -> None:
        index = self.grid.table.index(row, column)
        self.grid.scrollTo(index)
        hand.click(self.grid.viewport(), self.grid.visualRect(index).center())


@pytest.fixture
def matrix(driver: Driver) -> MatrixHand:
    """The matrix of the large sample."""
    return MatrixHand(driver)


def test_it_is_walked_with_the_keys_and_says_each_cell(matrix: MatrixHand) -> None:
    matrix.click(1, 2)
    first = matrix.view.told.text()
    hand.press(KEY.Key_Right)
    matrix.driver.shown("matrix, security domains")

    assert (matrix.grid.currentIndex().row(), matrix.grid.currentIndex().column()) == (1, 3)
    assert matrix.view.told.text() not in ("", first)


def test_a_state_stands_out_and_names_are_found(matrix: MatrixHand) -> None:
    hand.click(matrix.view.filters.chips["open"])
    matrix.driver.shown("matrix, what is open stands out")
    rows = matrix.grid.table.rowCount()
    hand.click(matrix.view.filters.search)
    hand.write("dmz")
    matrix.driver.shown("matrix, names looked for")

    assert matrix.grid.table.rowCount() < rows


def test_applications_turned_round_and_all_in_sight(matrix: MatrixHand) -> None:
    hand.click(matrix.view.head.groupings, matrix.view.head.groupings._rect(1).center().toPoint())
    hand.click(matrix.view.head.turn)
    hand.shortcut("Ctrl+9")
    matrix.driver.shown("matrix, applications turned round")
    for _ in range(12):
        hand.click(matrix.view.head.smaller)
    matrix.driver.shown("matrix, heat map")

    assert matrix.grid.table.turned
    assert matrix.grid.zoom.wide < 10


def test_changes_without_anything_before_say_so(matrix: MatrixHand) -> None:
    hand.click(matrix.view.head.modes, matrix.view.head.modes._rect(2).center().toPoint())
    matrix.driver.shown("matrix, nothing before")

    assert matrix.view.empty.why.isVisible()


def test_an_edit_shows_in_its_cells(matrix: MatrixHand) -> None:
    flows = [flow.id for flow in matrix.driver.design.of_kind(Flow)]
    before = matrix.view.pairs.text()
    matrix.driver.editor.perform(text("Delete"), remove(flows))

    matrix.driver.qtbot.waitUntil(lambda: matrix.view.pairs.text() != before, timeout=20_000)
    matrix.driver.shown("matrix, no flow is wanted")
