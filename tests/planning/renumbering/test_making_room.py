"""Moves that would help open requests: the least weight, never a pin, and only where a move helps at all."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan, open_requests
from workbench.planning.renumbering.making_room import room_edit, room_made


def moves(lines: str) -> list[tuple[str, str, str]]:
    """What would move for the open requests of a design."""
    design = sketch(lines)
    assert address_plan(design).refusals
    found = room_made(design)
    return [(one.element, one.old, one.new) for one in found.moving.moves] if found else []


def test_a_draft_moves_before_what_is_approved_or_deployed() -> None:
    assert moves("""
        pool address-pool blocks=10.0.0.0/22
        vpc-a vpc blocks=10.0.0.0/24 state=approved
        vpc-b vpc blocks=10.0.2.0/24
        wish address-request prefix_length=23
    """) == [("vpc-b", "10.0.2.0/24", "10.0.1.0/24")]


def test_a_pin_never_moves() -> None:
    assert moves("""
        pool address-pool blocks=10.0.0.0/22
        vpc-a vpc blocks=10.0.0.0/24 state=deployed
        vpc-b vpc blocks=10.0.2.0/24
        pin address-request subject=vpc-b pin=10.0.2.0/24
        wish address-request prefix_length=23
    """) == [("vpc-a", "10.0.0.0/24", "10.0.3.0/24")]


def test_vswitches_move_together_inside_their_vpc() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.2.0/24
          a1 vswitch block=10.0.2.0/26
          a2 vswitch block=10.0.2.128/26 state=deployed
          a3 vswitch
        wish address-request prefix_length=25 subject=a3
        sg security-group parent=vpc-a
          - rules block=10.0.2.5/32
    """)

    found = room_made(design)

    assert found is not None
    after = room_edit(found)(design)
    assert open_requests(after) == ()
    assert (after["a3"].block, after["a1"].block) == ("10.0.2.0/25", "10.0.2.192/26")  # type: ignore[attr-defined]
    assert after["sg"].rules[0].block == "10.0.2.197/32"  # type: ignore[attr-defined]


def test_where_no_move_would_help_none_is_proposed() -> None:
    assert moves("pool address-pool blocks=10.0.0.0/24\nwish address-request prefix_length=23") == []
