"""The window as a whole: commands, language, theme, sheets, and leaving without losing anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room, landing_zone
from widgets.palette import most_used
from workbench.commands.desk import Question
from workbench.edits.fields import rename
from workbench.model.element import KINDS
from workbench.storage.files import open_design, save_design
from workbench.storage.opening import Opened
from workbench.texts import text


def answers(room: Room, monkeypatch: pytest.MonkeyPatch, answer: str) -> list[Question]:
    asked: list[Question] = []

    def ask(question: Question) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr(room.window.desk, "ask", ask)
    return asked


def test_a_click_on_the_language_switch_puts_everything_into_chinese(room: Room, qtbot: QtBot) -> None:
    switch = room.window.top_row.language

    def labels() -> set[str]:
        return {label.text() for label in room.window.rooms.inspector.findChildren(QLabel)}

    QTest.mouseClick(switch, LEFT, pos=switch.rect().topLeft() + switch.rect().center() / 2)

    assert room.window.top_row.bar.actions()[0].text() == "文件(&F)"
    qtbot.waitUntil(lambda: room.window.rooms.findings.head.title.text() == "检查发现")
    assert room.window.rooms.navigator.search.placeholderText().startswith("名称")
    # Labels of before are deleted when the window comes to it.
    qtbot.waitUntil(lambda: "State" not in labels())
    assert "状态" in labels()
    assert room.row("acc-net").data() == "网络账号"


def test_the_theme_changes_at_once_and_back(room: Room) -> None:
    button = room.window.top_row.buttons["view.dark"]

    QTest.mouseClick(button, LEFT)
    dark = room.window.palette().window().color().name()
    QTest.mouseClick(button, LEFT)

    assert dark == "#1b1f25"
    assert room.window.palette().window().color().name() == "#ffffff"


def test_the_title_has_a_mark_while_the_design_is_not_saved(room: Room) -> None:
    before = room.window.isWindowModified()

    room.editor.perform(text("Rename"), rename("vpc-a", "x", "en"))

    assert before is False
    assert room.window.isWindowModified() is True


def test_saving_asks_for_a_place_once_and_writes_the_design(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: tmp_path / "zone")
    room.editor.perform(text("Rename"), rename("vpc-a", "x", "en"))

    room.presses("Ctrl+S")

    assert open_design(tmp_path / "zone.lzd").design == room.editor.design
    assert room.window.windowTitle().startswith("zone[*]")
    assert room.window.isWindowModified() is False


def test_closing_with_changes_asks_and_cancel_keeps_the_window(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(room, monkeypatch, "")
    room.editor.perform(text("Rename"), rename("vpc-a", "x", "en"))

    room.window.close()

    assert len(asked) == 1
    assert room.window.isVisible()


def test_a_file_that_cannot_be_read_is_told_and_the_design_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.lzd"
    broken.write_text("{", encoding="utf-8")
    told: list[str] = []
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: broken)
    monkeypatch.setattr(room.window.desk, "show_error", lambda words: told.append(words.said("en")))

    room.window.pick("file.open")

    assert "broken.lzd" in told[0]
    assert "vpc-a" in room.window.editor.design


def test_opening_shows_the_other_design_in_every_part(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "other.lzd"
    save_design(landing_zone().replacing("sheet-a", name=KINDS["vpc"].type(id="x").name), path)
    save_design(landing_zone().removing(["vpc-b"]), path)
    monkeypatch.setattr(room.window.desk, "ask_file", lambda purpose, suggested=None: path)

    room.window.pick("file.open")
    room.editor = room.window.editor

    assert room.window.path == path
    assert "vpc-b" not in room.window.editor.design
    assert room.rows(room.row("acc-net")) == []


def test_a_design_that_may_only_be_read_shows_why_and_refuses_edits(qtbot: QtBot) -> None:
    room = Room(qtbot, landing_zone())
    reason = text("Open for reading.")

    room.window.lay_out(Opened(landing_zone(), read_only=reason))
    banner = room.window.rooms.banner
    room.window.actions_.refresh()

    room.qtbot.waitUntil(banner.isVisible)
    assert banner.text() == "Open for reading."
    assert room.window.actions_.action("edit.delete-from-design").isEnabled() is False


def test_deleting_from_the_design_lists_what_goes_along_first(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answers(room, monkeypatch, "delete")
    room.editor.select(["vpc-a"])

    room.presses("Shift+Del")

    listed = [line.said("en") for line in asked[0].details]
    assert "vSwitches (1): vsw-1" in listed
    assert "Security groups (1): sg-1" in listed
    assert "vpc-a" not in room.editor.design
    assert "vsw-1" not in room.editor.design


def test_a_sheet_is_added_renamed_and_deleted(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(room, monkeypatch, "delete")
    tabs = room.window.rooms.tabs

    tabs.menu.actions()[2].trigger()
    made = tabs.current or ""
    tabs.rename(made)
    line: Any = tabs._line
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "Trust")
    QTest.keyClick(line, Qt.Key.Key_Return)
    named = room.element(made).name.en
    QTest.mouseClick(tabs.bar, LEFT, pos=tabs.bar.cross(tabs.bar.currentIndex()).center())

    assert room.window.rooms.tabs.bar.count() == 2
    assert named == "Trust"
    assert made not in room.editor.design


def test_the_palette_offers_what_stands_on_the_sheet_in_front(room: Room) -> None:
    palette = room.window.rooms.area.palette_bar
    accounts = set(palette.kinds)

    room.window.rooms.tabs.show_sheet("sheet-n")

    assert "folder" in accounts
    assert set(palette.kinds) == {kind.tag for kind in most_used("network")}
    assert "folder" not in palette.kinds


def test_a_kind_of_the_palette_becomes_the_tool_in_hand(room: Room) -> None:
    palette = room.window.rooms.area.palette_bar

    QTest.mouseClick(palette.kinds["folder"], LEFT)

    assert room.canvas.tool == "draw:folder"
    assert palette.kinds["folder"].isChecked()


@pytest.mark.parametrize("typed", ["address pool", "dizhichi"])
def test_a_kind_that_is_not_drawn_is_added_and_selected(room: Room, typed: str) -> None:
    palette = room.window.rooms.area.palette_bar

    QTest.mouseClick(palette.plus, LEFT)
    QTest.keyClicks(palette.picker.search, typed)
    QTest.keyClick(palette.picker.search, Qt.Key.Key_Return)

    assert len(room.editor.selection) == 1
    assert room.element(room.editor.selection[0]).kind.tag == "address-pool"


def test_the_edition_is_changed_from_the_top_row_and_the_contract_says_so(room: Room) -> None:
    button = room.window.top_row.edition
    room.editor.select(["vpc-a"])

    button.menu.aboutToShow.emit()
    basic = next(a for a in button.menu.actions() if a.text() == "Basic · security protection")
    basic.trigger()

    assert room.element("eng").edition == "basic"
    assert room.element("eng").choice == "security"
    assert button.text() == "Basic · security protection"


def test_a_fault_in_a_command_is_reported_and_the_design_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports: list[str] = []
    monkeypatch.setattr(
        "widgets.shell.fault.FaultDialog.exec", lambda dialog: reports.append(dialog.report.toPlainText())
    )
    monkeypatch.setattr(room.window.desk, "hide_panels", lambda hidden: 1 / 0)
    before = room.editor.design

    room.window.pick("view.panels")

    assert reports[0].startswith("ZeroDivisionError\n  ")
    assert "view.py" in reports[0]
    assert room.editor.design == before


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (960, 540)])
def test_the_sheet_keeps_room_in_every_supported_size(room: Room, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    room.qtbot.wait(50)

    assert room.window.size().width() == size[0]
    assert room.window.size().height() == size[1]
    assert room.window.rooms.area.width() >= 600
    assert room.window.rooms.area.height() >= 380


def test_delete_in_the_navigator_takes_off_the_sheet_and_the_design_keeps_it(room: Room) -> None:
    room.editor.select(["acc-net"])
    room.window.rooms.navigator.tree.setFocus()

    room.presses("Del")

    assert "acc-net" in room.editor.design
    assert "off this sheet" in room.window.status.said
    room.qtbot.waitUntil(lambda: "acc-net" not in room.window.rooms.area.shown_ids())


def test_every_address_request_gets_its_block_in_one_step(room: Room) -> None:
    pool = KINDS["address-pool"].type(id="pool", blocks=("10.64.0.0/10",))
    wish = KINDS["address-request"].type(id="wish", prefix_length=16)
    room.editor.perform(text("Ask"), lambda design: design.adding(pool, wish))

    room.window.pick("plan.addresses")

    assert room.element("wish").block.endswith("/16")
    assert room.editor.history.at == 2
