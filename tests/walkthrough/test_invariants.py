"""What must hold by hand: a broken one with its witness, one that is edited, those of the library, and one of one's own."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.dialogs import picked
from tests.walkthrough.driver import Driver
from tests.walkthrough.keyboard import tab_to
from tests.walkthrough.reaching import PATIENCE, answer, click_cell, lit, matrix, spoken
from workbench.model.elements.invariant import Invariant

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
APART, PAYMENT = "invariant-production-apart", "invariant-test-to-payment"
"""One that the sample breaks, and one that holds."""


class ListHand:
    """The list below the matrix."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.view = matrix(driver)
        self.list = self.view.invariants.list

    @property
    def verdicts(self) -> dict[str, str]:
        return {row.id: row.verdict for row in self.list.table.rows}

    def stands_on(self, id: str) -> None:
        """Clicks a line, in the list alone where there is no room for both it and the cells."""
        if not self.list.isVisible():
            hand.click(self.view.invariants.large)
            QApplication.processEvents()
        row = [one.id for one in self.list.table.rows].index(id)
        click_cell(self.list, self.list.table.index(row, 0))

    def waits_for(self, id: str, verdict: str) -> None:
        self.driver.qtbot.waitUntil(lambda: self.verdicts.get(id) == verdict, timeout=PATIENCE)
        QApplication.processEvents()


@pytest.fixture
def held(driver: Driver) -> ListHand:
    """The matrix of the large sample and what must hold there."""
    return ListHand(driver)


def test_a_broken_one_asks_for_its_witness_which_is_lit_on_the_sheet(held: ListHand) -> None:
    driver = held.driver
    held.stands_on(APART)
    driver.shown("invariants, what is broken stands first")
    assert held.verdicts[APART] == "broken"
    assert driver.design[APART].title().said(driver.window.look.language) in spoken(held.list)

    hand.press(KEY.Key_Return)
    panel: Any = answer(driver)
    driver.shown("invariants, the witness")
    assert (panel.answer.verdict, panel.answer.target) == ("allow", "app-test")
    tab_to(panel.buttons.show_button)
    hand.press(KEY.Key_Space)
    assert lit(driver)
    driver.shown("invariants, the witness on the sheet")


def test_the_list_has_the_room_of_the_cells_and_gives_it_back(held: ListHand) -> None:
    view, driver = held.view, held.driver
    tab_to(view.invariants.large)
    hand.press(KEY.Key_Space)
    driver.shown("invariants, the list alone")
    hand.press(KEY.Key_Tab)
    hand.press(KEY.Key_Down)
    alone = (view.grid.isVisible(), spoken(held.list))
    hand.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hand.press(KEY.Key_Space)

    assert alone[0] is False
    assert driver.design[held.list.table.rows[1].id].title().said(driver.window.look.language) in alone[1]
    assert view.grid.isVisible()


def test_another_claim_is_proved_anew_while_it_is_looked_at(held: ListHand) -> None:
    driver = held.driver
    held.stands_on(PAYMENT)
    hand.press(KEY.Key_Return)
    assert (held.verdicts[PAYMENT], driver.editor.selection) == ("proved", (PAYMENT,))

    driver.form.choose("claim", "always")
    held.waits_for(PAYMENT, "broken")
    driver.shown("invariants, another claim")
    held.stands_on(PAYMENT)
    hand.press(KEY.Key_Return)
    assert answer(driver).answer.verdict == "deny"
    hand.shortcut("Ctrl+Z")
    held.waits_for(PAYMENT, "proved")


def test_what_fits_of_the_library_is_added_and_taken_back_in_one_step(held: ListHand) -> None:
    driver = held.driver
    before = held.verdicts
    picked(driver, "plan.invariants")
    driver.qtbot.waitUntil(lambda: len(held.verdicts) > len(before), timeout=PATIENCE)
    QApplication.processEvents()
    driver.shown("invariants, those of the library")
    assert set(before) < set(held.verdicts)
    assert len(driver.editor.selection) == len(held.verdicts) - len(before)

    hand.shortcut("Ctrl+Z")
    driver.qtbot.waitUntil(lambda: held.verdicts == before, timeout=PATIENCE)


def test_one_of_ones_own_is_typed_filled_in_and_refuted(driver: Driver) -> None:
    before = {one.id for one in driver.design.of_kind(Invariant)}
    driver.find(
        {"en": "invariant Payment keeps to itself", "zh": "不变式 支付自成一体"}[driver.window.look.language]
    )
    (own,) = {one.id for one in driver.design.of_kind(Invariant)} - before
    driver.form.refer("sources", "domain-payment")
    driver.form.refer("targets", "domain-data")

    held = ListHand(driver)
    held.waits_for(own, "broken")
    held.stands_on(own)
    driver.shown("invariants, one of one's own")
    assert driver.design["app-data"].title().said(driver.window.look.language) in spoken(held.list)
