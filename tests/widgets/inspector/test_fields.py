"""Typing into the inspector: one commit is one edit is one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.desk import LEFT, Room
from workbench.model.element import KINDS
from workbench.words import Words


def test_a_typed_name_is_one_step_and_ctrl_z_takes_it_back(room: Room) -> None:
    room.editor.select(["vpc-a"])
    line = room.field("name")

    room.types(line, "orders")
    renamed = room.element("vpc-a").name
    room.presses("Ctrl+Z")

    assert renamed == Words(en="orders")
    assert room.element("vpc-a").name == Words(en="vpc-a")
    assert line.text() == "vpc-a"


def test_the_chinese_name_is_kept_beside_the_english(room: Room) -> None:
    room.editor.select(["vpc-a"])
    chinese = room.editor_of("name").lines["zh"]

    chinese.setFocus()
    chinese.insert("订单")
    QTest.keyClick(chinese, Qt.Key.Key_Return)

    assert room.element("vpc-a").name == Words(en="vpc-a", zh="订单")


def test_a_text_that_is_no_block_stays_and_says_what_was_meant_and_writes_nothing(room: Room) -> None:
    room.editor.select(["vsw-1"])
    editor = room.editor_of("block")

    room.types(editor.line, "10.0.1.5/24")

    assert editor.line.text() == "10.0.1.5/24"
    assert editor.line.property("wrong") is True
    assert editor.refusal.said("en") == "10.0.1.5/24 is not a block. Did you mean 10.0.1.0/24?"
    assert room.element("vsw-1").block == "10.0.1.0/24"
    assert not room.editor.history.undoable


def test_escape_brings_the_value_back(room: Room) -> None:
    room.editor.select(["vsw-1"])
    editor = room.editor_of("block")
    room.types(editor.line, "nonsense")

    QTest.keyClick(editor.line, Qt.Key.Key_Escape)

    assert editor.line.text() == "10.0.1.0/24"
    assert editor.refusal is None


def test_a_number_outside_its_limits_is_told_with_the_limit(room: Room) -> None:
    room.editor.perform(
        KINDS["vbr"].label, lambda d: d.adding(KINDS["vbr"].type(id="vbr-1", parent="acc-net"))
    )
    room.editor.select(["vbr-1"])
    editor = room.editor_of("vlan")

    room.types(editor.line, "9999")

    assert "9,999" in editor.refusal.said("en")
    assert "9,999" in editor.refusal.said("zh")
    assert room.element("vbr-1").vlan is None


def test_a_block_is_added_to_several_and_taken_out_by_its_cross(room: Room) -> None:
    room.editor.select(["vpc-a"])
    editor = room.editor_of("blocks")

    room.types(editor.line, "10.9.0.0/16")
    added = room.element("vpc-a").blocks
    chip = editor.chips[0]
    QTest.mouseClick(chip, LEFT, pos=chip.rect().center().__class__(chip.width() - 9, chip.height() // 2))

    assert added == ("10.0.0.0/16", "10.9.0.0/16")
    assert room.element("vpc-a").blocks == ("10.9.0.0/16",)


def test_a_tag_is_typed_as_key_and_value(room: Room) -> None:
    room.editor.select(["vpc-a"])
    editor = room.editor_of("tags")

    room.types(editor.line, "system=trade, level=core")

    assert room.element("vpc-a").tags == {"system": "trade", "level": "core"}


@pytest.mark.parametrize("typed", ["acc-net", "wangluozh", "wlzh"])
def test_a_reference_is_picked_by_typing_its_name_or_the_pinyin_of_it(room: Room, typed: str) -> None:
    room.editor.select(["vpc-a"])
    field = room.editor_of("parent").box

    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field.picker.search, typed)
    QTest.keyClick(field.picker.search, Qt.Key.Key_Return)

    assert room.element("vpc-a").parent == "acc-net"


def test_a_folder_is_not_offered_what_stands_in_it_as_its_parent(room: Room) -> None:
    room.editor.perform(
        KINDS["folder"].label, lambda d: d.adding(KINDS["folder"].type(id="sub", parent="core"))
    )
    room.editor.select(["core"])

    offered = [pick.id for pick in room.editor_of("parent")._picks()]

    assert "biz" in offered
    assert "core" not in offered
    assert "sub" not in offered


def test_the_arrow_beside_a_reference_selects_what_it_names(room: Room) -> None:
    room.editor.select(["vpc-a"])

    QTest.mouseClick(room.editor_of("region").arrow, LEFT)

    assert room.editor.selection == ("hz",)


def test_a_switch_is_thrown_by_a_click(room: Room) -> None:
    room.editor.select(["vpc-a"])
    box = room.editor_of("assumed").box

    QTest.mouseClick(box, LEFT, pos=box.rect().center())

    assert room.element("vpc-a").assumed is True


def test_several_elements_show_what_is_equal_and_one_typing_sets_all_in_one_step(room: Room) -> None:
    room.editor.select(["vpc-a", "vpc-b"])
    before = room.editor_of("name").lines["en"].placeholderText()

    room.types(room.editor_of("name").lines["en"], "both")
    room.editor.undo()

    assert before == "(several)"
    assert room.editor_of("region").box.text() == "hz"
    assert room.element("vpc-a").name == Words(en="vpc-a")
    assert room.element("vpc-b").name == Words(en="vpc-b")


def test_with_nothing_selected_the_sheet_shows_its_own_fields(room: Room) -> None:
    room.editor.select([])

    room.types(room.field("name"), "Accounts")

    assert room.element("sheet-a").name.en == "Accounts"
    assert room.window.rooms.tabs.bar.tabText(0) == "Accounts"


def test_every_kind_has_an_editor_for_every_field(room: Room) -> None:
    made = [kind.type(id=f"one-{tag}") for tag, kind in KINDS.items() if tag not in ("sheet", "placement")]
    room.editor.perform(KINDS["vpc"].label, lambda design: design.adding(*made))

    for element in made:
        room.editor.select([element.id])
        shown = set(room.window.rooms.inspector.editors)

        assert {field.name for field in element.kind.fields} <= shown


def test_a_reference_picked_with_a_click_moves_the_row_and_keeps_the_selection(room: Room) -> None:
    room.editor.select(["vpc-a"])
    field = room.field("parent")
    QTest.mouseClick(field, LEFT)
    picker = field.picker
    QTest.keyClicks(picker.search, "acc-net")

    room.clicks_row(picker.rows, picker.list.index(0))

    assert room.element("vpc-a").parent == "acc-net"
    assert room.editor.selection == ("vpc-a",)


def test_what_is_half_typed_never_goes_into_another_element(room: Room) -> None:
    room.editor.select(["vsw-1"])
    line = room.field("purpose")
    line.setFocus()
    QTest.keyClicks(line, "half")
    before = room.editor.design

    room.editor.select(["acc-app"])
    line.editingFinished.emit()

    assert room.editor.design is before
