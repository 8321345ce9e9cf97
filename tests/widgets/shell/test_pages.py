"""The pages of exposure and changes in the window: brought to the front by command, one with every other view."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import Room
from widgets.shell.sheet_tabs import CHANGES, EXPOSURE
from workbench.model.sketch import sketch
from workbench.storage.format import design_bytes
from workbench.texts import text

OPEN = """
    sheet-n sheet shows=network
    sheet-s sheet shows=security
    out internet name.en=Internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer name.en=Front faces=internet vswitches=d-1
        - listeners port=443 application=web
      sg security-group
        - rules port=443/443 block=10.3.0.0/16
    web application name.en=Website vswitches=d-1 groups=sg
"""
SHUT = OPEN.replace("rules port=443/443", "rules port=22/22")


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    """A window with the exposure in front."""
    room = Room(qtbot, sketch(OPEN))
    room.window.pick("plan.exposure")
    qtbot.waitUntil(lambda: page(room).stage == "complete", timeout=20_000)
    return room


def page(room: Room, tab: str = EXPOSURE) -> Any:
    """A page in the window."""
    area = room.window.rooms.area
    assert area.page_in_front == tab
    return area._stack.currentWidget()


def stand_on(room: Room, party: str) -> Any:
    """The page with the row of a party picked that the internet reaches."""
    shown = page(room)
    for at in range(shown.rows.rowCount()):
        row = shown.rows.row(at).row
        if (row.party, row.direction) == (party, "in"):
            shown.view.selectRow(at)
    assert shown.current.row.party == party
    return shown


def test_the_command_brings_the_exposure_to_the_front_and_back_to_the_sheet(room: Room) -> None:
    assert room.window.desk.page_shown == "exposure"
    assert room.window.desk.sheet is None
    room.window.pick("plan.exposure")

    assert room.window.desk.page_shown == ""
    assert room.window.desk.sheet == "sheet-n"


def test_enter_asks_for_the_path_in_the_panel(room: Room) -> None:
    shown = stand_on(room, "web")
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Return)

    panel = room.window.rooms.path
    assert panel is not None
    assert panel.box.text() == "Internet → Website 443"
    room.qtbot.waitUntil(lambda: panel.answer is not None, timeout=20_000)
    assert panel.answer
    assert panel.answer.verdict == "allow"


def test_a_click_selects_the_party_in_every_view_and_the_button_goes_to_its_sheet(room: Room) -> None:
    shown = stand_on(room, "web")
    spot = shown.view.visualRect(shown.view.currentIndex()).center()
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert room.editor.selection == ("web",)
    QTest.mouseClick(shown.detail.show_it, Qt.MouseButton.LeftButton)

    assert room.window.desk.sheet == "sheet-s"


def test_an_edit_is_followed_and_told_as_what_changed(room: Room) -> None:
    room.window.pick("plan.changes")
    room.qtbot.waitUntil(lambda: page(room, CHANGES).stage == "complete", timeout=20_000)
    room.editor.perform(text("Shut it"), lambda design: sketch(SHUT))
    shown = page(room, CHANGES)
    room.qtbot.waitUntil(lambda: shown.rows.rowCount() > 0, timeout=20_000)

    assert shown.rows.index(0, 0).data() == "newly closed"
    assert shown.rows.index(0, 2).data() == "Website"
    room.window.pick("plan.exposure")
    room.qtbot.waitUntil(lambda: page(room).stage == "complete", timeout=20_000)
    parties = [page(room).rows.row(at).row.party for at in range(page(room).rows.rowCount())]
    assert "web" not in parties


def test_another_file_is_read_beside_the_window(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shut.lzd"
    path.write_bytes(design_bytes(sketch(SHUT)))
    monkeypatch.setattr("widgets.qt.ask_path.ask_design", lambda *asked: path)
    room.window.pick("plan.changes")
    shown = page(room, CHANGES)
    room.qtbot.waitUntil(lambda: shown.stage == "complete", timeout=20_000)
    shown.version_picked.emit("file")
    room.qtbot.waitUntil(lambda: shown.rows.rowCount() > 0, timeout=20_000)

    assert shown.chooser.versions.currentText() == "File shut.lzd"
    assert shown.rows.index(0, 0).data() == "newly open"


def test_pages_speak_the_language_of_the_window(room: Room) -> None:
    room.window.desk.speak("zh")

    room.qtbot.waitUntil(lambda: page(room).head.title.text() == "互联网暴露面")
    bar = room.window.rooms.tabs.bar
    room.qtbot.waitUntil(lambda: bar.tabText(bar.currentIndex()) == "暴露面")


def test_what_needs_a_sheet_says_that_a_list_is_in_front(room: Room) -> None:
    from workbench.commands.view import no_sheet

    reason = no_sheet(room.window.desk)
    assert reason is not None
    assert reason.said("en").startswith("A list is in front")
