"""Names nobody should give and files that are none: the window stays whole, and says what it cannot read."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.walkthrough import hand
from tests.walkthrough.dialogs import SAMPLE, typed
from tests.walkthrough.driver import Driver
from tests.walkthrough.fitting import cut
from tests.walkthrough.meanwhile import answering
from tests.walkthrough.photo import photo
from tests.widgets.desk import landing_zone
from widgets.look import Look
from workbench.exporters import Painter
from workbench.exporters.export import export

NAMES = {
    "long": "x" * 500,
    "long Chinese": "生产网络" * 125,
    "emoji": "👩‍🚀🚀 prod 🇨🇳",
    "formula": "=1+1",
    "command": '=cmd|" /C calc"!A0',
    "right to left": "شبكة الإنتاج \u202eabc\u202c",
    "lines": "first\nsecond\r\nthird\tfourth",
    "control": "bell\x07 escape\x1b null\x00 end",
    "markup": "<b>bold</b> & {name} %s",
}


@pytest.fixture
def driver(qtbot: QtBot, size: tuple[int, int], look: Look) -> Driver:
    driver = Driver(qtbot, landing_zone(), (min(size[0], 1280), min(size[1], 800)), look)
    driver.show_sheet("sheet-n")
    return driver


def paste(wording: str) -> None:
    """Puts a wording where the keys go, in place of what is there."""
    QGuiApplication.clipboard().setText(wording)
    hand.shortcut("Ctrl+A")
    hand.shortcut("Ctrl+V")
    hand.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("what", NAMES)
def test_a_strange_name_leaves_the_window_whole_and_can_be_handed_over(
    driver: Driver, what: str, tmp_path: Path
) -> None:
    rooms = driver.window.rooms
    widths = [part.width() for part in (driver.window, rooms.navigator)]

    driver.find("vpc-a")
    driver.form.click(driver.form.field("name").lines["en"])  # type: ignore[attr-defined]
    paste(NAMES[what])
    driver.find("vpc-b")
    driver.drawn()
    hand.click(driver.canvas.viewport(), driver.pixels(driver.header(driver.boxes_of("vpc-b")[0].key))[0])
    hand.press(Qt.Key.Key_F2)
    driver.qtbot.waitUntil(driver.canvas.title_editor.hasFocus)
    paste(NAMES[what])
    driver.drawn()
    driver.checked()
    photo(f"name {what}")

    assert driver.design["vpc-a"].name.en
    assert not set("\n\r\t\x07\x1b\x00") & set(
        driver.design["vpc-a"].name.en + driver.design["vpc-b"].name.en
    )
    assert widths == [part.width() for part in (driver.window, rooms.navigator)]
    assert not cut(driver.window)
    made = export(driver.design, ["docx", "xlsx", "vsdx", "svg"], ["en"], tmp_path, _painter, lambda _: None)
    assert len(made) > 3


def _painter() -> Painter:
    from widgets.painting import QtPainter

    return QtPainter()


@pytest.mark.parametrize("what", NAMES)
def test_a_strange_wording_may_be_searched_for(driver: Driver, what: str) -> None:
    navigator = driver.window.rooms.navigator
    if navigator.body.isHidden():
        hand.click(navigator.rail.buttons[0])
        driver.qtbot.waitUntil(navigator.search.isVisible)
    hand.click(navigator.search)
    paste(NAMES[what])
    assert navigator.model.rowCount() == 0
    hand.press(Qt.Key.Key_Escape)

    assert not navigator.search.text()
    assert navigator.model.rowCount() > 0


WRONG: dict[str, Callable[[], bytes]] = {
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "half a file": lambda: SAMPLE.read_bytes()[: SAMPLE.stat().st_size // 2],
    "empty": lambda: b"",
    "other JSON": lambda: json.dumps({"a": 1}).encode(),
    "deep": lambda: b"[" * 200_000,
    "large": lambda: b'{"format": "landing-zone-design", "version": 1, "elements": "' + b"x" * 200_000_000,
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_no_design_is_told_and_the_present_one_stays(
    driver: Driver, what: str, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.lzd"
    path.write_bytes(WRONG[what]())
    before = driver.design
    told: list[str] = []

    def read(dialog: QDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        photo(f"file {what}")
        assert not cut(dialog)
        hand.press(Qt.Key.Key_Escape)

    answering(lambda: hand.shortcut("Ctrl+O"), typed(path), read)

    path.unlink()
    assert driver.design is before
    assert any("wrong.lzd" in sentence for sentence in told), told


def test_a_folder_in_place_of_a_file_is_entered_and_not_opened(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "folder.lzd").mkdir()
    before = driver.design

    def enter(dialog: QDialog) -> None:
        typed(tmp_path / "folder.lzd")(dialog)
        QApplication.processEvents()
        photo("file folder")
        while dialog.isVisible():
            hand.press(Qt.Key.Key_Escape)

    answering(lambda: hand.shortcut("Ctrl+O"), enter)

    assert driver.design is before


def test_a_file_that_may_not_be_read_is_told(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.lzd"
    locked.write_bytes(SAMPLE.read_bytes())
    before, opening, told = driver.design, Path.open, list[str]()

    def refusing(path: Path, *arguments: Any, **named: Any) -> Any:
        # An administrator may read everything, so the system's refusal is given here.
        if path.name == locked.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opening(path, *arguments, **named)

    def heard(dialog: QDialog) -> None:
        told.extend(label.text() for label in dialog.findChildren(QLabel))
        hand.press(Qt.Key.Key_Escape)

    monkeypatch.setattr(Path, "open", refusing)
    answering(lambda: hand.shortcut("Ctrl+O"), typed(locked), heard)

    assert driver.design is before
    assert any("locked.lzd" in sentence and "Permission denied" in sentence for sentence in told), told
