"""What may stand where, and what follows from where it stands."""

from __future__ import annotations

import pytest

from workbench.edits.placing import arrange_freely, context, hide, move, place_new, placement_id, refusal
from workbench.model.element import KINDS
from workbench.model.elements.placement import Placement
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch

DESIGN = sketch(
    """
    net sheet shows=network
    r region region_id=cn-hangzhou
      z zone zone_id=cn-hangzhou-h
    a account
      v vpc region=r
      w vpc region=r
    """
)


def chain(*ids: str) -> list[object]:
    return [DESIGN[id] for id in ids]


@pytest.mark.parametrize(
    ("tag", "place", "allowed"),
    [
        ("vpc", ("a", "r"), True),
        ("vpc", ("r",), True),
        ("vpc", (), False),
        ("vswitch", ("z", "v", "a", "r"), True),
        ("vswitch", ("a", "r"), False),
        ("region", (), True),
        ("region", ("r",), False),
        ("folder", ("r",), False),
    ],
)
def test_a_place_is_refused_with_the_reason(tag: str, place: tuple[str, ...], allowed: bool) -> None:
    reason = refusal(KINDS[tag], "network", chain(*place))  # type: ignore[arg-type]

    assert (reason is None) == allowed
    assert allowed or (reason and reason.said("en").endswith("."))


def test_a_place_decides_parent_region_and_zone() -> None:
    assert context(KINDS["vpc"], chain("a", "r")) == {"parent": "a", "region": "r"}  # type: ignore[arg-type]
    assert context(KINDS["vswitch"], chain("z", "v", "a", "r")) == {"zone": "z", "parent": "v"}  # type: ignore[arg-type]
    assert context(KINDS["zone"], chain("v", "a", "r"))["parent"] == "r"  # type: ignore[arg-type]


def test_what_the_parent_says_already_is_not_said_again() -> None:
    inside = context(KINDS["security-group"], chain("v", "a", "r"))  # type: ignore[arg-type]
    outside = context(KINDS["security-group"], chain("a", "r"))  # type: ignore[arg-type]

    assert inside == {"parent": "v", "region": None, "account": None}
    assert outside == {"account": "a", "region": "r"}


def test_a_group_moved_into_a_vpc_and_out_again_belongs_where_it_stands() -> None:
    loose = DESIGN.adding(SecurityGroup(id="g", region="r", account="a"))

    moved = move("g", "net", "v", (10, 40), chain("v", "a", "r"), "a@r")(loose)  # type: ignore[arg-type]
    freed = move("g", "net", "a@r", (10, 40), chain("a", "r"), "v")(moved)  # type: ignore[arg-type]

    assert moved.get("g", SecurityGroup) == SecurityGroup(id="g", parent="v")
    assert freed.get("g", SecurityGroup) == SecurityGroup(id="g", region="r", account="a")


def test_a_new_element_is_placed_in_one_edit() -> None:
    new = VSwitch(id="s", block="10.0.0.0/24")

    after = place_new(new, "net", "z@v", chain("z", "v", "a", "r"), (4, 8))(DESIGN)  # type: ignore[arg-type]

    assert after.get("s", VSwitch) == VSwitch(id="s", block="10.0.0.0/24", parent="v", zone="z")
    placed = after.get(placement_id("net", "s", "z@v"), Placement)
    assert placed
    assert (placed.subject, placed.x, placed.y, placed.parent) == ("s", 4, 8, "net")


def test_moving_into_another_container_changes_the_parent_and_keeps_one_placement() -> None:
    placed = place_new(VSwitch(id="s"), "net", "v", chain("v", "a", "r"), (0, 0))(DESIGN)  # type: ignore[arg-type]

    moved = move("s", "net", "w", (5, 5), chain("w", "a", "r"), left="v")(placed)  # type: ignore[arg-type]

    assert moved["s"].parent == "w"
    assert [p.within for p in moved.of_kind(Placement)] == ["w"]


def test_taking_off_a_sheet_keeps_the_element_and_arranging_keeps_it_off() -> None:
    hidden = hide("v", "net", "a@r")(DESIGN)

    arranged = arrange_freely("net")(hidden)

    assert "v" in arranged
    assert [p.hidden for p in arranged.of_kind(Placement)] == [True]


def test_arranging_freely_drops_the_coordinates() -> None:
    placed = place_new(VSwitch(id="s"), "net", "v", chain("v", "a", "r"), (9, 9))(DESIGN)  # type: ignore[arg-type]

    arranged = arrange_freely("net", ["s"])(placed)

    assert [(p.x, p.y) for p in arranged.of_kind(Placement)] == [(None, None)]
