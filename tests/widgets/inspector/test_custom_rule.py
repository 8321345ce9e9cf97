"""A rule of the project is put together by picking: a kind, one of its fields, a comparison that fits the field."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import LEFT, Room
from workbench.model.sketch import sketch

ZONE = """
    sheet-n sheet shows=network
    hz region region_id=cn-hangzhou
    vpc-a vpc region=hz blocks=10.0.0.0/16
    mine custom-rule code=ORG-001 about=vpc field=blocks comparison=in-block value=10.0.0.0/8
    other custom-rule code=ORG-002 about=security-group field=rules.port
"""


@pytest.fixture
def rule(qtbot: QtBot) -> Room:
    made = Room(qtbot, sketch(ZONE))
    made.editor.select(["mine"])
    return made


def picks(room: Room, name: str, typed: str) -> None:
    """Opens a field, types, and takes the first row."""
    field = room.editor_of(name).box
    QTest.mouseClick(field, LEFT)
    QTest.keyClicks(field.picker.search, typed)
    QTest.keyClick(field.picker.search, Qt.Key.Key_Return)


def offered(room: Room) -> list[str]:
    """The comparisons in the box."""
    box: Any = room.editor_of("comparison").box
    return [box.itemData(at) for at in range(box.count())]


def test_what_is_stored_is_shown_in_words_of_the_window(rule: Room) -> None:
    english = [rule.editor_of(name).box.text() for name in ("about", "field")]
    rule.speaks("zh")

    assert english == ["VPC", "Blocks"]
    assert [rule.editor_of(name).box.text() for name in ("about", "field")] == ["专有网络", "网段"]


def test_kind_field_and_comparison_are_picked_one_after_the_other(rule: Room) -> None:
    picks(rule, "about", "security group")
    picks(rule, "field", "port")

    mine = rule.element("mine")
    assert (mine.about, mine.field) == ("security-group", "rules.port")
    assert rule.editor_of("field").box.text() == "Rules: Port"


def test_the_fields_offered_are_those_of_the_kind(rule: Room) -> None:
    vpc = set(rule.element("mine").offered("field"))
    picks(rule, "about", "circuit")

    circuit = set(rule.element("mine").offered("field"))

    assert {"blocks", "name", "name.zh", "tags", "region"} <= vpc
    assert "bandwidth" in circuit - vpc
    assert "blocks" in vpc - circuit


def test_a_field_the_kind_does_not_have_is_said(rule: Room) -> None:
    picks(rule, "about", "circuit")

    assert rule.editor_of("field").box.text() == "blocks is not to be had here"


def test_comparisons_fit_what_the_field_holds(rule: Room) -> None:
    addresses = offered(rule)
    picks(rule, "about", "circuit")
    picks(rule, "field", "bandwidth")
    numbers = offered(rule)

    assert "in-block" in addresses
    assert "at-least" not in addresses
    assert "at-least" in numbers
    # What the rule compares by stays to be seen until another is picked.
    assert rule.element("mine").comparison == "in-block"
    assert set(numbers) - {"in-block"} == {"is", "is-not", "is-empty", "at-least", "at-most", "one-of"}


def test_a_tag_is_offered_by_its_key_where_no_field_is_called_so(rule: Room) -> None:
    picks(rule, "field", "tags.owner")
    first = rule.element("mine").field
    picks(rule, "field", "costcode")

    assert first == "tags.owner"
    assert rule.element("mine").field == "tags.costcode"
    assert rule.editor_of("field").box.text() == "Tag costcode"


def test_a_field_is_found_by_the_pinyin_of_its_label(rule: Room) -> None:
    picks(rule, "field", "mingcheng")

    assert rule.element("mine").field == "name"


def test_of_two_rules_only_what_both_offer_is_offered(rule: Room) -> None:
    rule.editor.select(["mine", "other"])

    picks(rule, "field", "note")

    assert {rule.element(id).field for id in ("mine", "other")} == {"note"}
    assert rule.editor_of("field").box.picker.list.rowCount() < len(rule.element("mine").offered("field"))
