"""What names addresses follows where they have gone, as far as one block stands for each."""

from __future__ import annotations

import pytest

from planners.addresses import parse_block
from tests.planning.plan_table.plans import typing
from workbench.edits.addressing import Followed, Ground, Mentions, followed, join, moved, place, split
from workbench.model.design import Design
from workbench.model.sketch import sketch

PLAN = """
    vpc-a vpc blocks=10.0.0.0/16
      app vswitch block=10.0.1.0/24 name.en="app 10.0.1.0/24"
      next vswitch block=10.0.2.0/24
      sg security-group
        - rules block=10.0.1.7/32 description="host 10.0.1.9 of 10.0.1.0/24"
        - rules block=10.0.0.0/16
        - rules block=0.0.0.0/0
    vpc-b vpc blocks=10.1.0.0/16
      rt route-table
        - routes destination=10.0.1.0/24
        - routes destination=10.0.0.0/15
      list prefix-list
        - entries block=10.0.0.0/16
        - entries block=10.0.2.0/24
    pool address-pool blocks=10.0.0.0/8,10.0.0.0/16
    asks address-request subject=app prefix_length=24 pin=10.0.1.0/24
"""


def after_moving(design: Design, **blocks: str) -> Followed:
    """What follows when elements get other blocks of one size."""
    steps = {
        id.replace("_", "-"): (parse_block(was), parse_block(now))
        for id, (was, now) in ((id, both.split()) for id, both in blocks.items())
    }
    return followed(Mentions(design), design, moved(design, steps))


def rows(design: Design, id: str, table: str, field: str) -> list[str]:
    return [getattr(row, field) for row in getattr(design[id], table)]


def test_everything_that_names_a_network_goes_along_by_its_offset() -> None:
    done = after_moving(sketch(PLAN), vpc_a="10.0.0.0/16 10.7.0.0/16")

    assert rows(done.design, "sg", "rules", "block") == ["10.7.1.7/32", "10.7.0.0/16", "0.0.0.0/0"]
    assert done.design["sg"].rules[0].description == "host 10.7.1.9 of 10.7.1.0/24"  # type: ignore[attr-defined]
    assert rows(done.design, "rt", "routes", "destination") == ["10.7.1.0/24", "10.0.0.0/15"]
    assert rows(done.design, "list", "entries", "block") == ["10.7.0.0/16", "10.7.2.0/24"]
    assert done.design["app"].title().said("en") == "app 10.7.1.0/24"
    assert done.design["asks"].pin == "10.7.1.0/24"  # type: ignore[attr-defined]


def test_what_a_person_has_to_decide_stays_and_is_counted() -> None:
    done = after_moving(sketch(PLAN), vpc_a="10.0.0.0/16 10.7.0.0/16")

    assert done.to_look_at == 1
    assert done.rewritten == 9
    assert done.told.said("en") == " · 9 rewritten · 1 to look at"
    assert done.told.said("zh") == " · 9 处文字已改写 · 1 处需要查看"


def test_pools_say_which_addresses_there_are_and_stay() -> None:
    design = sketch(PLAN)

    assert after_moving(design, vpc_a="10.0.0.0/16 10.7.0.0/16").design["pool"] == design["pool"]


def test_a_summary_that_still_holds_all_needs_no_look() -> None:
    done = after_moving(sketch(PLAN), next="10.0.2.0/24 10.0.9.0/24")

    assert rows(done.design, "list", "entries", "block") == ["10.0.0.0/16", "10.0.9.0/24"]
    assert (done.rewritten, done.to_look_at) == (1, 0)


def test_two_that_change_places_change_what_names_them() -> None:
    done = after_moving(sketch(PLAN), app="10.0.1.0/24 10.0.2.0/24", next="10.0.2.0/24 10.0.1.0/24")

    assert rows(done.design, "rt", "routes", "destination")[0] == "10.0.2.0/24"
    assert rows(done.design, "list", "entries", "block")[1] == "10.0.1.0/24"
    assert (done.design["app"].meta(), done.design["next"].meta()) == ("10.0.2.0/24", "10.0.1.0/24")


