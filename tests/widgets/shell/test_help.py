"""The help beside the window, and the guide that ticks off what is done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from widgets.shell.guide import Guide
from widgets.shell.help_dialog import HelpDialog, help_of
from workbench.edits.fields import set_fields
from workbench.help.first_steps import STEPS
from workbench.texts import text
from workbench.words import Words


def shown(dialog: HelpDialog) -> str:
    return dialog.page.toPlainText()


def test_f1_opens_the_page_of_what_is_selected_and_a_link_leads_on(room: Room) -> None:
    room.editor.select(["vsw-1"])

    room.presses("F1")
    dialog = help_of(room.window)
    kind = shown(dialog)
    dialog.page.anchorClicked.emit(QUrl("page:rule:NET-004"))

    assert dialog.isVisible()
    assert "vSwitch" in kind
    assert "NET-004" in kind
    assert "NET-004" in shown(dialog)
    assert "10.9.0.0/24" in shown(dialog)


def test_what_is_typed_narrows_the_list_and_enter_opens_the_first(room: Room) -> None:
    dialog = help_of(room.window)
    dialog.open_at("first-steps")

    QTest.keyClicks(dialog.search, "SEC-005")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    assert dialog.model_.rowCount() == 1
    assert "SEC-005" in shown(dialog)


def test_a_page_is_found_by_the_pinyin_of_its_chinese_title(room: Room) -> None:
    dialog = help_of(room.window)
    dialog.open_at("first-steps")

    QTest.keyClicks(dialog.search, "kuaijiejian")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)

    assert dialog.windowTitle() == "Help"
    assert "Ctrl" in shown(dialog)


def test_another_language_puts_the_open_page_into_it(room: Room) -> None:
    dialog = help_of(room.window)
    dialog.open_at("keys")

    room.speaks("zh")

    assert "快捷键" in shown(dialog)
    assert dialog.windowTitle() == "帮助"


def test_the_guide_ticks_off_what_the_design_has_and_begins_the_next_step(room: Room) -> None:
    guide = Guide(room.window)
    guide.show()
    before = {id for id, tick in guide.ticks.items() if tick.is_done}

    QTest.mouseClick(guide.begin, LEFT)
    chosen = room.editor.selection
    room.editor.perform(text("Customer"), set_fields(["eng"], customer=Words(en="Acme")))

    assert "customer" not in before
    assert chosen == ("eng",)
    assert guide.ticks["customer"].is_done
    assert guide.titles["directory"].text()
    assert len(guide.ticks) == len(STEPS)


PROGRAM = """
import socket, sys
from workbench import offline
offline.watch()
before = offline.opened_sockets()
socket.socket(socket.AF_INET).close()
if hasattr(socket, "AF_UNIX"):
    socket.socket(socket.AF_UNIX).close()
print(len(before), len(offline.opened_sockets()))
"""


def test_the_watch_counts_sockets_of_the_internet_and_no_others() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[3],
    )

    assert ran.stdout.split() == ["0", "1"]
