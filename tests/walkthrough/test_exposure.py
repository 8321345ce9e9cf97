"""The exposure by hand: opened from the menu, narrowed, searched, read with path and owner, and asked down to the packet."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from tests.walkthrough.keyboard import tab_to
from tests.walkthrough.reaching import answer, click_cell, page, spoken, take

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
BOTH, FROM_INTERNET = 0, 1
SOUGHT = {"en": "entry", "zh": "入口"}


@pytest.fixture
def exposure(driver: Driver) -> Any:
    """The exposure of the large sample."""
    return page(driver, "plan.exposure")


def directions(exposure: Any) -> set[str]:
    return {exposure.rows.row(at).row.direction for at in range(exposure.rows.rowCount())}


def test_it_is_walked_and_each_row_says_its_path_and_whose_it_is(driver: Driver, exposure: Any) -> None:
    click_cell(exposure.view, exposure.rows.index(0, 1))
    hand.press(KEY.Key_Down)
    driver.shown("exposure, what goes out unwanted")
    (party,) = driver.window.editor.selection
    said = driver.design[party].title().said(driver.window.look.language)

    assert said in exposure.detail.heading.text()
    assert said in spoken(exposure.view)
    assert (
        exposure.rows.row(1).words.account.said(driver.window.look.language) in exposure.detail.lines.text()
    )


def test_what_comes_in_is_left_and_its_path_is_asked_with_the_keys(driver: Driver, exposure: Any) -> None:
    take(exposure.filters.direction, FROM_INTERNET)
    driver.shown("exposure, what the internet reaches")
    assert directions(exposure) == {"in"}

    tab_to(exposure.view)
    hand.press(KEY.Key_Return)
    panel = answer(driver)
    driver.shown("exposure, the path from the internet")
    assert (panel.answer.source, panel.answer.verdict) == ("internet", "allow")


def test_toggles_and_names_narrow_it_and_an_empty_list_says_why(driver: Driver, exposure: Any) -> None:
    every = exposure.rows.rowCount()
    hand.click(exposure.filters.unwanted)
    QApplication.processEvents()
    unwanted = exposure.rows.rowCount()
    driver.shown("exposure, only what nobody wants")
    hand.click(exposure.filters.unwanted)
    hand.click(exposure.filters.search)
    hand.write(SOUGHT[driver.window.look.language])
    QApplication.processEvents()
    found = exposure.rows.rowCount()
    hand.write("zzz")
    QApplication.processEvents()
    driver.shown("exposure, nothing left by the filters", quotes="entryzzz 入口zzz")

    assert 0 < unwanted < every
    assert 0 < found < every
    assert exposure.empty.isVisible()


def test_a_row_is_shown_on_its_sheet(driver: Driver, exposure: Any) -> None:
    click_cell(exposure.view, exposure.rows.index(0, 1))
    party = exposure.rows.row(0).row.party
    if exposure.detail.isVisible():
        hand.click(exposure.detail.show_it)
        driver.drawn()
        assert driver.window.rooms.area.shows(party)
    assert driver.editor.selection == (party,)
