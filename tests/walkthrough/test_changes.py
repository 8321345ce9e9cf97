"""What changed by hand: an edit that opens a pair is listed and asked about, and another file is compared with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.walkthrough import hand
from tests.walkthrough.dialogs import typed
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.reaching import PATIENCE, answer, click_cell, page, take
from workbench.storage.files import save_design

IN_BOTH_LANGUAGES = True
KEY = Qt.Key
ALL, OPENED, CLOSED = 0, 1, 2
GROUP, EDITED = "sg-website", "sg-test-app"


def test_what_an_edit_opens_and_closes_is_listed_and_asked_about(driver: Driver) -> None:
    changes = page(driver, "plan.changes")
    driver.shown("changes, none yet")
    _moves_a_port(driver)
    again = page(driver, "plan.changes")
    driver.qtbot.waitUntil(lambda: again.rows.rowCount() > 0, timeout=PATIENCE)
    assert again is changes
    driver.shown("changes, what an edit opened and closed")

    turns = [_turns(again, at) for at in (OPENED, CLOSED)]
    assert turns == [{"opened"}, {"closed"}]
    click_cell(again.view, again.rows.index(0, 1))
    asked = again.rows.change(again.rows.row(0)).asked
    hand.press(KEY.Key_Return)
    panel = answer(driver)
    assert (panel.answer.target, panel.answer.verdict) == (asked.target, "deny")
    driver.shown("changes, the path that is closed")


def test_the_design_is_compared_with_another_file(driver: Driver, tmp_path: Path) -> None:
    group: Any = driver.design[GROUP]
    path = tmp_path / "before.lzd"
    save_design(driver.design.replacing(GROUP, rules=group.rules[1:]), path)
    changes = page(driver, "plan.changes")
    box = changes.chooser.versions

    def pick() -> None:
        hand.click(box)
        driver.qtbot.waitUntil(box.view().isVisible)
        hand.press(KEY.Key_End)
        hand.press(KEY.Key_Return)

    answering(pick, typed(path))
    driver.qtbot.waitUntil(lambda: changes.rows.rowCount() > 0, timeout=PATIENCE)
    driver.in_front()
    driver.shown("changes, beside another file", quotes=path.name)

    assert path.name in box.currentText()
    assert _turns(changes, OPENED) == {"opened"}
    hand.click(changes.chooser.search)
    hand.write({"en": "Website", "zh": "官网"}[driver.window.look.language])
    QApplication.processEvents()
    assert changes.rows.rowCount() > 0


def _moves_a_port(driver: Driver) -> None:
    """Lets the test servers be reached on 2222 instead of 22."""
    driver.find(EDITED)
    rules: Any = driver.form.field("rules")
    driver.form.bring(rules)
    port = [column.name for column in rules.field.columns].index("port")
    driver.form.fill_cell(rules, 0, port, "2222/2222")


def _turns(changes: Any, at: int) -> set[str]:
    """What is left where only one turn is listed."""
    take(changes.chooser.turns, at)
    rows = changes.rows
    return {rows.change(rows.row(row)).turn for row in range(rows.rowCount())}
