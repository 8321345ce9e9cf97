"""What is typed into cells: read in any form, refused with the reason, and one edit."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.plan_table.plans import plan, refusal, seat_of, typing
from workbench.model.elements.address_request import AddressRequest
from workbench.planning.plan_table.columns import ORDER
from workbench.planning.plan_table.seats import Seat
from workbench.planning.plan_table.typed import pin_edit, typed_edit
from workbench.reading import Refused
from workbench.rules.engine import fresh_findings
from workbench.texts import LANGUAGES


@pytest.mark.parametrize(
    "typed",
    [
        "10.1.128.0/24",
        " 10.1.128.0 / 24 ",
        "10.1.128.0/255.255.255.0",
        "10.1.128.0 255.255.255.0",
        "10.1.128.0-10.1.128.255",
        "10.1.128.0 – 10.1.128.255",
        "10.1.128.0",
        "１０．１．１２８．０／２４",
    ],
)
def test_a_block_is_read_in_every_form(typed: str) -> None:
    assert typing(plan(), "small", "block", typed)["small"].meta() == "10.1.128.0/24"


def test_a_size_alone_takes_the_next_free_block_with_its_room_to_grow() -> None:
    assert typing(plan(), "small", "block", "/22")["small"].meta() == "10.1.16.0/22"
    moved = typing(typing(plan(), "app", "state", "draft"), "app", "block", "/20")
    assert moved["app"].meta() == "10.1.0.0/20"


@pytest.mark.parametrize(
    ("id", "typed", "says"),
    [
        ("small", "10.1.4.0/24", "10.1.4.0/24 overlaps app 10.1.0.0/20. The next free /24 is 10.1.16.0/24."),
        ("small", "10.9.0.0/24", "10.9.0.0/24 lies outside of vpc-a. The next free /24 is 10.1.16.0/24."),
        ("small", "10.1.128.0/30", "A vSwitch takes /16 to /29, not a /30."),
        ("small", "10.1.128.5/24", "10.1.128.5/24 is not a block. Did you mean 10.1.128.0/24?"),
        (
            "small",
            "10.1.0.0-10.1.2.255",
            "10.1.0.0-10.1.2.255 is not one block but 2: 10.1.0.0/23, 10.1.2.0/24.",
        ),
        ("small", "/16", "No /16 is free in vpc-a."),
        ("app", "10.1.128.0/20", "app is deployed: its block stays. Set its state back first."),
        ("vpc-b", "10.1.0.0/16", "10.1.0.0/16 overlaps vpc-a 10.1.0.0/16. The next free /16 is 10.0.0.0/16."),
        ("vpc-b", "10.200.0.0/22", "uat with 10.2.0.0/20 does not fit into 10.200.0.0/22."),
        ("vpc-a", "10.4.0.0/16", "app at 10.1.0.0/20 is deployed and cannot go along."),
        ("vpc-b", "", "uat lies in it with 10.2.0.0/20. Move or empty that first."),
        ("site", "10.0.0.0/8", "site has no block of its own."),
        (
            "small",
            "=cmd|' /C calc'!A0",
            "=cmd|'/C calc'!A0 is not a block of addresses, such as 10.0.1.0/24.",
        ),
    ],
)
def test_a_block_that_cannot_be_is_refused_with_the_reason(id: str, typed: str, says: str) -> None:
    assert refusal(plan(), id, "block", typed) == says
    assert refusal(plan(), id, "block", typed, "zh") not in ("", says)


def test_an_accepted_block_brings_no_new_finding_of_overlap() -> None:
    made = typing(plan(), "small", "block", "10.1.16.0/24")

    rules = {finding.rule for finding in fresh_findings(made) if finding.about == "small"}
    assert not rules & {"NET-004", "NET-005", "NET-006"}


def test_vswitches_go_along_with_the_block_of_their_vpc() -> None:
    made = typing(plan(), "vpc-b", "block", "10.4.0.0/16")

    assert made["vpc-b"].meta() == "10.4.0.0/16"
    assert made["uat"].meta() == "10.4.0.0/20"


def test_a_vpc_made_larger_in_place_leaves_its_vswitches_where_they_are() -> None:
    design = typing(plan().removing(["site"]), "vpc-b", "block", "10.2.0.0/15")

    assert design["uat"].meta() == "10.2.0.0/20"


def test_what_lies_at_a_site_is_noted_though_it_overlaps() -> None:
    design = plan()

    made = typed_edit(design, seat_of(design, "site/0"), "block", "10.1.0.0/18", "en")(design)

    assert made["site"].ranges[0].block == "10.1.0.0/18"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        ("/22", (22, None, 0)),
        ("2,900 hosts +30 %", (None, 2900, 30)),
        ("2900+30%", (None, 2900, 30)),
        ("2900", (None, 2900, 0)),
        ("２９００ 台主机 +３０ %", (None, 2900, 30)),
    ],
)
def test_a_demand_is_read_as_size_or_hosts(typed: str, asks: tuple[object, ...]) -> None:
    request = typing(plan(), "app", "demand", typed)["ask-app"]

    assert isinstance(request, AddressRequest)
    assert (request.prefix_length, request.hosts, request.growth_percent) == asks
    assert request.growth_bits == 1


def test_a_demand_of_something_without_a_request_makes_one_and_nothing_takes_it_away() -> None:
    made = typing(plan(), "small", "demand", "100")
    request = next(one for one in made.of_kind(AddressRequest) if one.subject == "small")

    assert request.hosts == 100
    assert typing(made, "small", "demand", "") == plan()


@pytest.mark.parametrize(
    ("column", "typed", "says"),
    [
        ("demand", "many", "many is no demand. Write a size such as /20, or hosts such as 2900 +30 %."),
        ("demand", "90000", "That needs a /15; vSwitch takes /16 to /29."),
        ("demand", "/30", "That needs a /30; vSwitch takes /16 to /29."),
        ("room", "×3", "×3 is no room to grow. Write ×2, ×4 or ×8; nothing for none."),
        ("state", "done", "done is no state. There are draft, approved, deployed."),
        ("usable", "5", "Usable follows from the rest and is not typed."),
    ],
)
def test_other_cells_refuse_what_they_cannot_hold(column: str, typed: str, says: str) -> None:
    assert refusal(plan(), "small", column, typed) == says


def test_room_state_and_name_are_typed_in_either_language() -> None:
    made = typing(typing(plan(), "small", "room", "x4"), "small", "state", "已确认", "zh")
    made = typing(made, "small", "name", "  小\n网段 ", "zh")
    request = next(one for one in made.of_kind(AddressRequest) if one.subject == "small")

    assert request.growth_bits == 2
    assert made["small"].state == "approved"
    assert made["small"].name.zh == "小 网段"


def test_a_pin_holds_the_block_of_the_row_and_follows_it() -> None:
    design = plan()
    pinned = pin_edit(design, seat_of(design, "small"), True)(design)
    moved = typing(pinned, "small", "block", "10.1.128.0/24")
    request = next(one for one in moved.of_kind(AddressRequest) if one.subject == "small")

    assert request.pin == "10.1.128.0/24"
    assert request.prefix_length == 24
    freed = pin_edit(moved, seat_of(moved, "small"), False)(moved)
    assert freed[request.id].pin == ""  # type: ignore[attr-defined]


@given(
    st.sampled_from(["app", "small", "vpc-a", "site", "kept", "ask-more", "pool"]),
    st.sampled_from(ORDER),
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                "😀" * 500,
                "\u202e10.0.0.0/8",
                "10.0.0.0/8" * 60,
                "=1+1",
                "/0",
                "/999",
                "0",
                "-1",
                "::/0",
                "+30 %",
            ]
        ),
        st.from_regex(r"[0-9./: -]{0,20}", fullmatch=True),
    ),
)
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_an_edit_or_a_reason(id: str, column: str, typed: str) -> None:
    design = plan()
    seat: Seat = seat_of(design, id)
    says = ["fine"]

    try:
        typed_edit(design, seat, column, typed, "en")(design)  # type: ignore[arg-type]
    except Refused as wrong:
        says = [wrong.text.said(language) for language in LANGUAGES]

    assert all(0 < len(one) < 400 for one in says)