def test_of_two_networks_with_the_same_addresses_only_what_stands_in_one_follows_it() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/16
          sg-a security-group
            - rules block=10.0.1.7/32
        vpc-b vpc blocks=10.0.0.0/16
          sg-b security-group
            - rules block=10.0.1.7/32
        vpc-c vpc blocks=10.5.0.0/16
          sg-c security-group
            - rules block=10.0.1.7/32
    """)

    done = after_moving(design, vpc_b="10.0.0.0/16 10.1.0.0/16")

    found = {id: rows(done.design, id, "rules", "block") for id in ("sg-a", "sg-b", "sg-c")}
    assert found == {"sg-a": ["10.0.1.7/32"], "sg-b": ["10.1.1.7/32"], "sg-c": ["10.0.1.7/32"]}
    assert (done.rewritten, done.to_look_at) == (1, 1)


def test_what_names_a_block_that_grew_names_all_of_it_and_its_hosts_stay() -> None:
    design = sketch(PLAN).removing(["next", "asks"])
    ground = Ground(design)
    grown = place(ground, ground.claims_of("app")[0], parse_block("10.0.0.0/23"))

    done = followed(Mentions(design), design, grown.edit(design))

    assert rows(done.design, "rt", "routes", "destination")[0] == "10.0.0.0/23"
    assert rows(done.design, "sg", "rules", "block")[0] == "10.0.1.7/32"


@pytest.mark.parametrize("gesture", ["split", "join"])
def test_where_others_get_the_rest_or_had_it_what_names_the_addresses_still_says_the_same(
    gesture: str,
) -> None:
    design = sketch(PLAN).removing(["asks"]).replacing("next", block="10.0.0.0/24")
    ground = Ground(design)
    step = split if gesture == "split" else join
    proposal = step(ground, ground.claims_of("app")[0])
    assert proposal.refused is None

    done = followed(Mentions(design), design, proposal.edit(design))

    assert done.design["rt"] == design["rt"]
    assert (done.rewritten, done.to_look_at) == (0, 0)


def test_hosts_that_fall_out_of_a_block_that_shrank_are_to_be_looked_at() -> None:
    design = sketch(PLAN).removing(["asks"])
    ground = Ground(design)
    shrunk = place(ground, ground.claims_of("app")[0], parse_block("10.0.1.0/29"))

    done = followed(Mentions(design), design, shrunk.edit(design))

    assert done.design["rt"].routes[0].destination == "10.0.1.0/29"  # type: ignore[attr-defined]
    assert rows(done.design, "sg", "rules", "block")[0] == "10.0.1.7/32"
    assert done.to_look_at == 1


def test_a_block_typed_into_the_plan_table_takes_along_what_names_it_and_its_pin_once() -> None:
    design = sketch(PLAN)

    done = followed(Mentions(design), design, typing(design, "app", "block", "10.0.8.0/24"))

    assert rows(done.design, "rt", "routes", "destination")[0] == "10.0.8.0/24"
    assert done.design["asks"].pin == "10.0.8.0/24"  # type: ignore[attr-defined]
    assert done.design["sg"].rules[0].description == "host 10.0.8.9 of 10.0.8.0/24"  # type: ignore[attr-defined]


def test_what_names_a_block_that_is_given_up_is_to_be_looked_at() -> None:
    design = sketch(PLAN).removing(["asks"])

    done = followed(Mentions(design), design, design.replacing("next", block=""))

    assert done.design["list"] == design["list"]
    assert (done.rewritten, done.to_look_at) == (0, 1)


def test_mentions_follow_a_design_from_edit_to_edit() -> None:
    design = sketch(PLAN)
    mentions = Mentions(design)
    later = design.removing(["rt"]).replacing("next", block="10.0.77.0/24")

    mentions.follow(later)

    fresh = Mentions(later)
    for block in ("10.0.1.0/24", "10.0.77.0/24", "10.0.0.0/8"):
        assert sorted(mentions.on(parse_block(block))) == sorted(fresh.on(parse_block(block)))


def test_addresses_of_both_families_are_found_wherever_they_are_written() -> None:
    design = sketch("""
        vpc-a vpc ipv6_block=2001:db8::/56
          app vswitch ipv6_block=2001:db8:0:1::/64
        note sheet-note name.zh="跳板机位于2001:db8:0:1::7。"
    """)

    done = after_moving(design, vpc_a="2001:db8::/56 2001:db8:0:100::/56")

    assert done.design["note"].title().said("zh") == "跳板机位于2001:db8:0:101::7。"
    assert done.design["app"].ipv6_block == "2001:db8:0:101::/64"  # type: ignore[attr-defined]
