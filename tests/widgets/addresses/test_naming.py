"""What is typed on the address map: names of blocks, and of free addresses that are reserved or asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.addresses.gestures import KEY, Map
from workbench.edits.fields import set_fields
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vswitch import VSwitch
from workbench.texts import text
from workbench.words import Words


def test_free_addresses_are_reserved_under_a_name(plan: Map) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_R)
    plan.types("Partners")

    made = plan.editor.design.of_kind(ReservedRange)
    assert [(one.name, one.block) for one in made] == [(Words(en="Partners", zh="Partners"), "10.2.0.0/15")]
    plan.room.qtbot.waitUntil(lambda: getattr(plan.field.current, "element", "") == made[0].id)
    assert plan.editor.selection == (made[0].id,)


def test_a_vswitch_is_drawn_on_free_addresses_of_a_vpc_in_the_size_typed(plan: Map) -> None:
    plan.pick("10.0.64.0/18")
    plan.keys(KEY.Key_N)
    QTest.keyClick(plan.field.naming, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(plan.field.naming, "cache /22")
    QTest.keyClick(plan.field.naming, KEY.Key_Return)

    made = next(one for one in plan.editor.design.of_kind(VSwitch) if one.name.en == "cache")
    assert (made.block, made.parent) == ("10.0.64.0/22", "vpc-a")


def test_elsewhere_a_block_is_asked_for(plan: Map) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_N)
    plan.types("later")

    (made,) = plan.editor.design.of_kind(AddressRequest)
    assert (made.block, made.parent, made.name.en) == ("10.2.0.0/16", "pool", "later")


def test_a_vpc_without_room_says_so(plan: Map) -> None:
    plan.editor.perform(text("Fill"), set_fields(["far"], block="10.1.0.0/16"))
    plan.room.qtbot.waitUntil(lambda: plan.view.made.design is plan.editor.design)
    plan.editor.select(["vpc-b"])
    plan.field.setFocus()
    plan.keys(KEY.Key_N)

    assert "Nothing is free there" in plan.bubble


@pytest.mark.parametrize("typed", ["x /3", "x /29999", "/0", "=1+1 /9"])
def test_a_size_that_does_not_fit_is_refused_and_the_line_stays_open(plan: Map, typed: str) -> None:
    plan.pick("10.2.0.0/15")
    plan.keys(KEY.Key_N)
    QTest.keyClick(plan.field.naming, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(plan.field.naming, typed)
    QTest.keyClick(plan.field.naming, KEY.Key_Return)

    kept_as_a_name = [one.name.en for one in plan.editor.design.of_kind(AddressRequest)]
    assert plan.field.naming.isVisible() or kept_as_a_name == [typed]


@pytest.mark.parametrize("way", ["L", "F2"])
def test_a_block_is_renamed_in_place(plan: Map, way: str) -> None:
    plan.pick("10.0.16.0/20")
    if way == "L":
        plan.keys(KEY.Key_L)
    else:
        plan.room.presses("F2")
    plan.field.naming.setText("数据 \u202e😀\n" + "x" * 500)
    plan.keys(KEY.Key_Return)

    assert plan.editor.design["two"].name.en.startswith("数据 😀 xxx")
    assert plan.done == 1


def test_a_letter_typed_into_a_name_is_no_gesture(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_L)
    plan.room.types(plan.field.naming, "SJPRLNM")

    assert plan.block("two") == "10.0.16.0/20"
    assert plan.editor.design["two"].name.en == "SJPRLNM"
