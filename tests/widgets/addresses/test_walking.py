"""The keys that go from block to block on the address map, inside and out again."""

from __future__ import annotations

from tests.widgets.addresses.gestures import KEY, Map
from workbench.model.elements.address_request import AddressRequest


def test_backspace_goes_up_to_what_lies_around(plan: Map) -> None:
    plan.pick("10.0.16.0/20")
    found = []
    for _ in range(2):
        plan.keys(KEY.Key_Backspace)
        found.append(plan.field.current.element)

    assert found == ["vpc-a", "pool"]


def test_enter_on_free_addresses_asks_for_a_block_and_on_taken_ones_goes_inside(plan: Map) -> None:
    plan.pick("10.3.0.0/16")
    plan.keys(KEY.Key_Return)
    assert plan.field.naming.isVisible()
    plan.types("new")

    assert [one.block for one in plan.editor.design.of_kind(AddressRequest)] == ["10.2.0.0/16"]

    plan.pick("10.0.16.0/20")
    plan.keys(KEY.Key_Return)

    assert str(plan.field.frame.block) == "10.0.16.0/20"
