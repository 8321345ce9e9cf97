"""The gestures of the address map, each on a small plan: what comes of it, and in which words it is refused."""

from __future__ import annotations

import pytest

from planners.addresses import Block, parse_block
from workbench.edits.addressing import Ground, Places, Proposal, ask, join, pin, place, reserve, split
from workbench.model.design import Design
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.reserved_range import ReservedRange
from workbench.model.elements.vswitch import VSwitch
from workbench.model.sketch import sketch
from workbench.planning.address_map import Claim
from workbench.words import Words

PLAN = """
    pool address-pool blocks=10.0.0.0/12
    old reserved-range block=10.3.0.0/16
    dc data-centre
      - ranges block=10.5.0.0/16
    z1 zone
    z2 zone
    vpc-a vpc blocks=10.0.0.0/16
      app vswitch zone=z1 block=10.0.0.0/20
      next vswitch zone=z1 block=10.0.16.0/20
      far vswitch zone=z2 block=10.0.32.0/20 name.zh=远处
      live vswitch zone=z2 block=10.0.64.0/20 state=deployed
      busy vswitch zone=z2 block=10.0.80.0/20
      db database vswitches=busy
    vpc-b vpc blocks=10.1.0.0/16,10.2.0.0/16
      wide vswitch block=10.1.0.0/16
    vpc-c vpc blocks=10.8.0.0/16
      inner vswitch block=10.8.4.0/24
    later address-request prefix_length=16 block=10.9.0.0/16
    asks address-request subject=app hosts=3000
"""


@pytest.fixture
def ground() -> Ground:
    return Ground(sketch(PLAN))


def claim(ground: Ground, id: str) -> Claim:
    return ground.claims_of(id)[0]


def after(ground: Ground, proposal: Proposal) -> Design:
    assert proposal.refused is None
    return proposal.edit(ground.design)


def why(proposal: Proposal) -> str:
    assert proposal.refused is not None
    return proposal.refused.said("en")


def b(written: str) -> Block:
    return parse_block(written)


def test_a_vswitch_moves_alone(ground: Ground) -> None:
    design = after(ground, place(ground, claim(ground, "next"), b("10.0.48.0/20")))

    assert design["next"].block == "10.0.48.0/20"  # type: ignore[attr-defined]
    assert design["app"] == ground.design["app"]


def test_a_vpc_takes_its_vswitches_along_as_far_as_it_moves(ground: Ground) -> None:
    proposal = place(ground, claim(ground, "vpc-c"), b("10.11.0.0/16"))
    design = after(ground, proposal)

    assert design["vpc-c"].meta() == "10.11.0.0/16"
    assert design["inner"].meta() == "10.11.4.0/24"
    assert dict(proposal.blocks) == {"vpc-c": b("10.11.0.0/16"), "inner": b("10.11.4.0/24")}


def test_a_planned_block_that_is_made_larger_asks_for_as_much(ground: Ground) -> None:
    design = after(ground, place(ground, claim(ground, "later"), b("10.10.0.0/15")))

    assert design["later"].meta() == "/15"


@pytest.mark.parametrize(
    ("id", "to", "reason"),
    [
        ("live", "10.0.48.0/20", "live is deployed, so 10.0.64.0/20 stays"),
        ("vpc-a", "10.4.0.0/16", "live is deployed"),
        ("next", "10.0.0.0/20", "10.0.0.0/20 overlaps app (10.0.0.0/20). Choose a free place"),
        ("next", "10.8.16.0/20", "lies outside of vpc-a (10.0.0.0/16)"),
        ("vpc-c", "10.3.0.0/16", "overlaps old (10.3.0.0/16)"),
        ("vpc-c", "10.5.0.0/16", "overlaps dc (10.5.0.0/16)"),
        ("vpc-c", "10.99.0.0/16", "lies in no address pool"),
        ("dc", "10.6.0.0/16", "outside of this design"),
        ("next", "10.0.16.0/30", "A vSwitch has /16 to /29"),
        ("app", "10.0.0.0/21", "app needs 3,000 addresses; 10.0.0.0/21 has 2,044"),
        ("vpc-c", "10.8.0.0/22", "inner (10.8.4.0/24) would lie outside of 10.8.0.0/22"),
        ("pool", "10.0.0.0/13", "vpc-c (10.8.0.0/16) would lie outside of 10.0.0.0/13"),
    ],
)
def test_what_may_not_be_says_which_thing_why_and_what_next(
    ground: Ground, id: str, to: str, reason: str
) -> None:
    assert reason in why(place(ground, claim(ground, id), b(to)))


