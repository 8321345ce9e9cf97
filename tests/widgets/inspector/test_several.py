"""Several elements at once: what is equal is shown, the rest is "(several)", and one typing sets all in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from workbench.model.sketch import sketch

TWO = """
    sheet-n sheet shows=network
    app account number=1 tags.owner=ann tags.site=hz
    net account role=network number=2 tags.owner=bob
    hz region
      zone-h zone
      zone-i zone
    v vpc parent=app region=hz blocks=10.1.0.0/16
      a vswitch zone=zone-h block=10.1.0.0/24 note=first
      b vswitch zone=zone-i block=10.1.1.0/24 assumed=true note=second
      sg-1 security-group
        - rules action=drop port=22/22
      sg-2 security-group
        - rules action=drop port=80/80
"""


@pytest.fixture
def two(qtbot: QtBot) -> Callable[..., Room]:
    def made(*ids: str) -> Room:
        room = Room(qtbot, sketch(TWO))
        qtbot.waitUntil(room.window.isActiveWindow)
        room.editor.select(ids)
        return room

    return made


def one_step(room: Room) -> bool:
    return room.editor.history.at == 1


def test_a_typed_value_goes_to_all_in_one_step(two: Callable[..., Room]) -> None:
    room = two("a", "b")

    room.types(room.field("purpose"), "TR")

    assert [room.element(id).purpose for id in ("a", "b")] == ["TR", "TR"]
    assert one_step(room)


def test_different_values_are_said_and_looking_changes_nothing(two: Callable[..., Room]) -> None:
    room = two("a", "b")
    line = room.field("block")

    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert (line.text(), line.placeholderText()) == ("", "(several)")
    assert not room.editor.history.undoable


def test_a_tag_is_added_to_all_and_each_keeps_its_own(two: Callable[..., Room]) -> None:
    room = two("app", "net")

    room.types(room.field("tags"), "cost=42")

    assert room.element("app").tags == {"owner": "ann", "site": "hz", "cost": "42"}
    assert room.element("net").tags == {"owner": "bob", "cost": "42"}
    assert one_step(room)


def test_what_is_no_tag_is_told_and_nothing_is_written(two: Callable[..., Room]) -> None:
    room = two("app", "net")

    room.types(room.field("tags"), "42")

    assert room.editor_of("tags").refusal.said("en") == "42 is not a tag, such as system=trade."
    assert not room.editor.history.undoable


def test_a_reference_is_picked_for_all(two: Callable[..., Room]) -> None:
    room = two("a", "b")
    field = room.editor_of("zone").box

    shown = field.text()
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field.picker.search, "zone-i")
    QTest.keyClick(field.picker.search, Qt.Key.Key_Return)

    assert shown == "(several)"
    assert [room.element(id).zone for id in ("a", "b")] == ["zone-i", "zone-i"]
    assert one_step(room)


def test_a_choice_is_made_for_all(two: Callable[..., Room]) -> None:
    room = two("app", "net")
    box = room.editor_of("role").box

    before = box.currentIndex()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)

    assert before == -1
    assert [room.element(id).role for id in ("app", "net")] == ["application", "application"]
    assert one_step(room)


def test_a_half_ticked_switch_is_ticked_for_all(two: Callable[..., Room]) -> None:
    room = two("a", "b")
    switch = room.editor_of("assumed").box

    half = switch.checkState()
    QTest.keyClick(switch, Qt.Key.Key_Space)

    assert half == Qt.CheckState.PartiallyChecked
    assert [room.element(id).assumed for id in ("a", "b")] == [True, True]
    assert one_step(room)


def test_a_note_in_one_language_goes_to_all_and_the_other_language_stays(two: Callable[..., Room]) -> None:
    room = two("a", "b")
    lines = room.editor_of("note").lines

    assert lines["en"].placeholderText() == "(several)"
    lines["zh"].setFocus()
    lines["zh"].insert("待确认")
    QTest.keyClick(lines["zh"], Qt.Key.Key_Return)

    assert [room.element(id).note.both() for id in ("a", "b")] == ["待确认 · first", "待确认 · second"]
    assert one_step(room)


def test_kinds_that_differ_show_only_what_they_share(two: Callable[..., Room]) -> None:
    room = two("a", "v")

    names = set(room.window.rooms.inspector.editors)

    assert {"name", "state", "tags"} <= names
    assert not {"block", "blocks", "zone"} & names


def test_tables_that_differ_cannot_be_overwritten_by_accident(two: Callable[..., Room]) -> None:
    room = two("sg-1", "sg-2")

    assert not room.editor_of("rules").table.isEnabled()
    assert not room.editor_of("rules").buttons["add"].isEnabled()
