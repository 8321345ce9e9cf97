"""Exposure and changes by hand: opened from the menu, narrowed, asked about, and following an edit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.driver import Driver
from workbench.texts import text

IN_BOTH_LANGUAGES = True
KEY = Qt.Key


def opened(driver: Driver, command: str) -> Any:
    """A page in the window, complete."""
    driver.window.pick(command)
    page: Any = driver.window.rooms.area._stack.currentWidget()
    driver.qtbot.waitUntil(lambda: page.stage == "complete", timeout=20_000)
    QApplication.processEvents()
    return page


@pytest.fixture
def exposure(driver: Driver) -> Any:
    """The exposure of the large sample."""
    return opened(driver, "plan.exposure")


def test_the_exposure_is_walked_narrowed_and_asked_about(driver: Driver, exposure: Any) -> None:
    hand.click(exposure.view.viewport(), exposure.view.visualRect(exposure.rows.index(0, 1)).center())
    hand.press(KEY.Key_Down)
    driver.shown("exposure, what goes out unwanted")
    first = exposure.detail.heading.text()
    assert driver.window.editor.selection != ()

    hand.click(exposure.filters.direction, exposure.filters.direction._rect(1).center().toPoint())
    assert exposure.detail.heading.text() != first
    assert all(exposure.rows.row(at).row.direction == "in" for at in range(exposure.rows.rowCount()))
    driver.shown("exposure, what the internet reaches")
    exposure.view.setFocus()
    hand.press(KEY.Key_Return)
    panel: Any = driver.window.rooms.path
    driver.qtbot.waitUntil(lambda: panel.answer is not None, timeout=20_000)
    assert panel.answer.verdict == "allow"


def test_what_an_edit_closes_is_listed_and_told(driver: Driver) -> None:
    page = opened(driver, "plan.changes")
    driver.shown("changes, none yet")
    group: Any = driver.window.editor.design["sg-website"]
    driver.window.editor.perform(
        text("Rules"), lambda design: design.replacing(group.id, rules=group.rules[1:])
    )
    driver.qtbot.waitUntil(lambda: page.rows.rowCount() > 0, timeout=20_000)
    QApplication.processEvents()
    driver.shown("changes, what an edit closed")

    closed = [page.rows.change(page.rows.row(at)).asked for at in range(page.rows.rowCount())]
    assert closed == [("alb-sh", "app-website", "tcp", 443), ("internet", "app-website", "tcp", 443)]
    hand.click(page.chooser.turns, page.chooser.turns._rect(1).center().toPoint())
    assert page.rows.rowCount() == 0
    driver.shown("changes, nothing left by the filters")
