"""Address plans from the window: every change has a box, and what is picked comes in as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.importers.addresses.tables import comma_text
from tests.widgets.desk import LEFT, Room
from widgets.shell.import_dialog import ImportDialog
from workbench.model.elements.vswitch import VSwitch

PLAN = """VPC,vSwitch,CIDR,Purpose
    vpc-a,vsw-1,10.0.2.0/24,web
    vpc-a,new,10.0.3.0/24,db
    vpc-a,bad,10.0.4.0/40,"""
CHECK = Qt.ItemDataRole.CheckStateRole


def vsw_1(room: Room) -> VSwitch:
    return room.editor.design.of_kind(VSwitch)[0]


@pytest.fixture
def dialog(room: Room, tmp_path: Path) -> ImportDialog:
    """The dialog once it has read a plan with two changes, a new vSwitch and a bad row."""
    shown = ImportDialog(room.window, comma_text(tmp_path / "plan.csv", PLAN))
    room.qtbot.addWidget(shown)
    shown.show()
    room.qtbot.waitUntil(shown.bring.isEnabled, timeout=20_000)
    return shown


def row_of(dialog: ImportDialog, field: str) -> int:
    table = dialog.items.table
    return next(row for row in range(table.rowCount()) if table._rows[row].field == field)


def test_a_bad_row_stays_out_and_the_rest_comes_in_as_one_step(room: Room, dialog: ImportDialog) -> None:
    before = room.editor.design

    QTest.mouseClick(dialog.bring, LEFT)
    room.qtbot.waitUntil(lambda: room.editor.design is not before, timeout=20_000)

    assert {one.block for one in room.editor.design.of_kind(VSwitch)} == {"10.0.2.0/24", "10.0.3.0/24"}
    room.editor.undo()
    assert room.editor.design is before


def test_a_cell_that_is_left_out_stays_as_the_design_has_it(room: Room, dialog: ImportDialog) -> None:
    before, table = room.editor.design, dialog.items.table
    table.setData(table.index(row_of(dialog, "block"), 1), Qt.CheckState.Unchecked, CHECK)

    assert "2 of 3" in dialog.state.text()
    QTest.mouseClick(dialog.bring, LEFT)
    room.qtbot.waitUntil(lambda: room.editor.design is not before, timeout=20_000)

    after = next(one for one in room.editor.design.of_kind(VSwitch) if one.purpose == "web")
    assert after.block == "10.0.1.0/24"


def test_the_space_bar_turns_the_selected_rows_and_buttons_turn_all_that_are_shown(
    room: Room, dialog: ImportDialog
) -> None:
    QTest.mouseClick(dialog.items.pick_none, LEFT)
    assert not dialog.bring.isEnabled()

    dialog.items.view.selectRow(row_of(dialog, "block"))
    dialog.items.view.setFocus()
    QTest.keyClick(dialog.items.view, Qt.Key.Key_Space)
    assert [item.field for item in dialog.items.picked()] == ["block"]

    QTest.mouseClick(dialog.items.toggles["new"], LEFT)
    QTest.mouseClick(dialog.items.pick_all, LEFT)
    assert {item.state for item in dialog.items.picked()} == {"changed"}


def test_refused_rows_have_no_box(room: Room, dialog: ImportDialog) -> None:
    table = dialog.items.table
    boxes = {table._rows[row].state: table.index(row, 1).data(CHECK) for row in range(table.rowCount())}

    assert boxes["refused"] is None
    assert boxes["new"] == Qt.CheckState.Checked


def test_closing_the_dialog_stops_the_reading(room: Room, tmp_path: Path) -> None:
    lines = "\n".join(f"vpc-a,v{n},10.{n // 250}.{n % 250}.0/24" for n in range(8_000))
    path = comma_text(tmp_path / "large.csv", f"VPC,vSwitch,CIDR\n{lines}")
    before = room.editor.design

    dialog = ImportDialog(room.window, path)
    room.qtbot.addWidget(dialog)
    dialog.reject()

    assert dialog._work is None
    assert dialog._plan is None
    assert room.editor.design is before
