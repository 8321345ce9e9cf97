"""The tables of the inspector: rules, routes, entries."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.widgets.desk import LEFT, Room


def rules_of(room: Room) -> Any:
    room.editor.select(["sg-1"])
    return room.editor_of("rules")


def types_into(editor: Any, row: int, column: str, wording: str) -> None:
    place = [field.name for field in editor.field.columns].index(column)
    index = editor.model.index(row, place)
    editor.table.setCurrentIndex(index)
    editor.table.edit(index)
    line = editor.table.viewport().findChild(QLineEdit)
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, wording)
    QTest.keyClick(line, Qt.Key.Key_Return)
    # The view takes the text over after the key.
    QApplication.processEvents()


def test_a_row_is_added_typed_into_and_moved_up(room: Room) -> None:
    editor = rules_of(room)

    QTest.mouseClick(editor.buttons["add"], LEFT)
    types_into(editor, 1, "port", "443/443")
    editor.table.setCurrentIndex(editor.model.index(1, 0))
    QTest.mouseClick(editor.buttons["up"], LEFT)

    assert [rule.port for rule in room.element("sg-1").rules] == ["443/443", "22/22"]


def test_a_choice_in_a_cell_is_picked_from_its_box(room: Room) -> None:
    editor = rules_of(room)
    index = editor.model.index(0, [field.name for field in editor.field.columns].index("action"))

    editor.table.setCurrentIndex(index)
    editor.table.edit(index)
    box = editor.table.viewport().findChild(QComboBox)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert room.element("sg-1").rules[0].action == "accept"


def test_a_wrong_cell_keeps_its_text_and_writes_nothing(room: Room) -> None:
    editor = rules_of(room)

    types_into(editor, 0, "block", "10.0.1.5/24")

    index = editor.model.index(0, [field.name for field in editor.field.columns].index("block"))
    assert index.data() == "10.0.1.5/24"
    assert "10.0.1.0/24" in editor.refusal.said("en")
    assert room.element("sg-1").rules[0].block == "0.0.0.0/0"


def test_a_removed_row_comes_back_with_undo(room: Room) -> None:
    editor = rules_of(room)
    editor.table.setCurrentIndex(editor.model.index(0, 0))

    QTest.mouseClick(editor.buttons["remove"], LEFT)
    gone = room.element("sg-1").rules
    room.editor.undo()

    assert gone == ()
    assert len(room.element("sg-1").rules) == 1
    assert editor.model.rowCount() == 1


def test_the_table_opens_in_a_window_of_its_own_and_edits_the_same_rows(room: Room) -> None:
    editor = rules_of(room)

    QTest.mouseClick(editor.buttons["wide"], LEFT, pos=QPoint(5, 5))
    wide = editor._wide
    wide.table.model().setData(wide.table.model().index(0, 4), "80/80")

    assert wide.isVisible()
    assert room.element("sg-1").rules[0].port == "80/80"
