"""A typed line as an element: kind, name, blocks and tags in both languages, and where it would stand."""

from __future__ import annotations

import pytest

from workbench.edits.typed import Offer, offers
from workbench.model.design import Design
from workbench.model.sketch import sketch

DESIGN = sketch("""
    net account
    app account
    hz region
    prod vpc parent=app region=hz blocks=10.1.0.0/16
    test vpc parent=app region=hz blocks=10.2.0.0/16
""")


def said(found: tuple[Offer, ...]) -> list[str]:
    return [offer.says.said("en") for offer in found]


def test_a_vpc_goes_to_the_selected_account() -> None:
    (offer,) = offers(DESIGN, "vpc prod-2 10.3.0.0/16", ["net"])

    assert offer.says.said("en") == "Add VPC prod-2, 10.3.0.0/16, to net"
    assert offer.element.parent == "net"
    assert offer.element.blocks == ("10.3.0.0/16",)  # type: ignore[attr-defined]
    assert offer.element.region == "hz"  # type: ignore[attr-defined]


def test_with_nothing_selected_every_fitting_place_is_offered() -> None:
    assert said(offers(DESIGN, "vpc x")) == ["Add VPC x, to app", "Add VPC x, to net", "Add VPC x"]


def test_a_vswitch_goes_to_the_vpc_that_holds_its_block() -> None:
    first, *_ = offers(DESIGN, "vswitch app-h 10.2.4.0/24", ["prod"])

    assert first.element.parent == "test"


@pytest.mark.parametrize(
    "line", ["交换机 应用-h 10.2.4.0/24", "交换机应用-h，10.2.4.0/24", "添加 交换机 应用-h 10.2.4.0/24"]
)
def test_chinese_is_understood_with_and_without_spaces(line: str) -> None:
    first, *_ = offers(DESIGN, line)

    assert (first.element.kind.tag, first.element.name.zh, first.element.parent) == (
        "vswitch",
        "应用-h",
        "test",
    )
    assert first.says.said("zh") == "在test中添加交换机 应用-h、10.2.4.0/24"


@pytest.mark.parametrize("line", ["vsw a 10.1.0.0/24", "add vSwitch a 10.1.0.0/24"])
def test_the_beginning_of_a_kind_and_a_verb_before_it_are_enough(line: str) -> None:
    assert said(offers(DESIGN, line)) == ["Add vSwitch a, 10.1.0.0/24, to prod"]


def test_kinds_of_several_words_and_rows_of_ranges() -> None:
    (centre,) = offers(DESIGN, "data centre Nanjing 172.16.0.0/12 site=nj")

    assert centre.element.kind.tag == "data-centre"
    assert centre.element.name.en == "Nanjing"
    assert centre.element.tags == {"site": "nj"}
    assert [row.block for row in centre.element.ranges] == ["172.16.0.0/12"]  # type: ignore[attr-defined]


def test_what_is_no_block_is_told_with_what_was_meant() -> None:
    (offer,) = offers(DESIGN, "vpc prod 10.1.0.5/16", ["net"])

    assert offer.hindrance
    assert offer.hindrance.said("en") == "10.1.0.5/16 is not a block. Did you mean 10.1.0.0/16?"


def test_without_a_place_the_reason_names_what_to_select() -> None:
    (offer,) = offers(Design.of(), "vswitch a")

    assert offer.hindrance
    assert offer.hindrance.said("en") == "vSwitch stands in VPC: select one first."


@pytest.mark.parametrize("line", ["vpc", "prod", "10.1.0.0/16", "add", "vpcs are nice", "vp x", ""])
def test_what_is_no_order_offers_nothing(line: str) -> None:
    assert offers(DESIGN, line) == ()