def test_no_network_goes_on_what_the_platform_keeps() -> None:
    ground = Ground(sketch("vpc-a vpc blocks=100.0.0.0/16"))

    assert "100.64.0.0/10, which the platform takes in no VPC" in why(
        place(ground, claim(ground, "vpc-a"), b("100.64.0.0/16"))
    )


def test_the_room_of_another_is_left_alone_its_own_goes_along() -> None:
    ground = Ground(
        sketch("""
            vpc-a vpc blocks=10.0.0.0/16
              one vswitch block=10.0.0.0/24
              two vswitch block=10.0.8.0/24
            grows address-request subject=one growth_bits=1
        """)
    )

    assert "the room in which one may grow (10.0.0.0/23)" in why(
        place(ground, claim(ground, "two"), b("10.0.1.0/24"))
    )
    assert place(ground, claim(ground, "one"), b("10.0.0.0/23")).refused is None
    assert place(ground, claim(ground, "one"), b("10.0.1.0/24")).refused is None


def test_a_split_vswitch_keeps_the_lower_half_and_a_new_one_has_the_upper(ground: Ground) -> None:
    design = after(ground, split(ground, claim(ground, "far")))

    made = next(one for one in design.of_kind(VSwitch) if one.id not in ground.design)
    assert design["far"].meta() == "10.0.32.0/21"
    assert (made.block, made.zone, made.parent) == ("10.0.40.0/21", "z2", "vpc-a")
    assert made.name == Words(en="far-2", zh="远处-2")


def test_a_split_vpc_has_both_halves(ground: Ground) -> None:
    design = after(ground, split(ground, claim(ground, "vpc-c")))

    assert design["vpc-c"].blocks == ("10.8.0.0/17", "10.8.128.0/17")  # type: ignore[attr-defined]


def test_split_and_joined_is_what_it_was(ground: Ground) -> None:
    for id in ("vpc-c", "pool", "later", "next"):
        halves = Ground(after(ground, split(ground, claim(ground, id))))
        whole = after(halves, join(halves, claim(halves, id)))

        assert whole == ground.design


def test_a_block_with_free_addresses_beside_it_takes_them_in(ground: Ground) -> None:
    grown = after(ground, join(ground, claim(ground, "far")))

    assert grown["far"].meta() == "10.0.32.0/19"


@pytest.mark.parametrize(
    ("id", "reason"),
    [
        ("vpc-b", "wide (10.1.0.0/16) lies on both halves of 10.1.0.0/16"),
        ("app", "app needs 3,000 addresses"),
        ("live", "live is deployed"),
        ("dc", "outside of this design"),
    ],
)
def test_what_cannot_be_split_says_why(ground: Ground, id: str, reason: str) -> None:
    assert reason in why(split(ground, claim(ground, id)))


def test_what_is_in_use_does_not_go_when_two_are_joined() -> None:
    ground = Ground(
        sketch("""
            vpc-a vpc blocks=10.0.0.0/16
              one vswitch block=10.0.0.0/24
              two vswitch block=10.0.1.0/24
              three vswitch zone=z block=10.0.2.0/24
              four vswitch block=10.0.3.0/24
              db database vswitches=two
            z zone
        """)
    )

    assert "two is in use by db. Let them use one first" in why(join(ground, claim(ground, "one")))
    assert "lie in different zones" in why(join(ground, claim(ground, "three")))
    assert join(ground, claim(ground, "two")).refused is None


def test_other_networks_are_not_joined(ground: Ground) -> None:
    assert "another VPC's block" in why(join(ground, claim(ground, "vpc-a")))


def test_a_pin_holds_and_taken_away_leaves_nothing_behind(ground: Ground) -> None:
    pinned = Ground(after(ground, pin(ground, claim(ground, "next"))))

    assert "next is pinned to 10.0.16.0/20. Unpin it first" in why(
        place(pinned, claim(pinned, "next"), b("10.0.48.0/20"))
    )
    assert after(pinned, pin(pinned, claim(pinned, "next"))) == ground.design


def test_a_pin_goes_into_the_request_there_is(ground: Ground) -> None:
    design = after(ground, pin(ground, claim(ground, "app")))

    assert design.get("asks", AddressRequest).pin == "10.0.0.0/20"  # type: ignore[union-attr]
    assert len(design) == len(ground.design)


@pytest.mark.parametrize(("id", "at"), [("old", 0), ("vpc-b", 1)])
def test_what_is_not_pinned_says_so(ground: Ground, id: str, at: int) -> None:
    assert why(pin(ground, ground.claims_of(id)[at]))


