"""The preferences dialog: every choice holds at once, and one click takes all of them back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.widgets.desk import LEFT, Room
from widgets.shell.preferences_dialog import PreferencesDialog
from workbench.preferences import Preferences, preferences
from workbench.storage import places


@pytest.fixture
def dialog(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PreferencesDialog:
    """The dialog over a window, with a place of its own for what it keeps."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    made = PreferencesDialog(room.window)
    made.show()
    return made


def choose(box: object, steps: int) -> None:
    """Takes another row of a box by keys."""
    for _ in range(abs(steps)):
        QTest.keyClick(box, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)  # type: ignore[call-overload]


def test_another_language_and_theme_hold_at_once_and_are_kept(room: Room, dialog: PreferencesDialog) -> None:
    choose(dialog.language, 1)
    choose(dialog.theme, 2)

    assert dialog.windowTitle() == "首选项"
    assert room.window.look.theme == "dark"
    assert (preferences().language, preferences().theme) == ("zh", "dark")


def test_one_click_takes_everything_back(room: Room, dialog: PreferencesDialog) -> None:
    choose(dialog.language, 1)
    dialog.author.setFocus()
    QTest.keyClicks(dialog.author, "Li Wei")
    QTest.keyClick(dialog.author, Qt.Key.Key_Tab)
    kept = preferences().author

    QTest.mouseClick(dialog.reset_button, LEFT)

    assert kept == "Li Wei"
    assert preferences() == Preferences()
    assert dialog.author.text() == ""
    assert room.window.look.language == "en"


def test_a_folder_that_is_none_is_told_and_not_kept(dialog: PreferencesDialog) -> None:
    dialog.symbols.setFocus()
    QTest.keyClicks(dialog.symbols, "/nowhere")
    QTest.keyClick(dialog.symbols, Qt.Key.Key_Tab)

    assert "is no folder" in dialog.wrong.text()
    assert preferences().symbols == ""


def test_a_figure_is_picked_and_its_value_typed(room: Room, dialog: PreferencesDialog) -> None:
    dialog.figures.add_figure("vpc.limits.vpcs_per_region")
    table = dialog.figures.table
    table.editItem(table.item(0, 1))
    line = table.viewport().findChild(QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "20")
    QTest.keyClick(line, Qt.Key.Key_Return)

    # A cell takes what was typed only when the keys have been dealt with.
    room.qtbot.waitUntil(lambda: preferences().figures[0].value == "20")
    assert preferences().figures[0].fact == "vpc.limits.vpcs_per_region"
