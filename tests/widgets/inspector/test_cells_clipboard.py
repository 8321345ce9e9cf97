"""Cells of a table go to a spreadsheet and come from one; the element itself is not copied or cut meanwhile."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.widgets.desk import Room

CTRL = Qt.KeyboardModifier.ControlModifier


def rules_of(room: Room) -> Any:
    room.editor.select(["sg-1"])
    editor = room.editor_of("rules")
    editor.table.setFocus()
    return editor


def stand_on(editor: Any, row: int, column: str) -> None:
    at = [field.name for field in editor.field.columns].index(column)
    index = editor.model.index(row, at)
    editor.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def pastes(editor: Any, plain: str) -> None:
    QGuiApplication.clipboard().setText(plain)
    QTest.keyClick(editor.table, Qt.Key.Key_V, CTRL)


def test_a_chosen_cell_is_copied_as_text_and_the_design_stays(room: Room) -> None:
    editor = rules_of(room)
    stand_on(editor, 0, "port")

    QTest.keySequence(editor.table, "Ctrl+C")

    assert QGuiApplication.clipboard().text() == "22/22"
    assert not room.editor.history.undoable


def test_cut_empties_the_cell_and_leaves_the_element(room: Room) -> None:
    editor = rules_of(room)
    stand_on(editor, 0, "block")

    QTest.keySequence(editor.table, "Ctrl+X")

    assert QGuiApplication.clipboard().text() == "0.0.0.0/0"
    assert room.element("sg-1").rules[0].block == ""


def test_rows_with_heads_are_added_below_in_one_step(room: Room) -> None:
    editor = rules_of(room)

    pastes(editor, "Port\tAction\tBlock\n443/443\taccept\t10.0.0.0/8\n80/80\t拒绝\t10.1.0.0/16")

    rules = room.element("sg-1").rules
    assert [(rule.port, rule.block) for rule in rules] == [
        ("22/22", "0.0.0.0/0"),
        ("443/443", "10.0.0.0/8"),
        ("80/80", "10.1.0.0/16"),
    ]
    assert [rule.action for rule in rules] == ["drop", "accept", "drop"]
    assert room.editor.history.at == 1


def test_cells_without_heads_go_in_from_the_chosen_cell_on(room: Room) -> None:
    editor = rules_of(room)
    stand_on(editor, 0, "port")

    pastes(editor, "8080/8080\t10.0.0.0/8\n9090/9090\t")

    assert [(rule.port, rule.block) for rule in room.element("sg-1").rules] == [
        ("8080/8080", "10.0.0.0/8"),
        ("9090/9090", ""),
    ]


def test_what_no_cell_may_hold_is_told_and_nothing_is_pasted(room: Room) -> None:
    editor = rules_of(room)

    pastes(editor, "Port\tBlock\n443/443\t10.0.0.5/8")

    assert editor.refusal.said("en") == ("Row 2, Block: 10.0.0.5/8 is not a block. Did you mean 10.0.0.0/8?")
    assert not room.editor.history.undoable
