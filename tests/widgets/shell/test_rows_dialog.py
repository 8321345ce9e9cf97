"""Rows from a spreadsheet: pasted, looked at, put in as one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.widgets.desk import LEFT, Room
from widgets.shell.rows_dialog import RowsDialog

FIFTY = "name\tblock\tzone\n" + "\n".join(f"v{n}\t10.0.{100 + n}.0/24\thz-h" for n in range(50))


def pastes(room: Room, plain: str, act: Callable[[RowsDialog], None]) -> None:
    """Presses Ctrl+V with a text on the clipboard and does something with the dialog that opens."""
    QGuiApplication.clipboard().setText(plain)
    seen: list[bool] = []

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RowsDialog)
        seen.append(True)
        try:
            room.qtbot.waitUntil(lambda: dialog.plan is not None)
            act(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(300, found)
    room.presses("Ctrl+V")
    assert seen


def click_add(dialog: RowsDialog) -> None:
    QTest.mouseClick(dialog.add, LEFT)


def test_fifty_rows_become_fifty_vswitches_in_one_step(room: Room) -> None:
    room.editor.select(["vpc-a"])
    before = room.editor.design

    pastes(room, FIFTY, click_add)

    fresh = [room.element(id) for id in room.editor.selection]
    assert len(fresh) == 50
    assert {(one.kind.tag, one.parent, one.zone) for one in fresh} == {("vswitch", "vpc-a", "hz-h")}
    assert room.window.status.said == "Put in 50 rows: vSwitches · Ctrl Z takes it back"
    room.editor.undo()
    assert room.editor.design is before


def test_every_row_is_shown_with_what_becomes_of_it(room: Room) -> None:
    told: list[list[str]] = []
    said: list[str] = []

    def look(dialog: RowsDialog) -> None:
        model = dialog.items.table
        told.extend(
            [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
        )
        said.extend([dialog.state.text(), dialog.add.text()])

    room.editor.select(["vpc-a"])
    pastes(room, "vSwitch\tBlock\tLunch\nb\t10.0.1.5/24\tsoup\nc\t10.0.2.0/24\t", look)

    assert told == [
        ["refused", "2:b", "Block: 10.0.1.5/24 is not a block. Did you mean 10.0.1.0/24?"],
        ["new", "3:c", "vSwitch in vpc-a, Block 10.0.2.0/24"],
    ]
    assert said == ["Left out: 1. Heads that nothing is known of: Lunch.", "Put rows in: 1"]
    assert not room.editor.history.undoable


def test_another_kind_is_chosen_with_the_keys(room: Room) -> None:
    kinds: list[str] = []

    def choose(dialog: RowsDialog) -> None:
        dialog.kind.setFocus()
        at = dialog.kind.findData("vpc")
        for _ in range(at):
            QTest.keyClick(dialog.kind, Qt.Key.Key_Down)
        room.qtbot.waitUntil(lambda: dialog.plan is not None)
        kinds.extend([dialog.chosen_kind.tag, dialog.items.table.index(0, 2).data()])

    pastes(room, "name\tregion\nv\thz", choose)

    assert kinds == ["vpc", "VPC Region hz"]


def test_rows_without_a_known_head_open_no_dialog(room: Room) -> None:
    QGuiApplication.clipboard().setText("lunch\tweather\nsoup\train")

    room.presses("Ctrl+V")

    assert room.window.status.said.startswith("The first row names no field of any kind.")


@pytest.mark.parametrize("fate", ["refused", "new"])
def test_a_count_narrows_the_rows(room: Room, fate: str) -> None:
    left: list[int] = []

    def narrow(dialog: RowsDialog) -> None:
        QTest.mouseClick(dialog.items.toggles[fate], LEFT)  # type: ignore[index]
        left.append(dialog.items.table.rowCount())

    room.editor.select(["vpc-a"])
    pastes(room, "name\tblock\nb\t10.0.1.5/24\nc\t10.0.2.0/24\nd\t10.0.3.0/24", narrow)

    assert left == [{"refused": 2, "new": 1}[fate]]
