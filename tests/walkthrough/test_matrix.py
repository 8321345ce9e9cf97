"""The matrix by hand: opened, walked, narrowed, turned round, zoomed out, asked down to the packet, and following an edit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.reaching import PATIENCE, answer, click_cell, matrix, spoken, take
from widgets.matrix.zoom import CLOSE

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
DOMAINS, APPLICATIONS = 0, 1
COMPARED, COMPUTED, CHANGES = 0, 1, 2
LEAST = 120
"""Pixels that all cells together keep at least, however often they are made smaller."""


class MatrixHand:
    """The matrix in the window, found on the screen and used with mouse and keys."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = matrix(driver)
        self.grid = self.view.grid

    def click(self, row: int, column: int) -> None:
        click_cell(self.grid, self.grid.table.index(row, column))

    def between(self, source: str, target: str, *, twice: bool = False) -> None:
        """Clicks the cell of two parties."""
        at = [party.id for party in self.grid.table.parties]
        place = self.grid.table.place(at.index(source), at.index(target))
        assert place
        click_cell(self.grid, self.grid.table.index(*place), twice=twice)

    def groups(self, at: int) -> None:
        take(self.view.head.groupings, at)

    def shows(self, at: int) -> None:
        take(self.view.head.modes, at)

    def called(self, id: str) -> str:
        return str(self.driver.design[id].title().said(self.driver.window.look.language))


@pytest.fixture
def shown(driver: Driver) -> MatrixHand:
    """The matrix of the large sample."""
    return MatrixHand(driver)


def test_it_is_walked_with_the_keys_and_says_each_cell(shown: MatrixHand) -> None:
    shown.click(1, 2)
    first = shown.view.told.text()
    hand.press(KEY.Key_Right)
    shown.driver.shown("matrix, security domains")

    assert (shown.grid.currentIndex().row(), shown.grid.currentIndex().column()) == (1, 3)
    assert shown.view.told.text() not in ("", first)


def test_a_state_stands_out_and_names_are_found(shown: MatrixHand) -> None:
    hand.click(shown.view.filters.chips["open"])
    shown.driver.shown("matrix, what is open stands out")
    rows = shown.grid.table.rowCount()
    hand.click(shown.view.filters.search)
    hand.write("dmz")
    shown.driver.shown("matrix, names looked for")

    assert shown.grid.table.rowCount() < rows


def test_only_what_differs_is_left_and_what_is_computed_alone_differs_from_nothing(shown: MatrixHand) -> None:
    shown.groups(APPLICATIONS)
    rows = shown.grid.table.rowCount()
    hand.click(shown.view.filters.only)
    shown.driver.shown("matrix, only what differs")
    left = shown.grid.table.rowCount()
    shown.shows(COMPUTED)
    shown.driver.shown("matrix, what is computed alone")

    assert 0 < left < rows
    assert shown.grid.table.rowCount() == rows
    assert not shown.view.filters.only.isEnabled()
    assert shown.view.filters.chips["open"].isHidden()


def test_applications_turned_round_and_all_in_sight(shown: MatrixHand) -> None:
    shown.groups(APPLICATIONS)
    hand.click(shown.view.head.turn)
    hand.shortcut("Ctrl+9")
    shown.driver.shown("matrix, applications turned round")
    for _ in range(12):
        hand.click(shown.view.head.smaller)
    shown.driver.shown("matrix, all in sight")

    assert shown.grid.table.turned
    assert shown.grid.zoom.wide <= CLOSE.wide
    assert shown.grid.zoom.wide * len(shown.grid.table.parties) >= LEAST


def test_from_a_domain_to_its_applications_to_the_packet_and_its_rule(shown: MatrixHand) -> None:
    shown.between("domain-shared", "domain-commerce")
    assert "9100" in spoken(shown.grid)
    shown.groups(APPLICATIONS)
    shown.between("app-directory", "app-order", twice=True)
    panel: Any = answer(shown.driver)
    shown.driver.shown("matrix, down to the packet")

    assert panel.box.text().endswith("9100")
    assert (panel.answer.source, panel.answer.target) == ("app-directory", "app-order")
    assert panel.answer.verdict == "allow"
    assert any(
        "9100" in shown.driver.window.look.said(hop.request.said) for hop in panel.answer.hops if hop.request
    )


def test_a_cell_is_asked_about_with_enter(shown: MatrixHand) -> None:
    shown.between("domain-dmz", "domain-test")
    hand.press(KEY.Key_Return)

    assert answer(shown.driver).answer.target == "domain-test"


def test_changes_without_anything_before_say_so(shown: MatrixHand) -> None:
    shown.shows(CHANGES)
    shown.driver.shown("matrix, nothing before")

    assert shown.view.empty.why.isVisible()


def test_a_rule_that_is_edited_shows_in_the_changes_of_its_cells(shown: MatrixHand) -> None:
    driver = shown.driver
    driver.find("sg-test-app")
    rules: Any = driver.form.field("rules")
    driver.form.bring(rules)
    port = [column.name for column in rules.field.columns].index("port")
    driver.form.fill_cell(rules, 0, port, "2222/2222")
    again = MatrixHand(driver)
    driver.qtbot.waitUntil(lambda: again.view._stage == "complete", timeout=PATIENCE)
    again.shows(CHANGES)
    again.between("domain-dmz", "domain-test")
    QApplication.processEvents()
    driver.shown("matrix, what an edit opened and closed")

    assert "2222" in spoken(again.grid)
    assert again.called("domain-test") in spoken(again.grid)