def test_free_addresses_become_a_vswitch_in_a_vpc_and_a_planned_block_elsewhere(ground: Ground) -> None:
    inside = after(ground, ask(ground, b("10.0.96.0/24"), Words(en="new")))
    outside = after(ground, ask(ground, b("10.12.0.0/16"), Words(en="plant")))

    made = next(one for one in inside.of_kind(VSwitch) if one.id not in ground.design)
    asked = next(one for one in outside.of_kind(AddressRequest) if one.id not in ground.design)
    assert (made.parent, made.block, made.zone) == ("vpc-a", "10.0.96.0/24", "z1")
    assert (asked.parent, asked.block, asked.prefix_length) == ("pool", "10.12.0.0/16", 16)


def test_free_addresses_are_reserved_but_not_in_a_vpc(ground: Ground) -> None:
    design = after(ground, reserve(ground, b("10.12.0.0/14"), Words(en="partners")))

    assert "10.12.0.0/14" in [one.block for one in design.of_kind(ReservedRange)]
    assert "belongs to vpc-a" in why(reserve(ground, b("10.0.96.0/20"), Words()))
    assert "overlaps vpc-c" in why(reserve(ground, b("10.8.0.0/14"), Words()))


def test_places_are_walked_up_and_down_over_what_is_taken(ground: Ground) -> None:
    places, at = Places(ground, claim(ground, "far"), b("10.0.0.0/8")), b("10.0.32.0/20")
    up = [at := found for _ in range(3) if (found := places.step(at, 1))]
    down = places.step(b("10.0.96.0/20"), -1)

    assert [str(one) for one in up] == ["10.0.48.0/20", "10.0.96.0/20", "10.0.112.0/20"]
    assert str(down) == "10.0.48.0/20"
    assert places.step(b("10.0.240.0/20"), 1) is None
    assert str(places.nearest(b("10.0.64.0/20").base)) == "10.0.48.0/20"


def test_the_ground_follows_a_fact_that_the_design_overrides(ground: Ground) -> None:
    design = ground.design.adding(*sketch("more fact-override fact=vswitch.mask_max value=30 source=ticket"))
    ground.follow(design)

    assert place(ground, claim(ground, "next"), b("10.0.16.0/30")).refused is None


MEANT = """
    vpc-a vpc blocks=10.0.0.0/16
      app vswitch block=10.0.0.0/24
    vpc-b vpc blocks=10.1.0.0/16
      web vswitch block=10.1.0.0/24
    vpc-c vpc blocks=10.2.0.0/16
    shops intended-overlap networks=vpc-a,vpc-b reason.en="Every shop is a copy of the other"
"""


def test_a_network_may_be_moved_onto_one_it_is_meant_to_overlap_and_onto_no_other() -> None:
    ground = Ground(sketch(MEANT))

    assert place(ground, claim(ground, "vpc-b"), b("10.0.0.0/16")).refused is None
    assert "overlaps vpc-c" in why(place(ground, claim(ground, "vpc-b"), b("10.2.0.0/16")))


def test_an_overlap_declared_without_a_reason_allows_nothing() -> None:
    ground = Ground(sketch(MEANT).replacing("shops", reason=Words()))

    assert "overlaps vpc-a" in why(place(ground, claim(ground, "vpc-b"), b("10.0.0.0/16")))


def test_the_ground_follows_what_is_declared() -> None:
    ground = Ground(sketch(MEANT))
    assert ground.meant.allows("vpc-a", "vpc-b")

    ground.follow(ground.design.removing(["shops"]))

    assert "overlaps vpc-a" in why(place(ground, claim(ground, "vpc-b"), b("10.0.0.0/16")))


def test_the_free_places_of_a_network_are_on_those_it_is_meant_to_overlap_too() -> None:
    ground = Ground(sketch(MEANT))

    places = Places(ground, claim(ground, "vpc-b"), b("10.0.0.0/8"))

    assert places.nearest(b("10.0.0.0/16").base) == b("10.0.0.0/16")
    assert places.nearest(b("10.2.0.0/16").base) != b("10.2.0.0/16")


def test_of_two_networks_with_the_same_addresses_the_one_that_was_meant_gets_the_vswitch() -> None:
    design = sketch(MEANT).replacing("vpc-b", blocks=("10.0.0.0/16",)).replacing("web", block="10.0.4.0/24")
    ground = Ground(design)

    on_app = [ask(ground, b("10.0.0.0/24"), Words(en="new"), vpc) for vpc in ("vpc-a", "vpc-b")]

    assert "overlaps app" in why(on_app[0])
    made = after(ground, on_app[1]).of_kind(VSwitch)
    assert [one.parent for one in made if one.name.en == "new"] == ["vpc-b"]
